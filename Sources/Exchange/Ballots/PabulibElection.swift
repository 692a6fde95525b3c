/// An election for a participatory budget, as a file of Pabulib (.pb) tells it.
///
/// Projects are in the order of their identifiers by code point, which is the order in which pabutools breaks ties; ballots name them by their place in it.
/// Source: pabulib.org/format.
package struct PabulibElection: Sendable {
    /// How voters voted.
    package enum VoteType: String, Sendable, CaseIterable {
        case approval, ordinal, cumulative, scoring
    }

    package struct Project: Sendable, Hashable {
        package let id: String

        /// In units of ten to the minus `decimals`.
        package let cost: Int

        /// The line it stands on.
        package let line: Int

        /// What the city decided; nil where the file does not say.
        package let isSelected: Bool?
    }

    /// Everything under META, by key.
    package let meta: [String: String]
    package let voteType: VoteType
    package let projects: [Project]

    /// In units of ten to the minus `decimals`.
    package let budget: Int

    /// How many digits behind the point costs and budget are counted in.
    package let decimals: Int

    /// How many digits behind the point points are counted in.
    package let pointDecimals: Int

    /// One for each voter in the order of the file: where its projects and points begin.
    let starts: [Int]
    let named: [Int32]
    let points: [Int32]?

    /// What is odd and was read nevertheless, with the line.
    package let remarks: [BallotFault]

    package var voterCount: Int { starts.count - 1 }

    /// The units that make one unit of money.
    package var unit: Int { (0..<decimals).reduce(1) { unit, _ in unit * 10 } }

    /// The projects a voter named, best first where ballots are ordinal, as places in `projects`.
    package func named(by voter: Int) -> [Int] { named[starts[voter]..<starts[voter + 1]].map(Int.init) }

    /// The points beside `named(by:)`; nil where the file has none.
    package func points(by voter: Int) -> [Int]? { points.map { $0[starts[voter]..<starts[voter + 1]].map(Int.init) } }

    init(meta: [String: String], voteType: VoteType, table: PabulibProjects, votes: PabulibVotes, remarks: [BallotFault]) {
        self.meta = meta
        self.voteType = voteType
        self.remarks = remarks
        projects = table.projects
        (budget, decimals) = (table.budget, table.decimals)
        (starts, named, points, pointDecimals) = (votes.starts, votes.named, votes.points, votes.pointDecimals)
    }
}
