import Foundation

extension Entry {
    /// How many bytes the structure and the words of one event may have together: a larger one is refused before the
    /// store sees it, because a write that fails stops the store for everybody.
    package static let largest = 8 << 20

    static func seal(
        _ proposal: Proposal, in organisation: OrganisationID, after position: Int, _ previous: Hash, by actor: Actor, at: Moment
    ) throws -> (Entry, Hash) {
        let event = try proposal.encode(), on = proposal.on ?? at.day
        guard event.structure.count + (event.words?.count ?? 0) <= largest else {
            throw JournalFault.tooLarge(event: event.name, chapter: proposal.chapter.name)
        }
        guard Day.beginning <= on, on <= .end, at.day <= .end else {
            throw JournalFault.unreadable(event: event.name, chapter: proposal.chapter.name, why: "a day outside the years 1 to 9999")
        }
        let structure = SaltedPart(event.structure), words = event.words.map(SaltedPart.init)
        let record = Record(
            organisation: organisation, position: position + 1, previous: previous, chapter: proposal.chapter.name, event: event.name, at: at,
            on: on, actor: actor, structure: structure.commitment, words: words?.commitment)
        return (Entry(record: record, structure: structure, words: words), Record.hash(record.bytes))
    }

    /// An entry outside any chain: for looking at what proposals would lead to before anything is recorded.
    package static func unchained(_ proposal: Proposal, position: Int, at: Moment, by actor: Actor = .system) throws -> Entry {
        try seal(proposal, in: ID("test"), after: position - 1, .origin, by: actor, at: at).0
    }
}
