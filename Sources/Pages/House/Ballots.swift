import Journal
import Organisation

/// On what day ballots are read: as things stood then, for those who may know them today.
package struct BallotGround: Sendable {
    package let organisation: Organisation
    package let present: Organisation
    /// The day that is read, and today.
    package let day: Day
    package let today: Day
    /// Whether the present is read.
    package let isNow: Bool

    package init(_ organisation: Organisation, present: Organisation, day: Day, today: Day, isNow: Bool) {
        self.isNow = isNow
        self.organisation = organisation
        self.present = present
        self.day = day
        self.today = today
    }
}

extension House {
    /// All of them, for whoever each is for.
    package func ballotBoxes(on ground: BallotGround) -> [BallotBox] { features.flatMap { $0.ballotBoxes(ground) } }

    /// What was adopted, in its order, for whoever it is for.
    package func priorities(on ground: BallotGround) -> [AdoptedPriority] { features.flatMap { $0.priorities(ground) } }

    package func choiceLists(of organisation: Organisation, for viewer: Viewer) -> [ChoiceList] {
        features.flatMap { $0.choiceLists(organisation) }.filter { viewer.belongs(to: $0.audience) }
    }
}

extension Visit {
    package var ballotGround: BallotGround { BallotGround(organisation, present: present, day: times.day, today: times.today, isNow: isNow) }

    /// What was adopted, as far as this reader may know it, in its order.
    package var priorities: [AdoptedPriority] {
        house.priorities(on: ballotGround).filter { viewer.belongs(to: $0.audience) }
    }
}

extension Submission {
    package var ballotGround: BallotGround { BallotGround(organisation, present: organisation, day: today, today: today, isNow: true) }
}
