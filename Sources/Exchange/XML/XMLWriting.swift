/// Markup, line by line, two blanks deeper for each level.
struct XMLWriting {
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    mutating func line(_ text: String) { bytes += Array(repeating: 0x20, count: depth * 2) + Array(text.utf8) + [0x0A] }

    mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLWriting) -> Void) {
        line("<\(name)\(attributes.map { " \($0.0)=\"\(XMLWriting.escaped($0.1))\"" }.joined())>")
        depth += 1
        content(&self)
        depth -= 1
        line("</\(name)>")
    }

    mutating func text(_ name: String, _ text: String) { line("<\(name)>\(XMLWriting.escaped(text))</\(name)>") }

    mutating func textIfAny(_ name: String, _ text: String) { if !text.isEmpty { self.text(name, text) } }

    /// By scalars: `<` with a combining mark is one `Character`. What XML 1.0 cannot hold is left out.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: escaped.append(contentsOf: "&amp;".unicodeScalars)
            case 0x3C: escaped.append(contentsOf: "&lt;".unicodeScalars)
            case 0x3E: escaped.append(contentsOf: "&gt;".unicodeScalars)
            case 0x22: escaped.append(contentsOf: "&quot;".unicodeScalars)
            case 0x0D: escaped.append(contentsOf: "&#13;".unicodeScalars)
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
