import Foundation
import Journal

/// By what a code or a name is found where somebody writes it: two that read the same are the same, whatever they were typed with.
package struct NameKey: Hashable, Sendable {
    /// Composed, without what nobody sees, wide letters as plain ones, the digits of every script as 0 to 9, in small letters.
    package let text: String

    package init(_ written: String) {
        let isPlain = written.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        text = (isPlain ? written : WrittenCode.plain(written)).lowercased()
    }

    /// What it looks like to a reader of Latin letters: Greek and Cyrillic ones whose capitals look like Latin ones stand as those.
    package var look: String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { NameKey.latin[$0] ?? $0 }))
    }

    private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
        let cyrillic = zip("авекмнорстухіјѕԛԝӏ".unicodeScalars, "abekmhopctyxijsqwi".unicodeScalars)
        let greek = zip("αβεζηικμνορτυχϲϳ".unicodeScalars, "abezhikmnoptyxcj".unicodeScalars)
        return Dictionary(Array(cyrillic) + Array(greek)) { first, _ in first }
    }()

    /// Of names that are known that which looks like one that is not, and is written in letters of another alphabet.
    package static func lookAlike(of written: String, among known: some Sequence<String>) -> String? {
        let wanted = NameKey(written), look = wanted.look, isPlain = wanted.text.utf8.allSatisfy { $0 < 0x80 }
        return known.first { name in
            // Among the letters of ASCII nothing looks like something else.
            if isPlain, name.utf8.allSatisfy({ $0 < 0x80 }) { return false }
            let key = NameKey(name)
            return key != wanted && key.look == look
        }
    }
}

extension Refusal {
    /// Says of a name that nothing goes by that it looks like another that something goes by; `nil` where it does not.
    package static func lookAlike(of written: String, among known: some Sequence<String>, field: String?) -> Refusal? {
        NameKey.lookAlike(of: written, among: known).map { Refusal("pages.refusal.look-alike", ["text": String(written.prefix(40)), "known": $0], field: field) }
    }
}
