import HashTreeCollections
import Journal
import Organisation
import Pages

/// A theme that cuts across the objectives of a plan.
enum FocusAreaForm {
    static let routes = [
        Route.form("plan/focus-areas/new", .planners, show: show, decide: decide),
        Route.form("plan/focus-areas/{area}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("area") { visit.plan.focusAreas[$0] }, area = subject?.present
        return Form(
            say(area == nil ? "planning.new-focus-area" : "planning.edit-focus-area"), lede: say("planning.focus-areas-help"),
            place: PlanPath.plan, trail: visit.planTrail, submit: say("pages.save"),
            cancel: subject.map { PlanPath.focusArea($0.id) } ?? PlanPath.plan,
            fields: [
                visit.ask("plan", .choice(visit.planChoices), (area?.plan ?? visit.chosenPlan)?.text, required: true),
                visit.ask("code", .line, area?.code, help: "code"),
                visit.ask("title", area?.title ?? .empty, required: true),
                visit.ask("description", area?.description ?? .empty, rows: 4),
                visit.ask("note", area?.note ?? .empty, rows: 3, help: "note"),
            ])
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<FocusArea>, FocusArea?) = try submission.subject("area") { plan.focusAreas[$0] }
        guard let whole: ID<StrategicPlan> = try entered.id("plan", required: true, where: { plan.plans[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "plan")
        }
        let area = FocusArea(
            plan: whole, code: try submission.code(.focusArea, in: whole, for: id.text, present: present.map { ($0.code, $0.plan) }),
            title: try entered.localized("title", present: present?.title ?? .empty, max: 300, required: true),
            description: try entered.localized("description", present: present?.description ?? .empty),
            note: try entered.localized("note", present: present?.note ?? .empty))
        return submission.record(area, unless: present, .focusAreaDescribed(id: id, area), then: PlanPath.focusArea(id), area.title.coded(area.code))
    }
}
