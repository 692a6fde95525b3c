import HashTreeCollections
import Journal
import Organisation
import Pages

/// How grants read: people by the names that their accounts have now, since names are not in the journal.
enum GrantsTelling {
    static let telling = Telling(Grants.self) { event, organisation in
        switch event {
        case .granted(_, let grant):
            Told(saying(grant, organisation[Register.self]), about: about(grant.scope), audience: .roles([.administrator, .auditor]))
        case .revoked(let id, let because): revoked(id, because, organisation[Grants.self])
        }
    }

    private static func saying(_ grant: Grant, _ register: Register) -> Saying {
        var arguments = arguments(grant)
        guard let scope = name(of: grant.scope, register) else { return Saying("membership.told.granted", arguments) }
        arguments["scope"] = .content(scope)
        return Saying("membership.told.granted-for", arguments)
    }

    private static func revoked(_ id: ID<Grant>, _ because: Prose, _ grants: Grants) -> Told {
        guard let grant = grants.former[id] ?? grants.all[id] else {
            return Told(Saying("membership.told.revoked-unknown", ["why": reason(because)]), about: [], audience: .roles([.administrator, .auditor]))
        }
        let saying = Saying("membership.told.revoked", arguments(grant).merging(["why": reason(because)]) { own, _ in own })
        return Told(saying, about: about(grant.scope), audience: .roles([.administrator, .auditor]))
    }

    private static func arguments(_ grant: Grant) -> [String: Saying.Argument] {
        ["person": .person(grant.account), "role": .word("pages.role.\(grant.role.rawValue)")]
    }

    private static func name(of scope: Scope, _ register: Register) -> Localized? {
        switch scope {
        case .organisation: nil
        case .region(let id): register.name(of: id)
        case .body(let id): register.name(of: id)
        case .unit(let id): register.name(of: id)
        case .member(let id): register.name(of: id)
        }
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
