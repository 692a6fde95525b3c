import Journal
import Organisation

/// How the events of a chapter read in the activity log, in a mail, in a feed.
package struct Telling<C: Chapter>: AnyTelling {
    package let kinds: [EventKind]
    private var passing: (@Sendable (Reference, Organisation) -> Bool)?
    private let tell: @Sendable (C.Event, Organisation) -> Told

    /// For events that say everything by themselves.
    package init(_ chapter: C.Type, kinds: [EventKind] = [], tell: @escaping @Sendable (C.Event) -> Told) {
        self.kinds = kinds
        self.tell = { event, _ in tell(event) }
    }

    /// For events that name things by their identifiers: the organisation as it stands now knows what those are called, and who may know.
    package init(_ chapter: C.Type, kinds: [EventKind] = [], tell: @escaping @Sendable (C.Event, Organisation) -> Told) {
        self.kinds = kinds
        self.tell = tell
    }

    package var chapter: String { C.name }

    /// The same where long events name some things in passing and are not about them: a table that a customs union reports names every Member,
    /// and is about an indicator.
    ///
    /// - Parameter isPassing: about a thing, and the organisation as it stands now.
    package func passing(_ isPassing: @escaping @Sendable (Reference, Organisation) -> Bool) -> Self {
        var telling = self
        telling.passing = isPassing
        return telling
    }

    package func passes(_ thing: Reference, _ organisation: Organisation) -> Bool { passing?(thing, organisation) ?? false }

    package func told(_ entry: Entry, _ organisation: Organisation) -> Told? {
        (try? C.decode(entry.event)).map { tell($0, organisation) }
    }
}

package protocol AnyTelling: Sendable {
    var chapter: String { get }
    /// By which its events can be told apart where somebody looks for those about one kind of thing.
    var kinds: [EventKind] { get }
    /// Whether long events of this chapter are never about a thing, though they may name it.
    func passes(_ thing: Reference, _ organisation: Organisation) -> Bool
    func told(_ entry: Entry, _ organisation: Organisation) -> Told?
}

/// Events of a chapter that are about the same kind of thing.
package struct EventKind: Equatable, Sendable {
    /// A key among the words, such as `planning.kind.objective`.
    package var name: String
    /// As they are named in the journal, former names too.
    package var events: [String]

    package init(_ name: String, _ events: String...) {
        self.name = name
        self.events = events
    }
}
