import Foundation
import Journal
import TestKit

@testable import Server

/// The form of a page that is to be filled in, read from its bytes: what it asks, what stands in it, and what it says is wrong.
struct PageForm {
    enum Kind { case text, number, day, choice, box, hidden, file, password }

    struct Question {
        var name: String
        var kind: Kind
        var value: String
        var isRequired: Bool
        /// What can be chosen.
        var options: [String] = []
    }

    private(set) var questions: [Question] = []
    /// The fields that are named as wrong.
    private(set) var wrong: Set<String> = []

    /// `nil` where the page has none.
    init?(of page: WebResponse) {
        let bytes = page.body
        guard let start = bytes.place(of: "<form class=\"form\" method=\"post\""), let end = bytes.place(of: "</form>", from: start) else { return nil }
        var place = start + 1
        while let open = bytes.place(of: "<", from: place), open < end, let close = bytes.place(of: ">", from: open) {
            let tag = String(decoding: bytes[open..<close], as: UTF8.self)
            place = close + 1
            if tag.hasPrefix("<textarea"), let name = attribute("name", tag) {
                let rest = bytes.place(of: "<", from: place) ?? end
                questions.append(Question(name: name, kind: .text, value: unescaped(String(decoding: bytes[place..<rest], as: UTF8.self)), isRequired: tag.contains(" required")))
            } else if tag.hasPrefix("<input"), let name = attribute("name", tag) {
                let kind = PageForm.kind(tag)
                if kind == .box, !tag.contains(" checked") { continue }
                questions.append(Question(name: name, kind: kind, value: attribute("value", tag) ?? "", isRequired: tag.contains(" required")))
            } else if tag.hasPrefix("<select"), let name = attribute("name", tag) {
                questions.append(Question(name: name, kind: .choice, value: "", isRequired: tag.contains(" required")))
            } else if tag.hasPrefix("<option"), let value = attribute("value", tag), let last = questions.indices.last {
                if tag.contains(" selected") || questions[last].options.isEmpty { questions[last].value = value }
                questions[last].options.append(value)
            } else if let id = attribute("id", tag), id.hasPrefix("problem-") {
                wrong.insert(String(id.dropFirst("problem-".count)))
            }
        }
    }

    func names(_ kind: Kind) -> [String] { questions.filter { $0.kind == kind && !["csrf", "key", "base", "in"].contains($0.name) }.map(\.name) }

    /// As somebody would send it who fills in only what must be, and what is said here.
    func filled(_ values: [String: String]) -> [(String, String)] {
        let own = questions.filter { values[$0.name] == nil && $0.kind != .file }.map { question -> (String, String) in
            // Of a text in languages the first is enough.
            guard question.value.isEmpty, question.isRequired || question.name.hasSuffix(".en") else { return (question.name, question.value) }
            switch question.kind {
            case .choice: return (question.name, question.options.first { !$0.isEmpty } ?? "")
            case .day: return (question.name, "\(Day.testDay)")
            case .number: return (question.name, "1")
            default: return (question.name, "Because")
            }
        }
        return own + values.map { ($0.key, $0.value) }
    }

    /// The same questions with what travels hidden in another showing of the form.
    func sealed(as other: PageForm) -> PageForm {
        var copy = self
        for index in copy.questions.indices where ["key", "base"].contains(copy.questions[index].name) {
            copy.questions[index].value = other.questions.first { $0.name == questions[index].name }?.value ?? ""
        }
        return copy
    }

    private static func kind(_ tag: String) -> Kind {
        switch attribute("type", tag) {
        case "hidden": .hidden
        case "checkbox", "radio": .box
        case "date": .day
        case "file": .file
        case "password": .password
        default: tag.contains("inputmode=\"decimal\"") ? .number : .text
        }
    }
}

private func attribute(_ name: String, _ tag: String) -> String? {
    guard let range = tag.range(of: " \(name)=\"", options: .literal), let end = tag.range(of: "\"", options: .literal, range: range.upperBound..<tag.endIndex) else { return nil }
    return unescaped(String(tag[range.upperBound..<end.lowerBound]))
}

/// As a browser does, which knows nothing of Characters: a combining mark behind a semicolon would hide it.
private func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
}
