import Organisation

/// Marks as they stand behind a word: French has a narrow blank before the taller ones, Arabic has marks of its own.
extension Language {
    package var colon: String { self == .fr ? "\u{202F}:" : ":" }

    /// Between the parts of a list.
    package var comma: String { self == .ar ? "، " : ", " }

    /// Between parts that may have commas of their own.
    package var semicolon: String {
        switch self {
        case .ar: "؛ "
        case .fr: "\u{202F}; "
        case .en, .es, .ru, .pt: "; "
        }
    }
}
