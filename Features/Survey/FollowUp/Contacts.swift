import HashTreeCollections
import Journal
import Organisation
import Pages

/// Whom a Member is written to through, with an account: those who draft and administer, and those who clear on a day.
struct Contacts {
    private let drafting: [ID<Member>: Set<ID<Actor>>]
    private let heads: [ID<Member>: Set<ID<Actor>>]
    private let clearing: [ID<Member>: Set<ID<Actor>>]

    init(_ organisation: Organisation, on day: Day) {
        var drafting: [ID<Member>: Set<ID<Actor>>] = [:], heads: [ID<Member>: Set<ID<Actor>>] = [:], own: [ID<Member>: Set<ID<Actor>>] = [:]
        for grant in organisation[Grants.self].all.values {
            guard case .member(let member) = grant.scope, Role.ofAdministrations.contains(grant.role) else { continue }
            own[member, default: []].insert(grant.account)
            if grant.role == .headOfAdministration { heads[member, default: []].insert(grant.account) } else { drafting[member, default: []].insert(grant.account) }
        }
        var clearing = heads
        let answers = organisation[Answers.self]
        for substitute in answers.substitutes.values where own[substitute.member]?.contains(substitute.account) == true {
            if answers.isSubstitute(substitute.account, of: substitute.member, on: day) { clearing[substitute.member, default: []].insert(substitute.account) }
        }
        (self.drafting, self.heads, self.clearing) = (drafting, heads, clearing)
    }

    /// In a stable order.
    func people(of member: ID<Member>, for kind: Reminder) -> [ID<Actor>] {
        let people: Set<ID<Actor>> =
            switch kind {
            case .invitation: (drafting[member] ?? []).union(heads[member] ?? [])
            // Where nobody else is there, whoever heads it can see to it.
            case .notStarted, .notFinished: drafting[member] ?? heads[member] ?? []
            case .notCleared: clearing[member] ?? []
            }
        return people.sorted()
    }
}
