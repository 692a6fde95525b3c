import Foundation
import FoundationXML

/// Parts of a workbook as XML: looked over before any parser sees them, like every XML from outside.
enum WorkbookXML {
    /// A large sheet has a million elements; nothing in a workbook is deep.
    private static func limits(_ bytes: Int) -> XMLLimits {
        XMLLimits(bytes: bytes, depth: 32, elements: 4_000_000, textBytes: 256 << 10, attributes: 100)
    }

    /// A small part as a tree.
    static func tree(_ bytes: [UInt8], part: String) throws(WorkbookFault) -> MarkupElement {
        let limits = XMLLimits(bytes: 8 << 20, depth: 32, elements: 100_000, textBytes: 256 << 10, attributes: 200)
        do throws(XMLFault) {
            return try MarkupElement.parsing(XMLText(bytes: bytes, limits: limits), limits: limits)
        } catch { throw fault(error, part) }
    }

    /// A large part, element by element.
    static func walk(_ bytes: [UInt8], part: String, with listener: WorkbookListener) throws(WorkbookFault) {
        let text: XMLText
        do throws(XMLFault) {
            text = try XMLText(bytes: bytes, limits: limits(bytes.count * 3 + 1024))
            _ = try XMLGuard(text, limits: limits(bytes.count * 3 + 1024))
        } catch { throw fault(error, part) }
        let parser = XMLParser(data: Data(text.bytes))
        let delegate = Listening(listener)
        parser.delegate = delegate
        _ = parser.parse()
        if let fault = listener.fault { throw fault }
        if delegate.isBroken || !delegate.isFinished { throw .damaged(part: part) }
    }

    private static func fault(_ fault: XMLFault, _ part: String) -> WorkbookFault {
        switch fault {
        case .doctype: .doctype(part: part)
        case .tooDeep: .tooDeep(part: part)
        case .tooLarge, .encoding, .notXML, .otherRoot: .damaged(part: part)
        }
    }
}

/// What hears the elements of a large part. Names come without prefix.
class WorkbookListener {
    /// Once there is one, nothing more is heard.
    var fault: WorkbookFault?
    private var finer = 0

    /// Pieces of differently set text in which a whole sheet may be written: a cell of a million pieces takes half a minute to put together.
    static let mostFiner = 200_000

    /// An element within a cell, of which a text needs more than one only where it is set in several ways.
    final func countFiner() {
        finer += 1
        if finer > WorkbookListener.mostFiner { fault = .tooManyCells(limit: WorkbookListener.mostFiner) }
    }

    func begin(_ name: String, _ attributes: [String: String]) {}
    func end(_ name: String) {}
    func text(_ text: String) {}
}

private final class Listening: NSObject, XMLParserDelegate {
    private let listener: WorkbookListener
    private var depth = 0
    private(set) var isBroken = false
    private(set) var isFinished = false

    init(_ listener: WorkbookListener) { self.listener = listener }

    func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
        depth += 1
        guard listener.fault == nil else { return parser.abortParsing() }
        listener.begin(Listening.plain(name), attributes)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
        if depth == 0 { isFinished = true }
        guard listener.fault == nil else { return parser.abortParsing() }
        listener.end(Listening.plain(name))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { listener.text(string) }

    func parser(_ parser: XMLParser, foundCDATA data: Data) { listener.text(String(decoding: data, as: UTF8.self)) }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        if !XMLErrors.isAboutNamespaces((error as NSError).code) { isBroken = true }
    }

    private static func plain(_ name: String) -> String { name.contains(":") ? String(name.split(separator: ":").last ?? "") : name }
}
