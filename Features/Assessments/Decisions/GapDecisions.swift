import HashTreeCollections
import Journal
import Organisation
import Pages

/// What shows that something holds, and what is done where it does not.
enum GapDecisions {
    /// An action of the plan whose cause is the gap: both are recorded at once.
    static func act(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.round(), category = try submission.category(of: round), entered = submission.entered
        let plan = submission.organisation[Plan.self], register = submission.organisation[Register.self]
        if submission.assessments.openings[id] == nil { throw Refusal("assessments.refusal.not-open") }
        guard let objective: ID<Objective> = try entered.id("objective", required: true, where: { plan.objectives[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "objective", ofFieldAlone: true)
        }
        let action: ID<Action> = submission.newID(), gap: ID<Gap> = submission.newID(), from = try entered.day("from"), until = try entered.day("until")
        if let from, let until, until < from { throw Refusal("assessments.refusal.ends-before", field: "until", ofFieldAlone: true) }
        let described = Action(
            objective: objective, code: "", title: try entered.localized("title", max: 500, required: true), description: try entered.localized("description", max: 4000),
            owner: try entered.id("owner") { register.units[$0] != nil }, from: from, until: until)
        return .record(
            [Proposal(Plan.self, .actionDescribed(id: action, described)), Proposal(Assessments.self, .gapTaken(id: gap, Gap(round: id, category: category.id, action: action)))],
            then: AssessmentPath.round(id), notice: Saying("assessments.notice.action", ["title": .content(described.title)]))
    }

    static func show(_ submission: Submission) throws -> Outcome {
        let (id, round) = try submission.anyRound(), category = try submission.category(of: round), entered = submission.entered
        if submission.assessments.phase(of: id) == .published { throw Refusal("assessments.refusal.published") }
        let known = Set((submission.house?.thread(of: submission.organisation, for: submission.viewer).nodes ?? []).map(\.reference))
        var things: [Reference] = []
        let named = try entered.line("thing")
        if !named.isEmpty {
            guard let reference = Reference(named), known.contains(reference) else { throw Refusal("assessments.refusal.no-thing", field: "thing", ofFieldAlone: true) }
            things.append(reference)
        }
        let evidence = Evidence(
            round: id, category: category.id, statement: try entered.id("statement") { id in category.statements.contains { $0.id == id } },
            text: try entered.localized("text", max: 2000, required: true), link: Prose(try entered.line("link", max: 2000)), things: things)
        return .record(
            [Proposal(Assessments.self, .evidenceGiven(id: submission.newID(), evidence))], then: AssessmentPath.round(id),
            notice: Saying("assessments.notice.evidence", ["title": .content(category.title)]))
    }

    static func removeEvidence(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<Evidence> = try submission.id("evidence"), because = try submission.reason
        guard let evidence = submission.assessments.evidence[id] else { throw Refusal("pages.refusal.gone") }
        if submission.assessments.phase(of: evidence.round) == .published { throw Refusal("assessments.refusal.published") }
        return .record([Proposal(Assessments.self, .evidenceRemoved(id: id, because: Prose(because)))], then: AssessmentPath.round(evidence.round), notice: Saying("assessments.notice.removed"))
    }
}
