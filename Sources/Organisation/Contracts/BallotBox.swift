import Journal

/// A question on which each member has one vote: what was asked, of whom, and what they said. Whoever keeps answers hands it out, whoever counts votes asks for it.
package struct BallotBox: Sendable {
    /// How a ballot is filled in.
    package enum Kind: String, Sendable, CaseIterable { case ranking, approval, points }

    package struct Option: Sendable, Equatable {
        package var title: Localized
        /// Its name in the list from which the options were taken; `nil` where they were written by hand.
        package var listed: String?

        package init(_ title: Localized, listed: String? = nil) {
            self.title = title
            self.listed = listed
        }
    }

    /// The one ballot of a member.
    package struct Ballot: Sendable, Equatable {
        package var member: ID<Member>
        /// Places of options, from 0, each once: of a ranking the best first, otherwise ascending.
        package var choices: [Int]
        /// What each choice was given, above 0; empty where ballots give no points.
        package var points: [Double]
        /// Who may read it under its member's name.
        package var audience: Audience
        /// Where in the journal it was recorded.
        package var position: Int

        package init(member: ID<Member>, choices: [Int], points: [Double] = [], audience: Audience, position: Int) {
            self.member = member
            self.choices = choices
            self.points = points
            self.audience = audience
            self.position = position
        }
    }

    package var reference: Reference
    package var title: Localized
    /// What it is a part of, as it stands on the thread.
    package var whole: Reference
    /// What that is called; empty where it has no name of its own.
    package var wholeTitle: Localized = .empty
    /// The page on which it is asked, below the organisation's address.
    package var path: String
    package var kind: Kind
    package var options: [Option]
    /// How many options one may choose; `nil` for all.
    package var most: Int?
    package var asked: [ID<Member>]
    /// The region of each who was asked, as it was when it was asked; those without one left out.
    package var regions: [ID<Member>: ID<Region>]
    /// Of those who answered it; who left it open has no ballot.
    package var ballots: [Ballot]
    /// Those who answered what it is a part of and named nothing here: they left it open, or said that it does not apply to them.
    package var namingNothing: [ID<Member>] = []
    /// Those who answered and were not asked this, because of what they answered before.
    package var passedOver: [ID<Member>] = []
    /// Whether no ballot can be cast or replaced any more.
    package var isClosed: Bool
    /// Who may know now how it was answered, in figures.
    package var audience: Audience
    /// Figures from fewer members than this are for planners alone; 0 for all.
    package var smallestCell: Int

    package init(
        _ reference: Reference, _ title: Localized, within whole: Reference, path: String, kind: Kind, options: [Option], most: Int?, asked: [ID<Member>],
        regions: [ID<Member>: ID<Region>], ballots: [Ballot], isClosed: Bool, audience: Audience, smallestCell: Int
    ) {
        self.reference = reference
        self.title = title
        self.whole = whole
        self.path = path
        self.kind = kind
        self.options = options
        self.most = most
        self.asked = asked
        self.regions = regions
        self.ballots = ballots
        self.isClosed = isClosed
        self.audience = audience
        self.smallestCell = smallestCell
    }
}

/// Things that one feature lists and another puts to the vote.
package struct ChoiceList: Sendable {
    package var reference: Reference
    package var title: Localized
    /// In their order; the names stay the same as long as the things do.
    package var choices: [(name: String, title: Localized)]
    package var audience: Audience

    package init(_ reference: Reference, _ title: Localized, choices: [(name: String, title: Localized)], audience: Audience) {
        self.reference = reference
        self.title = title
        self.choices = choices
        self.audience = audience
    }
}

/// What members want most, as a body of the organisation adopted it: for plans, portfolios and reports.
package struct AdoptedPriority: Sendable {
    package var reference: Reference
    package var title: Localized
    /// Its page, below the organisation's address.
    package var path: String
    /// From 1, in the order in which it was adopted.
    package var place: Int
    /// What of the plan answers it.
    package var answeredBy: [Reference]
    /// The body that adopted the list, and when.
    package var body: ID<Body>
    package var on: Day
    package var audience: Audience

    package init(_ reference: Reference, _ title: Localized, path: String, place: Int, answeredBy: [Reference], body: ID<Body>, on: Day, audience: Audience) {
        self.reference = reference
        self.title = title
        self.path = path
        self.place = place
        self.answeredBy = answeredBy
        self.body = body
        self.on = on
        self.audience = audience
    }
}
