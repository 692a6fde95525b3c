import Accounts
import Journal

/// An organisation that the program can bring along: who may sign in to it, and what is recorded in it, in order.
package struct ExampleOrganisation: Sendable {
    package var id: OrganisationID
    /// Its people: without a password, to be signed in as with one click on a loopback address.
    package var accounts: [Account]
    package var batches: [Batch]

    /// What one person records at once: one command. When it was recorded is for the server's clock to say; a fact's own day is with the fact.
    package struct Batch: Sendable {
        package var actor: Actor
        package var proposals: [Proposal]

        package init(_ actor: Actor, _ proposals: [Proposal]) {
            self.actor = actor
            self.proposals = proposals
        }
    }
}

/// The invented League of Harbours, and the World Customs Organization with public facts only.
///
/// The same for equal `today` and `seed`. The League's story is told from `today` backwards, so that it never goes stale.
///
/// - Throws: `ExampleFault` where a table of the examples is damaged.
package func exampleOrganisations(today: Day, seed: UInt64) throws -> [ExampleOrganisation] {
    [try leagueOfHarbours(today: today, seed: seed), try worldCustomsOrganization()]
}

/// What is wrong with a table of the examples.
package enum ExampleFault: Error, Equatable {
    case missing(String, table: String, line: Int)
    case unreadable(String, table: String, line: Int)
    case noSuchWords(String)
}

extension Account {
    /// A person of an example: the address is in a domain that can never exist (RFC 2606).
    static func example(_ id: ID<Actor>, _ name: String, at domain: String, since day: Day) -> Account {
        Account(id: id, name: name, email: "\(id)@\(domain).example", passwordHash: nil, createdAt: Moment(startOf: day), isExample: true)
    }
}
