import Exchange
import Journal
import Organisation
import Pages

/// What is decided about each value that is entered; what several of them need is read once.
struct Reporting {
    private let viewer: Viewer
    private let today: Day
    private let language: Language
    private let plan: Plan
    private let values: Values
    /// Those that have begun, oldest first by their last day.
    private let periods: [(id: ID<ReportingPeriod>, period: ReportingPeriod)]

    init(_ submission: Submission) {
        (viewer, today, language) = (submission.viewer, submission.today, submission.language)
        plan = submission.organisation[Plan.self]
        values = submission.organisation[Values.self]
        periods = Measuring(submission.organisation).periods
    }

    /// Whether an indicator stands on the sheet of a reporter for a period.
    func asks(for id: ID<Indicator>, _ indicator: Indicator, of reporter: Reporter, _ place: (id: ID<ReportingPeriod>, period: ReportingPeriod)) -> Bool {
        viewer.mayReport(id, indicator, for: reporter, place, plan, values)
    }

    /// What is to be recorded of what was entered for one indicator, and what is doubtful about it; `nil` where it is what stands already.
    func reported(
        _ id: ID<Indicator>, _ indicator: Indicator, for reporter: Reporter, _ place: (id: ID<ReportingPeriod>, period: ReportingPeriod), in entered: Entered
    ) throws(Refusal) -> (proposal: Proposal, doubt: Refusal?)? {
        let present = values.value(of: id, in: place.id, member: reporter.member)
        guard let report = try report(id, indicator, of: reporter.member, present: present, in: entered) else { return nil }
        let proposal = Values.proposal(.reported(indicator: id, period: place.id, [report]), for: place.period, today: today)
        guard let amount = report.amount, amount != present?.amount else { return (proposal, nil) }
        let earlier = periods.filter { $0.period.until < place.period.until }.map(\.id)
        let last = values.latest(of: id, member: reporter.member, over: earlier)?.value.amount
        let plausibility = Plausibility(indicator, in: language), field = ReportField(id).value
        if let impossible = plausibility.refusal(of: amount, after: last) {
            throw Refusal(impossible.key, impossible.arguments, field: field, ofFieldAlone: true)
        }
        let doubt = plausibility.doubt(about: amount, after: last)
        return (proposal, doubt.map { Refusal("monitoring.unlikely.\($0.what.rawValue)", $0.arguments, field: field, isDoubt: true) })
    }

    private func report(
        _ id: ID<Indicator>, _ indicator: Indicator, of member: ID<Member>?, present: ReportedValue?, in entered: Entered
    ) throws(Refusal) -> Report? {
        let field = ReportField(id)
        guard !entered.raw(field.value).isEmpty else { return nil }
        let note = try entered.paragraph(field.note, max: 4000)
        let evidence = try entered.line(field.evidence, max: 500)
        let text = try entered.paragraph(field.value, max: 4000)
        guard !text.isEmpty else {
            if present != nil { throw Refusal("monitoring.refusal.emptied", field: field.value, ofFieldAlone: true) }
            if !note.isEmpty || !evidence.isEmpty {
                throw Refusal("monitoring.refusal.note-without-value", field: field.value, ofFieldAlone: true)
            }
            return nil
        }
        var report = Report(member: member, note: note.isEmpty ? nil : Prose(note), evidence: evidence)
        if indicator.kind == .text {
            report.text = Prose(text)
        } else {
            report.amount = try amount(text, indicator, field.value)
        }
        let isSame = present.map { stands in
            stands.amount == report.amount && stands.text == report.text && stands.note == report.note && stands.evidence == evidence
        }
        return isSame == true ? nil : report
    }

    private func amount(_ text: String, _ indicator: Indicator, _ field: String) throws(Refusal) -> Double {
        let units = WrittenUnits(indicator), quoted = ["text": String(text.prefix(40))]
        guard let number = WrittenNumber(units.without(text), decimalMark: language.decimalMark) else {
            if units.isEmpty { throw Refusal("pages.refusal.not-a-number", quoted, field: field, ofFieldAlone: true) }
            let unit = ["unit": indicator.unit.plain(in: language)]
            throw Refusal("monitoring.refusal.not-in-unit", quoted.merging(unit) { _, new in new }, field: field, ofFieldAlone: true)
        }
        guard units.mayBePercent || !number.isPercent else { throw Refusal("monitoring.refusal.percent", quoted, field: field, ofFieldAlone: true) }
        return number.value
    }
}
