import ArgumentParser
import Exchange
import Foundation
import Methods

extension SCurveModel: ExpressibleByArgument {}
extension SCurveScale: ExpressibleByArgument {}

struct SCurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "s-curve", abstract: "Fit S-curves to a series, or say why it is none.",
        discussion: """
            Reads a table (CSV or XLSX) with a column for the time, one for the value and, where it holds several series, one for their names. Residuals are \
            squared in the unit of the measure unless --scale says log. Where a rule refuses a series as no S-curve, that is the answer, not a fault; what came \
            nearest is told all the same. What is computed, and what it cannot do: docs/methods/s-curves.md.

              portolan methods s-curve technologies.csv --series Internet
              portolan methods s-curve countries.csv --series FRA --models logistic,gompertz --limit 100 --bootstrap 500
            """)

    enum Way: String, ExpressibleByArgument, CaseIterable { case up, down }

    /// Models with commas between.
    struct Models: ExpressibleByArgument {
        let models: Set<SCurveModel>

        init?(argument: String) {
            let named = argument.split(separator: ",").map { SCurveModel(rawValue: $0.trimmingCharacters(in: .whitespaces).lowercased()) }
            guard !named.isEmpty, !named.contains(nil) else { return nil }
            models = Set(named.compactMap { $0 })
        }

        init(_ models: Set<SCurveModel>) { self.models = models }

        var defaultValueDescription: String { SCurveModel.allCases.filter(models.contains).map(\.rawValue).joined(separator: ",") }
    }

    @OptionGroup var input: BallotFile

    @Option(help: ArgumentHelp("Which series, by any column that names it.", valueName: "NAME"))
    var series: String?

    @Flag(help: "Every series of the file, each on a line of its own.")
    var all = false

    @Option(help: "Which models, with commas between.")
    var models = Models(Set(SCurveModel.allCases))

    @Option(help: "Whether residuals are those of the measure or of its logarithm.")
    var scale = SCurveScale.linear

    @Option(help: "Whether more is better, or less: then the reciprocal is taken.")
    var direction = Way.up

    @Option(help: ArgumentHelp("A limit that is known, such as 100 for all of them.", valueName: "L"))
    var limit: Double?

    @Option(help: ArgumentHelp("The time at which to tell the era; where not given, that of the last point.", valueName: "YEAR"))
    var at: Double?

    @Option(help: ArgumentHelp("Intervals (95 %) by so many replicates of the bootstrap.", valueName: "N"))
    var bootstrap: Int?

    @Option(help: "The same seed gives the same intervals.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The column that names the series.", valueName: "COLUMN"))
    var seriesColumn: String?

    @Option(help: ArgumentHelp("The column with years or dates.", valueName: "COLUMN"))
    var timeColumn: String?

    @Option(help: ArgumentHelp("The column with values.", valueName: "COLUMN"))
    var valueColumn: String?

    func validate() throws {
        guard !all || series == nil else { throw ValidationError("--all and --series exclude each other.") }
        if let limit { guard limit > 0, limit.isFinite else { throw ValidationError("--limit must be above zero.") } }
        if let at { guard at.isFinite else { throw ValidationError("--at must be a year.") } }
        if let bootstrap {
            guard 1...SCurveLimits.replicates ~= bootstrap else { throw ValidationError("--bootstrap must be between 1 and \(SCurveLimits.replicates).") }
        }
    }

    func run() throws {
        tell(
            try input.answer { bytes throws(BallotFault) in
                let table = try SeriesTable(bytes: bytes, columns: columns, limits: .standard)
                return (try answer(table), table.remarks)
            })
    }

    var columns: SeriesColumns { SeriesColumns(series: seriesColumn, time: timeColumn, value: valueColumn) }

    /// The answer as JSON, one line for each series.
    func answer(_ table: SeriesTable) throws(BallotFault) -> String {
        let asked = all ? table.series : [try table.one(series)]
        if let bootstrap, let longest = asked.map(\.points.count).max(), longest * bootstrap > SCurveLimits.work {
            throw BallotFault(what: "\(bootstrap) replicates of \(longest) points are too many: at most \(SCurveLimits.work / longest) with --bootstrap.")
        }
        return asked.map { answer($0).json }.joined(separator: "\n")
    }

    private func answer(_ read: SeriesTable.Series) -> SCurveAnswer {
        let series = SCurveSeries(read.points, direction: direction == .up ? .up : .down)
        let known = limit.map(SCurveBounds.Limit.known) ?? .wide
        let verdict = SCurveVerdict(series, models: models.models, scale: scale, limit: known)
        var replicates: SCurveReplicates?
        if let bootstrap, verdict.refusal == nil, let fit = verdict.choice?.best, let bounds = SCurveBounds(around: series, limit: known) {
            replicates = SCurveReplicates(fit, of: series, bounds: bounds, count: bootstrap, seed: seed)
        }
        return SCurveAnswer(name: read.names.first, series: series, missing: read.missing + series.missing, verdict: verdict, time: at ?? series.times.last, replicates: replicates)
    }
}
