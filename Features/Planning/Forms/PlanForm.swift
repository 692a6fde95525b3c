import HashTreeCollections
import Journal
import Organisation
import Pages

/// A plan's title, years, standing and statements.
enum PlanForm {
    static let routes = [
        Route.form("plan/plans/new", .planners, show: show, decide: decide),
        Route.form("plan/plans/{plan}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("plan") { visit.plan.plans[$0] }, plan = subject?.present
        return Form(
            say(plan == nil ? "planning.new-plan" : "planning.edit-plan"), lede: say("planning.form.plan"), place: PlanPath.plan,
            trail: visit.planTrail, submit: say("pages.save"), cancel: subject.map { PlanPath.plan($0.id) } ?? PlanPath.plan,
            fields: [
                visit.ask("title", plan?.title ?? .empty, required: true, help: "plan-title"),
                visit.ask("from", .day, plan?.from.description, required: true),
                visit.ask("until", .day, plan?.until.description, required: true),
                visit.ask("status", .choice(visit.choices("status", StrategicPlan.Status.self)), (plan?.status ?? .draft).rawValue, help: "plan-status"),
                visit.ask("vision", plan?.vision ?? .empty, rows: 3, help: "vision"),
                visit.ask("mission", plan?.mission ?? .empty, rows: 3, help: "mission"),
                visit.ask("values", ValueLines.joined(plan?.values ?? []), rows: 5, help: "values"),
            ]
                + [
                    visit.ask("source", plan?.source ?? .empty, rows: 2, help: "source"),
                    visit.ask("note", plan?.note ?? .empty, rows: 3, help: "note"),
                ].folded(say("planning.fold.more"))
        ) {
            if let subject, subject.present.status != .adopted { PlanConcerns(visit, subject.id).beforeAdoption }
        }
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered
        let (id, present): (ID<StrategicPlan>, StrategicPlan?) = try submission.subject("plan") { submission.plan.plans[$0] }
        let (from, until) = try entered.span("from", "until", required: true)
        guard let from, let until else { throw Refusal("pages.refusal.required", field: "from") }
        let plan = StrategicPlan(
            title: try entered.localized("title", present: present?.title ?? .empty, max: 300, required: true), from: from, until: until,
            status: try entered.choice("status"), vision: try entered.localized("vision", present: present?.vision ?? .empty),
            mission: try entered.localized("mission", present: present?.mission ?? .empty),
            values: ValueLines.split(
                try entered.localized("values", present: ValueLines.joined(present?.values ?? [])), instead: present?.values ?? []),
            source: try entered.localized("source", present: present?.source ?? .empty),
            note: try entered.localized("note", present: present?.note ?? .empty))
        if present?.status != .adopted, plan.status == .adopted { try submission.refuseUnready(plan, as: id) }
        return submission.record(plan, unless: present, .planDescribed(id: id, plan), then: PlanPath.plan(id), plan.title)
    }
}
