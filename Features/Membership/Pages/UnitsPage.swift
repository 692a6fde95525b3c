import HashTreeCollections
import Journal
import Organisation
import Pages

/// The organisation's own units as a tree: what each answers for, and to whom.
struct UnitsPage {
    let visit: Visit

    static let route = Route.page("units", .everyone) { UnitsPage(visit: $0).page }

    private var say: Say { visit.say }
    private var register: Register { visit.register }

    private var page: Page {
        Page(say("membership.nav.units"), place: "units") {
            if register.units.isEmpty {
                emptyState(say("membership.units.none"), say("membership.units.none-text")) {
                    visit.control(.planners, "new/unit", say("membership.form.new-unit"), quiet: false)
                }
            } else {
                p(.class("lede")) { say("membership.units.lede", count: register.units.count, ["day": say.day(visit.times.day)]) }
                div(.class("actions")) { visit.control(.planners, "new/unit", say("membership.form.new-unit"), quiet: false) }
                for body in superiors {
                    sheet(say("membership.units.under", ["name": visit.plain(body.body.name)])) {
                        tree(register.units(under: .body(body.id)))
                    }
                }
                let free = register.unitsWithoutSuperior
                if !free.isEmpty {
                    sheet(say("membership.units.free")) {
                        visit.gap("membership.gap.unit-answers-to-nobody")
                        tree(free)
                    }
                }
            }
        }
    }

    private var superiors: [(id: ID<Body>, body: Body)] {
        say.sorted(register.bodies.map { (id: $0.key, body: $0.value) }.filter { !register.units(under: .body($0.id)).isEmpty }) {
            visit.plain($0.body.name)
        }
    }

    /// Decisions keep the tree free of circles; the depth is bounded for journals that come from elsewhere.
    private func tree(_ units: [(id: ID<Unit>, unit: Unit)], depth: Int = 0) -> Markup {
        ul(.class("tree")) {
            for (id, unit) in say.sorted(units, by: { visit.plain($0.unit.name) }) {
                li {
                    strong { visit.unitLink(id) }
                    " · "
                    small { say("membership.unit-kind.\(unit.kind.rawValue)") }
                    if unit.region != nil {
                        " · "
                        small { visit.regionLink(unit.region) }
                    }
                    if !unit.answersFor.isEmpty { div { visit.text(unit.answersFor) } }
                    let below = register.units(under: .unit(id))
                    if !below.isEmpty && depth < 12 { tree(below, depth: depth + 1) }
                }
            }
        }
    }
}
