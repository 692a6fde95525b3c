import Journal
import Organisation

/// Somebody of whom it is asked what they may: nobody in particular, somebody without a part, and one for every role.
struct Persona: Sendable {
    var name: String
    var account: ID<Actor>?
    var grant: Grant?
    /// What the role needs beside it.
    var besides: Grant?

    /// As the guild sees them that has a public face.
    var viewer: Viewer { Viewer(account: account, name: "", grants: [grant, besides].compactMap { $0 }, isPublicAdmitted: true) }

    static let all: [Persona] =
        [Persona(name: "Stranger"), Persona(name: "Outsider", account: ID("outsider"))]
        + Role.allCases.map { role in
            let account: ID<Actor> = named(role.rawValue.lowercased())
            // Analysis is for staff alone: an auditor reads most and changes nothing.
            let besides: Grant? = role == .leadershipAnalyst ? Grant(account: account, role: .auditor, scope: .organisation) : nil
            return Persona(name: role.rawValue, account: account, grant: Grant(account: account, role: role, scope: own(role)), besides: besides)
        }

    /// Where a role can be limited it is: to the first of its kind, so that the second is another's.
    private static func own(_ role: Role) -> Scope {
        switch role.scopes.last {
        case .region: .region(ID("r-one"))
        case .body: .body(ID("b-one"))
        case .unit: .unit(ID("u-one"))
        case .member: .member(ID("m-one"))
        case .organisation, nil: .organisation
        }
    }
}
