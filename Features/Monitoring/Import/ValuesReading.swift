import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Reads the rows of a table of values one after the other, and gathers what follows.
struct ValuesReading {
    private struct Key: Hashable {
        var indicator: ID<Indicator>
        var period: ID<ReportingPeriod>
    }

    private struct Row {
        var key: Key
        var indicator: Indicator
        var period: ReportingPeriod
        var member: ID<Member>?
    }

    private let plan: Plan
    private let values: Values
    private let register: Register
    private let index: ValuesIndex
    private let today: Day
    private let mark: DecimalMark
    private var reports: [Key: [Report]] = [:]
    private var verdicts: [Key: (met: Bool, because: String)] = [:]
    /// In the order in which they first came, so that the same file gives the same events.
    private var order: [Key] = []
    private var linesByPlace: [Key: [ID<Member>?: Int]] = [:]
    private var outcome = ImportResult()
    private var firstAmbiguous: Int?

    init(_ organisation: Organisation, _ table: CSVTable, today: Day) {
        plan = organisation[Plan.self]
        values = organisation[Values.self]
        register = organisation[Register.self]
        index = ValuesIndex(organisation, day: today)
        self.today = today
        mark = ValuesReading.mark(of: table)
    }

    /// What the numbers of the file say of themselves, or else what goes with its separator.
    private static func mark(of table: CSVTable) -> DecimalMark {
        let usual: DecimalMark = table.assumed.separator == .semicolon ? .comma : .point
        for row in table.rows.prefix(1000) {
            guard let text = row["value"], text.contains(where: { $0 == "," || $0 == "." }) else { continue }
            let point = WrittenNumber(text, decimalMark: .point)
            let comma = WrittenNumber(text, decimalMark: .comma)
            if let point, let comma, !point.wasAmbiguous, !comma.wasAmbiguous {
                let hasFraction = point.value != point.value.rounded() || text.split(whereSeparator: { $0 == "," || $0 == "." }).count == 2
                if hasFraction, let last = text.last(where: { $0 == "," || $0 == "." }) { return last == "," ? .comma : .point }
            }
        }
        return usual
    }

    mutating func take(_ row: CSVTable.Row) {
        guard let named = named(row) else {
            outcome.refused += 1
            return
        }
        let text = cell(row, "value")
        let judged = cell(row, "judged")
        if text.isEmpty, judged.isEmpty { return }
        guard isFirst(named, line: row.line) else {
            outcome.refused += 1
            return
        }
        let report: Report?
        let met: Bool?
        do throws(RowRefusal) {
            report = text.isEmpty ? nil : try self.report(text, row, named)
            met = judged.isEmpty ? nil : try verdict(judged, row, named)
        } catch {
            outcome.remarks.append(error.remark)
            outcome.refused += 1
            return
        }
        let isNewReport = note(report, named)
        let isNewVerdict = note(met, because: report == nil ? cell(row, "note") : "", named)
        count(isNewReport, isNewVerdict, named)
    }

    mutating func result(_ problems: [CSVProblem]) -> ImportResult {
        for key in order {
            guard let period = plan.periods[key.period] else { continue }
            if let reports = reports[key] {
                outcome.proposals.append(
                    Values.proposal(.reported(indicator: key.indicator, period: key.period, reports), for: period, today: today))
            }
            if let verdict = verdicts[key] {
                outcome.proposals.append(
                    Values.proposal(
                        .judged(indicator: key.indicator, period: key.period, met: verdict.met, because: Prose(verdict.because)),
                        for: period, today: today))
            }
        }
        if let firstAmbiguous {
            outcome.remarks.append(ImportRemark(.noted, line: firstAmbiguous, "monitoring.import.ambiguous.\(mark.rawValue)"))
        }
        for problem in problems {
            let isKept = problem.what == .textAfterQuote
            if !isKept { outcome.refused += 1 }
            outcome.remarks.append(ImportRemark(isKept ? .repaired : .refused, line: problem.line, problem.key, problem.arguments))
        }
        outcome.remarks.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        return outcome
    }
}

// MARK: - One row

