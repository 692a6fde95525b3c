import HashTreeCollections
import Journal
import Organisation
import Pages

/// How grants read: people by the names that their accounts have now, since names are not in the journal.
enum GrantsTelling {
    static let telling = Telling(Grants.self, kinds: kinds) { event, organisation in
        switch event {
        case .granted(_, let grant):
            Told(saying(grant, organisation[Register.self]), about: about(grant.scope), audience: audience)
        case .revoked(let id, let because): revoked(id, because, organisation[Grants.self])
        case .invited(let id, let invitation): told(of: id, invitation, "invited", organisation)
        case .invitationRenewed(let id, _): told(of: id, nil, "invitation-renewed", organisation)
        case .invitationWithdrawn(let id): told(of: id, nil, "invitation-withdrawn", organisation)
        case .invitationAccepted(let id, let account): told(of: id, nil, "invitation-accepted", organisation, account)
        }
    }

    private static let kinds = [
        EventKind("membership.kind.grant", "granted", "revoked"),
        EventKind("membership.kind.invitation", "invited", "invitationRenewed", "invitationWithdrawn", "invitationAccepted"),
    ]

    /// By name only once somebody has accepted: until then who is invited is not in the journal.
    private static func told(
        of id: ID<Invitation>, _ invitation: Invitation?, _ key: String, _ organisation: Organisation, _ account: ID<Actor>? = nil
    ) -> Told {
        let grants = organisation[Grants.self], answered = grants.formerInvitations[id]
        let known = invitation ?? grants.invitations[id]?.invitation ?? answered?.invitation
        let person = (account ?? answered?.by).map { Saying.Argument.person($0) } ?? .word("membership.told.somebody")
        let roles = known.map { $0.roles.map { "pages.role.\($0.rawValue)" } } ?? ["membership.told.a-role"]
        var arguments: [String: Saying.Argument] = ["person": person, "role": .words(roles)]
        guard let known, let scope = organisation[Register.self].name(of: known.scope) else {
            return Told(Saying("membership.told.\(key)", arguments), about: [], audience: audience)
        }
        arguments["scope"] = .content(scope)
        return Told(Saying("membership.told.\(key)-for", arguments), about: about(known.scope), audience: audience)
    }

    private static let audience = Audience.roles([.administrator, .auditor])

    private static func saying(_ grant: Grant, _ register: Register) -> Saying {
        var arguments = arguments(grant)
        guard let scope = register.name(of: grant.scope) else { return Saying("membership.told.granted", arguments) }
        arguments["scope"] = .content(scope)
        return Saying("membership.told.granted-for", arguments)
    }

    private static func revoked(_ id: ID<Grant>, _ because: Prose, _ grants: Grants) -> Told {
        guard let grant = grants.former[id] ?? grants.all[id] else {
            return Told(Saying("membership.told.revoked-unknown", ["why": .prose(because)]), about: [], audience: audience)
        }
        let saying = Saying("membership.told.revoked", arguments(grant).merging(["why": .prose(because)]) { own, _ in own })
        return Told(saying, about: about(grant.scope), audience: audience)
    }

    private static func arguments(_ grant: Grant) -> [String: Saying.Argument] {
        ["person": .person(grant.account), "role": .word("pages.role.\(grant.role.rawValue)")]
    }

    private static func about(_ scope: Scope) -> [Reference] {
        switch scope {
        case .organisation: []
        case .region(let id): [Reference(Register.self, id)]
        case .body(let id): [Reference(Register.self, id)]
        case .unit(let id): [Reference(Register.self, id)]
        case .member(let id): [Reference(Register.self, id)]
        }
    }
}
