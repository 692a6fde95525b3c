import Journal
import Organisation
import Pages

/// One field of a thing as it stood on a day, said for one reader.
struct ComparedField: Equatable {
    /// Which field it is: the same on both days.
    struct Name: Hashable {
        /// A key among the words.
        var key: String
        /// In a list, from 1; 0 where there is one.
        var number = 0
        var language: Language?
    }

    enum Value: Equatable {
        /// Compared word by word.
        case text(String)
        /// Compared as a whole by what it is, not by how it is said: a unit may have another name on the other day.
        case said(String, same: String)
        case erased
    }

    var name: Name
    var value: Value

    static func texts(_ key: String, _ content: Localized, number: Int = 0) -> [ComparedField] {
        content.texts.sorted { $0.key < $1.key }.compactMap { language, prose in
            if prose.isEmpty { return nil }
            return ComparedField(name: Name(key: key, number: number, language: language), value: prose.text.map { .text($0) } ?? .erased)
        }
    }

    static func text(_ key: String, _ text: String) -> [ComparedField] {
        text.isEmpty ? [] : [ComparedField(name: Name(key: key), value: .text(text))]
    }

    /// - Parameters:
    ///   - said: how it reads; nothing is shown where it is empty.
    ///   - same: equal where nothing has changed.
    static func said(_ key: String, _ said: String?, same: String, number: Int = 0) -> [ComparedField] {
        guard let said, !said.isEmpty else { return [] }
        return [ComparedField(name: Name(key: key, number: number), value: .said(said, same: same))]
    }

    static func == (a: ComparedField, b: ComparedField) -> Bool {
        guard a.name == b.name else { return false }
        if case (.said(_, let one), .said(_, let other)) = (a.value, b.value) { return one == other }
        return a.value == b.value
    }
}

/// A thing of a plan as it stood on a day.
struct ComparedThing {
    let reference: Reference
    /// A key among the words.
    let kind: String
    let code: String
    let title: Localized
    /// Where it is read today.
    let path: String
    let fields: [ComparedField]
}
