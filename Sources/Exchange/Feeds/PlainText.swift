/// Plain text out of a piece of HTML: never shown as markup, so that what is not understood stays as it is written.
///
/// In one pass over the bytes: what is known not to come any more is not looked for again, so that no text is slow to read.
struct PlainText {
    private let bytes: [UInt8]
    private var place = 0
    private var text: [UInt8] = []
    /// Where the last tag ends.
    private let lastEnd: Int
    /// Elements whose end does not come any more.
    private var endless: Set<String> = []

    private init(_ markup: String) {
        bytes = Array(markup.utf8)
        lastEnd = bytes.lastIndex(of: PlainText.end) ?? -1
        text.reserveCapacity(bytes.count)
    }

    static func ofMarkup(_ markup: String) -> String {
        var reading = PlainText(markup)
        while reading.place < reading.bytes.count { reading.step() }
        return tidied(CharacterReferences.read(String(decoding: reading.text, as: UTF8.self))).asTyped
    }

    private static let begin = UInt8(ascii: "<"), end = UInt8(ascii: ">"), slash = UInt8(ascii: "/"), mark = UInt8(ascii: "!"), newLine = UInt8(ascii: "\n")

    private mutating func step() {
        let byte = bytes[place]
        // A sign for “less” opens no tag where nothing follows that a tag begins with.
        guard byte == PlainText.begin, place < lastEnd, PlainText.opensTag(bytes[place + 1]) else {
            text.append(byte)
            place += 1
            return
        }
        let isEnd = bytes[place + 1] == PlainText.slash
        var name = "", next = place + (isEnd ? 2 : 1)
        while next < lastEnd, PlainText.isPlain(bytes[next]), name.utf8.count < 20 {
            name.unicodeScalars.append(Unicode.Scalar(bytes[next] | 0x20))
            next += 1
        }
        while bytes[next] != PlainText.end { next += 1 }
        place = next + 1
        if PlainText.breaking.contains(name) { text.append(PlainText.newLine) }
        if !isEnd, PlainText.hidden.contains(name) { skip(to: name) }
    }

    /// What stands in a script or a style is nothing to read.
    private mutating func skip(to name: String) {
        guard !endless.contains(name) else { return }
        let wanted = Array("</\(name)".utf8)
        var next = place
        while next + wanted.count <= bytes.count {
            if bytes[next] == PlainText.begin, bytes[next..<next + wanted.count].elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 }) {
                place = next
                return
            }
            next += 1
        }
        endless.insert(name)
    }

    private static func opensTag(_ byte: UInt8) -> Bool { byte == slash || byte == mark || isPlain(byte) }
    private static func isPlain(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) }

    /// Lines without spaces around them, at most one empty line between two.
    private static func tidied(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(words)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static let breaking: Set<String> = ["p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote"]
    private static let hidden: Set<String> = ["script", "style"]
}
