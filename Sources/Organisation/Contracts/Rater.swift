import Journal

/// Whose a rating is: a Member has one, whichever of its people gives it; one of the staff has one of their own.
package enum Rater: Hashable, Codable, Sendable {
    case member(ID<Member>)
    case person(ID<Actor>)

    package init(_ member: ID<Member>?, _ by: Actor) { self = member.map { .member($0) } ?? .person(by.id) }

    package var member: ID<Member>? { if case .member(let id) = self { id } else { nil } }
}

extension Viewer {
    /// For how many this person rates: its Members, and of the staff itself.
    package var raters: Int { administrations.count + (isStaff ? 1 : 0) }
    package var mayRate: Bool { raters > 0 }
}
