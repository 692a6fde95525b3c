import Accounts
import Journal
import Organisation
import Pages

/// How far people have read: noted with their requests, as the last use of a session is.
extension Site {
    /// Notes this request, and answers how far its reader had read before the present visit.
    ///
    /// Nothing is noted of whoever has no part in the organisation, nor where a browser only fetches a page ahead: nobody has read it.
    func lastVisit(of reader: Reader, to organisation: Organisation, _ request: WebRequest) async throws -> LastVisit? {
        guard let account = reader.account, !organisation[Grants.self].of(account.id).isEmpty else { return nil }
        let known = try await signIn.store.visit(of: account.id, to: organisation.id)
        guard !request.isAhead else { return known?.last }
        let now = journals.moment, end = organisation.position
        let next = known.map { $0.going(on: now, position: end) } ?? NotedVisit(first: account.id, to: organisation.id, at: now, position: end)
        if let next { try await signIn.store.note(next) }
        return (next ?? known)?.last
    }

    /// From now on everything up to a position counts as seen, no further than the journal goes.
    func markSeen(through position: Int, by account: ID<Actor>, in organisation: Organisation) async throws {
        let now = journals.moment, end = organisation.position
        let known = try await signIn.store.visit(of: account, to: organisation.id)
        let visit = known ?? NotedVisit(first: account, to: organisation.id, at: now, position: end)
        try await signIn.store.note(visit.read(to: min(position, end), at: now))
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
