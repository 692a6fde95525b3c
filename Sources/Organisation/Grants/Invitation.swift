import Journal

/// What somebody is invited to be. Who that is lies beside the journal, until they accept.
package struct Invitation: Hashable, Codable, Sendable {
    package var roles: [Role]
    package var scope: Scope
    /// The last day on which it can be accepted.
    package var until: Day

    package init(roles: [Role], scope: Scope, until: Day) {
        self.roles = roles
        self.scope = scope
        self.until = until
    }

    /// How many days it waits.
    package static let days = 7
}

/// An invitation that waits for an answer.
package struct Pending: Hashable, Codable, Sendable {
    package var invitation: Invitation
    /// Who sent it last, and must still be allowed to give these roles when it is accepted.
    package var by: Actor
    package var since: Day

    package init(invitation: Invitation, by: Actor, since: Day) {
        self.invitation = invitation
        self.by = by
        self.since = since
    }
}

/// An invitation that does not wait any more.
package struct Answered: Hashable, Codable, Sendable {
    package var invitation: Invitation
    /// Who accepted it; `nil` where it was withdrawn.
    package var by: ID<Actor>?

    package init(invitation: Invitation, by: ID<Actor>?) {
        self.invitation = invitation
        self.by = by
    }
}
