import ArgumentParser
import Exchange
import Foundation
import Journal
import Methods

struct ValueChainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "value-chain", abstract: "Measure the six links of the innovation value chain in a table of ideas.",
        discussion: """
            A CSV file with a line for each idea, as `portolan import ideas` takes it: idea, put-in, origin (staff, member, partner, academia, organisation, \
            public), units, regions, screened, passed (yes, no), decided, funded, first-use, users (a Member and a day each, with ; between), objective, ended, \
            ended-because. Days are written 2026-05-31. Scores go from 1 (strong) to 3 (weak); limits are the house's defaults.
            """)

    @OptionGroup var input: BallotFile

    @Option(help: ArgumentHelp("The first day of the period.", valueName: "DAY"))
    var from: String

    @Option(help: ArgumentHelp("Its last day.", valueName: "DAY"))
    var until: String

    @Option(help: ArgumentHelp("How many people work there.", valueName: "N"))
    var staff: Double?

    @Option(help: ArgumentHelp("How many Members there are; where not given, those that the file names as users.", valueName: "N"))
    var members: Int?

    @Option(help: ArgumentHelp("Of fewer nothing is said.", valueName: "N"))
    var least = PipelineChain.Rule.usualLeast

    @Option(help: ArgumentHelp("How many months ago something must have been funded, or first used, so that its share is counted.", valueName: "N"))
    var ripe = PipelineChain.Rule.usualRipe

    func validate() throws {
        guard let first = Day(from), let last = Day(until), first <= last else { throw ValidationError("--from and --until must be days such as 2026-05-31, the first not after the last.") }
        if let staff, !(staff > 0 && staff <= 1e6) { throw ValidationError("--staff must be above 0.") }
        if let members, !(1...100_000).contains(members) { throw ValidationError("--members must be from 1 to 100000.") }
        if least < 1 || !(0...120).contains(ripe) { throw ValidationError("--least must be 1 at least, --ripe from 0 to 120.") }
    }

    func run() throws {
        tell(
            try input.answer { bytes throws(BallotFault) in
                let table = try IdeaTable(bytes)
                return (try answer(table), [])
            })
    }

    /// The answer as JSON.
    func answer(_ table: IdeaTable) throws(BallotFault) -> String {
        guard let first = Day(from), let last = Day(until) else { throw BallotFault(what: "A day is not understood.") }
        var names = Set(table.ideas.flatMap(\.uses.keys)).sorted()
        if let members {
            if names.count > members { throw BallotFault(what: "It names \(names.count) users, more than there are Members.") }
            names += (names.count..<members).map { "\u{0}\($0)" }
        }
        let ground = PipelineChain.Ground(staff: staff, members: [names])
        let chain = PipelineChain(table.ideas, from: Int(first.number), until: Int(last.number), ground: ground, rule: PipelineChain.Rule(least: least, ripe: ripe))
        return ValueChainJSON(chain: chain, from: first, until: last).text
    }
}

/// What a file says of ideas.
struct IdeaTable {
    private(set) var ideas: [PipelineIdea] = []

    private static let limits = CSVLimits(bytes: 20 << 20, columns: 60, rows: 100_000, cellBytes: 64 << 10)
    private static let sources = ["staff", "member", "partner", "academia", "organisation", "public"]

