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
    func lastVisit(of reader: Reader, to organisation: Organisation, _ request: WebRequest) async throws -> LastVisit? {
        guard let account = reader.account, !organisation[Grants.self].of(account.id).isEmpty else { return nil }
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
final class RememberedVisits: Sendable {
    private struct Key: Hashable {
        let account: ID<Actor>
        let organisation: OrganisationID
    }

    private static let most = 10_000
    /// With how many were noted since the beginning.
    private let kept = Mutex<(visits: [Key: NotedVisit], notes: Int)>(([:], 0))

    func visit(of account: ID<Actor>, to organisation: OrganisationID, in store: any AccountStore) async throws -> NotedVisit? {
        let key = Key(account: account, organisation: organisation)
        let (known, notes) = kept.withLock { ($0.visits[key], $0.notes) }
        if let known { return known }
        let visit = try await store.visit(of: account, to: organisation)
        kept.withLock { kept in
            // What was noted meanwhile may be newer than what was read.
            guard kept.notes == notes else { return }
            if kept.visits.count >= RememberedVisits.most { kept.visits.removeAll() }
            kept.visits[key] = visit
        }
        return visit
    }

    func note(_ visit: NotedVisit, in store: any AccountStore) async throws {
        let notes = kept.withLock { $0.notes }
        try await store.note(visit)
        kept.withLock { kept in
            // Of two that were noted at the same time the store knows which holds.
            kept.visits[Key(account: visit.account, organisation: visit.organisation)] = kept.notes == notes ? visit : nil
            kept.notes += 1
        }
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
