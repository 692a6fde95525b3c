import Journal

/// A feed of news as it was saved: Atom (RFC 4287), RSS 2.0 or RSS 1.0.
package struct Feed: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        /// Where in the file it begins.
        package var line: Int
        /// Plain text, as all of it; empty where there is none.
        package var title: String
        package var text: String
        /// Where it can be read; empty where that is no address of the web.
        package var link: String
        /// When it was published, or else changed; in the feed's own time zone.
        package var on: Day?
    }

    package var title: String
    /// As the feed says it, such as `fr-CA`; empty where it does not.
    package var language: String
    package var entries: [Entry]

    /// - Throws: `XMLFault` for anything hostile, for what is not well-formed, and for what is no feed.
    package init(_ bytes: [UInt8], limits: XMLLimits) throws(XMLFault) {
        let root = try MarkupElement.parsing(try XMLText(bytes: bytes, limits: limits), limits: limits)
        switch root.name {
        case "feed":
            title = root.plain("title")
            language = root.attributes["xml:lang"] ?? ""
            entries = root.all("entry").map { Feed.entry(ofAtom: $0) }
        case "rss", "RDF":
            let channel = root.all("channel").first
            title = channel?.plain("title") ?? ""
            language = channel?.plain("language") ?? ""
            // RSS 1.0 has its items beside the channel.
            entries = (root.all("item") + (channel?.all("item") ?? [])).map { Feed.entry(ofRSS: $0) }
        default: throw .otherRoot(root: root.name, wanted: "Atom, RSS")
        }
    }

    private static func entry(ofAtom node: MarkupElement) -> Entry {
        let links = node.all("link").filter { ["alternate", nil].contains($0.attributes["rel"]) }.compactMap { $0.attributes["href"] }
        let texts = ["summary", "content"].map { node.plain($0) }, days = ["published", "updated"].compactMap { node.first($0).flatMap { FeedDay.ofStamp($0.text) } }
        return Entry(line: node.line, title: node.plain("title"), text: texts.first { !$0.isEmpty } ?? "", link: address(among: links), on: days.first)
    }

    private static func entry(ofRSS node: MarkupElement) -> Entry {
        let guid = node.first("guid").flatMap { $0.attributes["isPermaLink"] == "false" ? nil : $0.text }
        let texts = ["description", "encoded"].map { node.plain($0) }
        let on = node.first("pubDate").flatMap { FeedDay.ofMail($0.text) } ?? node.first("date").flatMap { FeedDay.ofStamp($0.text) }
        return Entry(
            line: node.line, title: node.plain("title"), text: texts.first { !$0.isEmpty } ?? "", link: address(among: [node.first("link")?.text, guid].compactMap { $0 }), on: on)
    }

    private static func address(among texts: [String]) -> String {
        let trimmed = texts.map { $0.asTyped.split(whereSeparator: \.isWhitespace).joined() }
        return trimmed.first(where: \.isWebAddress) ?? ""
    }
}

extension MarkupElement {
    /// Of its own kind first: what other vocabularies put beside it often has the same name.
    fileprivate func all(_ name: String) -> [MarkupElement] {
        let named = children.filter { $0.name == name }, own = named.filter { $0.namespace == namespace }
        return own.isEmpty ? named : own
    }

    fileprivate func first(_ name: String) -> MarkupElement? { all(name).first }

    /// What a child says, without the markup that may be written into it.
    fileprivate func plain(_ name: String) -> String {
        guard let child = first(name) else { return "" }
        // Of a title of Atom without a type, `<` means itself; writers mean markup more often than that.
        return PlainText.ofMarkup(child.text)
    }
}
