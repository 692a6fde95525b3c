import Foundation
import Journal

/// A code as somebody wrote it, such that two that look alike are the same: nothing invisible in it, wide and styled letters as plain ones.
package struct WrittenCode: Equatable, Sendable {
    package let text: String

    /// - Returns: `nil` where letters of alphabets that look alike are mixed: a Cyrillic А among Latin letters is no A to whoever looks for it.
    package init?(_ written: String) {
        let plain = written.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        text = String(String.UnicodeScalarView(plain)).trimmingCharacters(in: .whitespacesAndNewlines)
        guard Set(plain.compactMap(WrittenCode.alphabet)).count <= 1 else { return nil }
    }

    /// - Parameter field: where it was entered; `nil` for a file.
    /// - Throws: where letters of alphabets that look alike are mixed.
    package static func of(_ written: String, field: String?) throws(Refusal) -> String {
        guard let code = WrittenCode(written) else { throw Refusal("pages.refusal.mixed-code", ["code": String(written.prefix(40))], field: field, ofFieldAlone: field != nil) }
        return code.text
    }

    private enum Alphabet { case latin, greek, cyrillic }

    private static func alphabet(of scalar: Unicode.Scalar) -> Alphabet? {
        guard scalar.properties.isAlphabetic else { return nil }
        switch scalar.value {
        case 0x41...0x24F, 0x1E00...0x1EFF: return .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x52F: return .cyrillic
        default: return nil
        }
    }
}

extension Entered {
    /// The code in the field `code`, as it is kept and compared, of at most 40 characters.
    ///
    /// - Parameter present: what stands now, which may stay as it was written before there were rules; `nil` where there is none.
    package func code(instead present: String?, required: Bool) throws(Refusal) -> String {
        let written = try line("code", max: 40, required: required)
        if written == present { return written }
        let code = try WrittenCode.of(written, field: "code")
        if required, code.isEmpty { throw Refusal("pages.refusal.required", field: "code", ofFieldAlone: true) }
        return code
    }
}
