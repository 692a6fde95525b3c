import HashTreeCollections
import Journal
import Organisation
import Pages

/// A layer of the plan: objectives, or the functions that carry them.
enum PerspectiveForm {
    static let routes = [
        Route.form("plan/perspectives/new", .planners, show: show, decide: decide),
        Route.form("plan/perspectives/{perspective}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("perspective") { visit.plan.perspectives[$0] }, perspective = subject?.present
        let plan = perspective?.plan ?? visit.chosenPlan
        return Form(
            say(perspective == nil ? "planning.new-perspective" : "planning.edit-perspective"), lede: say("planning.form.perspective"),
            place: PlanPath.plan, trail: visit.planTrail, submit: say("pages.save"), cancel: plan.map { PlanPath.plan($0) } ?? PlanPath.plan,
            fields: [
                visit.ask("plan", .choice(visit.planChoices), plan?.text, required: true),
                visit.ask("name", perspective?.name ?? .empty, required: true, help: "perspective-name"),
                visit.ask(
                    "kind", .choice(visit.choices("perspective-kind", Perspective.Kind.self)), (perspective?.kind ?? .objectives).rawValue,
                    help: "perspective-kind"),
                Field(
                    "level", say("planning.field.level-of-map"), .number, value: "\(perspective?.level ?? nextLevel(plan, visit))", required: true,
                    help: say("planning.help.perspective-level")),
            ])
    }

    /// A new one lies below the others.
    private static func nextLevel(_ plan: ID<StrategicPlan>?, _ visit: Visit) -> Int {
        guard let plan, let lowest = visit.plan.perspectives(of: plan).last?.perspective.level else { return 3 }
        return max(0, lowest - 1)
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<Perspective>, Perspective?) = try submission.subject("perspective") { plan.perspectives[$0] }
        guard let whole: ID<StrategicPlan> = try entered.id("plan", required: true, where: { plan.plans[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "plan")
        }
        let perspective = Perspective(
            plan: whole, name: try entered.localized("name", present: present?.name ?? .empty, max: 200, required: true),
            kind: try entered.choice("kind"), level: try entered.integer("level", required: true, in: 0...99) ?? 0)
        return submission.record(
            perspective, unless: present, .perspectiveDescribed(id: id, perspective), then: PlanPath.plan(whole), perspective.name)
    }
}
