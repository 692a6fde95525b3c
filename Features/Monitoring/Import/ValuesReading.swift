import Exchange
import Journal
import Organisation
import Pages

/// Reads the rows of a table of values one after the other, and gathers what follows.
struct ValuesReading {
    /// What one row is about.
    struct Named {
        var place: Int
        var member: ID<Member>?
        var line: Int
    }

    let cells: ValuesCells
    var places: ValuesPlaces
    let today: Day
    /// Places with something new, in the order in which they first came, so that the same file gives the same events.
    var order: [Int] = []
    var outcome = ImportResult()
    var firstAmbiguous: Int?

    init(_ organisation: Organisation, _ table: CSVTable, today: Day) {
        cells = ValuesCells(table)
        places = ValuesPlaces(organisation, cells.mark, today: today)
        self.today = today
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            try read(row)
        } catch {
            outcome.refuse(row.line, error)
        }
    }

    private mutating func read(_ row: CSVTable.Row) throws(Refusal) {
        let text = cells.text(.value, row)
        let judged = cells.text(.judged, row)
        let place = try places.number(indicator: cells.text(.indicator, row), period: cells.text(.period, row))
        let reason = cells.reason(row)
        if let standing = standing(text, judged, reason, row, at: place) {
            try mustBeFirst(standing)
            outcome.same += 1
            return
        }
        if let refusal = places[place].refusal { throw refusal }
        let named = try self.named(row, at: place, isJudgementOnly: text.isEmpty)
        if text.isEmpty, judged.isEmpty, reason.isEmpty || !cells.hasReasons { return }
        try mustBeFirst(named)
        let report = text.isEmpty ? nil : try self.report(text, row, named)
        let met = judged.isEmpty ? nil : try verdict(judged, named)
        if met == nil, cells.hasReasons, !reason.isEmpty { throw Refusal("monitoring.import.reason-alone", in: .reason) }
        let isNewReport = report.map { note($0, named) } ?? false
        let isNewVerdict = met.map { note($0, because: reason, named) } ?? false
        if isNewReport || isNewVerdict { show(report, met, reason, named) }
        count(isNewReport || isNewVerdict, named)
    }

    /// Where the row says what stands already: a table that was taken along changes nothing, whatever has been locked, left or described
    /// anew since. `nil` where it says something else.
    private mutating func standing(_ text: String, _ judged: String, _ reason: String, _ row: CSVTable.Row, at place: Int) -> Named? {
        guard !places[place].isBlank, !text.isEmpty || !judged.isEmpty else { return nil }
        let memberText = cells.text(.member, row), member = memberText.isEmpty ? nil : places.known(memberText)
        guard memberText.isEmpty == (member == nil), judged.isEmpty || (member == nil && isJudged(judged, reason, at: place)) else { return nil }
        let named = Named(place: place, member: member, line: row.line)
        if text.isEmpty { return named }
        guard let value = places.present(at: place, of: member), isSame(value, text) else { return nil }
        guard value.note?.text?.asCell ?? "" == cells.text(.note, row), value.evidence.asCell == cells.text(.evidence, row) else { return nil }
        return named
    }

    private func isJudged(_ judged: String, _ reason: String, at place: Int) -> Bool {
        guard let met = cells.verdict(judged), let judgement = places.judgement(at: place), judgement.met == met else { return false }
        return isSaid(reason, by: judgement)
    }

    /// An empty cell takes nothing back.
    func isSaid(_ reason: String, by judgement: Judgement) -> Bool { reason.isEmpty || judgement.because.text?.asCell == reason }

    private func isSame(_ value: ReportedValue, _ text: String) -> Bool {
        if let amount = value.amount { return cells.number(text)?.value == amount }
        return value.text?.text?.asCell == text
    }

    private mutating func named(_ row: CSVTable.Row, at place: Int, isJudgementOnly: Bool) throws(Refusal) -> Named {
        let indicatorText = cells.text(.indicator, row), memberText = cells.text(.member, row)
        let member = try places.member(memberText)
        if let member, places.hadLeft(member, before: place) { throw Refusal("monitoring.import.not-a-member", in: .member, ["member": memberText]) }
        switch places[place].reporting {
        case .byMember:
            if member == nil, !isJudgementOnly { throw Refusal("monitoring.import.needs-member", in: .member, ["indicator": indicatorText]) }
        case .whole:
            if member != nil { throw Refusal("monitoring.import.no-members", in: .member, ["indicator": indicatorText]) }
        }
        return Named(place: place, member: member, line: row.line)
    }

    private mutating func mustBeFirst(_ named: Named) throws(Refusal) {
        if let earlier = places[named.place].lines[named.member] { throw Refusal("monitoring.import.repeats", ["line": "\(earlier)"]) }
        places[named.place].lines[named.member] = named.line
    }

    private mutating func report(_ text: String, _ row: CSVTable.Row, _ named: Named) throws(Refusal) -> Report {
        let note = cells.text(.note, row)
        var report = Report(
            member: named.member, note: note.isEmpty ? nil : Prose(note), evidence: String(cells.text(.evidence, row).prefix(500)))
        if places[named.place].kind == .text {
            report.text = Prose(text)
            return report
        }
        let units = places[named.place].units
        guard let number = cells.number(text, units) else {
            throw Refusal("pages.import.not-a-number", in: .value, ["text": text, "column": ValuesCells.Column.value.name])
        }
        guard units.mayBePercent || !number.isPercent else { throw Refusal("monitoring.refusal.percent", in: .value, ["text": text]) }
        if number.wasAmbiguous, !cells.isWorkbook { firstAmbiguous = firstAmbiguous ?? row.line }
        try check(number.value, named)
        report.amount = number.value
        return report
    }

    /// What cannot be is refused; what is hardly so is taken, and said. What stands already has been looked at before.
    private mutating func check(_ amount: Double, _ named: Named) throws(Refusal) {
        if places.present(at: named.place, of: named.member)?.amount == amount { return }
        let last = places.last(before: named.place, of: named.member)
        if let refusal = places[named.place].plausibility.refusal(of: amount, after: last) {
            throw Refusal(refusal.key, in: .value, refusal.arguments)
        }
        if let doubt = places[named.place].plausibility.doubt(about: amount, after: last) {
            outcome.note(named.line, in: ValuesCells.Column.value.name, "monitoring.unlikely.\(doubt.what.rawValue)", doubt.arguments)
        }
    }

    private func verdict(_ text: String, _ named: Named) throws(Refusal) -> Bool {
        guard named.member == nil else { throw Refusal("monitoring.import.judged-member", in: .member) }
        guard let met = cells.verdict(text) else { throw Refusal("monitoring.import.not-a-verdict", in: .judged, ["text": String(text.prefix(40))]) }
        return met
    }
}
