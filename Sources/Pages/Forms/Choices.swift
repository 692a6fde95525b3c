import Journal
import Organisation

/// Things and closed lists, to be chosen from.
extension Visit {
    /// In which language a text is shown where it is not the reader's.
    package func shownLanguage(of content: Localized) -> Language? { content.text(in: language).flatMap { $0.language == language ? nil : $0.language } }

    package func choice(_ value: String, _ title: Localized, group: String? = nil) -> Choice { Choice(value, plain(title), group: group, language: shownLanguage(of: title)) }

    package func choice<Kind>(_ id: ID<Kind>, _ title: Localized, group: String? = nil) -> Choice { choice(id.text, title, group: group) }

    /// A closed list in words, with nothing before it.
    ///
    /// - Parameter key: the words are those of *key.case*.
    package func optional<Kind: RawRepresentable & CaseIterable>(_ key: String, _: Kind.Type) -> [Choice] where Kind.RawValue == String {
        [Choice("", "–")] + Kind.allCases.map { Choice($0.rawValue, say("\(key).\($0.rawValue)")) }
    }
}
