import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Which indicators of a list are shown: by status at one press, by objective or unit in a form.
struct IndicatorFilters: Sendable {
    private let list: IndicatorList

    init(_ list: IndicatorList) { self.list = list }

    private var visit: Visit { list.visit }

    var markup: Markup {
        group {
            statusChips
            filterForm
        }
    }

    private func address(_ changes: [String: String?]) -> String {
        var query = visit.query.filter { ["status", "objective", "unit", "plan"].contains($0.key) }
        for (name, value) in changes { query[name] = value }
        return visit.path("indicators", query)
    }

    private var statusChips: Markup {
        nav(.class("chips"), .label(visit.say("monitoring.filter.status"))) {
            chip(
                address(["status": nil]), "\(visit.say("monitoring.filter.all")) \(visit.say.number(list.all.count))",
                isHere: list.status == nil)
            for rating in Rating.allCases {
                chip(
                    address(["status": rating.word]),
                    "\(visit.say.group(of: rating)) \(visit.say.number(list.all.count { $0.measurement.rating == rating }))",
                    isHere: list.status == rating)
            }
        }
    }

    private func chip(_ address: String, _ title: String, isHere: Bool) -> Markup {
        isHere ? link(address, .current("true")) { title } : link(address) { title }
    }

    private var filterForm: Markup {
        let plan = visit.plan
        let objectives = unique(list.all.map(\.indicator.objective))
        let units = unique(list.all.compactMap(\.indicator.responsible))
        return details(.flag("open", list.objective != nil || list.unit != nil)) {
            summary { visit.say("monitoring.filter.title") }
            visit.asking("indicators", hidden: [("status", list.status?.word ?? ""), ("plan", visit.query["plan"] ?? "")]) {
                select(
                    "objective", visit.say("monitoring.objective"), chosen: list.objective?.text,
                    objectives.compactMap { id in
                        plan.objectives[id].map { Choice(id.text, visit.title($0.code, $0.title)) }
                    })
                select(
                    "unit", visit.say("monitoring.unit"), chosen: list.unit?.text,
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
}
