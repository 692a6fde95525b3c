import HashTreeCollections
import Journal
import Organisation
import Pages

/// How large a risk is, and what a body carries knowingly.
enum RatingDecisions {
    /// By planners, and by whoever leads the unit that owns it; with the day on which it is looked at again.
    static func rate(_ submission: Submission) throws -> Outcome {
        let (id, risk) = try submission.openRisk(), entered = submission.entered
        guard submission.viewer.mayRate(risk) else { throw Refusal("pages.refusal.not-allowed") }
        guard let inherent = try submission.place("inherent", required: true), let residual = try submission.place("residual", required: true) else { throw Missing() }
        let target = try submission.place("target", required: false)
        if residual.score > inherent.score { throw Refusal("risks.refusal.residual-above", ["inherent": "\(inherent.score)"], field: "residual-likelihood") }
        if let target, target.score > inherent.score { throw Refusal("risks.refusal.target-above", ["inherent": "\(inherent.score)"], field: "target-likelihood") }
        let on = try submission.pastDay("on"), because = try entered.localized("because", max: RiskEntry.longestText, required: true)
        let rating = RiskRating(inherent: inherent, residual: residual, target: target, because: because)
        var proposals: [Proposal] = []
        // What holds on that day is not recorded again; what held before it on the same day is.
        let holding = submission.risks.rating(of: id, on: on)
        if holding?.rating != rating || holding?.on != on { proposals.append(Proposal(Risks.self, .riskRated(id: id, rating), on: on)) }
        var looked = risk
        if entered.names.contains("review") { looked.reviewOn = try submission.reviewDay(risk.reviewOn) }
        if looked != risk { proposals.append(Proposal(Risks.self, .riskDescribed(id: id, looked))) }
        return .record(proposals, then: RiskPath.risk(id), notice: submission.saved("rated", risk.title))
    }

    /// A body of the register carries what stood on the day of its decision.
    static func accept(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, risk) = try submission.openRisk(), entered = submission.entered, register = submission.organisation[Register.self]
        guard let body: ID<Body> = try entered.id("body", required: true, where: { register.bodies[$0] != nil }) else { throw Missing() }
        let on = try submission.pastDay("on", required: true)
        let document = try entered.localized("document", max: 500, required: true)
        let because = try entered.localized("because", max: RiskEntry.longestText, required: true), until = try entered.day("until")
        if let until, until < on { throw Refusal("risks.refusal.until-before", field: "until") }
        guard let rated = submission.risks.rating(of: id, on: on) else { throw Refusal("risks.refusal.not-rated-then", field: "on") }
        let acceptance = Acceptance(body: body, on: on, document: document, because: because, until: until, score: rated.rating.residual.score)
        if let last = submission.risks.acceptance(of: id), last.withdrawn == nil, last.acceptance == acceptance { throw Refusal("risks.refusal.same-acceptance") }
        return .record([Proposal(Risks.self, .riskAccepted(id: id, acceptance), on: on)], then: RiskPath.risk(id), notice: submission.saved("accepted", risk.title))
    }

    /// Recorded wrongly: it never stood.
    static func withdrawAcceptance(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let (id, risk) = try submission.openRisk(), because = try submission.reason
        guard let last = submission.risks.acceptance(of: id), last.withdrawn == nil else { throw Refusal("pages.refusal.gone") }
        let event = Risks.Event.acceptanceWithdrawn(id: id, position: last.position, because: Prose(because))
        return .record([Proposal(Risks.self, event)], then: RiskPath.risk(id), notice: submission.saved("acceptance-withdrawn", risk.title))
    }
}

extension Submission {
    /// Both halves, or neither.
    fileprivate func place(_ name: String, required: Bool) throws(Refusal) -> RiskPlace? {
        let likelihood = try entered.integer("\(name)-likelihood", required: required, in: RiskPlace.steps), impact = try entered.integer("\(name)-impact", required: required, in: RiskPlace.steps)
        if likelihood == nil, impact == nil { return nil }
        guard let likelihood, let impact, let place = RiskPlace(likelihood: likelihood, impact: impact) else {
            throw Refusal("risks.refusal.half-a-place", field: likelihood == nil ? "\(name)-likelihood" : "\(name)-impact")
        }
        return place
    }
}
