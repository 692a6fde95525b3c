import Foundation
import Journal

/// A code as somebody wrote it, such that two that look alike are the same: nothing invisible in it, wide and styled letters as plain ones,
/// the digits of every script as those of all others.
package struct WrittenCode: Equatable, Sendable {
    /// Characters (Unicode scalars) of a code at most, as it is kept.
    package static let most = 40

    package let text: String

    /// - Returns: `nil` where letters of alphabets that look alike are mixed: a Cyrillic А among Latin letters is no A to whoever looks for it.
    package init?(_ written: String) {
        text = WrittenCode.plain(written)
        guard Set(text.unicodeScalars.compactMap(WrittenCode.alphabet)).count <= 1 else { return nil }
    }

    /// Without what nobody sees, and with what looks the same written in the same way.
    static func plain(_ written: String) -> String {
        let scalars = written.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }.map(\.withPlainDigit)
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// - Parameter field: where it was entered; `nil` for a file.
    /// - Throws: where letters of alphabets that look alike are mixed, and where it is longer than a code may be. One sign can stand for many
    ///   letters: only what becomes of it can be measured.
    package static func of(_ written: String, field: String?) throws(Refusal) -> String {
        guard let code = WrittenCode(written) else { throw Refusal("pages.refusal.mixed-code", ["code": String(written.prefix(40))], field: field, ofFieldAlone: field != nil) }
        guard code.text.unicodeScalars.count <= most else { throw Refusal("pages.refusal.too-long", ["max": "\(most)"], field: field, ofFieldAlone: field != nil) }
        return code.text
    }

    private enum Alphabet { case latin, greek, cyrillic }

    private static func alphabet(of scalar: Unicode.Scalar) -> Alphabet? {
        guard scalar.properties.isAlphabetic else { return nil }
        switch scalar.value {
        // The signs of a millionth and of resistance stand among the letters of every alphabet, and look like none of them.
        case 0x3BC, 0x3A9: return nil
        case 0x41...0x24F, 0x1E00...0x1EFF: return .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x52F: return .cyrillic
        default: return nil
        }
    }
}

extension Unicode.Scalar {
    /// A digit of any script as that of ASCII; everything else as it is.
    fileprivate var withPlainDigit: Unicode.Scalar {
        guard !isASCII, properties.numericType == .decimal, let digit = properties.numericValue.flatMap({ UInt8(exactly: $0) }), digit < 10 else { return self }
        return Unicode.Scalar(0x30 + digit)
    }
}

extension Entered {
    /// The code in the field `code`, as it is kept and compared, of at most `WrittenCode.most` characters.
    ///
    /// - Parameter present: what stands now, which may stay as it was written before there were rules; `nil` where there is none.
    package func code(instead present: String?, required: Bool) throws(Refusal) -> String {
        let written = try line("code", required: required)
        if written == present { return written }
        let code = try WrittenCode.of(written, field: "code")
        if required, code.isEmpty { throw Refusal("pages.refusal.required", field: "code", ofFieldAlone: true) }
        return code
    }
}
