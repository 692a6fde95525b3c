import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// From one day to another: two periods with the same days are one.
struct PeriodSpan: Hashable {
    let from: Day
    let until: Day
}

/// Where one value stands.
struct ReportedPlace: Hashable {
    let indicator: ID<Indicator>
    let period: ID<ReportingPeriod>
}

/// Results that a document reports, each in the period of its own days.
extension StratMLMapping {
    mutating func mapResult(_ result: StratMLDocument.Result, of indicator: ID<Indicator>) {
        let report = report(of: result)
        guard report.amount != nil || report.text != nil else { return }
        guard let span = span(of: result) else {
            findings.resultsWithoutDay += 1
            return
        }
        let id = period(span)
        guard reported.insert(ReportedPlace(indicator: indicator, period: id)).inserted else {
            findings.resultsInOnePeriod += 1
            return
        }
        guard let period = newPeriods[id] ?? present.periods[id] else { return }
        let standing = values.value(of: indicator, in: id)
        if let standing, says(standing, report) { return self.report.same() }
        if period.isLocked {
            return self.report.refuse(result.line, Refusal("planning.import.period-locked", ["period": period.name.plain(in: language)]))
        }
        self.report.propose(
            Values.proposal(.reported(indicator: indicator, period: id, [report]), for: period, today: today), isNew: standing == nil)
    }

    /// Evidence, and what is noted beside words, have no place in a document.
    private func says(_ standing: ReportedValue, _ report: Report) -> Bool {
        if report.amount != nil || standing.amount != nil {
            return standing.amount == report.amount && (standing.note?.text ?? "").says(report.note?.text ?? "")
        }
        return (standing.text?.text ?? "").says(report.text?.text ?? "")
    }

    private func report(of result: StratMLDocument.Result) -> Report {
        let words = StratMLWords.words(result)
        if let amount = result.units?.value { return Report(amount: amount, note: words.isEmpty ? nil : Prose(words)) }
        let text = [result.units?.text ?? "", words].filter { !$0.isEmpty }.joined(separator: ". ")
        return Report(text: text.isEmpty ? nil : Prose(text))
    }

    /// Its two days; with only one, the reporting year of the organisation in which that day lies.
    private mutating func span(of result: StratMLDocument.Result) -> PeriodSpan? {
        let start = result.start.flatMap { Day($0) }, end = result.end.flatMap { Day($0) }
        if let start, let end, start <= end { return PeriodSpan(from: start, until: end) }
        guard let day = end ?? start else { return nil }
        findings.resultsOfOneDay += 1
        let year = FinancialYear(containing: day, month: register.profile?.financialYearStarts ?? monthOfDocument)
        return PeriodSpan(from: year.from, until: year.until)
    }

    /// Whole months by month; anything else by its days.
    private static func name(from: Day, until: Day) -> String {
        guard from.parts.day == 1, until.adding(days: 1).parts.day == 1 else { return "\(from) – \(until)" }
        let (first, last) = ("\(from)".dropLast(3), "\(until)".dropLast(3))
        return first == last ? String(first) : "\(first) – \(last)"
    }

    private mutating func period(_ span: PeriodSpan) -> ID<ReportingPeriod> {
        if let known = spans[span] { return known }
        let (present, from, until) = (present, span.from, span.until)
        let id: ID<ReportingPeriod> = id("\(from) \(until)", "\(from)-\(until)", "period", line: 1) { present.periods[$0] != nil }
        spans[span] = id
        // Brought by an earlier reading, and since then moved or locked by a planner: it stays as it is.
        if present.periods[id] != nil { return id }
        let start = from.parts, end = until.parts
        let isYear = from.adding(years: 1).adding(days: -1) == until
        let name = isYear ? FinancialYear(start: start.year, month: start.month == 1 ? 1 : 2).name : StratMLMapping.name(from: from, until: until)
        let period = ReportingPeriod(name: Localized(start.year == end.year && isYear ? "\(start.year)" : name, language), from: from, until: until)
        newPeriods[id] = period
        report.describe(period, instead: nil, on: since, .periodDescribed(id: id, period))
        return id
    }
}