extension ValuesReading {
    private func cell(_ row: CSVTable.Row, _ column: String) -> String {
        CSVFormula.unguarded((row[column] ?? "").trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private mutating func refuse(_ row: CSVTable.Row, _ key: String, _ arguments: [String: String]) -> Row? {
        outcome.remarks.append(ImportRemark(.refused, line: row.line, key, arguments.mapValues { String($0.prefix(80)) }))
        return nil
    }

    private mutating func named(_ row: CSVTable.Row) -> Row? {
        let indicatorText = cell(row, "indicator")
        let periodText = cell(row, "period")
        let memberText = cell(row, "member")
        guard let id = index.indicator(indicatorText), let indicator = plan.indicators[id] else {
            return refuse(row, "monitoring.import.no-indicator", ["indicator": indicatorText])
        }
        guard let periodID = index.period(periodText), let period = plan.periods[periodID] else {
            return refuse(row, "monitoring.import.no-period", ["period": periodText])
        }
        let name = ["period": periodText]
        if period.isLocked { return refuse(row, "monitoring.refusal.locked", name) }
        if period.from > today { return refuse(row, "monitoring.refusal.not-begun", name) }
        var member: ID<Member>?
        if !memberText.isEmpty {
            guard let found = index.member(memberText), register[found]?.standing == .member else {
                let isObserver = index.member(memberText).flatMap { register[$0] }?.standing == .observer
                return refuse(row, isObserver ? "monitoring.import.observer" : "monitoring.import.not-a-member", ["member": memberText])
            }
            member = found
        }
        let isJudgementOnly = cell(row, "value").isEmpty && member == nil
        if indicator.reporting == .byMember, member == nil, !isJudgementOnly {
            return refuse(row, "monitoring.import.needs-member", ["indicator": indicatorText])
        }
        if indicator.reporting == .whole, member != nil { return refuse(row, "monitoring.import.no-members", ["indicator": indicatorText]) }
        return Row(key: Key(indicator: id, period: periodID), indicator: indicator, period: period, member: member)
    }

    private mutating func isFirst(_ named: Row, line: Int) -> Bool {
        if let earlier = linesByPlace[named.key]?[named.member] {
            outcome.remarks.append(ImportRemark(.refused, line: line, "monitoring.import.repeats", ["line": "\(earlier)"]))
            return false
        }
        linesByPlace[named.key, default: [:]][named.member] = line
        return true
    }

    private mutating func report(_ text: String, _ row: CSVTable.Row, _ named: Row) throws(RowRefusal) -> Report {
        let note = cell(row, "note")
        let evidence = cell(row, "evidence")
        var report = Report(member: named.member, note: note.isEmpty ? nil : Prose(note), evidence: String(evidence.prefix(500)))
        if named.indicator.kind == .text {
            report.text = Prose(text)
            return report
        }
        guard let number = WrittenNumber(text, decimalMark: mark) else {
            throw RowRefusal(line: row.line, "pages.refusal.not-a-number", ["text": String(text.prefix(40))])
        }
        if number.wasAmbiguous { firstAmbiguous = firstAmbiguous ?? row.line }
        report.amount = number.value
        return report
    }

    private func verdict(_ text: String, _ row: CSVTable.Row, _ named: Row) throws(RowRefusal) -> Bool {
        guard named.member == nil else { throw RowRefusal(line: row.line, "monitoring.import.judged-member") }
        switch text.lowercased().replacing("_", with: " ").replacing("-", with: " ") {
        case "met": return true
        case "not met": return false
        default: throw RowRefusal(line: row.line, "monitoring.import.not-a-verdict", ["text": String(text.prefix(40))])
        }
    }

    /// Answers whether it is another than what stands; `nil` where the row says nothing.
    private mutating func note(_ report: Report?, _ named: Row) -> Bool? {
        guard let report else { return nil }
        let present = values.value(of: named.key.indicator, in: named.key.period, member: named.member)
        let stands = present.map { Report(member: named.member, amount: $0.amount, text: $0.text, note: $0.note, evidence: $0.evidence) }
        guard stands != report else { return false }
        remember(named.key)
        reports[named.key, default: []].append(report)
        return true
    }

    private mutating func note(_ met: Bool?, because: String, _ named: Row) -> Bool? {
        guard let met else { return nil }
        guard values.judgement(of: named.key.indicator, in: named.key.period)?.met != met else { return false }
        remember(named.key)
        verdicts[named.key] = (met, because)
        return true
    }

    private mutating func remember(_ key: Key) {
        if reports[key] == nil, verdicts[key] == nil { order.append(key) }
    }

    private mutating func count(_ report: Bool?, _ verdict: Bool?, _ named: Row) {
        guard report == true || verdict == true else {
            outcome.same += 1
            return
        }
        let stood =
            values.value(of: named.key.indicator, in: named.key.period, member: named.member) != nil
            || values.judgement(of: named.key.indicator, in: named.key.period) != nil
        if stood { outcome.changed += 1 } else { outcome.new += 1 }
    }
}

/// Why one row is not taken.
private struct RowRefusal: Error {
    var remark: ImportRemark

    init(line: Int, _ key: String, _ arguments: [String: String] = [:]) {
        remark = ImportRemark(.refused, line: line, key, arguments)
    }
}
