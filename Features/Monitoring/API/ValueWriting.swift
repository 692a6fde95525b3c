import HashTreeCollections
import Journal
import Organisation
import Pages

/// A value put by a program: decided by the form in which people report.
func putValue(_ submission: Submission) throws -> Outcome {
    try submission.report(EnteredValue(submission.entered), at: submission.parameters.namingIndicator)
}

/// A value taken back by a program: decided by the form in which people withdraw.
func removeValue(_ submission: Submission) throws -> Outcome {
    let parameters = submission.parameters.namingIndicator
    try submission.mustSee(NamedValue(parameters, in: submission.organisation))
    return try withdraw(submission.asking(submission.entered, parameters))
}

/// Several values of one indicator: what is wrong with each is said; none is recorded unless all can be.
func recordValues(_ submission: Submission) throws -> Outcome {
    let places = Set(submission.entered.names.compactMap { name -> Int? in
        let steps = name.split(separator: ".")
        return steps.count == 3 && steps[0] == "values" ? Int(steps[1]) : nil
    }).sorted()
    if places.isEmpty { throw Refusal("pages.refusal.required", field: "values") }
    var proposals: [Proposal] = [], refusals: [Refusal] = [], seen: Set<String> = []
    for place in places {
        let prefix = "values.\(place).", period = submission.entered.text(prefix + "period"), member = submission.entered.text(prefix + "member")
        do {
            guard seen.insert("\(period)/\(member)").inserted else { throw Refusal("monitoring.refusal.twice", field: "period") }
            proposals += try submission.proposals(EnteredValue(submission.entered, prefix), period, member)
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
    fileprivate func proposals(_ value: EnteredValue, _ period: String, _ member: String) throws -> [Proposal] {
        var place = parameters.namingIndicator
        _ = try mustSee(NamedValue(place.merging(["period": anyPeriod]) { _, new in new }, in: organisation))
        place["period"] = period
        place["member"] = member.isEmpty ? nil : member
        do {
            guard case .record(let proposals, _, _) = try report(value, at: place) else { return [] }
            return proposals
        } catch is Missing {
            throw Refusal("pages.refusal.choose", field: organisation[Plan.self].periods[ID(period) ?? ID("unnamed")] == nil ? "period" : "member")
        }
    }

    /// Any at all: for asking whether the indicator is there.
    private var anyPeriod: String { organisation[Plan.self].periods.keys.first?.text ?? "" }

    /// Decides through the reporting form, with this one value in it.
    fileprivate func report(_ value: EnteredValue, at place: [String: String]) throws -> Outcome {
        let named = try NamedValue(place, in: organisation)
        try mustSee(named)
        guard viewer.mayReport(named.indicator, for: named.reporter) else { throw Refusal("pages.refusal.not-allowed", field: named.reporter.member.map { _ in "member" }) }
        if let member = named.reporter.member, organisation[Register.self][member]?.standing != .member { throw Missing() }
        let sheet = try ReportSheet(organisation, named.periodID, for: named.reporter, by: viewer)
        try sheet.mustBeOpen(today: today, language)
        guard sheet.indicators.contains(where: { $0.id == named.id }) else { throw Refusal("monitoring.refusal.nothing-to-report") }
        var fields = try value.fields(for: named.id, named.indicator)
        if entered.flag("confirmed") { fields.append((ReportField.confirmed, "yes")) }
        do {
            return try Monitoring.report(asking(Entered(fields, language: entered.language), place))
        } catch var refusal as Refusal {
            refusal.field = refusal.field.map { ReportField(named.id).member(of: $0, isText: named.indicator.kind == .text) }
            throw refusal
        }
    }

    /// What may not be seen is as if it were not there, also for those who may report.
    fileprivate func mustSee(_ named: NamedValue) throws(Missing) {
        let plan = organisation[Plan.self]
        guard Disclosure(then: plan, now: plan).audience(of: named.id).map(viewer.belongs) == true else { throw Missing() }
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
