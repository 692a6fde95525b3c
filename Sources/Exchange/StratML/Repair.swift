/// Something in a StratML file that is not as the standard has it, and what the reader made of it.
///
/// Arguments can hold text of the file, at most 80 characters: escape it like any text of a stranger.
package struct Repair: Hashable, Sendable {
    /// Where the element stands that the repair is about, counted from 1.
    package let line: Int
    package let what: RepairKind

    /// A stable key for the interface's sentence.
    package var key: String { "stratml.repair.\(what.name)" }

    /// What the sentence of `key` needs, `line` included.
    package var arguments: [String: String] {
        what.arguments.mapValues { String($0.prefix(80)) }.merging(["line": "\(line)"]) { own, _ in own }
    }
}

/// Every kind of repair. Elements are named as in the standard, without prefix.
package enum RepairKind: Hashable, Sendable {
    /// The root has no namespace, or one whose prefix is not declared: read as if it had the standard's.
    case namespaceMissing
    /// The root has one of the two namespaces from before the ISO standard.
    case namespaceOld(uri: String)
    /// The root has a namespace that is none of StratML's: read as if it had the standard's.
    case namespaceUnknown(uri: String)
    /// An element that StratML does not have at this place: skipped with all it contains.
    case unknownElement(element: String, parent: String)
    /// A name of an old version of the standard: read as the present one.
    case oldName(element: String, standard: String)
    /// An element that only the other part of the standard has at this place: read.
    case otherPart(element: String, parent: String)
    /// A second element where there can be one: skipped.
    case repeatedElement(element: String, parent: String)
    /// Children in another order than the standard's: read. Reported once for each parent, at the first child out of order.
    case childOrder(element: String, parent: String)
    /// Text where there can only be elements: left out.
    case strayText(text: String, parent: String)
    /// Markup inside a text: its text is kept, itself not.
    case markupInText(element: String, parent: String)
    /// Something required, or needed by every reader, is absent or empty: it stays empty.
    case missing(element: String, parent: String)
    /// An identifier that is there but empty: none.
    case emptyIdentifier(parent: String)
    /// An identifier that starts as no XML name may: kept with `_` before it.
    case identifierPrefixed(text: String)
    /// An identifier that can be no XML name at all: dropped.
    case identifierInvalid(text: String)
    /// An identifier that an earlier element has: dropped here.
    case identifierDuplicate(text: String)
    /// `[To_be_identified]` and the like: read as empty.
    case placeholder(element: String, text: String)
    /// `^^` written for a new paragraph: made one.
    case caretBreak(element: String)
    /// A day that is there but empty, which Part 2 allows: none.
    case emptyDay(element: String)
    /// No day of the calendar in the form `yyyy-mm-dd`: the text is kept only here.
    case unreadableDay(element: String, text: String)
    /// A day with a time zone, as `xsd:date` allows: the zone is dropped.
    case dayWithZone(element: String, text: String)
    /// No `xsd:decimal`: kept as text.
    case unreadableNumber(element: String, text: String)
    /// An element or attribute with a fixed list of values is there but empty.
    case emptyChoice(element: String)
    /// A value that is not in the fixed list: left out.
    case unknownChoice(element: String, text: String)
    /// A telephone number or e-mail address: left out on purpose.
    case contactLeftOut(element: String)
}
