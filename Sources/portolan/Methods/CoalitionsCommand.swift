import ArgumentParser
import Exchange
import Foundation
import Methods

struct CoalitionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coalitions", abstract: "Find coalitions in a table of positions, and who decides under a rule.",
        discussion: """
            A CSV file with a line for each actor: the first column names it, each other column is an issue with a position from -2 to 2 (or -1, 0, 1), empty \
            where there is none. Columns called power (0 to 4) and votes (whole numbers) are no issues; without them all count alike. Every issue matters \
            alike to everybody. Actors are called by the first column.
            """)

    @OptionGroup var input: BallotFile

    @Option(help: ArgumentHelp("Which share of those present carries a proposal, as 2/3 or 0.5.", valueName: "SHARE"))
    var quota: String

    @Flag(help: "More than the quota, not at least.")
    var moreThan = false

    @Option(help: ArgumentHelp("More than which share of all votes must be represented, as 1/2.", valueName: "SHARE"))
    var quorum: String?

    @Option(help: ArgumentHelp("All votes, where not all who have one are in the file.", valueName: "N"))
    var entitled: Int?

    @Flag(help: "Whoever abstains counts among those present.")
    var abstentionsCount = false

    @Option(help: ArgumentHelp("From which similarity on two belong together.", valueName: "SHARE"))
    var threshold = "0.6"

    func validate() throws {
        for (name, text) in [("quota", quota), ("quorum", quorum ?? "1/2"), ("threshold", threshold)] where ExactShare(text) == nil {
            throw ValidationError("--\(name) must be a share from 0 to 1, such as 2/3 or 0.6, with a denominator to 1000.")
        }
        if let entitled, !(1...VotingGame.mostVotes).contains(entitled) { throw ValidationError("--entitled must be from 1 to \(VotingGame.mostVotes).") }
    }

    func run() throws {
        tell(
            try input.answer { bytes throws(BallotFault) in
                let table = try StanceTable(bytes)
                return (try answer(table), [])
            })
    }

    /// The answer as JSON.
    func answer(_ table: StanceTable) throws(BallotFault) -> String {
        let half = ExactShare(1, of: 2), zero = ExactShare(0, of: 1)
        guard let quota = ExactShare(quota) ?? half, let limit = ExactShare(threshold) ?? zero else { throw BallotFault(what: "A share is not understood.") }
        let rule = DecisionRule(
            quota: .init(quota, isMoreThan: moreThan), quorum: quorum.flatMap { ExactShare($0) }.map { .init($0, isMoreThan: true) }, abstentionsCount: abstentionsCount)
        let question = CoalitionAnalysis.Question(
            stances: table.stances, power: table.power, votes: table.votes, rule: rule, entitled: entitled ?? table.votes.reduce(0, +), threshold: limit, salientFrom: 1)
        guard let analysis = CoalitionAnalysis(question) else { throw BallotFault(what: "Power must be from 0 to 4, votes from 0 to \(VotingGame.mostVotes).") }
        return CoalitionsJSON(table: table, analysis: analysis).text
    }
}

/// What a file says of actors.
struct StanceTable {
    let names: [String]
    let issues: [String]
    let stances: Stances
    let power: [Int]
    let votes: [Int]

    private static let limits = CSVLimits(bytes: 20 << 20, columns: Stances.mostIssues + 3, rows: Stances.mostActors, cellBytes: 1024)

