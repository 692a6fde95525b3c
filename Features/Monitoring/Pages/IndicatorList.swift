import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// All indicators of a plan that this reader may see, by objective.
struct IndicatorList: Sendable {
    struct Row: Sendable {
        var id: ID<Indicator>
        var indicator: Indicator
        var measurement: Measurement
    }

    let visit: Visit
    let standings: Standings
    let all: [Row]
    let rows: [Row]
    let status: Rating?
    let objective: ID<Objective>?
    let unit: ID<Unit>?

    init(_ visit: Visit) {
        self.visit = visit
        let standings = Standings(visit.organisation)
        let plan = visit.plan
        self.standings = standings
        let status = visit.query["status"].flatMap { word in Rating.allCases.first { $0.word == word } }
        let objective = visit.query["objective"].flatMap { ID<Objective>($0) }.flatMap { plan.objectives[$0] == nil ? nil : $0 }
        let unit = visit.query["unit"].flatMap { ID<Unit>($0) }
        self.status = status
        self.objective = objective
        self.unit = unit
        let below = objective.map { Set(standings.leaves(of: $0)) }
        let shownPlan = IndicatorList.plan(visit, objective)
        all = plan.indicatorsInOrder.compactMap { id, indicator in
            guard visit.viewer.sees(indicator, of: plan), plan.plan(of: indicator.objective) == shownPlan,
                let measurement = standings.indicators[id]
            else { return nil }
            return Row(id: id, indicator: indicator, measurement: measurement)
        }
        rows = all.filter { row in
            (status == nil || row.measurement.rating == status) && (below?.contains(row.id) ?? true)
                && (unit == nil || row.indicator.responsible == unit)
        }
    }

    /// The plan of the objective asked for, the plan asked for, or the one running on the day read.
    private static func plan(_ visit: Visit, _ objective: ID<Objective>?) -> ID<StrategicPlan>? {
        if let objective, let plan = visit.plan.plan(of: objective) { return plan }
        let asked = visit.query["plan"].flatMap { ID<StrategicPlan>($0) }.flatMap { visit.plan.plans[$0] == nil ? nil : $0 }
        return asked ?? visit.plan.plan(runningOn: visit.times.day)
    }

    func page() -> Page {
        let say = visit.say
        return Page(say("monitoring.indicators"), place: "indicators") {
            if all.isEmpty {
                emptyState(say("monitoring.list.empty"), say("monitoring.list.empty-text")) {
                    visit.control(.planners, "plan", say("monitoring.list.empty-action"), quiet: false)
                }
            } else {
                p(.class("lede")) { StatusCount(all.map(\.measurement)).sentence(visit) }
                statusChips
                filterForm
                if rows.isEmpty { p(.class("empty")) { say("monitoring.list.none-of-these") } } else { table }
                p(.class("note")) {
                    say("monitoring.list.method")
                    " "
                    if let plan = visit.plan.plan(runningOn: visit.times.day) {
                        link(visit.path("progress/\(plan)")) { say("pages.how-counted") }
                    }
                }
            }
        }
    }

    private func address(_ changes: [String: String?]) -> String {
        var query = visit.query.filter { ["status", "objective", "unit", "plan"].contains($0.key) }
        for (name, value) in changes { query[name] = value }
        return visit.path("indicators", query)
    }

    private var statusChips: Markup {
        nav(.class("chips"), .label(visit.say("monitoring.filter.status"))) {
            chip(address(["status": nil]), "\(visit.say("monitoring.filter.all")) \(visit.say.number(all.count))", isHere: status == nil)
            for rating in Rating.allCases {
                chip(
                    address(["status": rating.word]),
                    "\(visit.say("pages.status.\(rating.word)")) \(visit.say.number(all.count { $0.measurement.rating == rating }))",
                    isHere: status == rating)
            }
        }
    }

    private func chip(_ address: String, _ title: String, isHere: Bool) -> Markup {
        isHere ? link(address, .current("true")) { title } : link(address) { title }
    }

    private var filterForm: Markup {
        let plan = visit.plan
        let objectives = unique(all.map(\.indicator.objective))
        let units = unique(all.compactMap(\.indicator.responsible))
        return details(.flag("open", objective != nil || unit != nil)) {
            summary { visit.say("monitoring.filter.title") }
            element("form", [.class("form"), .init("method", "get"), .init("action", visit.pathWithoutDays("indicators"))]) {
                for (name, value) in visit.hiddenDays + [("status", status?.word ?? "")] where !value.isEmpty {
                    void("input", .type("hidden"), .name(name), .value(value))
                }
                select(
                    "objective", visit.say("monitoring.objective"), chosen: objective?.text,
                    objectives.compactMap { id in
                        plan.objectives[id].map { Choice(id.text, visit.title($0.code, $0.title)) }
                    })
                select(
                    "unit", visit.say("monitoring.unit"), chosen: unit?.text,
                    units.compactMap { id in
                        visit.register.units[id].map { Choice(id.text, visit.plain($0.name)) }
                    })
                div(.class("actions")) { button(.class("button"), .type("submit")) { visit.say("pages.show") } }
            }
        }
    }

    private func select(_ name: String, _ title: String, chosen: String?, _ choices: [Choice]) -> Markup {
        div(.class("field")) {
            label(.for("filter-\(name)")) { title }
            element("select", [.id("filter-\(name)"), .name(name)]) {
                element("option", [.value("")]) { visit.say("monitoring.filter.all") }
                for choice in choices {
                    element("option", [.value(choice.value), .flag("selected", choice.value == chosen)]) { choice.label }
                }
            }
        }
    }

    private var table: Markup {
        let say = visit.say
        let paging = Paging(count: rows.count, asked: visit.query["page"])
        return group {
            scrollingTable(say("monitoring.list.caption", count: rows.count), id: "indicators") {
                headings([
                    (say("pages.code"), false), (say("monitoring.indicator"), false), (say("monitoring.baseline"), true),
                    (say("monitoring.target"), true), (say("monitoring.latest"), true), (say("pages.status"), false),
                    (say("monitoring.trend"), false), (say("monitoring.from-heading"), true),
                ])
                for group in byObjective(paging.part(of: rows)) {
                    tbody {
                        tr { th(.scope("rowgroup"), .span(8)) { objectiveHeading(group.objective) } }
                        for row in group.rows { IndicatorRow(visit, row, standings.measuring).markup }
                    }
                }
            }
            paging.markup(visit, path: "indicators")
        }
    }

    private func objectiveHeading(_ id: ID<Objective>) -> Markup {
        group {
            strong { visit.plan.objectives[id].map { visit.title($0.code, $0.title) } ?? id.text }
            " "
            visit.mark(standings.whole(of: id), standings)
            " "
            link(visit.path("progress/\(id)")) { visit.say("pages.how-counted") }
        }
    }

    private func byObjective(_ rows: ArraySlice<Row>) -> [(objective: ID<Objective>, rows: [Row])] {
        rows.reduce(into: []) { groups, row in
            if groups.last?.objective == row.indicator.objective {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((row.indicator.objective, [row]))
            }
        }
    }
}

/// Each thing once, in the order in which it first comes.
func unique<Thing: Hashable>(_ things: [Thing]) -> [Thing] {
    var seen: Set<Thing> = []
    return things.filter { seen.insert($0).inserted }
}

extension Visit {
    /// For the action of a form that sends the days as fields.
    func pathWithoutDays(_ path: String) -> String { "/\(organisation.id)/\(path)" }

    var hiddenDays: [(String, String)] {
        [("as-of", times.asOf), ("known-on", times.knownOn)].compactMap { name, day in day.map { (name, "\($0)") } }
    }
}
