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

    let reporting = Reporting(submission)
    var proposals: [Proposal] = []
    var refusals: [Refusal] = []
    for (id, indicator) in sheet.indicators {
        do throws(Refusal) {
            guard let reported = try reporting.reported(id, indicator, for: reporter, (period, sheet.period), in: submission.entered) else { continue }
            if let doubt = reported.doubt, !submission.entered.confirms(ReportField(id)) { throw doubt }
            proposals.append(reported.proposal)
        } catch {
            refusals.append(error)
        }
    }
    if !refusals.isEmpty { throw Refusals(refusals) }
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

extension Entered {
    /// A tick speaks of what it was shown beside: not of what was written there since.
    fileprivate func confirms(_ field: ReportField) -> Bool { text(field.isRight) == text(field.value) }
}

/// The names of one indicator's inputs.
struct ReportField: Sendable {
    let value: String
    let note: String
    let evidence: String
    /// A tick: what looks unlikely is right as it stands. It says what that is.
    let isRight: String

    init(_ id: ID<Indicator>) {
        value = "value-\(id)"
        note = "note-\(id)"
        evidence = "evidence-\(id)"
        isRight = "right-\(id)"
    }
}
