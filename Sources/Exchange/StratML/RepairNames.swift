extension RepairKind {
    /// Every name a repair can have, so that the interface can prove that it has a sentence for each.
    package static let names = [
        "namespace-missing", "namespace-old", "namespace-unknown", "unknown-element", "old-name", "other-part", "repeated-element",
        "child-order", "stray-text", "markup-in-text", "missing", "empty-identifier", "identifier-prefixed", "identifier-invalid",
        "identifier-duplicate", "placeholder", "caret-break", "empty-day", "unreadable-day", "day-with-zone", "unreadable-number",
        "empty-choice", "unknown-choice", "contact-left-out",
    ]

    /// A stable name, the last part of the interface's key.
    package var name: String {
        switch self {
        case .namespaceMissing: "namespace-missing"
        case .namespaceOld: "namespace-old"
        case .namespaceUnknown: "namespace-unknown"
        case .unknownElement: "unknown-element"
        case .oldName: "old-name"
        case .otherPart: "other-part"
        case .repeatedElement: "repeated-element"
        case .childOrder: "child-order"
        case .strayText: "stray-text"
        case .markupInText: "markup-in-text"
        case .missing: "missing"
        case .emptyIdentifier: "empty-identifier"
        case .identifierPrefixed: "identifier-prefixed"
        case .identifierInvalid: "identifier-invalid"
        case .identifierDuplicate: "identifier-duplicate"
        case .placeholder: "placeholder"
        case .caretBreak: "caret-break"
        case .emptyDay: "empty-day"
        case .unreadableDay: "unreadable-day"
        case .dayWithZone: "day-with-zone"
        case .unreadableNumber: "unreadable-number"
        case .emptyChoice: "empty-choice"
        case .unknownChoice: "unknown-choice"
        case .contactLeftOut: "contact-left-out"
        }
    }

    var arguments: [String: String] {
        switch self {
        case .namespaceMissing: [:]
        case .namespaceOld(let uri), .namespaceUnknown(let uri): ["uri": uri]
        case .unknownElement(let element, let parent), .otherPart(let element, let parent), .repeatedElement(let element, let parent),
            .childOrder(let element, let parent), .markupInText(let element, let parent), .missing(let element, let parent):
            ["element": element, "parent": parent]
        case .oldName(let element, let standard): ["element": element, "standard": standard]
        case .strayText(let text, let parent): ["text": text, "parent": parent]
        case .emptyIdentifier(let parent): ["parent": parent]
        case .identifierPrefixed(let text), .identifierInvalid(let text), .identifierDuplicate(let text): ["text": text]
        case .placeholder(let element, let text), .unreadableDay(let element, let text), .dayWithZone(let element, let text),
            .unreadableNumber(let element, let text), .unknownChoice(let element, let text):
            ["element": element, "text": text]
        case .caretBreak(let element), .emptyDay(let element), .emptyChoice(let element), .contactLeftOut(let element):
            ["element": element]
        }
    }
}
