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
            fields: what(visit, indicator, objective) + fromWhereToWhere(visit, indicator) + reporting(visit, indicator)
                + making(visit, indicator).folded(say("planning.fold.making")) + rest(visit, indicator).folded(say("planning.fold.more")))
    }

    private static func what(_ visit: Visit, _ indicator: Indicator?, _ objective: String?) -> [Field] {
        [
            visit.ask("objective", .choice(visit.objectiveChoices(functions: false, optional: false)), objective, required: true),
            visit.ask("code", .line, indicator?.code, help: "code"),
            visit.ask("title", indicator?.title ?? .empty, required: true, help: "indicator-title"),
            visit.ask("definition", indicator?.sheet.definition ?? .empty, rows: 3, help: "definition"),
            visit.ask("level", .choice(visit.choices("level", Indicator.Level.self)), (indicator?.level ?? .outcome).rawValue, help: "level"),
            visit.ask("kind", .choice(visit.choices("indicator-kind", Indicator.Kind.self)), (indicator?.kind ?? .number).rawValue),
            visit.ask("unit", indicator?.unit ?? .empty, help: "unit"),
            visit.ask("direction", .choice(visit.choices("direction", Indicator.Direction.self)), (indicator?.direction ?? .up).rawValue),
        ]
    }

    private static func fromWhereToWhere(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        [
            visit.ask("baseline", .number, visit.fieldText(indicator?.baseline?.value), help: "baseline"),
            visit.ask("baselineOn", .day, indicator?.baseline?.on.description),
        ] + TargetRows.fields(visit, indicator?.targets ?? [])
    }

    private static func reporting(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        [
            visit.ask("reporting", .choice(visit.choices("reporting", Indicator.Reporting.self)), (indicator?.reporting ?? .whole).rawValue),
            visit.ask(
                "aggregation", .choice(visit.choices("aggregation", Indicator.Aggregation.self)), (indicator?.aggregation ?? .none).rawValue,
                help: "aggregation"),
            visit.ask("everyMonths", .number, "\(indicator?.everyMonths ?? 12)", required: true, help: "every-months"),
            visit.ask("responsible", .choice(visit.unitChoices), indicator?.responsible?.text),
        ]
    }

    private static func making(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        let sheet = indicator?.sheet ?? Indicator.Sheet()
        return [
            visit.ask("baselineSource", indicator?.baseline?.source ?? .empty),
            visit.ask("formula", sheet.formula, rows: 2, help: "formula"),
            visit.ask("numerator", sheet.numerator), visit.ask("denominator", sheet.denominator),
            visit.ask("disaggregation", sheet.disaggregation, help: "disaggregation"),
            visit.ask("dataSource", sheet.dataSource, rows: 2), visit.ask("method", sheet.method, rows: 2),
            visit.ask("verification", sheet.verification, rows: 2, help: "verification"),
            visit.ask("quality", sheet.quality, rows: 2), visit.ask("limitations", sheet.limitations, rows: 2),
        ]
    }

    private static func rest(_ visit: Visit, _ indicator: Indicator?) -> [Field] {
        [
            visit.ask(
                "disclosure", .choice(visit.choices("disclosure", Indicator.Disclosure.self)), (indicator?.disclosure ?? .everyone).rawValue,
                help: "disclosure"),
            visit.ask("timing", .choice(visit.choices("timing", Indicator.Timing.self)), (indicator?.timing ?? .lag).rawValue, help: "timing"),
            visit.ask("tolerance", .number, visit.fieldText(indicator?.tolerance), help: "tolerance"),
            visit.ask("weight", .number, visit.fieldText(indicator?.weight ?? 1), help: "weight"),
            visit.ask("sdg", .line, indicator?.sheet.sdg ?? "", help: "sdg"),
            visit.ask("order", .number, "\(indicator?.order ?? 0)", help: "order"),
        ]
    }
}
