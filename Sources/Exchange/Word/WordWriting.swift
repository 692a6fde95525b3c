/// The text itself, and the addresses that it names.
struct WordWriting {
    private(set) var addresses: [String] = []
    private let source: WordDocument
    private var bookmarks = 0

    init(_ source: WordDocument) { self.source = source }

    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var document: String {
        mutating get {
            var body = paragraph(style: "Title", runs([WordDocument.Run(source.title)]))
            for block in source.blocks { body += written(block) }
            let direction = source.isRightToLeft ? "<w:bidi/>" : ""
            // A4 with margins of 2.5 cm, in twentieths of a point.
            let margins = ["top", "right", "bottom", "left"].map { #"w:\#($0)="1417""# }.joined(separator: " ")
            let page = #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar \#(margins) w:header="708" w:footer="708" w:gutter="0"/>\#(direction)</w:sectPr>"#
            return #"<w:document xmlns:w="\#(WordWriting.main)" xmlns:r="\#(WordWriting.relations)"><w:body>\#(body)\#(page)</w:body></w:document>"#
        }
    }

    private mutating func written(_ block: WordDocument.Block) -> String {
        switch block {
        case .heading(let level, let text, let anchor):
            let style = "Heading\(min(max(level, 1), 3))", content = runs([WordDocument.Run(text)])
            guard let anchor else { return paragraph(style: style, content) }
            bookmarks += 1
            return paragraph(style: style, #"<w:bookmarkStart w:id="\#(bookmarks)" w:name="\#(WordWriting.name(anchor))"/>\#(content)<w:bookmarkEnd w:id="\#(bookmarks)"/>"#)
        case .paragraph(let content): return paragraph(style: nil, runs(content))
        case .item(let content): return paragraph(style: "ListBullet", runs(content))
        }
    }

    private func paragraph(style: String?, _ content: String) -> String {
        let properties = (style.map { #"<w:pStyle w:val="\#($0)"/>"# } ?? "") + (source.isRightToLeft ? "<w:bidi/>" : "")
        return "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(content)</w:p>"
    }

    private mutating func runs(_ content: [WordDocument.Run]) -> String {
        var written = ""
        for run in content {
            let properties = (run.link == nil ? "" : #"<w:rStyle w:val="Hyperlink"/>"#) + (run.isStrong ? "<w:b/>" : "") + (source.isRightToLeft ? "<w:rtl/>" : "")
            let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map { #"<w:t xml:space="preserve">\#(XMLWriting.escaped(String($0)))</w:t>"# }
            let text = "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")\(lines.joined(separator: "<w:br/>"))</w:r>"
            written += run.link.map { link(to: $0, text) } ?? text
        }
        return written
    }

    private mutating func link(to address: String, _ text: String) -> String {
        if address.hasPrefix("#") { return #"<w:hyperlink w:anchor="\#(WordWriting.name(String(address.dropFirst())))">\#(text)</w:hyperlink>"# }
        addresses.append(address)
        return #"<w:hyperlink r:id="rLink\#(addresses.count)">\#(text)</w:hyperlink>"#
    }

    /// Names of places hold letters, digits and `_`, 40 at most.
    private static func name(_ anchor: String) -> String {
        "p_" + String(anchor.unicodeScalars.prefix(38).map { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) ? Character($0) : "_" })
    }
}
