import Exchange
import Journal
import Organisation
import Pages

/// What follows from a filled-in report: one event for each indicator whose value, note or evidence has changed.
func report(_ submission: Submission) throws -> Outcome {
    let period: ID<ReportingPeriod> = try submission.id("period")
    let reporter: Reporter = submission.parameters["member"] == nil ? .whole : .member(try submission.id("member"))
    let sheet = try ReportSheet(submission.organisation, period, for: reporter, by: submission.viewer)
    try sheet.mustBeOpen(today: submission.today, submission.language)
    if sheet.indicators.isEmpty { throw Refusal("monitoring.refusal.nothing-to-report") }

    let values = submission.organisation[Values.self]
    let earlier = Measuring(submission.organisation).periods.filter { $0.period.until < sheet.period.until }.map(\.id)
    var proposals: [Proposal] = []
    var unlikely: [UnlikelyValue] = []
    for (id, indicator) in sheet.indicators {
        let present = values.value(of: id, in: period, member: reporter.member)
        guard let report = try submission.report(id, indicator, of: reporter.member, present: present) else { continue }
        if let amount = report.amount, amount != present?.amount {
            let last = values.latest(of: id, member: reporter.member, over: earlier)?.value.amount
            let plausibility = Plausibility(indicator, submission.language.decimalMark)
            let field = ReportField(id).value
            if let impossible = plausibility.refusal(of: amount, after: last) {
                throw Refusal(impossible.key, impossible.arguments, field: field, ofFieldAlone: true)
            }
            if let doubt = plausibility.doubt(about: amount, after: last) {
                let name = indicator.code.isEmpty ? id.text : indicator.code
                unlikely.append(UnlikelyValue(field: field, name: name, doubt: doubt.what, arguments: doubt.arguments))
            }
        }
        proposals.append(Values.proposal(.reported(indicator: id, period: period, [report]), for: sheet.period, today: submission.today))
    }
    if let refusal = UnlikelyValue.refusal(of: unlikely), !submission.entered.flag(ReportField.confirmed) { throw refusal }
    if proposals.isEmpty { return .record([], then: reporter.path(period), notice: Saying("monitoring.notice.nothing-changed")) }
    return .record(
        proposals, then: "report",
        notice: Saying("monitoring.notice.reported", ["n": .count(proposals.count), "period": .content(sheet.period.name)]))
}

extension ReportSheet {
    func mustBeOpen(today: Day, _ language: Language) throws(Refusal) { try Monitoring.mustBeOpen(period, today: today, language) }
}

/// A locked period is closed to everybody, and one that has not begun has nothing to report.
func mustBeOpen(_ period: ReportingPeriod, today: Day, _ language: Language) throws(Refusal) {
    let name = ["period": period.name.plain(in: language)]
    if period.isLocked { throw Refusal("monitoring.refusal.locked", name) }
    if period.from > today { throw Refusal("monitoring.refusal.not-begun", name) }
}

extension Submission {
    /// What was entered for one indicator, or `nil` where it is what stands already.
    fileprivate func report(
        _ id: ID<Indicator>, _ indicator: Indicator, of member: ID<Member>?, present: ReportedValue?
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
            report.amount = try amount(text, field.value)
        }
        let isSame = present.map { stands in
            stands.amount == report.amount && stands.text == report.text && stands.note == report.note && stands.evidence == evidence
        }
        return isSame == true ? nil : report
    }

    private func amount(_ text: String, _ field: String) throws(Refusal) -> Double {
        guard let number = WrittenNumber(text, decimalMark: language.decimalMark)?.value else {
            throw Refusal("pages.refusal.not-a-number", ["text": String(text.prefix(40))], field: field, ofFieldAlone: true)
        }
        return number
    }
}

/// A value that is hardly right: it is recorded once somebody has said that it is.
private struct UnlikelyValue {
    let field: String
    let name: String
    let doubt: Plausibility.Doubt
    let arguments: [String: String]

    /// Beside the first of the values; where there are several, all are named, for one tick speaks for the whole form.
    static func refusal(of all: [UnlikelyValue]) -> Refusal? {
        guard let first = all.first else { return nil }
        guard all.count > 1 else {
            return Refusal("monitoring.refusal.unlikely.\(first.doubt.rawValue)", first.arguments, field: first.field)
        }
        let values = all.map { "\($0.name): \($0.arguments["value"] ?? "")" }.joined(separator: " · ")
        return Refusal("monitoring.refusal.unlikely.several", ["values": values], field: first.field)
    }
}

/// The names of one indicator's inputs.
struct ReportField: Sendable {
    /// One tick for the whole form: what looks unlikely is right as it stands.
    static let confirmed = "confirmed"

    let value: String
    let note: String
    let evidence: String

    init(_ id: ID<Indicator>) {
        value = "value-\(id)"
        note = "note-\(id)"
        evidence = "evidence-\(id)"
    }
}
