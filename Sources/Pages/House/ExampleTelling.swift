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
    private let catalogue: Catalogue

    package init(_ organisation: Organisation, today: Day, seed: UInt64, _ catalogue: Catalogue) {
        self.organisation = organisation
        self.today = today
        self.seed = seed
        self.catalogue = catalogue
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

extension House {
    /// What all features tell of an organisation of the examples, by the feature's name; nothing of one that is not invented.
    package func examples(of organisation: Organisation, today: Day, seed: UInt64) throws -> [(feature: String, tellings: [ExampleTelling])] {
        guard organisation[Register.self].profile?.isInvented == true else { return [] }
        let ground = ExampleGround(organisation, today: today, seed: seed, catalogue)
        return try features.map { ($0.name, try $0.example(ground)) }.filter { !$0.tellings.isEmpty }
    }
}
