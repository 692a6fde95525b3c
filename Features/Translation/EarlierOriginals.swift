import Foundation
import Journal
import Organisation
import Pages

/// Originals as they were when they were translated: what a translator of an outdated text asks for first.
///
/// Read from the descriptions of the thing, the newest first. Where in an event a text stands is found by the text itself, so that nothing
/// needs to be known of the things of other rooms.
struct EarlierOriginals {
    let visit: Visit

    /// So many descriptions of a thing are looked through; what was translated longer ago is shown without what has changed since.
    private static let most = 40

    /// By the keys of the texts.
    func found(for texts: [TranslatedText]) async throws -> [String: String] {
        let outdated = Dictionary(grouping: texts.filter { $0.state == .outdated }, by: \.document.reference)
        var found: [String: String] = [:]
        for (thing, texts) in outdated {
            let entries = try await visit.history(
                EntrySelection(chapter: thing.chapter, naming: thing.id, holdingBy: visit.times.asOf, newest: EarlierOriginals.most))
            let described = entries.reversed().filter(isSeen).compactMap { entry in
                contents(of: entry).map { (event: entry.record.event, contents: $0) }
            }
            for text in texts {
                let place = described.lazy.compactMap { one in
                    one.contents.first { $0.value.says(text.content, in: text.language) }.map { (one.event, $0.key) }
                }.first
                guard let (event, path) = place else { continue }
                let before = described.lazy.filter { $0.event == event }.compactMap { $0.contents[path] }.first { $0.state(in: text.language) != .outdated }
                if let words = before?.texts[text.content.original]?.text, words != text.content.texts[text.content.original]?.text {
                    found[text.key] = words
                }
            }
        }
        return found
    }

    /// What was once written for fewer people is not shown to others now.
    private func isSeen(_ entry: Entry) -> Bool {
        visit.house.told(entry, in: visit.present).map { visit.viewer.belongs(to: $0.audience) } ?? false
    }

    private func contents(of entry: Entry) -> [String: Localized]? {
        entry.plainJSON(visit.present.chapters).flatMap { try? JSONDecoder().decode(Tree.self, from: $0) }.map { Tree.texts(in: $0, at: "") }
    }
}

extension Localized {
    /// Whether this is the text looked for: the same original beside the same translation.
    fileprivate func says(_ other: Localized, in language: Language) -> Bool {
        original == other.original && texts[original] == other.texts[original] && texts[language] == other.texts[language]
    }
}

/// An event as far as it has parts that have texts in languages.
private indirect enum Tree: Decodable {
    case content(Localized)
    case parts([(name: String, tree: Tree)])

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let content = try? Localized(from: decoder) {
            self = .content(content)
        } else if let members = try? decoder.container(keyedBy: Name.self) {
            self = .parts(members.allKeys.compactMap { key in (try? members.decode(Tree.self, forKey: key)).map { (key.stringValue, $0) } })
        } else if var elements = try? decoder.unkeyedContainer() {
            var parts: [(String, Tree)] = []
            while !elements.isAtEnd { parts.append((String(parts.count), try elements.decode(Tree.self))) }
            self = .parts(parts)
        } else {
            self = .parts([])
        }
    }

    static func texts(in tree: Tree, at path: String) -> [String: Localized] {
        switch tree {
        case .content(let content): [path: content]
        case .parts(let parts):
            parts.reduce(into: [:]) { all, part in all.merge(texts(in: part.tree, at: "\(path)/\(part.name)")) { first, _ in first } }
        }
    }
}
