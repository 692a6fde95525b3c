/// How much of an XML document is read before it is refused.
package struct XMLLimits: Hashable, Sendable {
    package var bytes: Int
    package var depth: Int
    package var elements: Int
    /// UTF-8 bytes of one text, markup inside it left out.
    package var textBytes: Int
    /// Attributes of one element.
    package var attributes: Int

    package init(bytes: Int, depth: Int, elements: Int, textBytes: Int, attributes: Int) {
        self.bytes = bytes
        self.depth = depth
        self.elements = elements
        self.textBytes = textBytes
        self.attributes = attributes
    }

    /// 4 MiB, 64 levels, 50,000 elements, 256 KiB a text, 100 attributes.
    package static let standard = XMLLimits(bytes: 4 << 20, depth: 64, elements: 50_000, textBytes: 256 << 10, attributes: 100)
}

/// Why a file is not read as the XML that it should be at all.
///
/// `key` and `arguments` are for the interface, which says it in the reader's language. Arguments can hold text of the file, at most 80
/// characters: escape it like any text of a stranger.
package enum XMLFault: Error, Hashable, Sendable {
    /// A document type declaration anywhere in the file, comments included: entities can be declared there (XXE, ASVS 5.0 1.5.1).
    case doctype(line: Int)
    case tooDeep(line: Int, limit: Int)
    case tooLarge(line: Int, what: Measure, limit: Int)
    /// An encoding other than UTF-8, UTF-16, ISO-8859-1 and Windows-1252.
    case encoding(name: String)
    /// Not well-formed XML; the message is English and for experts.
    case notXML(line: Int, message: String)
    /// XML of another kind than the one wanted.
    case otherRoot(root: String, wanted: String)

    /// What there was too much of.
    package enum Measure: String, Hashable, Sendable, CaseIterable {
        case bytes
        case elements
        case text
        case attributes
    }

    /// A stable key for the interface's sentence.
    package var key: String {
        switch self {
        case .doctype: "xml.fault.doctype"
        case .tooDeep: "xml.fault.too-deep"
        case .tooLarge(_, let what, _): "xml.fault.too-large-\(what.rawValue)"
        case .encoding: "xml.fault.encoding"
        case .notXML: "xml.fault.not-xml"
        case .otherRoot: "xml.fault.other-root"
        }
    }

    /// What the sentence of `key` needs: `line`, `limit`, `message`, `name`, `root`, `wanted`.
    package var arguments: [String: String] {
        switch self {
        case .doctype(let line): ["line": "\(line)"]
        case .tooDeep(let line, let limit), .tooLarge(let line, _, let limit): ["line": "\(line)", "limit": "\(limit)"]
        case .encoding(let name): ["name": String(name.prefix(80))]
        case .notXML(let line, let message): ["line": "\(line)", "message": String(message.prefix(80))]
        case .otherRoot(let root, let wanted): ["root": String(root.prefix(80)), "wanted": wanted]
        }
    }
}
