import Accounts
import Journal
import Organisation
import Pages
import Synchronization

/// How far people have read: noted with their requests, as the last use of a session is.
extension Site {
    /// Notes this request, and answers how far its reader had read before the present visit.
    ///
    /// Nothing is noted of whoever has no part in the organisation, nor where a browser only fetches a page ahead: nobody has read it.
    func lastVisit(of reader: Reader, as viewer: Viewer, to organisation: Organisation, _ request: WebRequest) async throws -> LastVisit? {
        guard let account = reader.account, !viewer.grants.isEmpty else { return nil }
        let known = try await visits.visit(of: account.id, to: organisation.id, in: signIn.store)
        guard !request.isAhead else { return known?.last }
        let now = journals.moment, end = organisation.position
        let next = known.map { $0.going(on: now, position: end) } ?? NotedVisit(first: account.id, to: organisation.id, at: now, position: end)
        if let next { try await visits.note(next, in: signIn.store) }
        return (next ?? known)?.last
    }

    /// From now on everything up to a position counts as seen, no further than the journal goes.
    func markSeen(through position: Int, by account: ID<Actor>, in organisation: Organisation) async throws {
        let now = journals.moment, end = organisation.position
        let known = try await visits.visit(of: account, to: organisation.id, in: signIn.store)
        let visit = known ?? NotedVisit(first: account, to: organisation.id, at: now, position: end)
        try await visits.note(visit.read(to: min(position, end), at: now), in: signIn.store)
    }
}

/// The visits noted last, so that nothing is read where nothing is to be noted: only the site notes any.
///
/// Each organisation's apart: how many read one does not push out those of another.
final class RememberedVisits: Sendable {
    private struct Shelf {
        var visits: [ID<Actor>: NotedVisit] = [:]
        /// How many were noted since the beginning.
        var notes = 0
    }

    /// Of one organisation. Only who has a part in it is noted, so that none has many more than this.
    private let most: Int
    private let shelves = Mutex<[OrganisationID: Shelf]>([:])

    init(most: Int = 10_000) { self.most = most }

    func visit(of account: ID<Actor>, to organisation: OrganisationID, in store: any AccountStore) async throws -> NotedVisit? {
        let (known, notes) = shelves.withLock { ($0[organisation]?.visits[account], $0[organisation]?.notes ?? 0) }
        if let known { return known }
        let visit = try await store.visit(of: account, to: organisation)
        shelves.withLock { shelves in
            // What was noted meanwhile may be newer than what was read.
            guard let visit, shelves[organisation]?.notes ?? 0 == notes else { return }
            keep(visit, in: &shelves[organisation, default: Shelf()])
        }
        return visit
    }

    func note(_ visit: NotedVisit, in store: any AccountStore) async throws {
        let notes = shelves.withLock { $0[visit.organisation]?.notes ?? 0 }
        try await store.note(visit)
        shelves.withLock { shelves in
            var shelf = shelves[visit.organisation] ?? Shelf()
            // Of two that were noted at the same time the store knows which holds.
            if shelf.notes == notes { keep(visit, in: &shelf) } else { shelf.visits[visit.account] = nil }
            shelf.notes += 1
            shelves[visit.organisation] = shelf
        }
    }

    private func keep(_ visit: NotedVisit, in shelf: inout Shelf) {
        if shelf.visits.count >= most, shelf.visits[visit.account] == nil { shelf.visits.removeAll() }
        shelf.visits[visit.account] = visit
    }
}

extension NotedVisit {
    fileprivate var last: LastVisit? { endedAt.map { LastVisit(endedAt: $0, readTo: readTo) } }
}

extension WebRequest {
    /// Whether nobody reads what is answered: only its head is asked for, or it is fetched before somebody follows the link.
    fileprivate var isAhead: Bool {
        method == .head || [headers["sec-purpose"], headers["purpose"], headers["x-moz"]].contains { $0?.lowercased().contains("prefetch") ?? false }
    }
}
