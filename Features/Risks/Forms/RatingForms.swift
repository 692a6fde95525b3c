import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms by which a risk is rated, and by which it is recorded that a body carries it.
enum RatingForms {
    static let rate = Route.form("risks/{risk}/rate", .raters, show: rating, decide: RatingDecisions.rate)

    static let routes: [Route] = [
        rate,
        .form("risks/{risk}/accept", .planners, show: accept, decide: RatingDecisions.accept),
        .form("risks/{risk}/withdraw-acceptance", .planners, show: withdrawAcceptance, decide: RatingDecisions.withdrawAcceptance),
    ]

    private static func rating(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.openRisk(), say = visit.say, present = visit.risks.ratings[id]?.last?.rating
        guard visit.viewer.mayRate(risk) else { throw Missing() }
        func steps(_ axis: String, required: Bool) -> [Choice] { [Choice("", "–")] + RiskPlace.steps.map { Choice("\($0)", say("risks.\(axis).\($0)")) } }
        func place(_ name: String, _ place: RiskPlace?, required: Bool) -> [Field] {
            let group = FieldGroup(name, say("risks.field.\(name)"), help: say("risks.field.\(name)-help"))
            return [("likelihood", place?.likelihood), ("impact", place?.impact)].map { axis, value in
                var field = Field(
                    "\(name)-\(axis)", say("risks.field.\(axis)"), .choice(steps(axis, required: required)), value: value.map { "\($0)" } ?? "", required: required)
                field.partOf = group
                return field
            }
        }
        return Form(
            say("risks.rate"), lede: visit.plain(risk.title), place: RiskPath.risks, trail: visit.riskTrail(id, risk), submit: say("risks.rate-it"), cancel: RiskPath.risk(id),
            fields: place("inherent", present?.inherent, required: true) + place("residual", present?.residual, required: true) + place("target", present?.target, required: false) + [
                .localized("because", say("risks.field.rated-because"), .empty, rows: 3, languages: visit.languages, required: true, help: say("risks.field.rated-because-help")),
                Field("on", say("risks.field.rated-on"), .day, value: "\(visit.times.today)", help: say("risks.field.rated-on-help")),
                Field("review", say("risks.field.review"), .day, value: visit.reviewSuggested(risk), help: say("risks.field.review-help")),
            ]
        ) {
            p(.class("note")) { visit.rule }
        }
    }

    private static func accept(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.openRisk(), say = visit.say, standing = visit.standing(of: id, risk)
        let bodies = say.sorted(visit.register.bodies.map { visit.choice($0.key.text, $0.value.name) }, by: \.label)
        return Form(
            say("risks.accept"), lede: say("risks.accept-lede"), place: RiskPath.risks, trail: visit.riskTrail(id, risk), submit: say("risks.accept-it"), cancel: RiskPath.risk(id),
            fields: [
                Field("body", say("risks.field.body"), .choice([Choice("", "–")] + bodies), required: true), Field("on", say("risks.field.decided"), .day, required: true),
                .localized("document", say("risks.field.document"), .empty, languages: visit.languages, required: true, help: say("risks.field.document-help")),
                .localized("because", say("risks.field.accepted-because"), .empty, rows: 3, languages: visit.languages, required: true),
                Field("until", say("risks.field.until"), .day, help: say("risks.field.until-help")),
            ]
        ) {
            p(.class("note")) { standing.score.map { say("risks.accept-score", ["score": say.number($0)]) } ?? say("risks.rate-first") }
        }
    }

    private static func withdrawAcceptance(_ visit: Visit) throws -> Form {
        let (id, risk) = try visit.openRisk(), say = visit.say
        guard let last = visit.risks.acceptance(of: id), last.withdrawn == nil else { throw Missing() }
        return .withdrawing(
            say("risks.withdraw-acceptance"), lede: say("risks.withdraw-acceptance-lede"), place: RiskPath.risks, trail: visit.riskTrail(id, risk), cancel: RiskPath.risk(id), say
        ) {
            p { visit.said(last) }
        }
    }
}

extension Visit {
    /// From which scores on a risk is amber, and red.
    var rule: String { say("risks.rule", ["red": say.number(risks.thresholds.red), "amber": say.number(risks.thresholds.amber)]) }

    /// The review that stands, or one in half a year: twice between two annual reports of an audit committee.
    fileprivate func reviewSuggested(_ risk: Risk) -> String { "\(risk.reviewOn.flatMap { $0 > times.today ? $0 : nil } ?? times.today.adding(days: 182))" }

    /// *The Steering Group accepted it on 3 May 2026 at a score of 16 (SG/12).*
    func said(_ given: GivenAcceptance) -> String {
        let acceptance = given.acceptance
        return say(
            "risks.accepted-by",
            ["body": plain(register.name(of: acceptance.body)), "day": say.day(acceptance.on), "document": plain(acceptance.document), "score": say.number(acceptance.score)])
    }
}
