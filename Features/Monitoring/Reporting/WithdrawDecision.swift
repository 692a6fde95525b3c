import HashTreeCollections
import Journal
import Organisation
import Pages

/// The value that a route names, with what stands there.
struct NamedValue: Sendable {
    let id: ID<Indicator>
    let indicator: Indicator
    let periodID: ID<ReportingPeriod>
    let period: ReportingPeriod
    let reporter: Reporter

    init(_ parameters: [String: String], in organisation: Organisation) throws(Missing) {
        let plan = organisation[Plan.self]
        guard let id = parameters["id"].flatMap({ ID<Indicator>($0) }), let indicator = plan.indicators[id],
            let periodID = parameters["period"].flatMap({ ID<ReportingPeriod>($0) }), let period = plan.periods[periodID]
        else { throw Missing() }
        self.id = id
        self.indicator = indicator
        self.periodID = periodID
        self.period = period
        guard let member = parameters["member"] else {
            reporter = .whole
            return
        }
        guard let memberID = ID<Member>(member) else { throw Missing() }
        reporter = .member(memberID)
    }

    func value(in organisation: Organisation) -> ReportedValue? {
        organisation[Values.self].value(of: id, in: periodID, member: reporter.member)
    }
}

/// Takes a value back, with the reason; it no longer counts, and the journal keeps that it was there.
func withdraw(_ submission: Submission) throws -> Outcome {
    let named = try NamedValue(submission.parameters, in: submission.organisation)
    guard submission.viewer.mayReport(named.indicator, for: named.reporter) else { throw Refusal("pages.refusal.not-allowed") }
    try mustBeOpen(named.period, today: submission.today, submission.language)
    guard named.value(in: submission.organisation) != nil else { throw Refusal("pages.refusal.gone") }
    let reason = try submission.reason
    let event = Values.Event.withdrawn(
        indicator: named.id, period: named.periodID, member: named.reporter.member, because: Prose(reason))
    return .record(
        [Values.proposal(event, for: named.period, today: submission.today)], then: "indicators/\(named.id)",
        notice: Saying("monitoring.notice.withdrawn", ["period": .content(named.period.name)]))
}

/// Judges whether a target that is a text is met: by a planner, never by those who reported.
func judgeText(_ submission: Submission) throws -> Outcome {
    let named = try NamedValue(submission.parameters, in: submission.organisation)
    guard submission.viewer.reportsEverything else { throw Refusal("pages.refusal.not-allowed") }
    try mustBeOpen(named.period, today: submission.today, submission.language)
    guard named.indicator.isJudged(against: named.indicator.target(on: min(named.period.until, submission.today))) else {
        throw Refusal("monitoring.refusal.not-judged")
    }
    let verdict: Verdict = try submission.entered.choice("met")
    let reason = try submission.reason
    let present = submission.organisation[Values.self].judgement(of: named.id, in: named.periodID)
    let then = "indicators/\(named.id)"
    if present?.met == verdict.met, (present?.because.text ?? "") == reason {
        return .record([], then: then, notice: Saying("monitoring.notice.nothing-changed"))
    }
    let event = Values.Event.judged(indicator: named.id, period: named.periodID, met: verdict.met, because: Prose(reason))
    return .record(
        [Values.proposal(event, for: named.period, today: submission.today)], then: then,
        notice: Saying("monitoring.notice.judged", ["period": .content(named.period.name)]))
}

/// The answers to “is it met?”.
enum Verdict: String, CaseIterable, Sendable {
    case met, notMet, open

    init(_ met: Bool?) { self = met.map { $0 ? .met : .notMet } ?? .open }

    var met: Bool? {
        switch self {
        case .met: true
        case .notMet: false
        case .open: nil
        }
    }
}
