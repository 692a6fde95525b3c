extension CSVTable {
    /// What the reader concluded about a file that does not say it of itself; the import report shows both to the person.
    package struct Assumptions: Hashable, Sendable {
        /// How the bytes were read as text.
        package let encoding: CSVEncoding
        /// What stands between two cells.
        package let separator: CSVSeparator
        /// Whether the file named its separator in a first line `sep=;`, so that nothing was assumed about it.
        package let separatorIsDeclared: Bool
    }
}

/// The encodings a table is read from; the raw value is a stable key for the interface.
package enum CSVEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8
    case utf8WithBOM = "utf8-bom"
    case utf16le
    case utf16be
    /// Assumed for bytes that are not UTF-8: what spreadsheets in Western languages write.
    case windows1252
}

/// The four separators of cells; the raw value is the byte itself.
package enum CSVSeparator: UInt8, Hashable, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C

    /// A stable key for the interface.
    package var key: String {
        switch self {
        case .comma: "comma"
        case .semicolon: "semicolon"
        case .tab: "tab"
        case .bar: "bar"
        }
    }
}
