import Journal
import Testing

@testable import Exchange

@Suite("Feeds of news as they are saved")
struct FeedTests {
    private func feed(_ text: String) throws -> Feed { try Feed(Array(text.utf8), limits: .standard) }

    @Test("Atom: title, summary as plain text, the address that shows it, the day of publication")
    func atom() throws {
        let feed = try feed(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr-CA"><title>Port News</title>
            <entry><title type="html">Drones &amp;amp; ports</title><link rel="self" href="https://example.org/feed"/><link href="https://example.org/1"/>
            <updated>2026-05-03T10:00:00Z</updated><published>2026-05-01T23:59:00-05:00</published>
            <summary type="html">&lt;p&gt;First.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;a &amp;lt; b &amp;#233;&lt;/p&gt;</summary></entry>
            <entry><title>Only a title</title></entry></feed>
            """)
        #expect(feed.title == "Port News" && feed.language == "fr-CA" && feed.entries.count == 2)
        let first = try #require(feed.entries.first)
        #expect(first.title == "Drones & ports" && first.text == "First.\n\na < b é" && first.link == "https://example.org/1" && first.on == Day("2026-05-01") && first.line == 3)
        #expect(feed.entries[1] == Feed.Entry(line: 6, title: "Only a title", text: "", link: "", on: nil))
    }

    @Test("RSS 2.0 and 1.0: days as in mails or as stamps, an address also out of the permanent name")
    func rss() throws {
        let two = try feed(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Trade</title><language>es</language>
            <item><title>Uno</title><guid>https://example.org/u</guid><pubDate>Fri, 1 May 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[<b>Texto</b> largo]]></content:encoded></item>
            <item><title>Dos</title><guid isPermaLink="false">https://example.org/no</guid><link>javascript:alert(1)</link><pubDate>31 Feb 26</pubDate></item></channel></rss>
            """)
        #expect(two.language == "es" && two.entries.map(\.link) == ["https://example.org/u", ""] && two.entries.map(\.on) == [Day("2026-05-01"), nil])
        #expect(two.entries.map(\.text) == ["Texto largo", ""])
        let one = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Old</title></channel><item><title>Eins</title><link> https://example.org/e </link><dc:date>2026-04-30T00:00:00Z</dc:date></item></rdf:RDF>
            """)
        #expect(one.title == "Old" && one.entries.map(\.link) == ["https://example.org/e"] && one.entries.map(\.on) == [Day("2026-04-30")])
    }

    @Test("what stands between two scripts stays; what other vocabularies call the same is not taken for its own; no text is slow to read")
    func texts() throws {
        #expect(PlainText.ofMarkup("<p>A</p><script>1</script><p>B</p><STYLE>x</style><p>C</p><script>never closed") == "A\n\nB\n\nC\nnever closed")
        let other = try feed(
            """
            <rss xmlns:media="urn:m" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>N</title>
            <item><media:title>Picture</media:title><title>Own</title><atom:link href="https://example.org/feed"/><link>https://example.org/1</link></item></channel></rss>
            """)
        #expect(other.entries.map(\.title) == ["Own"] && other.entries.map(\.link) == ["https://example.org/1"])
        // Each of these was quadratic once: minutes instead of a moment.
        for flood in ["<a", "<style>", "&", "<script", "a<"] { #expect(PlainText.ofMarkup(String(repeating: flood, count: 100_000)).utf8.count <= 700_000) }
    }

    @Test("what is hostile, broken or no feed is refused by name")
    func refused() {
        #expect(throws: XMLFault.doctype(line: 1)) { try feed("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>") }
        #expect(throws: XMLFault.otherRoot(root: "html", wanted: "Atom, RSS")) { try feed("<html><body/></html>") }
        #expect(throws: XMLFault.self) { try feed("<rss><channel>") }
    }
}
