import Foundation

/// What a character becomes when texts are compared: nothing, a space, or some letters and digits in UTF-8.
///
/// NFKD without marks and full case folding (Unicode 16, chapters 3.11 and 3.13), and on top of it what readers take for the same: Arabic
/// without tatweel and with one alef, one ya and one ta marbuta (as ha), letters with strokes and ligatures as their plain letters, digits of
/// all scripts as 0 to 9. Whatever is neither letter nor digit separates words, so that apostrophes and hyphens of every kind are equal. A full
/// stop is told apart, for it holds codes such as 1.1 together.
package enum FoldedScalar {
    /// What separates words.
    package static let space: UInt8 = 0x20
    /// What holds the parts of a code together.
    package static let stop: UInt8 = 0x2E

    /// In UTF-8: letters and digits, `space` and `stop`.
    package static func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
        scalar.value < known.count ? known[Int(scalar.value)] : fold(scalar)
    }

    /// Letters of the languages of the interface and their neighbours, and common punctuation, folded once.
    private static let known: [[UInt8]] = (0..<0x2100).map { value in Unicode.Scalar(UInt32(value)).map(fold) ?? [] }

    private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
        String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.flatMap { part in
            caseFolded(part).unicodeScalars.flatMap(plain)
        }
    }

    /// Down, up and down again: ẞ and ß both become ss, ς and Σ both σ.
    private static func caseFolded(_ scalar: Unicode.Scalar) -> String {
        let lower = scalar.properties.lowercaseMapping
        let upper = lower.unicodeScalars.map(\.properties.uppercaseMapping).joined()
        return upper.unicodeScalars.map(\.properties.lowercaseMapping).joined()
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        if let same = equals[scalar] { return Array(same.utf8) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format,
            .control where scalar != "\t" && scalar != "\n" && scalar != "\r":
            return []
        case .decimalNumber: return scalar.properties.numericValue.flatMap { UInt8(exactly: $0) }.map { [0x30 + $0] } ?? [space]
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark, .letterNumber, .otherNumber:
            return Array(String(scalar).utf8)
        default: return [scalar == "." ? stop : space]
        }
    }

    private static let equals: [Unicode.Scalar: String] = [
        "\u{0640}": "", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ە": "ه", "ک": "ك", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d",
        "ð": "d", "þ": "th", "ı": "i", "ʼ": " ", "ʻ": " ", "ʹ": " ", "ʾ": " ", "ʿ": " ",
    ]
}
