/// The six languages of the interface and of content.
package enum Language: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
    case en, fr, es, ar, ru, pt

    package var isRightToLeft: Bool { self == .ar }

    /// What its speakers call it.
    package var ownName: String {
        switch self {
        case .en: "English"
        case .fr: "Français"
        case .es: "Español"
        case .ar: "العربية"
        case .ru: "Русский"
        case .pt: "Português"
        }
    }

    /// The name of a member that says something in a language.
    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ language: Language) { stringValue = language.rawValue }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package static func < (a: Language, b: Language) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }

    /// The first of a browser's `Accept-Language` that is among the six, by its weights.
    package init?(accepting header: String) {
        let wishes = header.split(separator: ",").prefix(20).compactMap { part -> (language: Language, weight: Double)? in
            let pieces = part.split(separator: ";")
            guard let tag = pieces.first?.split(separator: "-").first,
                let language = Language(rawValue: tag.filter { $0 != " " }.lowercased())
            else { return nil }
            let weight = pieces.dropFirst().first { $0.contains("q=") }.flatMap { Double($0.drop { $0 != "=" }.dropFirst()) } ?? 1
            return (language, weight)
        }
        guard let best = wishes.max(by: { $0.weight < $1.weight }), best.weight > 0 else { return nil }
        self = wishes.first { $0.weight == best.weight }?.language ?? best.language
    }
}
