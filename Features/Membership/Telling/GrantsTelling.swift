import Journal
import Organisation
import Pages

/// How grants read: accounts by identifier, since names are not in the journal.
enum GrantsTelling {
    static let telling = Telling(Grants.self) { event in
        switch event {
        case .granted(_, let grant):
            Told(saying(grant), about: about(grant.scope), audience: .roles([.administrator, .auditor]))
        case .revoked(let id, let because):
            Told(
                Saying("membership.told.revoked", ["id": .text(id.text), "why": reason(because)]), about: [],
                audience: .roles([.administrator, .auditor]))
        }
    }

    private static func saying(_ grant: Grant) -> Saying {
        let role = Saying.Argument.word("pages.role.\(grant.role.rawValue)")
        let account = Saying.Argument.text(grant.account.text)
        guard let thing = thing(grant.scope) else {
            return Saying("membership.told.granted", ["account": account, "role": role])
        }
        return Saying("membership.told.granted-for", ["account": account, "role": role, "scope": .text(thing)])
    }

    private static func thing(_ scope: Scope) -> String? {
        switch scope {
        case .organisation: nil
        case .region(let id): id.text
        case .body(let id): id.text
        case .unit(let id): id.text
        case .member(let id): id.text
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