    init(_ bytes: [UInt8]) throws(BallotFault) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: IdeaTable.limits) } catch { throw BallotFault(what: "It is no table that can be read: \(error).") }
        if let problem = table.problems.first { throw BallotFault(what: "line \(problem.line): It does not fit the header.") }
        for column in ["idea", "put-in", "origin"] where !table.hasColumn(column) { throw BallotFault(what: "It has no column \(column).") }
        var lines: [String: Int] = [:]
        for row in table.rows {
            let code = IdeaTable.text(row, "idea")
            if code.isEmpty { throw BallotFault(what: "line \(row.line): In idea stands nothing.") }
            if let line = lines[code] { throw BallotFault(what: "line \(row.line): In idea stands what line \(line) has already.") }
            lines[code] = row.line
            if IdeaTable.text(row, "ended-because") != "merged" { ideas.append(try IdeaTable.idea(row)) }
        }
    }

    private static func text(_ row: CSVTable.Row, _ column: String) -> String { (row[column] ?? "").trimmingCharacters(in: .whitespaces) }

    private static func list(_ row: CSVTable.Row, _ column: String) -> [String] {
        text(row, column).split { $0 == ";" || $0 == "|" }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func day(_ row: CSVTable.Row, _ column: String) throws(BallotFault) -> Int? {
        let text = text(row, column)
        if text.isEmpty { return nil }
        guard let day = Day(text) else { throw BallotFault(what: "line \(row.line): In \(column) stands no day such as 2026-05-31.") }
        return Int(day.number)
    }

    private static func idea(_ row: CSVTable.Row) throws(BallotFault) -> PipelineIdea {
        guard let putIn = try day(row, "put-in") else { throw BallotFault(what: "line \(row.line): In put-in stands nothing.") }
        let origin = text(row, "origin"), passed = text(row, "passed")
        guard sources.contains(origin) else { throw BallotFault(what: "line \(row.line): In origin stands none of \(sources.joined(separator: ", ")).") }
        guard ["", "yes", "no"].contains(passed) else { throw BallotFault(what: "line \(row.line): In passed stands neither yes nor no.") }
        var idea = PipelineIdea(putIn: putIn)
        let units = Set(list(row, "units"))
        idea.isAcross = units.count > 1 || Set(list(row, "regions")).count > 1
        idea.isOutside = origin != "staff"
        idea.isInside = !idea.isOutside && !idea.isAcross && !units.isEmpty
        (idea.screened, idea.isPassed, idea.isAligned) = (try day(row, "screened"), passed == "yes", !text(row, "objective").isEmpty)
        if (idea.screened == nil) != passed.isEmpty { throw BallotFault(what: "line \(row.line): Either of screened and passed stands without the other.") }
        (idea.decided, idea.funded, idea.ended) = (try day(row, "decided"), try day(row, "funded"), try day(row, "ended"))
        for use in list(row, "users") {
            let parts = use.split(separator: " ").map(String.init)
            guard parts.count == 2, let day = Day(parts[1]) else { throw BallotFault(what: "line \(row.line): In users stands no Member with a day.") }
            if idea.uses[parts[0]] != nil { throw BallotFault(what: "line \(row.line): In users a Member stands twice.") }
            idea.uses[parts[0]] = Int(day.number)
        }
        idea.firstUse = [try day(row, "first-use"), idea.uses.values.min()].compactMap { $0 }.min()
        for (column, day) in [("screened", idea.screened), ("decided", idea.decided), ("funded", idea.funded), ("first-use", idea.firstUse), ("ended", idea.ended)] {
            if let day, day < putIn { throw BallotFault(what: "line \(row.line): In \(column) stands a day before put-in.") }
        }
        return idea
    }
}

/// One line of JSON, keys in order.
private struct ValueChainJSON {
    static let links = ["inside", "across", "outside", "selection", "development", "spread"]
    static let phases = ["generation", "conversion", "diffusion"]

    let chain: PipelineChain
    let from: Day
    let until: Day

    var text: String {
        let scores = chain.scores(points: 3), known = KnownChain(scores, phases: PipelineMeasure.phases, middle: 2)
        let links = ValueChainJSON.links.indices.map { link in
            "{\"link\": \(ValueChainJSON.links[link].json), \"measures\": [\(chain.findings(of: link).map(measure).joined(separator: ", "))], \"score\": \(number(scores[link]))}"
        }
        let funnel = chain.funnel
        return "{\"from\": \"\(from)\", \"funnel\": {\"funded\": \(funnel.funded), \"passed\": \(funnel.passed), \"put_in\": \(funnel.putIn), \"spread\": \(funnel.spread), "
            + "\"used\": \(funnel.used)}, \"links\": [\(links.joined(separator: ", "))], \"poor\": \(list((known?.poor ?? []).map { ValueChainJSON.phases[$0] })), "
            + "\"until\": \"\(until)\", \"weakest\": \(list((known?.weakest ?? []).map { ValueChainJSON.links[$0] }))}"
    }

    private func measure(_ finding: PipelineChain.Finding) -> String {
        let interval = finding.interval.map { "[\(number($0.lowerBound)), \(number($0.upperBound))]" } ?? "null"
        return "{\"hits\": \(finding.hits), \"ideas\": \(finding.count), \"interval\": \(interval), \"lack\": \(finding.lack?.rawValue.json ?? "null"), \"measure\": \(finding.measure.rawValue.json), "
            + "\"of\": \(finding.whole), \"score\": \(number(finding.weakness.map { 1 + 2 * $0 })), \"value\": \(number(finding.value)), \"waited\": \(number(finding.waited))}"
    }

    private func list(_ names: [String]) -> String { "[\(names.map(\.json).joined(separator: ", "))]" }
    private func number(_ value: Double?) -> String { value.map { String(format: "%.6f", $0) } ?? "null" }
}
