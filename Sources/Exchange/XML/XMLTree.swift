import Foundation
import FoundationXML

/// One element of a parsed document, with all it contains.
struct MarkupElement {
    /// Without prefix.
    let name: String
    /// nil where there is none or its prefix is not declared.
    let namespace: String?
    /// By name with prefix; namespace declarations included.
    let attributes: [String: String]
    let line: Int
    var content: [Content] = []

    enum Content {
        case text(String)
        case node(MarkupElement)
    }

    var children: [MarkupElement] {
        content.compactMap { if case .node(let node) = $0 { node } else { nil } }
    }

    /// All text, that inside markup included.
    var text: String {
        content.reduce(into: "") { text, part in
            switch part {
            case .text(let piece): text += piece
            case .node(let node): text += node.text
            }
        }
    }

    /// Whether neither the element nor anything in it says anything.
    var isBlank: Bool {
        content.allSatisfy { part in
            switch part {
            case .text(let piece): piece.allSatisfy(\.isWhitespace)
            case .node(let node): node.isBlank
            }
        }
    }

    /// Parses a document that the guard has let through.
    static func parsing(_ text: XMLText, limits: XMLLimits) throws(XMLFault) -> MarkupElement {
        let guardian = try XMLGuard(text, limits: limits)
        let builder = XMLTreeBuilder(lines: guardian.lines)
        let parser = XMLParser(data: Data(text.bytes))
        parser.delegate = builder
        _ = parser.parse()
        if let fault = builder.fault { throw fault }
        // `parse()` answers true for an unfinished document and for an empty one (measured on FoundationXML 6.3).
        guard let root = builder.root else { throw .notXML(line: max(1, parser.lineNumber), message: "no complete root element") }
        return root
    }
}

/// Listens to the parser and builds the tree.
private final class XMLTreeBuilder: NSObject, XMLParserDelegate {
    private(set) var root: MarkupElement?
    private(set) var fault: XMLFault?
    private let lines: [Int]
    private var count = 0
    private var open: [MarkupElement] = []
    private var scopes: [[String: String]] = []

    init(lines: [Int]) { self.lines = lines }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        guard fault == nil else { return }
        var scope = scopes.last ?? [:]
        for (key, value) in attributes {
            if key == "xmlns" { scope[""] = value } else if key.hasPrefix("xmlns:") { scope[String(key.dropFirst(6))] = value }
        }
        scopes.append(scope)
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        let namespace = scope[prefix].flatMap { $0.isEmpty ? nil : $0 }
        let line = lines.indices.contains(count) ? lines[count] : parser.lineNumber
        count += 1
        open.append(MarkupElement(name: String(parts.last ?? ""), namespace: namespace, attributes: attributes, line: line))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard fault == nil, let node = open.popLast() else { return }
        _ = scopes.popLast()
        if open.isEmpty { root = root ?? node } else { open[open.count - 1].content.append(.node(node)) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { append(string) }

    func parser(_ parser: XMLParser, foundCDATA data: Data) { append(String(decoding: data, as: UTF8.self)) }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        let code = (error as NSError).code
        guard fault == nil, !XMLErrors.isAboutNamespaces(code) else { return }
        fault = .notXML(line: max(1, parser.lineNumber), message: XMLErrors.message(for: code))
    }

    private func append(_ text: String) {
        guard fault == nil, !open.isEmpty else { return }
        open[open.count - 1].content.append(.text(text))
    }
}
