import HashTreeCollections
import Journal
import Organisation
import Pages

/// Everything in a plan as it stood on a day, in the order in which the plan is read, as far as a reader may see it.
struct PlanSheet {
    let visit: Visit
    let plan: Plan
    let register: Register
    let sight: ComparedSight
    private let index: PlanIndex

    init(_ state: Organisation, _ visit: Visit, _ sight: ComparedSight) {
        self.visit = visit
        self.sight = sight
        plan = state[Plan.self]
        register = state[Register.self]
        index = PlanIndex(plan)
    }

    func things(of id: ID<StrategicPlan>) -> [ComparedThing] {
        guard let strategic = plan.plans[id], sight.sees(id) else { return [] }
        let perspectives = plan.perspectives(of: id)
        let objectives = perspectives.flatMap { item in [thing(item.id, item.perspective)] + plan.objectives(in: item.id).filter { sight.sees($0.id) }.flatMap(things) }
        return [thing(id, strategic)] + objectives + plan.focusAreas(of: id).map { thing($0.id, $0.area) }
            + plan.links(of: id).filter { sight.sees($0.link.from) && sight.sees($0.link.to) }.map { thing($0.id, $0.link) }
            + plan.periodsInOrder.map { thing($0.id, $0.period) }
    }

    /// An objective with what measures and carries it.
    private func things(_ item: (id: ID<Objective>, objective: Objective)) -> [ComparedThing] {
        let indicators = index.indicators(of: item.id).filter { sight.sees($0.id) }.map { thing($0.id, $0.indicator) }
        let actions = index.actions(for: item.id).flatMap { action in
            [thing(action.id, action.action)] + index.deliverables(of: action.id).map { thing($0.id, $0.deliverable) }
        }
        return [thing(item.id, item.objective)] + indicators + actions
    }
}

/// What each kind of thing says, field by field.
extension PlanSheet {
    private typealias F = ComparedField

    private func thing(_ id: ID<StrategicPlan>, _ it: StrategicPlan) -> ComparedThing {
        made(
            id, "planning.kind.plan", title: it.title, PlanPath.plan(id),
            day("planning.field.from", it.from) + day("planning.field.until", it.until) + choice("planning.field.status", "planning.status", it.status)
                + F.texts("planning.vision", it.vision) + F.texts("planning.field.mission", it.mission)
                + it.values.enumerated().flatMap { F.texts("planning.values", $1, number: $0 + 1) } + F.texts("planning.field.source", it.source)
                + F.texts("planning.field.note", it.note))
    }

    private func thing(_ id: ID<Perspective>, _ it: Perspective) -> ComparedThing {
        made(
            id, "planning.field.perspective", title: it.name, PlanPath.plan(it.plan),
            choice("planning.field.kind", "planning.perspective-kind", it.kind) + number("planning.field.level-of-map", Double(it.level)))
    }

    private func thing(_ id: ID<Objective>, _ it: Objective) -> ComparedThing {
        made(
            id, index.isFunction(it) ? "planning.kind.function" : "planning.kind.objective", code: it.code, title: it.title, PlanPath.objective(id),
            F.texts("planning.field.description", it.description) + name("planning.field.perspective", it.perspective)
                + objective("planning.field.parent", it.parent) + unit("planning.field.owner", it.owner) + areas(it.focusAreas)
                + number("planning.field.weight", it.weight) + F.texts("planning.field.note", it.note))
    }

    private func thing(_ id: ID<FocusArea>, _ it: FocusArea) -> ComparedThing {
        made(
            id, "planning.kind.focus-area", code: it.code, title: it.title, PlanPath.focusArea(id),
            F.texts("planning.field.description", it.description) + F.texts("planning.field.note", it.note))
    }

