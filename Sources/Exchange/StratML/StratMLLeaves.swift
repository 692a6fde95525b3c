/// Reading the elements of text.
extension StratMLReading {
    /// A text on one line; empty for an absent element and for a placeholder.
    mutating func line(_ nodes: [MarkupElement]?) -> String { StratMLText.line(name(nodes).asTyped) }

    /// The same as it is spelled: identifiers that only look alike are different ones.
    private mutating func name(_ nodes: [MarkupElement]?) -> String {
        guard let node = nodes?.first else { return "" }
        let text = plainText(node)
        guard !isPlaceholder(StratMLText.line(text), node) else { return "" }
        return StratMLText.line(broken(text, node))
    }

    /// A text that can have paragraphs; empty for an absent element and for a placeholder.
    mutating func prose(_ nodes: [MarkupElement]?) -> String {
        guard let node = nodes?.first else { return "" }
        let text = plainText(node)
        guard !isPlaceholder(StratMLText.line(text), node) else { return "" }
        return StratMLText.paragraphs(broken(text, node).asTyped)
    }

    mutating func identifier(_ nodes: [MarkupElement]?, of parent: MarkupElement) -> String? {
        guard let node = nodes?.first else { return nil }
        let text = StratMLText.line(plainText(node))
        if text.isEmpty {
            note(.emptyIdentifier(parent: parent.name), at: node.line)
            return nil
        }
        if origin == nil, StratMLIdentifier.isPlaceholder(text) || StratMLText.isPlaceholder(text) {
            note(.placeholder(element: node.name, text: text), at: node.line)
            return nil
        }
        guard let name = spelled(text, node) else { return nil }
        guard identifiers.insert(Array(name.utf8)).inserted else {
            note(.identifierDuplicate(text: text), at: node.line)
            return nil
        }
        return name
    }

    /// The identifiers pointed at, respelled like the identifiers themselves.
    mutating func referents(_ nodes: [MarkupElement]?) -> [String] {
        (nodes ?? []).compactMap { node in
            let text = name([node])
            return text.isEmpty ? nil : respelled[text] ?? text
        }
    }

    mutating func day(_ nodes: [MarkupElement]?) -> String? {
        guard let node = nodes?.first else { return nil }
        let text = StratMLText.line(plainText(node))
        if text.isEmpty {
            note(.emptyDay(element: node.name), at: node.line)
            return nil
        }
        if isPlaceholder(text, node) { return nil }
        if let day = ISODay.reading(text) { return day }
        if let day = StratMLText.dayWithoutZone(text) {
            note(.dayWithZone(element: node.name, text: text), at: node.line)
            return day
        }
        note(.unreadableDay(element: node.name, text: text), at: node.line)
        return nil
    }

    /// An empty number is allowed by the standard, and is none.
    mutating func units(_ nodes: [MarkupElement]?) -> StratMLDocument.Units? {
        guard let node = nodes?.first else { return nil }
        let text = StratMLText.line(plainText(node))
        guard !text.isEmpty, !isPlaceholder(text, node) else { return nil }
        let value = StratMLText.decimal(text)
        if value == nil { note(.unreadableNumber(element: node.name, text: text), at: node.line) }
        return StratMLDocument.Units(text: text, value: value)
    }

    mutating func choice<Choice: RawRepresentable<String>>(_ text: String?, called name: String, at line: Int) -> Choice? {
        guard let text else { return nil }
        let value = StratMLText.line(text)
        if value.isEmpty {
            note(.emptyChoice(element: name), at: line)
            return nil
        }
        if let choice = Choice(rawValue: value) { return choice }
        note(.unknownChoice(element: name, text: value), at: line)
        return nil
    }

    mutating func plainText(_ node: MarkupElement) -> String {
        for child in node.children { note(.markupInText(element: child.name, parent: node.name), at: child.line) }
        let text = node.text
        guard text.utf8.count <= limits.textBytes else {
            fault = fault ?? .tooLarge(line: node.line, what: .text, limit: limits.textBytes)
            return ""
        }
        return text
    }

    private mutating func spelled(_ text: String, _ node: MarkupElement) -> String? {
        if StratMLIdentifier.isName(text) { return text }
        guard let name = StratMLIdentifier.prefixed(text) else {
            note(.identifierInvalid(text: text), at: node.line)
            return nil
        }
        note(.identifierPrefixed(text: text), at: node.line)
        return name
    }

    private mutating func isPlaceholder(_ text: String, _ node: MarkupElement) -> Bool {
        guard origin == nil, StratMLText.isPlaceholder(text) else { return false }
        note(.placeholder(element: node.name, text: text), at: node.line)
        return true
    }

    private mutating func broken(_ text: String, _ node: MarkupElement) -> String {
        guard origin == nil, let broken = StratMLText.brokenAtCarets(text) else { return text }
        note(.caretBreak(element: node.name), at: node.line)
        return broken
    }
}
