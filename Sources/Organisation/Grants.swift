import HashTreeCollections
import Journal

/// What a person may be in an organisation.
package enum Role: String, Codable, Sendable, CaseIterable {
    case administrator, planner, projectOwner, regionalViceChair, bodyMember, gatekeeper
    case memberAdministrator, drafter, headOfAdministration, partner, auditor, reader

    /// What a grant of this role may be limited to.
    package var scopes: [Scope.Kind] {
        switch self {
        case .administrator, .planner, .gatekeeper, .partner, .auditor, .reader: [.organisation]
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

/// Who may what, by identifier: names and addresses are elsewhere and can be forgotten.
package struct Grants: Chapter {
    package static let name = "grants"
    package static let stateVersion = 2

    package enum Event: Codable, Equatable, Sendable {
        case granted(id: ID<Grant>, Grant)
        case revoked(id: ID<Grant>, because: Prose)
    }

    package private(set) var all: TreeDictionary<ID<Grant>, Grant> = [:]
    /// Those taken back, so that what is said of them later can still name them.
    package private(set) var former: TreeDictionary<ID<Grant>, Grant> = [:]

    package init() {}

    package mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .granted(let id, let grant): all[id] = grant
        case .revoked(let id, _): former[id] = all.removeValue(forKey: id) ?? former[id]
        }
    }

    /// In a stable order.
    package var list: [(id: ID<Grant>, grant: Grant)] { all.map { ($0.key, $0.value) }.sorted { $0.id < $1.id } }

    package func of(_ account: ID<Actor>) -> [Grant] { all.values.filter { $0.account == account } }
}
