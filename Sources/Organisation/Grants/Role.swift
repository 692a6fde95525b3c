import Journal

/// What a person may be in an organisation.
package enum Role: String, Codable, Sendable, CaseIterable {
    case administrator, planner, projectOwner, regionalViceChair, bodyMember, gatekeeper
    case memberAdministrator, drafter, headOfAdministration, partner, auditor, reader
    /// Reads and writes who wants what and who carries the day: given to staff alone, and by itself no staff role.
    case leadershipAnalyst

    /// Those of the people of a member who report and answer for it.
    package static let ofAdministrations: [Role] = [.drafter, .headOfAdministration, .memberAdministrator]

    /// What a grant of this role may be limited to.
    package var scopes: [Scope.Kind] {
        switch self {
        case .administrator, .planner, .gatekeeper, .partner, .auditor, .reader, .leadershipAnalyst: [.organisation]
        case .projectOwner: [.organisation, .unit]
        case .regionalViceChair: [.region]
        case .bodyMember: [.body]
        case .memberAdministrator, .drafter, .headOfAdministration: [.member]
        }
    }
}

/// How far a grant reaches.
package enum Scope: Hashable, Codable, Sendable {
    case organisation
    case region(ID<Region>)
    case body(ID<Body>)
    case unit(ID<Unit>)
    case member(ID<Member>)

    package enum Kind: String, Sendable, CaseIterable { case organisation, region, body, unit, member }

    package var kind: Kind {
        switch self {
        case .organisation: .organisation
        case .region: .region
        case .body: .body
        case .unit: .unit
        case .member: .member
        }
    }
}

package struct Grant: Hashable, Codable, Sendable {
    package var account: ID<Actor>
    package var role: Role
    package var scope: Scope

    package init(account: ID<Actor>, role: Role, scope: Scope) {
        self.account = account
        self.role = role
        self.scope = scope
    }
}
