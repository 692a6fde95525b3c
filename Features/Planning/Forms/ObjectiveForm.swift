import HashTreeCollections
import Journal
import Organisation
import Pages

/// An objective: where it stands, what it says, who answers for it.
enum ObjectiveForm {
    static let routes = [
        Route.form("plan/objectives/new", .planners, show: show, decide: decide),
        Route.form("plan/objectives/{objective}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("objective") { visit.plan.objectives[$0] }, objective = subject?.present
        let perspectives = visit.perspectiveChoices
        let parent = visit.ask(
            "parent", .choice(visit.objectiveChoices(functions: false, optional: true, except: subject?.id)), objective?.parent?.text,
            help: "parent")
        let rest = [
            Field.several("areas", say("planning.field.areas"), visit.focusAreaChoices, objective?.focusAreas.map(\.text) ?? []),
            visit.ask("weight", .number, visit.fieldText(objective?.weight ?? 1), help: "weight"),
            visit.ask("order", .number, "\(objective?.order ?? 0)", help: "order"),
            visit.ask("note", objective?.note ?? .empty, rows: 3, help: "note"),
        ]
        return Form(
            say(objective == nil ? "planning.new-objective" : "planning.edit-objective"), lede: say("planning.form.objective"),
            place: PlanPath.plan, trail: visit.planTrail, submit: say("pages.save"),
            cancel: subject.map { PlanPath.objective($0.id) } ?? PlanPath.plan,
            fields: [
                visit.ask("perspective", .choice(perspectives), objective?.perspective.text ?? visit.query["perspective"], required: true),
                visit.ask("code", .line, objective?.code, help: "code"),
                visit.ask("title", objective?.title ?? .empty, required: true, help: "objective-title"),
                visit.ask("description", objective?.description ?? .empty, rows: 4),
                visit.ask("owner", .choice(visit.unitChoices), objective?.owner?.text, help: "owner"),
            ] + ([parent] + rest).folded(say("planning.fold.more"))
        ) {
            if perspectives.isEmpty {
                p(.class("notice warn")) {
                    say("planning.no-perspective")
                    " "
                    visit.control(.planners, "plan/perspectives/new", say("planning.new-perspective"))
                }
            }
        }
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<Objective>, Objective?) = try submission.subject("objective") { plan.objectives[$0] }
        guard let perspective: ID<Perspective> = try entered.id("perspective", required: true, where: { plan.perspectives[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "perspective")
        }
        let parent: ID<Objective>? = try entered.id("parent") { plan.objectives[$0] != nil }
        if let parent, isPart(parent, of: id, plan) { throw Refusal("planning.refusal.part-of-itself", field: "parent") }
        let objective = Objective(
            perspective: perspective, parent: parent, code: try code(submission, perspective, id, present),
            title: try entered.localized("title", present: present?.title ?? .empty, max: 500, required: true),
            description: try entered.localized("description", present: present?.description ?? .empty),
            owner: try entered.id("owner") { submission.register.units[$0] != nil },
            focusAreas: try entered.several("areas") { plan.focusAreas[$0] != nil },
            weight: try entered.number("weight", in: 0...1000) ?? 1,
            note: try entered.localized("note", present: present?.note ?? .empty), order: try entered.integer("order", in: 0...9999) ?? 0)
        return submission.record(
            objective, unless: present, .objectiveDescribed(id: id, objective), then: PlanPath.objective(id), objective.title.coded(objective.code))
    }

    private static func code(
        _ submission: Submission, _ perspective: ID<Perspective>, _ id: ID<Objective>, _ present: Objective?
    ) throws(Refusal) -> String {
        let plan = submission.plan
        return try submission.code(
            .objective, in: plan.perspectives[perspective]?.plan, for: id.text,
            present: present.map { ($0.code, plan.perspectives[$0.perspective]?.plan) })
    }

    /// Whether an objective is the other, or a part of it, however far down.
    static func isPart(_ part: ID<Objective>, of whole: ID<Objective>, _ plan: Plan) -> Bool {
        var seen: Set<ID<Objective>> = [], here: ID<Objective>? = part
        while let step = here, seen.insert(step).inserted {
            if step == whole { return true }
            here = plan.objectives[step]?.parent
        }
        return false
    }
}
