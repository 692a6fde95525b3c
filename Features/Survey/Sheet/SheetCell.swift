import Exchange
import Foundation
import Journal
import Organisation
import Pages

/// What stands in a cell, as the form in the browser would send it; or that it cannot be read so.
enum SheetValue: Equatable {
    case read(String)
    case unread(Refusal)

    static let nothing = SheetValue.read("")
}

/// Reads the cells of one line: choices by their number or by their text in any language, numbers as the file writes them.
struct SheetCell {
    let line: SheetLine
    private let choices: [NameKey: String]
    private let isWorkbook: Bool
    private let mark: DecimalMark
    private let language: Language

    /// - Parameters:
    ///   - mark: of the numbers in a text file.
    ///   - language: of whoever sends it: what was typed into a workbook as a text is read as its readers write numbers.
    init(_ line: SheetLine, _ question: Question, isWorkbook: Bool, mark: DecimalMark, language: Language) {
        self.line = line
        self.isWorkbook = isWorkbook
        self.mark = mark
        self.language = language
        choices = line.manner == .choice || line.manner == .tick ? SheetChoices(line, question).byText : [:]
    }

    func value(of text: String) -> SheetValue {
        if text.isEmpty { return .nothing }
        switch line.manner {
        case .choice: return choices[NameKey(text)].map { .read($0) } ?? .unread(Refusal("survey.sheet.not-a-choice", ["text": String(text.prefix(40))]))
        case .tick: return tick(text)
        case .place: return place(text)
        case .number: return number(text)
        case .day: return day(text)
        case .text: return .read(text)
        }
    }

    private func tick(_ text: String) -> SheetValue {
        let key = NameKey(text)
        if SheetChoices.yes.contains(key) || choices[key] != nil { return .read(line.sends ?? "") }
        return SheetChoices.no.contains(key) ? .nothing : .unread(Refusal("survey.sheet.not-a-tick", ["text": String(text.prefix(40))]))
    }

    private func place(_ text: String) -> SheetValue {
        guard let number = written(text), let place = Int(exactly: number) else { return .unread(Refusal("survey.sheet.not-a-place", ["text": String(text.prefix(40))])) }
        return .read("\(place)")
    }

    private func number(_ text: String) -> SheetValue {
        written(text).map { .read(plainDigits($0, .point)) } ?? .unread(Refusal("pages.refusal.not-a-number", ["text": String(text.prefix(40))]))
    }

    /// Numbers of a workbook come with a point; only what was typed as a text has a comma.
    private func written(_ text: String) -> Double? {
        WrittenNumber(text, decimalMark: !isWorkbook ? mark : text.contains(",") ? language.decimalMark : .point)?.value
    }

    /// As it should be, or as a spreadsheet rewrites it: whatever could be two different days is neither.
    private func day(_ text: String) -> SheetValue {
        let text = String(text.prefix { $0 != "T" })
        if let day = Day(text) { return .read("\(day)") }
        let parts = text.split(whereSeparator: { "./-".contains($0) }).map { WrittenCode($0.description)?.text ?? "" }.map { Int($0) ?? -1 }
        if parts.count == 3, parts.allSatisfy({ $0 > 0 }), let day = SheetCell.day(parts, isPointed: text.contains(".")) { return .read("\(day)") }
        return .unread(Refusal("pages.refusal.not-a-day"))
    }

    private static func day(_ parts: [Int], isPointed: Bool) -> Day? {
        let (first, second, third) = (parts[0], parts[1], parts[2])
        if first >= 1000 { return Day(first, second, third) }
        guard third >= 1000 else { return nil }
        // 15.09.2026 is written with the day first everywhere; 09/10/2026 is not.
        if isPointed || first > 12 || first == second { return Day(third, second, first) }
        return second > 12 ? Day(third, first, second) : nil
    }
}

/// What can be chosen at a line, by everything that it may be called.
struct SheetChoices {
    private(set) var byText: [NameKey: String] = [:]

    static let yes = Set((["x", "✓", "✔", "1", "true", "vrai", "verdadero", "verdadeiro", "истина", "yes", "y"] + words("survey.common.yes")).map(NameKey.init))
    static let no = Set((["0", "-", "–", "false", "faux", "falso", "ложь", "no", "n"] + words("survey.common.no")).map(NameKey.init))

    private static func words(_ key: String) -> [String] { SurveyWords.content(key).texts.values.compactMap(\.text) }

    init(_ line: SheetLine, _ question: Question) {
        switch line.part {
        case .option(let option): add(question.options, only: option)
        case .notApplicable: addWords("survey.not-applicable", QuestionField.notApplicable)
        default:
            if question.kind == .scale { addSteps(question) } else { add(question.options, only: nil) }
            if question.allowsNotApplicable { addWords("survey.not-applicable", QuestionField.notApplicable) }
            if question.allowsOther { addWords("survey.other", "other") }
        }
    }

    /// Texts first: what is called “2” is meant by 2, whatever its number. Numbers only where nothing is called so.
    private mutating func add(_ options: Localized, only wanted: Int?) {
        let lists = Language.allCases.map { options.lines(in: $0).map(\.text) }
        var isNumbered = true
        for list in lists {
            for (place, text) in list.enumerated() where wanted == nil || wanted == place + 1 {
                put(text, "\(place + 1)")
                if WrittenNumber(text, decimalMark: .point) != nil { isNumbered = false }
            }
        }
        guard isNumbered else { return }
        for list in lists {
            for (place, text) in list.enumerated() where wanted == nil || wanted == place + 1 {
                for form in ["\(place + 1)", "\(place + 1).", "\(place + 1) \(text)", "\(place + 1). \(text)"] { put(form, "\(place + 1)") }
            }
        }
    }

    /// A step is its number; its name stands behind it, or alone.
    private mutating func addSteps(_ question: Question) {
        for step in question.steps { put("\(step)", "\(step)") }
        for language in Language.allCases {
            for (step, name) in zip(question.steps, question.optionTexts(in: language)) {
                put("\(step) \(name.text)", "\(step)")
                put(name.text, "\(step)")
            }
        }
    }

    private mutating func addWords(_ key: String, _ value: String) {
        for text in Self.words(key) { put(text, value) }
        if value == QuestionField.notApplicable { for text in ["na", "n/a"] { put(text, value) } }
    }

    /// What is called so first is meant.
    private mutating func put(_ text: String, _ value: String) {
        let key = NameKey(text)
        if byText[key] == nil { byText[key] = value }
    }
}
