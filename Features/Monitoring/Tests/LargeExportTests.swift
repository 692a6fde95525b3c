import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// How long the largest table takes, and how much memory: `MEASURE=1 make test`, best in a release build.
@Suite struct LargeExportTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MEASURE"] != nil, "the largest table is written only with MEASURE=1"))
    func `186 Members, 400 indicators and 12 periods`() throws {
        let members = (0..<186).compactMap { ID<Member>("m\($0)") }, periods = (0..<12).compactMap { ID<ReportingPeriod>("p\($0)") }
        let indicators = (0..<400).compactMap { ID<Indicator>("k\($0)") }
        var plan = Plan(), values = Values(), register = Register()
        let stamp = Stamp(by: .system, at: Moment(startOf: .testDay), position: 1), from = Day(2020, 1, 1) ?? .beginning
        let whole = StrategicPlan(title: Localized("P"), from: from, until: .testDay, status: .adopted)
        plan.apply(.planDescribed(id: ID("p"), whole), stamp)
        plan.apply(.perspectiveDescribed(id: ID("v"), Perspective(plan: ID("p"), name: Localized("V"), level: 1)), stamp)
        plan.apply(.objectiveDescribed(id: ID("o"), Objective(perspective: ID("v"), code: "O", title: Localized("O"))), stamp)
        for (number, id) in members.enumerated() {
            register.apply(.memberDescribed(id: id, Member(name: Localized("M\(number)"), region: nil, code: "M\(number)")), stamp)
            register.apply(.memberJoined(id: id), stamp)
        }
        for (number, id) in periods.enumerated() {
            let start = from.adding(days: number * 182)
            plan.apply(.periodDescribed(id: id, ReportingPeriod(name: Localized("P\(number)"), from: start, until: start.adding(days: 181))), stamp)
        }
        for id in indicators {
            plan.apply(.indicatorDescribed(id: id, Indicator(objective: ID("o"), code: id.text, title: Localized(id.text), reporting: .byMember)), stamp)
            for period in periods {
                let reports = members.enumerated().map { Report(member: $0.element, amount: Double($0.offset) * 1.25 + Double(period.text.utf8.count)) }
                values.apply(.reported(indicator: id, period: period, reports), stamp)
            }
        }
        let organisation = try Snapshots.organisation(plan, values, register)
        let visit = visit(try House([monitoring]), organisation)
        for form in [TableForm.data, .spreadsheet] {
            let clock = ContinuousClock(), start = clock.now
            let file = try ValuesExport(only: nil).file(form, for: visit)
            print("\(form.rawValue): written in \(clock.now - start), \(Snapshots.peak) KiB at the peak so far")
            guard case .onDisc(let written) = file.content else { Issue.record("a table of this size is not kept in memory"); continue }
            #expect(try written.bytes.count { $0 == 0x0A } == 400 * 12 * 186 + 1)
        }
        let clock = ContinuousClock(), start = clock.now
        #expect(throws: WorkbookWriting.tooManyRows(limit: 100_000)) { try ValuesExport(only: nil).file(.workbook, for: visit) }
        print("xlsx: refused after \(clock.now - start), \(Snapshots.peak) KiB at the peak so far")
    }
}

private enum Snapshots {
    /// As from a snapshot: folding a million reports as entries is not what is measured.
    static func organisation(_ plan: Plan, _ values: Values, _ register: Register) throws -> Organisation {
        var organisation = Organisation(ID("test"), [Register.self, Grants.self, Plan.self, Values.self], on: .testDay)
        func take<C: Chapter>(_ chapter: C) throws {
            let state = try JSONEncoder().encode(chapter)
            let snapshot = Snapshot(
                chapter: C.name, version: C.stateVersion, position: 1, day: .testDay, latest: .testDay, waiting: [], state: state)
            let isTaken = organisation.restore(snapshot, waiting: [])
            #expect(isTaken)
        }
        try take(plan)
        try take(values)
        try take(register)
        return organisation
    }

    static var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
