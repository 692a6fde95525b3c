/// A text that may be HTML, as LimeSurvey's are, in plain words; and back.
///
/// Lines and paragraphs become line breaks, the address of a link stands behind its words, scripts and styles go. A sign that begins no tag known here
/// stays as it is: `a < b` is no markup.
package struct MarkedUpText {
    package private(set) var plain = ""
    /// Whether more than line breaks was taken away.
    package private(set) var wasMarkedUp = false
    private var address: String?

    private static let known = Set(
        """
        a abbr audio b big blockquote br button center code del div em embed font form h1 h2 h3 h4 h5 h6 hr i iframe img input ins
        label li link mark meta object ol p pre s script small span strike strong style sub sup svg table tbody td tfoot th thead tr u ul video
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    private static let breaking: Set<String> = ["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "table", "ul", "ol"]
    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "laquo": "«", "raquo": "»",
    ]

    package init(_ text: String) {
        // Most are plain.
        guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else {
            plain = text.asTyped.trimmingBlanks
            return
        }
        var rest = Substring(text)
        while let sign = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
            plain += rest[..<sign]
            rest = rest[sign...]
            if rest.first == "&" { takeEntity(&rest) } else { takeTag(&rest) }
        }
        plain = (plain + rest).tidied
    }

    private mutating func takeEntity(_ rest: inout Substring) {
        let body = rest.dropFirst().prefix(12)
        if let end = body.firstIndex(of: ";"), let text = Self.decoded(body[..<end]) {
            plain += text
            rest = rest[body.index(after: end)...]
        } else {
            plain.append("&")
            rest = rest.dropFirst()
        }
    }

    private static func decoded(_ name: Substring) -> String? {
        if let text = entities[String(name)] { return text }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst(), isHex = digits.first?.lowercased() == "x"
        return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }

    private mutating func takeTag(_ rest: inout Substring) {
        let inside = rest.dropFirst(), isEnd = inside.first == "/"
        let name = (isEnd ? inside.dropFirst() : inside).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        if inside.hasPrefix("!--") {
            wasMarkedUp = true
            rest = Self.end(of: "-->", in: inside).map { inside[$0...] } ?? Substring()
            return
        }
        // A tag ends before the next begins, so that each sign is looked at once.
        guard Self.known.contains(name), let end = inside.firstIndex(where: { $0 == ">" || $0 == "<" }), inside[end] == ">" else {
            plain.append("<")
            rest = inside
            return
        }
        let tag = inside[..<end]
        rest = inside[end...].dropFirst()
        if name != "br" { wasMarkedUp = true }
        if !isEnd, name == "script" || name == "style" { rest = Self.end(of: "</\(name)>", in: rest).map { rest[$0...] } ?? Substring() }
        // A line break in the text behind one in the markup is the same.
        if Self.breaking.contains(name) {
            plain.append("\n")
            if rest.first?.isNewline == true { rest = rest.dropFirst() }
        }
        if name == "li", !isEnd { plain += "– " }
        if name == "a" { isEnd ? closeLink() : openLink(tag) }
    }

    private mutating func openLink(_ tag: Substring) {
        address = nil
        guard let start = Self.end(of: "href=", in: tag), let quote = tag[start...].first, quote == "\"" || quote == "'" else { return }
        let found = tag[start...].dropFirst().prefix { $0 != quote }
        if found.lowercased().hasPrefix("http") { address = String(found) }
    }

    private mutating func closeLink() {
        if let address, !plain.hasSuffix(address) { plain += " (\(address))" }
        address = nil
    }

    /// Behind the first place where something stands, whatever its case.
    private static func end(of wanted: String, in text: Substring) -> Substring.Index? {
        var place = text.startIndex
        while place < text.endIndex {
            if text[place...].prefix(wanted.count).lowercased() == wanted { return text.index(place, offsetBy: wanted.count) }
            place = text.index(after: place)
        }
        return nil
    }

    /// As the markup of a text that is plain, so that reading it gives the same text.
    package static func written(_ plain: String) -> String {
        plain.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\n", with: "<br />")
    }
}

extension String {
    /// Without blanks at the ends of lines, and with one empty line at most between two others.
    fileprivate var tidied: String {
        var lines: [Substring] = []
        for line in asTyped.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = Substring(String(line).trimmingBlanks)
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        return lines.joined(separator: "\n").trimmingBlanks
    }
}
