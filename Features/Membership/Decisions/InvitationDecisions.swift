import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who may be invited to what, and by whom.
extension Organisation {
    private var grants: Grants { self[Grants.self] }

    /// Invites somebody, or sends anew what waits for them already.
    ///
    /// - Parameters:
    ///   - bearer: who bears the address. What the inviter does not see of that person plays no part: nobody learns who is known here.
    ///   - id: for a new invitation.
    /// - Returns: the invitation that goes out, and what to record.
    func invite(
        _ role: Role, in scope: Scope, bearer: Bearer, as id: ID<Invitation>, by viewer: Viewer, today: Day
    ) throws(Refusal) -> (id: ID<Invitation>, isNew: Bool, proposals: [Proposal]) {
        try check(role, in: scope, by: viewer)
        if let account = bearer.account, grants.of(account).contains(Grant(account: account, role: role, scope: scope)) {
            throw Refusal("membership.refusal.granted-already", field: "email")
        }
        let waiting = bearer.invitations.sorted().first { id in
            grants.invitations[id].map { $0.invitation.roles == [role] && $0.invitation.scope == scope } ?? false
        }
        if let waiting { return (waiting, false, try renew(waiting, by: viewer, today: today)) }
        let invitation = Invitation(roles: [role], scope: scope, until: today.adding(days: Invitation.days))
        return (id, true, [Proposal(Grants.self, .invited(id: id, invitation))])
    }

    func renew(_ id: ID<Invitation>, by viewer: Viewer, today: Day) throws(Refusal) -> [Proposal] {
        _ = try pending(id, for: viewer)
        return [Proposal(Grants.self, .invitationRenewed(id: id, until: today.adding(days: Invitation.days)))]
    }

    func withdraw(_ id: ID<Invitation>, by viewer: Viewer) throws(Refusal) -> [Proposal] {
        _ = try pending(id, for: viewer)
        return [Proposal(Grants.self, .invitationWithdrawn(id: id))]
    }

    private func pending(_ id: ID<Invitation>, for viewer: Viewer) throws(Refusal) -> Pending {
        guard let pending = grants.invitations[id], viewer.mayInvite(pending.invitation) else { throw Refusal("pages.refusal.gone") }
        return pending
    }
}

extension Grants {
    /// The invitations that this person may send anew or withdraw, the newest first.
    func pending(seenBy viewer: Viewer) -> [(id: ID<Invitation>, pending: Pending)] {
        invitations.filter { viewer.mayInvite($0.value.invitation) }.map { ($0.key, $0.value) }
            .sorted { ($1.pending.since, $0.id) < ($0.pending.since, $1.id) }
    }
}
