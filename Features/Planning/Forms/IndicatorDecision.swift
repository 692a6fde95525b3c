import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was entered into an indicator sheet, refused where two of its entries contradict each other.
extension IndicatorForm {
    static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<Indicator>, Indicator?) = try submission.subject("indicator") { plan.indicators[$0] }
        guard let objective: ID<Objective> = try entered.id("objective", required: true, where: { plan.objectives[$0] != nil }) else {
            throw Refusal("pages.refusal.required", field: "objective")
        }
        let rows = try TargetRows.read(entered)
        let indicator = Indicator(
            objective: objective,
            code: try submission.code(
                .indicator, in: plan.plan(of: objective), for: id.text,
                present: present.map { ($0.code, plan.plan(of: $0.objective)) }),
            title: try entered.localized("title", present: present?.title ?? .empty, max: 500, required: true), level: try entered.choice("level"),
            timing: try entered.choice("timing"), kind: try entered.choice("kind"),
            unit: try entered.localized("unit", present: present?.unit ?? .empty, max: 100), direction: try entered.choice("direction"),
            reporting: try entered.choice("reporting"), aggregation: try entered.choice("aggregation"),
            baseline: try baseline(entered, present?.baseline), targets: rows.map(\.target),
            tolerance: try entered.number("tolerance", in: 0...1e15), weight: try entered.number("weight", in: 0...1000) ?? 1,
            disclosure: try entered.choice("disclosure"),
            responsible: try entered.id("responsible") { submission.register.units[$0] != nil },
            everyMonths: try entered.integer("everyMonths", required: true, in: 1...120) ?? 12,
            sheet: try sheet(entered, present?.sheet ?? Indicator.Sheet()), order: try entered.integer("order", in: 0...9999) ?? 0)
        if let fault = indicator.faults.first { throw indicator.refusal(for: fault, field: field(of: fault, rows)) }
        return submission.record(
            indicator, unless: present, .indicatorDescribed(id: id, indicator), then: PlanPath.indicator(id), indicator.title.coded(indicator.code))
    }

    /// The field at fault; a target has its own row, wherever that stands.
    private static func field(of fault: IndicatorFault, _ rows: [(row: Int, target: Target)]) -> String {
        let (name, place) = fault.field
        guard let place, rows.indices.contains(place) else { return name }
        return "target\(rows[place].row)-\(name)"
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
