import ArgumentParser
import Exchange
import Foundation
import Methods

extension PabulibElection.Reading: ExpressibleByArgument {}
extension BudgetCompletion: ExpressibleByArgument {}

struct EqualSharesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equal-shares", abstract: "Share a budget by the Method of Equal Shares.",
        discussion: "Every voter has an equal share of the budget; projects are bought by those who voted for them. Exact; of equal projects the first by identifier.")

    @OptionGroup var input: BallotFile

    @Option(help: "What one voter has of a project: its cost, one, the ballot's points, or Borda's from an order.")
    var utility: PabulibElection.Reading

    @Option(help: "What becomes of money that is left: nothing, shares raised by one (add1), a greedy choice, or both.")
    var completion: BudgetCompletion

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Projects that cannot be funded.", valueName: "ID"))
    var exclude: [String] = []

    func run() throws {
        tell(
            try input.answer { bytes throws(BallotFault) in
                let election = try PabulibElection(pabulib: bytes, limits: .standard)
                return (try answer(election), election.remarks)
            })
    }

    /// The answer as JSON.
    func answer(_ election: PabulibElection) throws(BallotFault) -> String {
        let (budget, ids, _) = try election.election(utility, excluding: Set(exclude))
        return BudgetAnswer(equalShares(budget, utility: utility.utility, completion: completion).selected, budget, ids: ids, of: election).json
    }
}

struct GreedyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greedy", abstract: "Buy what has most votes or points for its cost, as long as it fits.",
        discussion: "With cost utility that is by votes, with cardinality by votes over cost, with points by points over cost.")

    @OptionGroup var input: BallotFile

    @Option(help: "What one voter has of a project; where not given, cost for approvals, borda for orders, and points.")
    var utility: PabulibElection.Reading?

    func run() throws {
        tell(
            try input.answer { bytes throws(BallotFault) in
                let election = try PabulibElection(pabulib: bytes, limits: .standard)
                return (try answer(election), election.remarks)
            })
    }

    /// The answer as JSON.
    func answer(_ election: PabulibElection) throws(BallotFault) -> String {
        let usual: PabulibElection.Reading = election.voteType == .approval ? .cost : election.voteType == .ordinal ? .borda : .points
        let reading = utility ?? usual
        let (budget, ids, _) = try election.election(reading, excluding: [])
        return BudgetAnswer(greedy(budget, utility: reading.utility, beginningWith: []), budget, ids: ids, of: election).json
    }
}

/// What was bought and what it costs.
struct BudgetAnswer {
    private let selected: [String]
    private let cost: String

    /// Identifiers in the order in which candidates are numbered; cost in units of money, exactly.
    init(_ chosen: [Int], _ budget: BudgetElection, ids: [String], of election: PabulibElection) {
        selected = chosen.sorted().map { ids[$0] }
        let (whole, part) = budget.cost(of: chosen).quotientAndRemainder(dividingBy: election.unit)
        let digits = String(part)
        let fraction = String(repeating: "0", count: election.decimals - min(digits.count, election.decimals)) + digits
        let kept = fraction.replacing(/0+$/, with: "")
        cost = part == 0 ? "\(whole)" : "\(whole).\(kept)"
    }

    /// Sorted keys, no spaces to spare.
    var json: String { "{\"cost\": \(cost), \"selected\": [\(selected.map(\.json).joined(separator: ", "))]}" }
}
