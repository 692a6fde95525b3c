import Journal
import Organisation
import Pages

/// What others recorded since a moment, thing by thing, as far as a reader may see it.
struct Changes {
    struct OfThing {
        /// `nil` for events that are about nothing in particular.
        let reference: Reference?
        /// The newest first.
        var happenings: [Happening]
    }

    /// The thing that changed last comes first.
    private(set) var things: [OfThing] = []
    private(set) var count = 0
    /// Whether there is more than was read.
    private(set) var isAtLeast = false

    /// Whoever has been away for longer reads the log.
    private static let most = 1_000

    /// None.
    private init() {}

    /// - Parameter selection: since when.
    init(_ selection: EntrySelection, for visit: Visit) async throws {
        var selection = selection
        (selection.newest, selection.leavesLongOut) = (Changes.most, true)
        // Of all others: one's own import of thousands must not hide what they did.
        selection.exceptActor = visit.viewer.account
        let entries = try await visit.entriesRead(selection)
        isAtLeast = entries.count == Changes.most
        var places: [Reference?: Int] = [:]
        try await WholeEntries(selection: selection, read: visit.entriesRead).each(entries.reversed()) { entry, bytes in
            if bytes >= WholeEntries.mostOfPage {
                isAtLeast = true
                return false
            }
            guard let happening = visit.happening(entry) else { return true }
            count += 1
            let thing = happening.told.about.first
            if let place = places[thing] {
                things[place].happenings.append(happening)
            } else {
                places[thing] = things.count
                things.append(OfThing(reference: thing, happenings: [happening]))
            }
            return true
        }
    }

    /// The same, the newest of each thing with what they made of the description before them.
    func revised(_ most: Int, for visit: Visit) async throws -> Changes {
        var copy = self
        let shown = try await visit.revised(things.flatMap { $0.happenings.prefix(most) })
        let known = Dictionary(shown.map { ($0.position, $0) }) { first, _ in first }
        for index in things.indices { copy.things[index].happenings = things[index].happenings.map { known[$0.position] ?? $0 } }
        return copy
    }

    /// Since the reader's last visit; `nil` during the first, and while a past day is being read.
    static func sinceLastVisit(of visit: Visit) async throws -> Changes? {
        guard visit.isNow, let last = visit.lastVisit else { return nil }
        guard last.readTo < visit.organisation.position else { return Changes() }
        return try await Changes(EntrySelection(after: last.readTo), for: visit)
    }
}
