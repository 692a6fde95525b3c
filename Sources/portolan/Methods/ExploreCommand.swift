import ArgumentParser
import Exchange
import Foundation
import Methods

struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore", abstract: "Tell how much of a budget explores, against what was agreed.",
        discussion: """
            A CSV file with the columns amount (zero or more) and explore (0 to 1: the share of the amount that explores) and a line for each thing that is paid for; \
            other columns are left aside. Shares are told as 0 to 1. What is computed: docs/methods/innovation-strategy.md.
            """)

    @OptionGroup var input: BallotFile

    @Option(help: ArgumentHelp("Which share was agreed, in per cent.", valueName: "PERCENT"))
    var agreed: Double?

    @Option(help: ArgumentHelp("How far from it is within, in points.", valueName: "POINTS"))
    var tolerance = 3.0

    func validate() throws {
        if let agreed, !(0...100).contains(agreed) { throw ValidationError("--agreed must be from 0 to 100.") }
        if !(0...100).contains(tolerance) { throw ValidationError("--tolerance must be from 0 to 100.") }
    }

    func run() throws {
        tell(try input.answer { bytes throws(BallotFault) in (try answer(ExploreTable(bytes)), []) })
    }

    /// One line of JSON, keys in order.
    func answer(_ table: ExploreTable) throws(BallotFault) -> String {
        guard let share = ExploreShare(table.lines), let horizons = InnovationHorizons(table.lines) else { throw BallotFault(what: "Nothing in it has an amount, or more than can be counted.") }
        let gap = agreed.map { ExploreGap(share, agreed: $0 / 100, tolerance: tolerance / 100) }
        let parts = zip(InnovationHorizons.Horizon.allCases, horizons.shares).sorted { $0.0.rawValue < $1.0.rawValue }.map { "\($0.0.rawValue.json): \(ExploreCommand.number($0.1))" }
        return "{\"amount\": \(ExploreCommand.number(share.amount)), \"distance_from_70_20_10\": \(ExploreCommand.number(horizons.distance)), \"exploit\": \(ExploreCommand.number(share.exploit)), "
            + "\"explore\": \(ExploreCommand.number(share.explore)), \"gap\": \(gap.map { ExploreCommand.number($0.difference) } ?? "null"), \"horizons\": {\(parts.joined(separator: ", "))}, "
            + "\"lines\": \(table.lines.count), \"verdict\": \(gap?.verdict.rawValue.json ?? "null")}"
    }

    private static func number(_ value: Double) -> String { String(format: "%.6f", value) }
}

/// What a file says of amounts and the shares of them that explore.
struct ExploreTable {
    let lines: [ExploreShare.Line]

    private static let limits = CSVLimits(bytes: 20 << 20, columns: 100, rows: 100_000, cellBytes: 10_000)

    init(_ bytes: [UInt8]) throws(BallotFault) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: ExploreTable.limits) } catch { throw BallotFault(what: "It is no table that can be read: \(error).") }
        if let problem = table.problems.first { throw BallotFault(what: "line \(problem.line): It does not fit the header.") }
        for column in ["amount", "explore"] where !table.hasColumn(column) { throw BallotFault(what: "It has no column \(column).") }
        var lines: [ExploreShare.Line] = []
        for row in table.rows {
            func number(_ column: String) throws(BallotFault) -> Double {
                guard let value = Double((row[column] ?? "").trimmingCharacters(in: .whitespaces)) else { throw BallotFault(what: "line \(row.line): In \(column) stands no number.") }
                return value
            }
            guard let line = ExploreShare.Line(amount: try number("amount"), share: try number("explore")) else {
                throw BallotFault(what: "line \(row.line): An amount is zero or more, and explore from 0 to 1.")
            }
            lines.append(line)
        }
        self.lines = lines
    }
}
