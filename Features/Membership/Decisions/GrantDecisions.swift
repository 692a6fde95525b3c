import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who may give and take which roles.
extension Organisation {
    private var register: Register { self[Register.self] }
    private var grants: Grants { self[Grants.self] }

    func grant(_ grant: Grant, as id: ID<Grant>, by viewer: Viewer) throws(Refusal) -> [Proposal] {
        guard grant.role.scopes.contains(grant.scope.kind) else {
            let kinds = grant.role.scopes.map(\.rawValue).joined(separator: "-or-")
            throw Refusal(
                "membership.refusal.scope.\(kinds)", field: grant.role.scopes.last.map { $0 == .organisation ? "role" : $0.rawValue })
        }
        guard register.has(grant.scope) else { throw Refusal("pages.refusal.choose", field: grant.scope.kind.rawValue) }
        guard viewer.mayGrant(grant.role, in: grant.scope) else { throw Refusal("membership.refusal.grant-not-allowed") }
        guard grants.seen(by: viewer).contains(where: { $0.grant.account == grant.account }) else {
            throw Refusal("pages.refusal.choose", field: "account")
        }
        if grants.of(grant.account).contains(grant) { throw Refusal("membership.refusal.granted-already", field: "role") }
        return [Proposal(Grants.self, .granted(id: id, grant))]
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
}

extension Grants {
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
    /// A member's administrator invites its drafters and its head, and nobody else; the organisation's administrator anyone.
    func mayGrant(_ role: Role, in scope: Scope) -> Bool {
        if has(.administrator) { return true }
        guard case .member = scope, [.drafter, .headOfAdministration].contains(role) else { return false }
        return grants.contains { $0.role == .memberAdministrator && $0.scope == scope }
    }

    /// The members whose people this person may name.
    var administeredMembers: [ID<Member>] {
        grants.compactMap { grant in
            if grant.role == .memberAdministrator, case .member(let id) = grant.scope { id } else { nil }
        }
    }
}

extension Register {
    func has(_ scope: Scope) -> Bool {
        switch scope {
        case .organisation: true
        case .region(let id): regions[id] != nil
        case .body(let id): bodies[id] != nil
        case .unit(let id): units[id] != nil
        case .member(let id): described[id] != nil
        }
    }
}
