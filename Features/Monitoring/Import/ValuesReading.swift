import Exchange
import Journal
import Organisation
import Pages

/// Reads the rows of a table of values one after the other, and gathers what follows.
struct ValuesReading {
    /// What one row is about.
    private struct Named {
        var place: Int
        var member: ID<Member>?
        var line: Int
    }

    private let cells: ValuesCells
    private var places: ValuesPlaces
    private let today: Day
    /// Places with something new, in the order in which they first came, so that the same file gives the same events.
    private var order: [Int] = []
    private var outcome = ImportResult()
    private var firstAmbiguous: Int?

    init(_ organisation: Organisation, _ table: CSVTable, today: Day) {
        cells = ValuesCells(table)
        places = ValuesPlaces(organisation, cells.mark, today: today)
        self.today = today
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(RowRefusal) {
            try read(row)
        } catch {
            outcome.remarks.append(ImportRemark(.refused, line: row.line, error.key, error.arguments))
            outcome.refused += 1
        }
    }

    private mutating func read(_ row: CSVTable.Row) throws(RowRefusal) {
        let text = cells.text(.value, row)
        let judged = cells.text(.judged, row)
        let named = try self.named(row, isJudgementOnly: text.isEmpty)
        if text.isEmpty, judged.isEmpty { return }
        try mustBeFirst(named)
        let report = text.isEmpty ? nil : try self.report(text, row, named)
        let met = judged.isEmpty ? nil : try verdict(judged, named)
        let isNewReport = report.map { note($0, named) } ?? false
        let isNewVerdict = met.map { note($0, because: report == nil ? cells.text(.note, row) : "", named) } ?? false
        count(isNewReport || isNewVerdict, named)
    }

    private mutating func named(_ row: CSVTable.Row, isJudgementOnly: Bool) throws(RowRefusal) -> Named {
        let indicatorText = cells.text(.indicator, row)
        let place = try places.number(indicator: indicatorText, period: cells.text(.period, row))
        let member = try places.member(cells.text(.member, row))
        switch places[place].reporting {
        case .byMember:
            if member == nil, !isJudgementOnly { throw RowRefusal("monitoring.import.needs-member", ["indicator": indicatorText]) }
        case .whole:
            if member != nil { throw RowRefusal("monitoring.import.no-members", ["indicator": indicatorText]) }
        }
        return Named(place: place, member: member, line: row.line)
    }

    private mutating func mustBeFirst(_ named: Named) throws(RowRefusal) {
        if let earlier = places[named.place].lines[named.member] { throw RowRefusal("monitoring.import.repeats", ["line": "\(earlier)"]) }
        places[named.place].lines[named.member] = named.line
    }

    private mutating func report(_ text: String, _ row: CSVTable.Row, _ named: Named) throws(RowRefusal) -> Report {
        let note = cells.text(.note, row)
        var report = Report(
            member: named.member, note: note.isEmpty ? nil : Prose(note), evidence: String(cells.text(.evidence, row).prefix(500)))
        if places[named.place].kind == .text {
            report.text = Prose(text)
            return report
        }
        guard let number = cells.number(text) else { throw RowRefusal("pages.refusal.not-a-number", ["text": String(text.prefix(40))]) }
        if number.wasAmbiguous { firstAmbiguous = firstAmbiguous ?? row.line }
        try check(number.value, named)
        report.amount = number.value
        return report
    }

    /// What cannot be is refused; what is hardly so is taken, and said. What stands already has been looked at before.
    private mutating func check(_ amount: Double, _ named: Named) throws(RowRefusal) {
        if places.present(at: named.place, of: named.member)?.amount == amount { return }
        let last = places.last(before: named.place, of: named.member)
        if let refusal = places[named.place].plausibility.refusal(of: amount, after: last) {
            throw RowRefusal(refusal.key, refusal.arguments)
        }
        if let doubt = places[named.place].plausibility.doubt(about: amount, after: last) {
            outcome.remarks.append(ImportRemark(.noted, line: named.line, "monitoring.unlikely.\(doubt.what.rawValue)", doubt.arguments))
        }
    }

    private func verdict(_ text: String, _ named: Named) throws(RowRefusal) -> Bool {
        guard named.member == nil else { throw RowRefusal("monitoring.import.judged-member") }
        guard let met = cells.verdict(text) else { throw RowRefusal("monitoring.import.not-a-verdict", ["text": String(text.prefix(40))]) }
        return met
    }
}

// MARK: - What follows

extension ValuesReading {
    /// Answers whether it is another than what stands.
    private mutating func note(_ report: Report, _ named: Named) -> Bool {
        let present = places.present(at: named.place, of: named.member)
        let stands = present.map { Report(member: named.member, amount: $0.amount, text: $0.text, note: $0.note, evidence: $0.evidence) }
        guard stands != report else { return false }
        remember(named.place)
        places[named.place].reports.append(report)
        return true
    }

    private mutating func note(_ met: Bool, because: String, _ named: Named) -> Bool {
        guard places.judgement(at: named.place)?.met != met else { return false }
        remember(named.place)
        places[named.place].verdict = (met, because)
        return true
    }

    private mutating func remember(_ place: Int) {
        if places[place].reports.isEmpty, places[place].verdict == nil { order.append(place) }
    }

    private mutating func count(_ isNew: Bool, _ named: Named) {
        guard isNew else {
            outcome.same += 1
            return
        }
        let stood = places.present(at: named.place, of: named.member) != nil || places.judgement(at: named.place) != nil
        if stood { outcome.changed += 1 } else { outcome.new += 1 }
    }

    func result(_ problems: [CSVProblem]) -> ImportResult {
        var outcome = outcome
        outcome.proposals = order.flatMap { places[$0].proposals(today: today) }
        if let firstAmbiguous {
            outcome.remarks.append(ImportRemark(.noted, line: firstAmbiguous, "monitoring.import.ambiguous.\(cells.mark.rawValue)"))
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
