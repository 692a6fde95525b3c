import Journal
import Organisation

/// What one person records at once in an organisation of the examples.
package struct ExampleTelling: Sendable {
    package var actor: Actor
    package var proposals: [Proposal]

    package init(_ actor: Actor, _ proposals: [Proposal]) {
        self.actor = actor
        self.proposals = proposals
    }
}

/// On which a feature tells its part of an invented organisation: what stands there already, and from when on time is counted backwards.
package struct ExampleGround: Sendable {
    package let organisation: Organisation
    package let today: Day
    package let seed: UInt64
    /// What the features before have to count.
    package let ballotBoxes: [BallotBox]
    package let catalogue: Catalogue

    package init(_ organisation: Organisation, today: Day, seed: UInt64, _ house: House) {
        self.organisation = organisation
        self.today = today
        self.seed = seed
        ballotBoxes = house.ballotBoxes(on: BallotGround(organisation, present: organisation, day: today, today: today, isNow: true))
        catalogue = house.catalogue
    }

    /// A text of the story in all languages, from the words of the feature. It is written there in English; nobody else has read the others.
    package func content(_ key: String) -> Localized {
        let texts = Language.allCases.compactMap { language in catalogue.text(key, in: language).map { (language, Prose($0)) } }
        return Localized(Dictionary(uniqueKeysWithValues: texts), original: .en)
    }

    /// The first person with a role; `nil` where nobody has it.
    package func person(_ role: Role) -> (account: ID<Actor>, scope: Scope)? {
        organisation[Grants.self].all.sorted { $0.key < $1.key }.first { $0.value.role == role }.map { ($0.value.account, $0.value.scope) }
    }
}

extension Feature {
    /// What it tells of an organisation of the examples as it stands once the features before it have told theirs; of a real one public facts alone.
    package func story(of organisation: Organisation, today: Day, seed: UInt64, in house: House) throws -> [ExampleTelling] {
        let ground = ExampleGround(organisation, today: today, seed: seed, house)
        return try organisation[Register.self].profile?.isInvented == true ? example(ground) : facts(ground)
    }
}
