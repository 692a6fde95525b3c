import HashTreeCollections
import Journal

/// An idea on its way through the organisation, as far as it came: what the value chain is measured by. Whoever keeps ideas hands them out, whoever measures asks for them.
package struct IdeaRecord: Sendable, Equatable {
    /// Who put it in.
    package enum Source: String, Codable, Sendable, CaseIterable { case staff, member, partner, academia, organisation, `public` }

    /// Where it is from, as its source and its authors say.
    package enum Origin: String, Sendable, CaseIterable { case inHouse, across, external }

    /// Where its authors work; no author is named.
    package struct Authors: Sendable, Equatable {
        package var units: [ID<Unit>]
        package var regions: [ID<Region>]
        package var members: [ID<Member>]

        package init(units: [ID<Unit>] = [], regions: [ID<Region>] = [], members: [ID<Member>] = []) {
            self.units = units
            self.regions = regions
            self.members = members
        }
    }

    package struct Screening: Sendable, Equatable {
        package var on: Day
        package var isPassed: Bool

        package init(on: Day, isPassed: Bool) {
            self.on = on
            self.isPassed = isPassed
        }
    }

    package struct Funding: Sendable, Equatable {
        package var on: Day
        /// In the organisation's own currency; `nil` where nobody says.
        package var amount: Double?

        package init(on: Day, amount: Double? = nil) {
            self.on = on
            self.amount = amount
        }
    }

    /// A Member that uses what became of it, and since when.
    package struct Use: Codable, Hashable, Sendable {
        package var member: ID<Member>
        package var on: Day

        package init(_ member: ID<Member>, on: Day) {
            self.member = member
            self.on = on
        }
    }

    package struct Ending: Sendable, Equatable {
        /// Why it goes no further.
        package enum Reason: String, Codable, Sendable, CaseIterable { case withdrawn, stopped, superseded, merged }

        package var on: Day
        package var because: Reason

        package init(on: Day, because: Reason) {
            self.on = on
            self.because = because
        }
    }

    package var reference: Reference
    /// What it is called in files: the same in every register that knows it.
    package var code: String
    /// Of an earlier register: it gives way to a living idea of the same code.
    package var isEarlier: Bool
    package var putIn: Day
    package var source: Source
    package var authors: Authors
    package var screening: Screening?
    package var decidedOn: Day?
    package var funding: Funding?
    /// By a Member; never later than the first of its uses.
    package var firstUse: Day?
    package var uses: [Use]
    /// What of the plan it serves; `nil` where nothing was named.
    package var objective: ID<Objective>?
    package var ending: Ending?
    /// Who may read it by itself.
    package var audience: Audience
    /// Who may know figures in which it is counted with others.
    package var figuresAudience: Audience

    package init(
        _ reference: Reference, code: String, isEarlier: Bool = false, putIn: Day, source: Source, authors: Authors = Authors(), screening: Screening? = nil, decidedOn: Day? = nil,
        funding: Funding? = nil, firstUse: Day? = nil, uses: [Use] = [], objective: ID<Objective>? = nil, ending: Ending? = nil, audience: Audience, figuresAudience: Audience
    ) {
        self.reference = reference
        self.code = code
        self.isEarlier = isEarlier
        self.putIn = putIn
        self.source = source
        self.authors = authors
        self.screening = screening
        self.decidedOn = decidedOn
        self.funding = funding
        self.firstUse = [firstUse, uses.map(\.on).min()].compactMap { $0 }.min()
        self.uses = uses
        self.objective = objective
        self.ending = ending
        self.audience = audience
        self.figuresAudience = figuresAudience
    }
}

extension IdeaRecord {
    /// From outside whoever's it is; of several units or regions; or of one.
    package func origin(in register: Register) -> Origin { source == .staff ? isAcross(in: register) ? .across : .inHouse : .external }

    /// Whether its authors are of at least two directorates or at least two regions. Teams count as the directorate that they answer to.
    package func isAcross(in register: Register) -> Bool {
        let regions = Set(authors.regions + authors.members.compactMap { register.described[$0]?.region } + authors.units.compactMap { register.units[$0]?.region })
        return Set(authors.units.map(register.directorate)).count > 1 || regions.count > 1
    }
}

extension Register {
    /// The unit itself, or of a team the first above it that is none.
    package func directorate(of unit: ID<Unit>) -> ID<Unit> {
        var place = unit, seen: Set<ID<Unit>> = [unit]
        while let known = units[place], known.kind == .team, case .unit(let above) = known.answersTo, seen.insert(above).inserted { place = above }
        return place
    }
}
