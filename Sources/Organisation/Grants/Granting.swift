import HashTreeCollections
import Journal

extension Viewer {
    /// A member's administrator names its drafters and its head, and nobody else; the organisation's administrator anyone.
    package func mayGrant(_ role: Role, in scope: Scope) -> Bool {
        if has(.administrator) { return true }
        guard case .member = scope, [.drafter, .headOfAdministration].contains(role) else { return false }
        return grants.contains { $0.role == .memberAdministrator && $0.scope == scope }
    }

    /// Whether this person may invite to all of it, and so may send it anew or withdraw it, whoever sent it.
    package func mayInvite(_ invitation: Invitation) -> Bool {
        !invitation.roles.isEmpty && invitation.roles.allSatisfy { mayGrant($0, in: invitation.scope) }
    }
}

extension Organisation {
    /// What follows when somebody accepts an invitation: the roles, as far as they can still be given.
    ///
    /// - Parameter newID: an identifier for each new grant.
    /// - Throws: where it has been answered or is over, where who sent it may not give these roles any more, and where what they are for
    ///   is gone.
    package func accept(_ id: ID<Invitation>, as account: ID<Actor>, newID: () -> ID<Grant>) throws(Refusal) -> [Proposal] {
        let grants = self[Grants.self]
        guard let pending = grants.invitations[id], day <= pending.invitation.until else { throw Refusal("pages.refusal.invitation-over") }
        let invitation = pending.invitation, inviter = Viewer(account: pending.by.id, name: "", grants: grants.of(pending.by.id), isPublicAdmitted: false)
        guard pending.by == .system || inviter.mayInvite(invitation) else { throw Refusal("pages.refusal.inviter-without-right") }
        guard self[Register.self].has(invitation.scope), invitation.roles.allSatisfy({ $0.scopes.contains(invitation.scope.kind) }) else {
            throw Refusal("pages.refusal.role-gone")
        }
        let held = grants.of(account)
        let wanted = invitation.roles.map { Grant(account: account, role: $0, scope: invitation.scope) }.filter { !held.contains($0) }
        return [Proposal(Grants.self, .invitationAccepted(id: id, by: account))] + wanted.map { Proposal(Grants.self, .granted(id: newID(), $0)) }
    }
}

extension Register {
    /// Whether there is, or was, what a grant would reach over.
    package func has(_ scope: Scope) -> Bool {
        switch scope {
        case .organisation: true
        case .region(let id): regions[id] != nil
        case .body(let id): bodies[id] != nil
        case .unit(let id): units[id] != nil
        case .member(let id): described[id] != nil
        }
    }

    /// What a grant reaches over, by name; `nil` for the whole organisation.
    package func name(of scope: Scope) -> Localized? {
        switch scope {
        case .organisation: nil
        case .region(let id): name(of: id)
        case .body(let id): name(of: id)
        case .unit(let id): name(of: id)
        case .member(let id): name(of: id)
        }
    }
}
