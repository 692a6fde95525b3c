import Exchange
import Foundation
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// Real and messy: the results that departments of Canada published for 2017-18, beside what we make of them.
/// Source: GC InfoBase, Open Government Licence - Canada.
@Suite struct CanadaTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data/gc_infobase/dev/indicators.csv").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path), "../shared/data/gc_infobase is not here"))
    func `met and not met as published`() throws {
        let table = try CSVTable(bytes: Array(try Data(contentsOf: Self.file)), limits: .standard)
        let rows = table.rows.filter { ["met", "not_met"].contains($0["status_key"] ?? "") }
        #expect(rows.count == 39)

        let read = try ValuesImport().read(values(of: rows), into: try organisation(rows, []), today: .testDay)
        #expect(read.refused == 0)
        let standings = Standings(try organisation(rows, read.proposals))

        var golden = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
        golden.write(
            ["indicator", "target_type", "target_min", "target_max", "actual", "theirs", "ours", "agree", "why"].map { .text($0) })
        for row in rows {
            let id = try #require(ID<Indicator>(slug: row["id"] ?? ""))
            let ours = try #require(standings.indicators[id])
            let theirs = row["status_key"] ?? ""
            let said = ours.met == .met ? "met" : ours.met == .notMet ? "not_met" : "undetermined"
            golden.write(
                ["id", "target_type", "target_min", "target_max", "actual_result_en"].map { .text(row[$0] ?? "") }
                    + [.text(theirs), .text(said), .text(theirs == said ? "yes" : "no"), .text(why(ours, row))])
            if row["target_type"] != "text" { #expect(said == theirs, "\(row["id"] ?? "")") }
        }
        try expectGolden(String(decoding: golden.bytes, as: UTF8.self), "canada.csv")
    }

    private func why(_ measurement: Monitoring.Measurement, _ row: CSVTable.Row) -> String {
        if measurement.rule == .judgement || measurement.gap == .notJudged {
            return measurement.met == .undetermined
                ? "a text target is judged by a person; the published status is not taken for ours"
                : "judged by a person, as published"
        }
        let least = row["target_min"] ?? ""
        let most = row["target_max"] ?? ""
        let actual = row["actual_result_en"] ?? ""
        switch (least.isEmpty, most.isEmpty) {
        case (false, false): return "\(least) <= \(actual) <= \(most)" + (measurement.met == .met ? "" : " is false")
        case (true, false): return "\(actual) <= \(most)" + (measurement.met == .met ? "" : " is false")
        default: return "\(least) <= \(actual)" + (measurement.met == .met ? "" : " is false")
        }
    }

    /// The rows as a table of our own columns.
    private func values(of rows: [CSVTable.Row]) -> [UInt8] {
        var writer = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
        writer.write(["indicator", "period", "value"].map { .text($0) })
        for row in rows { writer.write([.text(row["id"] ?? ""), .text("2017-04-01/2018-03-31"), .text(row["actual_result_en"] ?? "")]) }
        return writer.bytes
    }

    private func organisation(_ rows: [CSVTable.Row], _ values: [Proposal]) throws -> Organisation {
        let plan = named("drf", StrategicPlan.self)
        let perspective = named("results", Perspective.self)
        let objective = named("departments", Objective.self)
        var events: [Plan.Event] = [
            .planDescribed(
                id: plan,
                StrategicPlan(
                    title: Localized("Departmental Results 2017-18"), from: day("2017-04-01"), until: day("2018-03-31"), status: .adopted)),
            .perspectiveDescribed(id: perspective, Perspective(plan: plan, name: Localized("Results"), level: 0)),
            .objectiveDescribed(id: objective, Objective(perspective: perspective, code: "R", title: Localized("Results"))),
            .periodDescribed(
                id: ID("fy2017"), ReportingPeriod(name: Localized("2017-18"), from: day("2017-04-01"), until: day("2018-03-31"))),
        ]
        for row in rows {
            guard let id = ID<Indicator>(slug: row["id"] ?? "") else { continue }
            events.append(.indicatorDescribed(id: id, indicator(row, objective)))
        }
        return try TestKit.organisation(events.map { Proposal(Plan.self, $0) } + values, chapters: Fixture.chapters)
    }

    /// `target_type` says what kind of target; with a minimum only larger is better, with a maximum only smaller, with both a range.
    private func indicator(_ row: CSVTable.Row, _ objective: ID<Objective>) -> Indicator {
        let least = row["target_min"].flatMap(Double.init)
        let most = row["target_max"].flatMap(Double.init)
        let type = row["target_type"] ?? ""
        let aim: Target.Aim =
            switch (type, least, most) {
            case ("text", _, _): .text(Prose(row["target_narrative_en"] ?? ""))
            case ("tbd", _, _): .toBeDetermined
            case (_, let low?, let high?): .range(low: low, high: high)
            case (_, let value?, nil), (_, nil, let value?): .value(value)
            default: .toBeDetermined
            }
        let year = row["target_year"].flatMap(Int.init) ?? 2018
        let month = row["target_month"].flatMap(Int.init) ?? 3
        let by = (Day(year, month, 28) ?? day("2018-03-28")).adding(days: 3)
        return Indicator(
            objective: objective, code: row["id"] ?? "", title: Localized(row["name_en"] ?? ""),
            kind: type == "text" ? .text : type.hasPrefix("percent") ? .percentage : .number,
            direction: least != nil && most != nil ? .range : most != nil ? .down : .up, targets: [Target(aim, by: by)])
    }
}
