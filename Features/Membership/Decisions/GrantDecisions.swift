import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who may give and take which roles.
extension Organisation {
    private var register: Register { self[Register.self] }
    private var grants: Grants { self[Grants.self] }

    func grant(_ grant: Grant, as id: ID<Grant>, by viewer: Viewer) throws(Refusal) -> [Proposal] {
        try check(grant.role, in: grant.scope, by: viewer)
        guard grants.seen(by: viewer).contains(where: { $0.grant.account == grant.account }) else {
            throw Refusal("pages.refusal.choose", field: "account")
        }
        // Neither to Members nor to others from outside, whatever else they may.
        if grant.role == .leadershipAnalyst, !Viewer(account: grant.account, name: "", grants: grants.of(grant.account), isPublicAdmitted: false).isStaff {
            throw Refusal("membership.refusal.staff-only", field: "role")
        }
        if grants.of(grant.account).contains(grant) { throw Refusal("membership.refusal.granted-already", field: "role") }
        return [Proposal(Grants.self, .granted(id: id, grant))]
    }

    /// Whether a role can be given so, and by this person.
    func check(_ role: Role, in scope: Scope, by viewer: Viewer) throws(Refusal) {
        guard role.scopes.contains(scope.kind) else {
            let kinds = role.scopes.map(\.rawValue).joined(separator: "-or-")
            throw Refusal("membership.refusal.scope.\(kinds)", field: role.scopes.last.map { $0 == .organisation ? "role" : $0.rawValue })
        }
        guard register.has(scope) else { throw Refusal("pages.refusal.choose", field: scope.kind.rawValue) }
        guard viewer.mayGrant(role, in: scope) else { throw Refusal("membership.refusal.grant-not-allowed") }
    }

    func revoke(_ id: ID<Grant>, because reason: String, by viewer: Viewer) throws(Refusal) -> [Proposal] {
        guard let grant = grants.all[id] else { throw Refusal("pages.refusal.gone") }
        guard viewer.mayGrant(grant.role, in: grant.scope) else { throw Refusal("membership.refusal.grant-not-allowed") }
        if grant.role == .administrator {
            let others = grants.all.filter { $0.key != id && $0.value.role == .administrator }
            if others.isEmpty { throw Refusal("membership.refusal.last-administrator") }
        }
        guard !reason.isEmpty else { throw Refusal("pages.refusal.required", field: "because") }
        return [Proposal(Grants.self, .revoked(id: id, because: Prose(reason)))]
    }

    /// Takes back at once every role that this person may take back from somebody.
    func remove(_ account: ID<Actor>, because reason: String, by viewer: Viewer) throws(Refusal) -> [Proposal] {
        let roles = grants.removable(account, by: viewer)
        guard !roles.isEmpty else { throw Refusal("pages.refusal.gone") }
        let others = grants.all.filter { $0.value.role == .administrator && $0.value.account != account }
        if others.isEmpty, roles.contains(where: { $0.grant.role == .administrator }) { throw Refusal("membership.refusal.last-administrator") }
        guard !reason.isEmpty else { throw Refusal("pages.refusal.required", field: "because") }
        return roles.map { Proposal(Grants.self, .revoked(id: $0.id, because: Prose(reason))) }
    }
}

extension Grants {
    /// What of a person's roles this viewer may take back.
    func removable(_ account: ID<Actor>, by viewer: Viewer) -> [(id: ID<Grant>, grant: Grant)] {
        seen(by: viewer).filter { $0.grant.account == account && viewer.mayGrant($0.grant.role, in: $0.grant.scope) }
    }

    /// All of them for the organisation's administrator, those within their own members for a member's. Who holds none of these is
    /// neither shown nor offered a role.
    func seen(by viewer: Viewer) -> [(id: ID<Grant>, grant: Grant)] {
        let own = Set(viewer.administeredMembers)
        return list.filter { item in
            if viewer.has(.administrator) { return true }
            if case .member(let id) = item.grant.scope { return own.contains(id) }
            return false
        }
    }
}

extension Viewer {
    /// The members whose people this person may name.
    var administeredMembers: [ID<Member>] {
        grants.compactMap { grant in
            if grant.role == .memberAdministrator, case .member(let id) = grant.scope { id } else { nil }
        }
    }
}
