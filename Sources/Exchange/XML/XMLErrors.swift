/// The parser's error numbers (libxml2, `xmlerror.h`), of which Foundation on Linux passes on nothing but the number.
enum XMLErrors {
    /// Prefixes that nobody declared and the like: the tree can be read all the same.
    static func isAboutNamespaces(_ code: Int) -> Bool { (200...205).contains(code) }

    static func message(for code: Int) -> String {
        switch code {
        case 4: "the document is empty"
        case 5: "content after the end of the document, or the document ends too early"
        case 6...8: "a character reference that names no character"
        case 9: "a character that XML does not allow"
        case 22, 23, 26...28: "an entity that is not declared, or an & that should be &amp;"
        case 33...41, 65: "a mistake in an attribute"
        case 42: "the same attribute twice in one tag"
        case 44...46, 80: "a comment or an instruction that is not closed"
        case 62: "]]> in a text"
        case 63: "a CDATA section that is not closed"
        case 64: "an XML declaration that is not at the very start"
        case 68, 73: "a tag that is not written correctly"
        case 74...77: "tags that do not match"
        default: "error \(code) of libxml2"
        }
    }
}
