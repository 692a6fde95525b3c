import Foundation
import Journal
import Organisation
import Pages

/// What of the log a reader asked for, as it stands in the address.
struct LogFilter {
    /// A chapter, or a kind of thing in it.
    struct Subject: Equatable {
        var chapter: String
        var kind: EventKind?
        /// As in the address.
        var value: String { kind?.name ?? chapter }
    }

    private(set) var subject: Subject?
    private(set) var person: ID<Actor>?
    private(set) var from: Day?
    private(set) var until: Day?
    private(set) var thing: ThingChoice = .any
    /// Days that cannot be read, as they were written.
    private(set) var unreadable: [String] = []

    /// The names under which it stands in addresses.
    static let names = ["subject", "person", "from", "until", "thing"]

    init(_ visit: Visit) {
        let wanted = visit.query["subject"] ?? visit.query["chapter"]
        subject = LogFilter.subjects(visit.house).first { $0.value == wanted }
        person = visit.query["person"].flatMap { ID<Actor>($0) }
        from = day("from", visit)
        until = day("until", visit)
        let text = (visit.query["thing"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if !text.isEmpty { thing = ThingChoice(String(text.prefix(200)), visit) }
    }

    private mutating func day(_ name: String, _ visit: Visit) -> Day? {
        guard let text = visit.query[name], !text.isEmpty else { return nil }
        let day = Day(text)
        if day == nil { unreadable.append(String(text.prefix(40))) }
        return day
    }

    /// Every chapter that is told, and the kinds in it.
    static func subjects(_ house: House) -> [Subject] {
        house.features.flatMap(\.tellings).flatMap { telling in
            [Subject(chapter: telling.chapter)] + telling.kinds.map { Subject(chapter: telling.chapter, kind: $0) }
        }
    }

    var isEmpty: Bool { subject == nil && person == nil && from == nil && until == nil && thing == .any }

    var isBackwards: Bool { from.flatMap { from in until.map { $0 < from } } ?? false }

    var selection: EntrySelection {
        EntrySelection(
            chapter: subject?.chapter, events: subject?.kind?.events, actor: person, naming: thing.reference?.id, from: from, until: until)
    }

    /// Whether an event that the selection found is really about the thing asked for, not only naming what is called the same.
    func holds(_ happening: Happening) -> Bool { thing.reference.map(happening.told.about.contains) ?? true }
}

/// The one thing that a reader asked for by its code, its name or its reference.
enum ThingChoice: Equatable {
    case any
    case one(Reference, name: String)
    /// Several answer to that: one is to be chosen.
    case several([Node])
    case unknown(String)

    init(_ text: String, _ visit: Visit) {
        let nodes = visit.thread.nodes, wanted = FoldedText(text)
        if let reference = Reference(text) {
            self = .one(reference, name: nodes.first { $0.reference == reference }.map { ThingChoice.name(of: $0, visit) } ?? reference.id)
            return
        }
        // Compared as search compares: whoever found a thing there finds it here.
        let answering = nodes.map { node in (node, ([node.code] + node.title.texts.values.compactMap(\.text)).map { FoldedText($0) }) }.filter { _, texts in
            texts.contains { $0.holds(wanted) }
        }
        let exact = answering.filter { _, texts in texts.contains { $0.bytes == wanted.bytes } }
        let found = (exact.isEmpty ? answering : exact).map(\.0)
        switch found.count {
        case 0: self = .unknown(text)
        case 1: self = .one(found[0].reference, name: ThingChoice.name(of: found[0], visit))
        default: self = .several(Array(found.prefix(12)))
        }
    }

    /// What the log is narrowed to; nothing is asked for while one is still to be chosen.
    var reference: Reference? { if case .one(let reference, _) = self { reference } else { nil } }

    /// Whether nothing can be shown yet.
    var isOpen: Bool {
        switch self {
        case .several, .unknown: true
        case .any, .one: false
        }
    }

    static func name(of node: Node, _ visit: Visit) -> String {
        [node.code, visit.plain(node.title)].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
