/// Identifiers as XML has them: `xsd:ID`, an NCName (Namespaces in XML 1.0, production 4; XML 1.0 fifth edition, productions 4 and 4a).
enum StratMLIdentifier {
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy { isNameStart($0) || isNameRest($0) }
    }

    /// `_` before an identifier that only starts wrongly, as the usual UUID does; nil if that is no help.
    static func prefixed(_ text: String) -> String? {
        isName("_" + text) ? "_" + text : nil
    }

    /// A name that stands for an identifier still to come, as converters write it: `PLACEHOLDER_1`.
    static func isPlaceholder(_ text: String) -> Bool {
        text.uppercased().wholeMatch(of: /PLACEHOLDER[_\-]?[0-9]*/) != nil
    }

    static func collectRespelled(below node: MarkupElement, into respelled: inout [String: String]) {
        for child in node.children {
            if child.name == "Identifier" {
                let text = StratMLText.line(child.text)
                if !text.isEmpty, !isName(text), let name = prefixed(text) { respelled[text] = name }
            } else {
                collectRespelled(below: child, into: &respelled)
            }
        }
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
            0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    private static func isNameRest(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }
}
