import HashTreeCollections
import Journal
import Organisation
import Pages

/// The full sheet of an indicator (`domain-facts` 12): what, from where to where, who reports, and how it is made.
enum IndicatorForm {
    static let routes = [
        Route.form("plan/indicators/new", .planners, show: show, decide: decide),
        Route.form("plan/indicators/{indicator}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, subject = try visit.subject("indicator") { visit.plan.indicators[$0] }, indicator = subject?.present
        let objective = indicator?.objective.text ?? visit.query["objective"]
        let cancel = subject.map { PlanPath.indicator($0.id) } ?? objective.flatMap { ID($0) }.map { PlanPath.objective($0) } ?? PlanPath.plan
        return Form(
            say(indicator == nil ? "planning.new-indicator" : "planning.edit-indicator"), lede: say("planning.form.indicator"),
            place: PlanPath.plan, trail: visit.planTrail, submit: say("pages.save"), cancel: cancel,
            fields: what(visit, indicator, objective) + fromWhereToWhere(visit, indicator) + reporting(visit, indicator) + making(visit, indicator))
    }

    private static func what(_ visit: Visit, _ indicator: Indicator?, _ objective: String?) -> [Field] {
        [
            visit.ask("objective", .choice(visit.objectiveChoices(functions: false, optional: false)), objective, required: true),
            visit.ask("code", .line, indicator?.code, help: "code"),
            visit.ask("title", indicator?.title ?? .empty, required: true, help: "indicator-title"),
            visit.ask("definition", indicator?.sheet.definition ?? .empty, rows: 3, help: "definition"),
            visit.ask("level", .choice(visit.choices("level", Indicator.Level.self)), (indicator?.level ?? .outcome).rawValue, help: "level"),
            visit.ask("timing", .choice(visit.choices("timing", Indicator.Timing.self)), (indicator?.timing ?? .lag).rawValue, help: "timing"),
            visit.ask("kind", .choice(visit.choices("indicator-kind", Indicator.Kind.self)), (indicator?.kind ?? .number).rawValue),
            visit.ask("unit", indicator?.unit ?? .empty, help: "unit"),
            visit.ask("direction", .choice(visit.choices("direction", Indicator.Direction.self)), (indicator?.direction ?? .up).rawValue),
        ]
    }

    private static func fromWhereToWhere(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        [
            visit.ask("baseline", .number, fieldText(indicator?.baseline?.value), help: "baseline"),
            visit.ask("baselineOn", .day, indicator?.baseline?.on.description),
            visit.ask("baselineSource", indicator?.baseline?.source ?? .empty),
        ] + TargetRows.fields(visit, indicator?.targets ?? []) + [
            visit.ask("tolerance", .number, fieldText(indicator?.tolerance), help: "tolerance"),
            visit.ask("weight", .number, fieldText(indicator?.weight ?? 1), required: true, help: "weight"),
        ]
    }

    private static func reporting(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        [
            visit.ask("reporting", .choice(visit.choices("reporting", Indicator.Reporting.self)), (indicator?.reporting ?? .whole).rawValue),
            visit.ask(
                "aggregation", .choice(visit.choices("aggregation", Indicator.Aggregation.self)), (indicator?.aggregation ?? .none).rawValue,
                help: "aggregation"),
            visit.ask("everyMonths", .number, "\(indicator?.everyMonths ?? 12)", required: true, help: "every-months"),
            visit.ask("responsible", .choice(visit.unitChoices), indicator?.responsible?.text),
            visit.ask(
                "disclosure", .choice(visit.choices("disclosure", Indicator.Disclosure.self)), (indicator?.disclosure ?? .everyone).rawValue,
                help: "disclosure"),
        ]
    }

    private static func making(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        let sheet = indicator?.sheet ?? Indicator.Sheet()
        return [
            visit.ask("formula", sheet.formula, rows: 2, help: "formula"),
            visit.ask("numerator", sheet.numerator), visit.ask("denominator", sheet.denominator),
            visit.ask("disaggregation", sheet.disaggregation, help: "disaggregation"),
            visit.ask("dataSource", sheet.dataSource, rows: 2), visit.ask("method", sheet.method, rows: 2),
            visit.ask("verification", sheet.verification, rows: 2, help: "verification"),
            visit.ask("quality", sheet.quality, rows: 2), visit.ask("limitations", sheet.limitations, rows: 2),
            visit.ask("sdg", .line, sheet.sdg, help: "sdg"),
            visit.ask("order", .number, "\(indicator?.order ?? 0)", help: "order"),
        ]
    }

    // MARK: - Decision

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<Indicator>, Indicator?) = try submission.subject("indicator") { plan.indicators[$0] }
        guard let objective: ID<Objective> = try entered.id("objective", required: true, where: { plan.objectives[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "objective")
        }
        let direction: Indicator.Direction = try entered.choice("direction")
        let targets = try TargetRows.read(entered)
        if direction != .range, targets.contains(where: { if case .range = $0.aim { true } else { false } }) {
            throw Refusal("planning.refusal.range-needs-direction", field: "direction")
        }
        let indicator = Indicator(
            objective: objective, code: try entered.line("code", max: 40),
            title: try entered.localized("title", present: present?.title ?? .empty, max: 500, required: true), level: try entered.choice("level"),
            timing: try entered.choice("timing"), kind: try entered.choice("kind"),
            unit: try entered.localized("unit", present: present?.unit ?? .empty, max: 100), direction: direction,
            reporting: try entered.choice("reporting"), aggregation: try entered.choice("aggregation"),
            baseline: try baseline(entered, present?.baseline), targets: targets,
            tolerance: try entered.number("tolerance", in: 0...1e15), weight: try entered.number("weight", required: true, in: 0...1000) ?? 1,
            disclosure: try entered.choice("disclosure"),
            responsible: try entered.id("responsible") { submission.register.units[$0] != nil },
            everyMonths: try entered.integer("everyMonths", required: true, in: 1...120) ?? 12,
            sheet: try sheet(entered, present?.sheet ?? Indicator.Sheet()), order: try entered.integer("order", in: 0...9999) ?? 0)
        return submission.record(
            indicator, unless: present, .indicatorDescribed(id: id, indicator), then: PlanPath.indicator(id), indicator.title.coded(indicator.code))
    }

    private static func baseline(_ entered: Entered, _ present: Baseline?) throws(Refusal) -> Baseline? {
        guard let value = try entered.number("baseline") else { return nil }
        guard let on = try entered.day("baselineOn") else { throw Refusal("planning.refusal.baseline-needs-a-day", field: "baselineOn") }
        return Baseline(value: value, on: on, source: try entered.localized("baselineSource", present: present?.source ?? .empty, max: 1000))
    }

    private static func sheet(_ entered: Entered, _ present: Indicator.Sheet) throws(Refusal) -> Indicator.Sheet {
        Indicator.Sheet(
            definition: try entered.localized("definition", present: present.definition),
            formula: try entered.localized("formula", present: present.formula),
            numerator: try entered.localized("numerator", present: present.numerator),
            denominator: try entered.localized("denominator", present: present.denominator),
            disaggregation: try entered.localized("disaggregation", present: present.disaggregation),
            dataSource: try entered.localized("dataSource", present: present.dataSource),
            method: try entered.localized("method", present: present.method),
            verification: try entered.localized("verification", present: present.verification),
            quality: try entered.localized("quality", present: present.quality),
            limitations: try entered.localized("limitations", present: present.limitations), sdg: try entered.line("sdg", max: 20))
    }
}
