import HashTreeCollections
import Journal
import Organisation
import Pages

/// Something that is done for an objective. Project owners write what their own unit does.
enum ActionForm {
    static let routes = [
        Route.form("plan/actions/new", .doers, show: show, decide: decide),
        Route.form("plan/actions/{action}/edit", .doers, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("action") { visit.plan.actions[$0] }, action = subject?.present
        if let action, !visit.viewer.mayChangeWork(of: action.owner) { throw Missing() }
        let objective = action?.objective.text ?? visit.query["objective"]
        return Form(
            say(action == nil ? "planning.new-action" : "planning.edit-action"), lede: say("planning.form.action"), place: PlanPath.plan,
            trail: visit.planTrail, submit: say("pages.save"),
            cancel: subject.map { PlanPath.action($0.id) } ?? objective.flatMap { ID($0) }.map { PlanPath.objective($0) } ?? PlanPath.plan,
            fields: [
                visit.ask("objective", .choice(visit.objectiveChoices(functions: false, optional: false)), objective, required: true),
                visit.ask("code", .line, action?.code, help: "code"),
                visit.ask("title", action?.title ?? .empty, required: true),
                visit.ask("description", action?.description ?? .empty, rows: 4),
                visit.ask("owner", .choice(visit.workUnitChoices), action?.owner?.text, help: "owner"),
                visit.ask("from", .day, action?.from?.description),
                visit.ask("until", .day, action?.until?.description),
                visit.ask("status", .choice(visit.choices("action", Action.Status.self)), (action?.status ?? .planned).rawValue),
            ]
                + [
                    visit.ask(
                        "function", .choice(visit.objectiveChoices(functions: true, optional: true)), action?.function?.text, help: "function"),
                    .several("areas", say("planning.field.areas"), visit.focusAreaChoices, action?.focusAreas.map(\.text) ?? []),
                ].folded(say("planning.fold.more")))
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<Action>, Action?) = try submission.subject("action") { plan.actions[$0] }
        if let present { try submission.requireWork(of: present.owner) }
        let owner: ID<Unit>? = try entered.id("owner") { submission.register.units[$0] != nil }
        try submission.requireWork(of: owner, field: "owner")
        guard let objective: ID<Objective> = try entered.id("objective", required: true, where: { plan.objectives[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "objective")
        }
        let index = PlanIndex(plan)
        let (from, until) = try entered.span("from", "until", required: false)
        let action = Action(
            objective: objective,
            function: try entered.id("function") { plan.objectives[$0].map { index.isFunction($0) } ?? false },
            focusAreas: try entered.several("areas") { plan.focusAreas[$0] != nil },
            code: try submission.code(
                .action, in: plan.plan(of: objective), for: id.text, present: present.map { ($0.code, plan.plan(of: $0)) }),
            title: try entered.localized("title", present: present?.title ?? .empty, max: 500, required: true),
            description: try entered.localized("description", present: present?.description ?? .empty), owner: owner, from: from, until: until,
            status: try entered.choice("status"))
        return submission.record(
            action, unless: present, .actionDescribed(id: id, action), then: PlanPath.action(id), action.title.coded(action.code))
    }
}
