/// Texts of StratML files made plain.
enum StratMLText {
    /// All white space collapsed, since line breaks inside a name or a number come from pretty printers.
    static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// White space collapsed within paragraphs; an empty line starts a new one.
    static func paragraphs(_ text: String) -> String {
        var paragraphs: [[String]] = [[]]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1] += words }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    }

    /// The text with `^^` as a new paragraph, or nil if it has none; beside `^^`, a `^` that stands alone is a new line in the wild and
    /// becomes a paragraph too. Without any `^^` a `^` is left alone: it may be mathematics.
    static func brokenAtCarets(_ text: String) -> String? {
        guard text.contains("^^") else { return nil }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let lone = words.map { $0 == "^" ? "\n\n" : String($0) }.joined(separator: " ")
        return lone.split(separator: "^^").joined(separator: "\n\n")
    }

    /// Whether a text only says that somebody still has to write it.
    ///
    /// In square brackets "to be" and one to three words (named, determined, identified later …), or one of a few set words; bare, only
    /// TBD. Other texts in brackets are notes of editors, and stay.
    static func isPlaceholder(_ line: String) -> Bool {
        if line.uppercased() == "TBD" { return true }
        guard line.utf8.count <= 60, line.first == "[", line.last == "]" else { return false }
        let words = line.dropFirst().dropLast().lowercased().split { $0 == "_" || $0.isWhitespace }
        if words.count > 2, words.count <= 5, words[0] == "to", words[1] == "be" { return true }
        return words.count == 1 && ["unspecified", "tbd", "tbc", "tba", "unknown", "undetermined", "placeholder"].contains(words[0])
    }

    /// An `xsd:decimal`: sign, digits, one point; nothing else.
    static func decimal(_ text: String) -> Double? {
        guard text.utf8.count <= 400, text.wholeMatch(of: /[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)/) != nil else { return nil }
        return Double(text.hasSuffix(".") ? String(text.dropLast()) : text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The day of an `xsd:date` with a time zone: `2026-01-31Z`, `2026-01-31+03:00`.
    static func dayWithoutZone(_ text: String) -> String? {
        guard text.wholeMatch(of: /.{10}(Z|[+\-][0-9]{2}:[0-9]{2})/) != nil else { return nil }
        return ISODay.reading(String(text.prefix(10)))
    }
}
