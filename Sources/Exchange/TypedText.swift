import Foundation

/// Texts at the border, however they come: typed into a form, sent by a program, in a table or a document.
extension String {
    /// As people type: NFC, every break of a line the same, without control characters and direction overrides. A text in which nothing shows is
    /// empty: a name of zero-width characters is none.
    package var asTyped: String {
        // Most of what comes is plain.
        if utf8.allSatisfy({ $0 == 0x0A || (0x20...0x7E).contains($0) }) { return self }
        var marks = 0
        let kept = unicodeScalars.map { $0.value == 0x2028 || $0.value == 0x2029 ? "\n" : $0 }.filter { scalar in
            // To put endless marks on one letter into their order takes time with the square of their number; no writing has more than a few.
            guard scalar.isKept else { return false }
            marks = scalar.isMark ? marks + 1 : 0
            return marks <= String.mostMarks
        }
        // White space alone is left to whoever trims it: a password may hold it.
        if !kept.contains(where: \.isSeen), kept.contains(where: { !$0.properties.isWhitespace }) { return "" }
        let text = String(String.UnicodeScalarView(kept))
        // Far beyond every limit: it will be refused, and normalising it would take long.
        return text.utf8.count > 200_000 ? text : text.precomposedStringWithCanonicalMapping
    }

    /// As many as a text that can be put in order in one pass may have in a row (UAX 15, Stream-Safe Text Format).
    private static let mostMarks = 30
}

extension Unicode.Scalar {
    /// Whether it is put in order with others before and behind it.
    fileprivate var isMark: Bool { value >= 0x300 && properties.canonicalCombiningClass != .notReordered }

    fileprivate var isKept: Bool {
        switch value {
        case 0x09, 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFF: false
        default: true
        }
    }

    /// Whether something shows where it stands by itself: neither white space, nor what only joins, turns or hides others, nor a blank that is
    /// called a letter or a symbol.
    fileprivate var isSeen: Bool {
        if isASCII { return (0x21...0x7E).contains(value) }
        // The empty pattern of Braille and the head of a note that has none are blanks by their shape alone. The fillers of Hangul, variation
        // selectors, tags, joiners and marks of direction are ignorable, as Unicode calls it.
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value == 0x2800 || value == 0x1D159 { return false }
        return switch properties.generalCategory {
        case .control, .format, .surrogate: false
        default: true
        }
    }
}
