import HashTreeCollections
import Journal
import Organisation
import Pages

func drawLink(_ submission: Submission) throws -> Outcome {
    let link = try enteredLink(submission, present: nil)
    return outcome(.linkDrawn(id: submission.newID(), link), link, submission, "strategymap.drawn")
}

func redrawLink(_ submission: Submission) throws -> Outcome {
    let id: ID<CauseLink> = try submission.id("link")
    guard let present = submission.organisation[Plan.self].links[id] else { throw Refusal("pages.refusal.gone") }
    let link = try enteredLink(submission, present: (id, present))
    if link == present { return .record([], then: "map", notice: Saying("strategymap.drawn")) }
    return outcome(.linkDrawn(id: id, link), link, submission, "strategymap.drawn")
}

func withdrawLink(_ submission: Submission) throws -> Outcome {
    let id: ID<CauseLink> = try submission.id("link")
    guard let present = submission.organisation[Plan.self].links[id] else { throw Refusal("pages.refusal.gone") }
    let because = try submission.reason
    return outcome(.linkWithdrawn(id: id, because: Prose(because)), present, submission, "strategymap.withdrawn")
}

private func outcome(_ event: Plan.Event, _ link: CauseLink, _ submission: Submission, _ notice: String) -> Outcome {
    let plan = submission.organisation[Plan.self].plan(of: link.from)
    return .record([Proposal(Plan.self, event)], then: plan.map { "map/\($0)" } ?? "map", notice: Saying(notice))
}

private func enteredLink(_ submission: Submission, present: (id: ID<CauseLink>, link: CauseLink)?) throws(Refusal) -> CauseLink {
    let plan = submission.organisation[Plan.self], entered = submission.entered
    let exists: (ID<Objective>) -> Bool = { plan.objectives[$0] != nil }
    guard let from = try entered.id("from", required: true, where: exists), let to = try entered.id("to", required: true, where: exists) else {
        throw Refusal("pages.refusal.required")
    }
    if from == to { throw Refusal("strategymap.refusal.itself", field: "to") }
    if plan.plan(of: from) != plan.plan(of: to) { throw Refusal("strategymap.refusal.other-plan", field: "to") }
    if plan.links.contains(where: { $0.key != present?.id && $0.value.from == from && $0.value.to == to }) {
        throw Refusal("strategymap.refusal.drawn-already", field: "to")
    }
    let link = CauseLink(from: from, to: to, assumption: try entered.localized("assumption", present: present?.link.assumption ?? .empty, max: 2000))
    let isMoved = present?.link.from != from || present?.link.to != to
    if isMoved, !entered.flag("despite") { try refuseCircle(link, except: present?.id, submission) }
    return link
}

/// A circle is held against the plan and not forbidden: who draws it all the same has been told which one.
private func refuseCircle(_ link: CauseLink, except: ID<CauseLink>?, _ submission: Submission) throws(Refusal) {
    let plan = submission.organisation[Plan.self], circle = plan.circle(closedBy: link, except: except)
    if circle.isEmpty { return }
    throw Refusal(
        "strategymap.refusal.circle", ["objectives": plan.chain(circle, isCircle: true).plain(in: submission.language)], field: "despite")
}
