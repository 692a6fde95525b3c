/// Plain text out of a piece of HTML: never shown as markup, so that what is not understood stays as it is written.
enum PlainText {
    static func ofMarkup(_ markup: String) -> String {
        var text = "", rest = markup[...]
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            rest = rest[open...]
            // A sign for “less” that opens no tag.
            guard let next = rest.dropFirst().first, next.isLetter || next == "/" || next == "!", let close = rest.firstIndex(of: ">") else {
                text += "<"
                rest = rest.dropFirst()
                continue
            }
            let name = rest[rest.index(after: open)..<close].lowercased().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
            rest = rest[rest.index(after: close)...]
            if breaking.contains(String(name)) { text += "\n" }
            if hidden.contains(String(name)), let end = rest.place(of: "</\(name)") { rest = rest[end...] }
        }
        return tidied(withCharacters(text + rest)).asTyped
    }

    /// The characters that `&…;` stands for.
    private static func withCharacters(_ text: String) -> String {
        var result = "", rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(12).firstIndex(of: ";"), let character = character(rest[rest.index(after: mark)..<end]) else {
                result += "&"
                rest = rest.dropFirst()
                continue
            }
            result += character
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> String? {
        if let known = named[String(name)] { return known }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst(), isHex = digits.first == "x" || digits.first == "X"
        let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }

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
    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…", "mdash": "—", "ndash": "–", "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“",
        "laquo": "«", "raquo": "»", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "acirc": "â", "ccedil": "ç", "ocirc": "ô", "ouml": "ö", "uuml": "ü", "auml": "ä",
        "szlig": "ß", "ntilde": "ñ", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "atilde": "ã", "otilde": "õ", "euro": "€", "copy": "©",
    ]
}

extension Substring {
    /// Where another text begins in this one, in ASCII letters of either case.
    fileprivate func place(of text: String) -> Index? {
        indices.first { self[$0] == "<" && self[$0...].prefix(text.count).lowercased() == text }
    }
}
