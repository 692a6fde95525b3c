import Accounts
import Journal
import Organisation

/// The people of the story, all of them invented.
enum HarbourCast {
    static let amina = Actor(ID("amina"))
    static let bruno = Actor(ID("bruno"))
    static let chen = Actor(ID("chen"))
    static let dana = Actor(ID("dana"))
    static let farah = Actor(ID("farah"))
    static let elif = Actor(ID("elif"))
    static let gita = Actor(ID("gita"))
    static let ines = Actor(ID("ines"))
    static let oskar = Actor(ID("oskar"))

    static func accounts(since day: Day) -> [Account] {
        [
            (amina, "Amina Tessaly"), (bruno, "Bruno Calderane"), (chen, "Chen Oraveth"), (dana, "Dana Merrowick"),
            (farah, "Farah Nilessen"),
            (elif, "Elif Sandoval-Ray"), (gita, "Gita Marlowen"), (ines, "Ines Korrigan"), (oskar, "Oskar Vandeloo"),
        ].map { .example($0.0.id, $0.1, at: "harbours", since: day) }
    }

    /// - Parameters:
    ///   - home: the Member whose answers Bruno drafts and Chen clears, and whose people Gita invites.
    ///   - region: its region, whose vice-chair Farah is.
    static func grants(home: ID<Member>, region: ID<Region>) -> [(id: ID<Grant>, grant: Grant)] {
        let nav: ID<Unit> = ID("nav")
        let assembly: ID<Body> = ID("assembly")
        let roles: [(Actor, Role, Scope)] = [
            (ines, .administrator, .organisation), (amina, .planner, .organisation), (bruno, .drafter, .member(home)),
            (chen, .headOfAdministration, .member(home)), (chen, .bodyMember, .body(assembly)), (gita, .memberAdministrator, .member(home)),
            (dana, .projectOwner, .unit(nav)), (dana, .gatekeeper, .organisation), (farah, .regionalViceChair, .region(region)), (elif, .partner, .organisation),
            (oskar, .auditor, .organisation),
        ]
        return roles.compactMap { actor, role, scope in
            ID<Grant>(slug: "\(actor)-\(role.rawValue)").map { ($0, Grant(account: actor.id, role: role, scope: scope)) }
        }
    }
}
