import HashTreeCollections
import Journal
import Organisation
import Pages

/// What each kind of thing says, field by field.
extension PlanSheet {
    func thing(_ id: ID<StrategicPlan>, _ it: StrategicPlan) -> ComparedThing {
        made(
            id, "planning.kind.plan", title: it.title, PlanPath.plan(id),
            day("planning.field.from", it.from) + day("planning.field.until", it.until) + choice("planning.field.status", "planning.status", it.status)
                + F.texts("planning.vision", it.vision) + F.texts("planning.field.mission", it.mission)
                + it.values.enumerated().flatMap { F.texts("planning.values", $1, number: $0 + 1) } + F.texts("planning.field.source", it.source)
                + F.texts("planning.field.note", it.note))
    }

    func thing(_ id: ID<Perspective>, _ it: Perspective) -> ComparedThing {
        made(
            id, "planning.field.perspective", title: it.name, PlanPath.plan(it.plan),
            choice("planning.field.kind", "planning.perspective-kind", it.kind) + number("planning.field.level-of-map", Double(it.level)))
    }

    func thing(_ id: ID<Objective>, _ it: Objective) -> ComparedThing {
        made(
            id, index.isFunction(it) ? "planning.kind.function" : "planning.kind.objective", code: it.code, title: it.title, PlanPath.objective(id),
            F.texts("planning.field.description", it.description) + name("planning.field.perspective", it.perspective)
                + objective("planning.field.parent", it.parent) + unit("planning.field.owner", it.owner) + areas(it.focusAreas)
                + number("planning.field.weight", it.weight) + F.texts("planning.field.note", it.note))
    }

    func thing(_ id: ID<FocusArea>, _ it: FocusArea) -> ComparedThing {
        made(
            id, "planning.kind.focus-area", code: it.code, title: it.title, PlanPath.focusArea(id),
            F.texts("planning.field.description", it.description) + F.texts("planning.field.note", it.note))
    }

    func thing(_ id: ID<Action>, _ it: Action) -> ComparedThing {
        made(
            id, "planning.kind.action", code: it.code, title: it.title, PlanPath.action(id),
            F.texts("planning.field.description", it.description) + objective("planning.field.objective", it.objective)
                + objective("planning.field.function", it.function) + unit("planning.field.owner", it.owner) + day("planning.field.from", it.from)
                + day("planning.field.until", it.until) + choice("planning.field.status", "planning.action", it.status) + areas(it.focusAreas))
    }

    func thing(_ id: ID<Deliverable>, _ it: Deliverable) -> ComparedThing {
        made(
            id, "planning.kind.deliverable", title: it.title, PlanPath.action(it.action),
            action("planning.field.action", it.action) + day("planning.field.due", it.due) + day("planning.field.delivered", it.deliveredOn)
                + F.text("planning.field.evidence", it.evidence))
    }

    func thing(_ id: ID<CauseLink>, _ it: CauseLink) -> ComparedThing {
        let title = Localized("\(visit.plain(plan.name(of: it.from))) → \(visit.plain(plan.name(of: it.to)))", visit.language)
        return made(id, "planning.causes", title: title, PlanPath.objective(it.from), F.texts("planning.assumption", it.assumption))
    }

    func thing(_ id: ID<ReportingPeriod>, _ it: ReportingPeriod) -> ComparedThing {
        made(
            id, "planning.period", title: it.name, PlanPath.periods,
            day("planning.field.from", it.from) + day("planning.field.until", it.until) + day("planning.period-due", it.due)
                + F.said("planning.field.locked", visit.say(it.isLocked ? "planning.locked" : "planning.open"), same: "\(it.isLocked)"))
    }

    func thing(_ id: ID<Indicator>, _ it: Indicator) -> ComparedThing {
        let fields =
            objective("planning.field.objective", it.objective) + choice("planning.field.level", "planning.level", it.level)
            + choice("planning.field.timing", "planning.timing", it.timing) + choice("planning.field.kind", "planning.indicator-kind", it.kind)
            + F.texts("planning.field.unit", it.unit) + choice("planning.field.direction", "planning.direction", it.direction)
            + choice("planning.field.reporting", "planning.reporting", it.reporting) + choice("planning.field.aggregation", "planning.aggregation", it.aggregation)
            + baseline(it) + targets(it) + (it.tolerance.map { number("planning.field.tolerance", $0) } ?? []) + number("planning.field.weight", it.weight)
            + choice("planning.field.disclosure", "planning.disclosure", it.disclosure) + unit("planning.field.responsible", it.responsible)
            + number("planning.field.everyMonths", Double(it.everyMonths))
        return made(id, "planning.kind.indicator", code: it.code, title: it.title, PlanPath.indicator(id), fields + sheet(it.sheet))
    }

    private func sheet(_ sheet: Indicator.Sheet) -> [ComparedField] {
        F.texts("planning.field.definition", sheet.definition) + F.texts("planning.field.formula", sheet.formula)
            + F.texts("planning.field.numerator", sheet.numerator) + F.texts("planning.field.denominator", sheet.denominator)
            + F.texts("planning.field.disaggregation", sheet.disaggregation) + F.texts("planning.field.dataSource", sheet.dataSource)
            + F.texts("planning.field.method", sheet.method) + F.texts("planning.field.verification", sheet.verification)
            + F.texts("planning.field.quality", sheet.quality) + F.texts("planning.field.limitations", sheet.limitations)
            + F.text("planning.field.sdg", sheet.sdg)
    }

    private func baseline(_ indicator: Indicator) -> [ComparedField] {
        guard let baseline = indicator.baseline else { return [] }
        return F.said("planning.field.baseline", visit.amount(baseline.value, indicator), same: "\(baseline.value)")
            + day("planning.field.baselineOn", baseline.on) + F.texts("planning.field.baselineSource", baseline.source)
    }

    private func targets(_ indicator: Indicator) -> [ComparedField] {
        indicator.targets.enumerated().flatMap { place, target in
            let said = visit.say("planning.target-by", ["target": visit.aim(target, indicator), "day": visit.say.day(target.by)])
            return F.said("planning.target", said, same: "\(target.by) \(target.aim)", number: place + 1)
        }
    }
}