    init(_ bytes: [UInt8]) throws(BallotFault) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: StanceTable.limits) } catch { throw BallotFault(what: "It is no table that can be read: \(error).") }
        if let problem = table.problems.first { throw BallotFault(what: "line \(problem.line): It does not fit the header.") }
        guard table.header.count > 1 else { throw BallotFault(what: "It has no column beside the first.") }
        let special = ["power", "votes"], places = table.header.indices.dropFirst().filter { !special.contains(table.header[$0].lowercased()) }
        issues = places.map { table.header[$0] }
        var names: [String] = [], positions: [[Int?]] = [], power: [Int] = [], votes: [Int] = []
        for row in table.rows {
            func whole(_ column: String) throws(BallotFault) -> Int {
                guard let text = row[column]?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return 1 }
                guard let value = Int(text) else { throw BallotFault(what: "line \(row.line): In \(column) stands no whole number.") }
                return value
            }
            var own: [Int?] = []
            for place in places {
                let text = row.cells[place].trimmingCharacters(in: .whitespaces), value = Int(text)
                guard text.isEmpty || value.map(Stances.positions.contains) == true else { throw BallotFault(what: "line \(row.line): In \(table.header[place]) stands no position from -2 to 2.") }
                own.append(value)
            }
            names.append(row.cells[0])
            positions.append(own)
            power.append(try whole("power"))
            votes.append(try whole("votes"))
        }
        guard let stances = Stances(positions: positions, salience: positions.map { $0.map { _ in 1 } }) else {
            throw BallotFault(what: "At most \(Stances.mostActors) actors and \(Stances.mostIssues) issues are compared.")
        }
        (self.names, self.stances, self.power, self.votes) = (names, stances, power, votes)
    }
}

/// One line of JSON, keys in order.
private struct CoalitionsJSON {
    let table: StanceTable
    let analysis: CoalitionAnalysis

    var text: String {
        let coalitions = analysis.coalitions.map { coalition in
            "{\"blocks\": \(coalition.canBlock), \"carries\": \(coalition.canCarry), \"lost\": \(coalition.lost), \"members\": \(names(coalition.members)), "
                + "\"strength\": \(coalition.strength), \"votes\": \(coalition.votes), \"won\": \(coalition.won)}"
        }
        let dominant = analysis.dominant.map { "\($0)" } ?? "null"
        let bridges = analysis.between.enumerated().filter { $0.element > 0 }.sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
            .map { "\(table.names[$0.offset].json): \(number($0.element))" }
        return "{\"blocking\": \(blocking), \"bridges\": {\(bridges.joined(separator: ", "))}, \"coalitions\": [\(coalitions.joined(separator: ", "))], \"dominant\": \(dominant), "
            + "\"issues\": {\(issues)}, \"pivotal\": \(pivotal), \"quorum\": \(quorum)}"
    }

    /// Null where any number can decide.
    private var quorum: String {
        analysis.quorum.map { "{\"needed\": \($0), \"present\": \(analysis.present), \"reached\": \(analysis.isQuorate)}" } ?? "null"
    }

    private var blocking: String {
        guard let game = analysis.game else { return "null" }
        let sets = MinimalSets(of: game, reaching: game.blocking, listing: 0)
        return "{\"minimal_sets\": \(sets.count), \"smallest\": \(sets.smallest.map(String.init) ?? "null"), \"votes\": \(game.blocking)}"
    }

    private var issues: String {
        zip(table.issues, analysis.outcomes).map { name, outcome in
            "\(name.json): {\"critical\": \(outcome.critical.count), \"needed\": \(outcome.needed), \"no\": \(outcome.tally.no), \"verdict\": \(outcome.verdict.rawValue.json), "
                + "\"yes\": \(outcome.tally.yes)}"
        }.joined(separator: ", ")
    }

    /// Null where the game is larger than what is counted, or there is none without a quorum.
    private var pivotal: String {
        guard let game = analysis.game, let indices = PowerIndices(game) else { return "null" }
        let actors = table.names.enumerated().map { place, name in
            "\(name.json): {\"banzhaf\": \(number(indices.banzhaf[place].approximation)), \"penrose\": \(number(indices.penrose[place].approximation)), "
                + "\"shapley_shubik\": \(number(indices.shapleyShubik[place].approximation))}"
        }
        return "{\(actors.joined(separator: ", "))}"
    }

    private func names(_ members: [Int]) -> String { "[\(members.map { table.names[$0].json }.joined(separator: ", "))]" }
    private func number(_ value: Double) -> String { String(format: "%.6f", value) }
}
