import HashTreeCollections
import Journal
import Organisation
import Pages

/// What an action hands over, and the day on which it did.
enum DeliverableForm {
    static let routes = [
        Route.form("plan/deliverables/new", .doers, show: show, decide: decide),
        Route.form("plan/deliverables/{deliverable}/edit", .doers, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("deliverable") { visit.plan.deliverables[$0] }, deliverable = subject?.present
        if let action = deliverable.flatMap({ visit.plan.actions[$0.action] }), !visit.viewer.mayChangeWork(of: action.owner) { throw Missing() }
        let action = deliverable?.action.text ?? visit.query["action"]
        return Form(
            say(deliverable == nil ? "planning.new-deliverable" : "planning.edit-deliverable"), lede: say("planning.form.deliverable"),
            place: PlanPath.plan, trail: visit.planTrail, submit: say("pages.save"),
            cancel: action.flatMap { ID($0) }.map { PlanPath.action($0) } ?? PlanPath.plan,
            fields: [
                visit.ask("action", .choice(actionChoices(visit)), action, required: true),
                visit.ask("title", deliverable?.title ?? .empty, required: true, help: "deliverable-title"),
                visit.ask("due", .day, deliverable?.due?.description),
                visit.ask("delivered", .day, deliverable?.deliveredOn?.description, help: "delivered"),
                visit.ask("evidence", .line, deliverable?.evidence, help: "evidence"),
            ])
    }

    private static func actionChoices(_ visit: Visit) -> [Choice] {
        let index = visit.planIndex
        return visit.orderedPlans.flatMap { index.actions(of: $0.id) }.filter { visit.viewer.mayChangeWork(of: $0.action.owner) }
            .map { Choice($0.id.text, visit.plainCoded($0.action.code, $0.action.title)) }
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<Deliverable>, Deliverable?) = try submission.subject("deliverable") { plan.deliverables[$0] }
        if let present { try submission.requireWork(of: plan.actions[present.action]?.owner) }
        guard let action: ID<Action> = try entered.id("action", required: true, where: { plan.actions[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "action")
        }
        try submission.requireWork(of: plan.actions[action]?.owner, field: "action")
        let delivered = try entered.day("delivered")
        if let delivered, delivered > submission.today { throw Refusal("planning.refusal.not-yet", field: "delivered") }
        let deliverable = Deliverable(
            action: action, title: try entered.localized("title", present: present?.title ?? .empty, max: 500, required: true),
            due: try entered.day("due"), deliveredOn: delivered, evidence: try entered.line("evidence", max: 1000))
        return submission.record(
            deliverable, unless: present, .deliverableDescribed(id: id, deliverable), then: PlanPath.action(action), deliverable.title)
    }
}
