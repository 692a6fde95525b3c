import HashTreeCollections
import Journal
import Organisation
import Pages

/// A value put by a program: decided by the form in which people report.
func putValue(_ submission: Submission) throws -> Outcome {
    let proposals = try submission.proposals(EnteredValue(submission.entered), at: submission.parameters.namingIndicator, Reporting(submission))
    return .record(proposals, then: "report", notice: Saying("monitoring.notice.nothing-changed"))
}

/// A value taken back by a program: decided by the form in which people withdraw.
func removeValue(_ submission: Submission) throws -> Outcome {
    let parameters = submission.parameters.namingIndicator
    try submission.mustReach(NamedValue(parameters, in: submission.organisation))
    return try withdraw(submission.asking(submission.entered, parameters))
}

/// Several values of one indicator: what is wrong with each is said; none is recorded unless all can be.
func recordValues(_ submission: Submission) throws -> Outcome {
    let id: ID<Indicator> = try submission.id("indicator")
    try submission.mustReach(id)
    let places = (0...).prefix { !submission.entered.raw("values.\($0).period").isEmpty }, reporting = Reporting(submission)
    if places.isEmpty { throw Refusal("pages.refusal.required", field: "values") }
    var proposals: [Proposal] = [], refusals: [Refusal] = [], seen: Set<String> = []
    for place in places {
        let prefix = "values.\(place).", period = submission.entered.text(prefix + "period"), member = submission.entered.text(prefix + "member")
        do {
            guard seen.insert("\(period)/\(member)").inserted else { throw Refusal("monitoring.refusal.twice", field: "period") }
            proposals += try submission.proposals(EnteredValue(submission.entered, prefix), period, member, reporting)
        } catch var refusal as Refusal {
            refusal.field = prefix + (refusal.field ?? "period")
            refusals.append(refusal)
        }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return .record(proposals, then: "report", notice: Saying("monitoring.notice.nothing-changed"))
}

extension Submission {
    /// The same for one of several: who or what it names and is not there is its own mistake, not that of the address.
    fileprivate func proposals(_ value: EnteredValue, _ period: String, _ member: String, _ reporting: Reporting) throws -> [Proposal] {
        var place = parameters.namingIndicator
        place["period"] = period
        place["member"] = member.isEmpty ? nil : member
        do { return try proposals(value, at: place, reporting) } catch is Missing {
            throw Refusal("pages.refusal.choose", field: organisation[Plan.self].periods[ID(period) ?? ID("unnamed")] == nil ? "period" : "member")
        }
    }

    /// As the reporting form decides, with this one value in it.
    fileprivate func proposals(_ value: EnteredValue, at place: [String: String], _ reporting: Reporting) throws -> [Proposal] {
        let named = try NamedValue(place, in: organisation), period = (id: named.periodID, period: named.period)
        try mustReach(named)
        // Of what Members report there is no value of the whole, and the other way round: that is nobody's role to change.
        if (named.indicator.reporting == .whole) != (named.reporter == .whole), viewer.mayReport(for: named.reporter) { throw Refusal("monitoring.refusal.nothing-to-report") }
        guard viewer.mayReport(named.indicator, for: named.reporter) else { throw Refusal("pages.refusal.not-allowed", field: named.reporter.member.map { _ in "member" }) }
        if let member = named.reporter.member, organisation[Register.self][member]?.standing != .member { throw Missing() }
        try mustBeOpen(named.period, today: today, language)
        guard reporting.asks(for: named.id, named.indicator, of: named.reporter, period) else { throw Refusal("monitoring.refusal.nothing-to-report") }
        let fields = try value.fields(for: named.id, named.indicator)
        do {
            let reported = try reporting.reported(named.id, named.indicator, for: named.reporter, period, in: Entered(fields, language: entered.language))
            if let doubt = reported?.doubt, !value.isConfirmed, !entered.flag("confirmed") { throw doubt }
            return reported.map { [$0.proposal] } ?? []
        } catch var refusal as Refusal {
            refusal.field = refusal.field.map { ReportField(named.id).member(of: $0, isText: named.indicator.kind == .text) }
            throw refusal
        }
    }
}

extension ReportField {
    /// As programs call the field.
    fileprivate func member(of field: String, isText: Bool) -> String {
        switch field {
        case note: "note"
        case evidence: "evidence"
        default: isText ? "text" : "amount"
        }
    }
}
