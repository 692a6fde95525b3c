import Journal

/// For whom something is. Everything that a feature contributes says so; without it, it does not compile.
package indirect enum Audience: Hashable, Codable, Sendable {
    /// Anyone, where the organisation has a public face.
    case everyone
    /// Everybody with any grant in the organisation.
    case participants
    /// The organisation's own people: administrators, planners, project owners, auditors.
    case staff
    case roles([Role])
    /// The people of one member, and staff.
    case member(ID<Member>)
    /// The people of one member, and nobody else, however high: what they have not yet said to the organisation.
    case administration(ID<Member>)
    case person(ID<Actor>)
    /// Those who belong to both.
    case both(Audience, Audience)
    /// Those who belong to one of them.
    case either(Audience, Audience)

    /// Those of the staff who ask, count and plan.
    package static let planners = Audience.roles([.administrator, .planner])

    /// Those of the staff to whom an administrator gave the analysis of leadership: nobody else, however high, and nobody who has left the staff.
    package static let leadershipAnalysts = Audience.both(.staff, .roles([.leadershipAnalyst]))

    /// What a member submitted and lets nobody else read: its own people, and those who count it.
    package static func submitted(by member: ID<Member>) -> Audience { .either(.planners, .administration(member)) }
}

/// Who reads or acts: a person with the grants of today, or nobody in particular.
package struct Viewer: Sendable, Hashable {
    package var account: ID<Actor>?
    package var name: String
    package var grants: [Grant]
    /// Whether the organisation has a public face.
    package var isPublicAdmitted: Bool

    package init(account: ID<Actor>?, name: String, grants: [Grant], isPublicAdmitted: Bool) {
        self.account = account
        self.name = name
        self.grants = grants
        self.isPublicAdmitted = isPublicAdmitted
    }

    package var isSignedIn: Bool { account != nil }

    package func has(_ role: Role, in scope: Scope? = nil) -> Bool {
        grants.contains { $0.role == role && (scope == nil || $0.scope == scope || $0.scope == .organisation) }
    }

    package func has(anyOf roles: [Role]) -> Bool { grants.contains { roles.contains($0.role) } }

    package var isStaff: Bool { has(anyOf: [.administrator, .planner, .projectOwner, .auditor, .gatekeeper]) }

    /// The members whose people this person belongs to.
    package var members: [ID<Member>] {
        grants.compactMap { if case .member(let id) = $0.scope { id } else { nil } }
    }

    /// The members for which this person reports and answers, each once.
    package var administrations: [ID<Member>] {
        var seen: Set<ID<Member>> = []
        return grants.compactMap { grant in
            guard Role.ofAdministrations.contains(grant.role), case .member(let id) = grant.scope, seen.insert(id).inserted else { return nil }
            return id
        }
    }

    package func belongs(to audience: Audience) -> Bool {
        switch audience {
        case .everyone: isPublicAdmitted || !grants.isEmpty
        case .participants: !grants.isEmpty
        case .staff: isStaff
        case .roles(let roles): has(anyOf: roles)
        case .member(let member): isStaff || members.contains(member)
        case .administration(let member): members.contains(member)
        case .person(let person): account == person
        case .both(let one, let other): belongs(to: one) && belongs(to: other)
        case .either(let one, let other): belongs(to: one) || belongs(to: other)
        }
    }
}
