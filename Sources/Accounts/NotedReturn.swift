import Journal

/// That mails to an account come back: kept beside the account, never in a journal, and gone with the account or its address.
package struct NotedReturn: Equatable, Sendable {
    package var account: ID<Actor>
    /// Where it was noted, and holds; `nil` for everywhere: whoever runs the server said so.
    package var organisation: OrganisationID?
    /// When the last one came back, or from when on it is tried again.
    package var on: Day
    /// As RFC 3463 has it: `5.1.1`; empty where the address is tried again, whatever came back until then.
    package var status: String
    /// What the other side said, in short.
    package var reason: String

    package init(account: ID<Actor>, organisation: OrganisationID?, on: Day, status: String, reason: String) {
        self.account = account
        self.organisation = organisation
        self.on = on
        self.status = status
        self.reason = reason
    }

    /// From a day on the address is tried again.
    package static func triedAgain(_ account: ID<Actor>, in organisation: OrganisationID, on day: Day) -> NotedReturn {
        NotedReturn(account: account, organisation: organisation, on: day, status: "", reason: "")
    }

    package var isTriedAgain: Bool { status.isEmpty }
    private var isPermanent: Bool { status.hasPrefix("5.") }

    /// Whether it takes the place of what was noted before: reports may be read in any order, and the same ones again.
    package func holds(over before: NotedReturn) -> Bool {
        if isTriedAgain { return on >= before.on }
        if before.isTriedAgain { return on > before.on }
        return isPermanent == before.isPermanent ? on >= before.on : isPermanent
    }
}

extension [NotedReturn] {
    /// What holds of each account, of what was noted in one organisation and everywhere; not of those whose address is tried again.
    package var holding: [ID<Actor>: NotedReturn] {
        // What was said everywhere comes first: in their own organisation people know better.
        let inOrder = sorted { $0.organisation == nil && $1.organisation != nil }
        let last = inOrder.reduce(into: [ID<Actor>: NotedReturn]()) { kept, next in
            if let before = kept[next.account], !next.holds(over: before) { return }
            kept[next.account] = next
        }
        return last.filter { !$0.value.isTriedAgain }
    }
}