    private func thing(_ id: ID<Action>, _ it: Action) -> ComparedThing {
        made(
            id, "planning.kind.action", code: it.code, title: it.title, PlanPath.action(id),
            F.texts("planning.field.description", it.description) + objective("planning.field.objective", it.objective)
                + objective("planning.field.function", it.function) + unit("planning.field.owner", it.owner) + day("planning.field.from", it.from)
                + day("planning.field.until", it.until) + choice("planning.field.status", "planning.action", it.status) + areas(it.focusAreas))
    }

    private func thing(_ id: ID<Deliverable>, _ it: Deliverable) -> ComparedThing {
        made(
            id, "planning.kind.deliverable", title: it.title, PlanPath.action(it.action),
            action("planning.field.action", it.action) + day("planning.field.due", it.due) + day("planning.field.delivered", it.deliveredOn)
                + F.text("planning.field.evidence", it.evidence))
    }

    private func thing(_ id: ID<CauseLink>, _ it: CauseLink) -> ComparedThing {
        let title = Localized("\(visit.plain(plan.name(of: it.from))) → \(visit.plain(plan.name(of: it.to)))", visit.language)
        return made(id, "planning.causes", title: title, PlanPath.objective(it.from), F.texts("planning.assumption", it.assumption))
    }

    private func thing(_ id: ID<ReportingPeriod>, _ it: ReportingPeriod) -> ComparedThing {
        made(
            id, "planning.period", title: it.name, PlanPath.periods,
            day("planning.field.from", it.from) + day("planning.field.until", it.until) + day("planning.period-due", it.due)
                + F.said("planning.field.locked", visit.say(it.isLocked ? "planning.locked" : "planning.open"), same: "\(it.isLocked)"))
    }

    private func thing(_ id: ID<Indicator>, _ it: Indicator) -> ComparedThing {
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

extension PlanSheet {
    private func made<Kind>(
        _ id: ID<Kind>, _ kind: String, code: String = "", title: Localized, _ path: String, _ fields: [ComparedField]
    ) -> ComparedThing {
        let named = kind == "planning.causes" ? [] : F.text("planning.field.code", code) + F.texts("planning.field.title", title)
        return ComparedThing(reference: Reference(Plan.self, id), kind: kind, code: code, title: title, path: path, fields: named + fields)
    }

    private func day(_ key: String, _ day: Day?) -> [ComparedField] { F.said(key, day.map { visit.say.day($0) }, same: day.map { "\($0)" } ?? "") }

    private func number(_ key: String, _ number: Double) -> [ComparedField] { F.said(key, visit.say.number(number, digits: 6), same: "\(number)") }

    private func choice<Choice: RawRepresentable<String>>(_ key: String, _ words: String, _ choice: Choice) -> [ComparedField] {
        F.said(key, visit.say("\(words).\(choice.rawValue)"), same: choice.rawValue)
    }

    private func unit(_ key: String, _ unit: ID<Unit>?) -> [ComparedField] {
        F.said(key, unit.map { visit.plain(register.name(of: $0)) }, same: unit?.text ?? "")
    }

    private func name(_ key: String, _ id: ID<Perspective>) -> [ComparedField] {
        F.said(key, plan.perspectives[id].map { visit.plain($0.name) }, same: id.text)
    }

    /// Only what the reader may see is named.
    private func objective(_ key: String, _ id: ID<Objective>?) -> [ComparedField] {
        F.said(key, id.map { sight.sees($0) ? visit.plain(plan.name(of: $0)) : visit.say("pages.unknown") }, same: id?.text ?? "")
    }

    private func action(_ key: String, _ id: ID<Action>) -> [ComparedField] {
        F.said(key, plan.actions[id].map { visit.plainCoded($0.code, $0.title) }, same: id.text)
    }

    private func areas(_ areas: [ID<FocusArea>]) -> [ComparedField] {
        let names = areas.compactMap { plan.focusAreas[$0] }.map { visit.plainCoded($0.code, $0.title) }
        return F.said("planning.field.areas", names.joined(separator: visit.language.semicolon), same: areas.map(\.text).sorted().joined(separator: " "))
    }
}
