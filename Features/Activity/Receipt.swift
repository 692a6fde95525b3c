import Journal
import Organisation
import Pages

/// What came in with an event, as far as the reader may see it: a form of several values makes an event of each.
struct Companions {
    /// The event itself among them, the oldest first; of a large import those nearest to it.
    let happenings: [Happening]
    /// Whether these are all.
    let areAll: Bool

    private static let reach = 30

    init(of entry: Entry, _ visit: Visit) async throws {
        let record = entry.record, reach = Companions.reach
        let near = try await visit.entriesRead(
            EntrySelection(actor: record.actor.id, from: record.at.day, until: record.at.day, after: record.position - reach, before: record.position + reach)
        ).filter { $0.record.at == record.at }
        happenings = try await visit.revised(near.compactMap(visit.happening))
        let isCut = [1 - reach, reach - 1].contains { step in near.contains { $0.record.position == record.position + step } }
        areAll = !isCut
    }
}

/// What can be checked about one entry from what is kept of it.
struct ReceiptChecks: Equatable {
    enum Finding: String { case holds, broken, erased, none, notRead = "not-read" }

    let previous: Finding
    let structure: Finding
    let words: Finding

    init(_ entry: Entry, after before: Entry?) {
        let record = entry.record
        let expected = record.position == 1 ? Hash.origin : before.map { Record.hash($0.record.bytes) }
        previous = expected.map { $0 == record.previous ? .holds : .broken } ?? .notRead
        structure = entry.structure.commitment == record.structure ? .holds : .broken
        words =
            entry.wordsAreErased
            ? .erased : record.words == nil ? .none : entry.words?.commitment == record.words ? .holds : .broken
    }
}
