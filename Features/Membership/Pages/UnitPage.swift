import HashTreeCollections
import Journal
import Organisation
import Pages

/// One unit: what it answers for, to whom, and what other features know of it.
struct UnitPage {
    let visit: Visit
    let id: ID<Unit>
    let unit: Unit

    static let route = Route.page("units/{unit}", .everyone) { visit in
        let id: ID<Unit> = try visit.id("unit")
        guard let unit = visit.register.units[id] else {
            return try visit.notThere(visit.present[Register.self].units[id]?.name, "membership.nav.units", path: "units")
        }
        return UnitPage(visit: visit, id: id, unit: unit).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        let below = say.sorted(visit.register.units(under: .unit(id)), by: { visit.plain($0.unit.name) })
        return Page(visit.plain(unit.name), place: "units", trail: [(say("membership.nav.units"), "units")]) {
            if !unit.answersFor.isEmpty { p(.class("lede")) { visit.text(unit.answersFor) } }
            div(.class("actions")) {
                visit.control(.planners, "units/\(id)/edit", say("pages.edit"))
                visit.control(.planners, "units/\(id)/close", say("membership.form.record-close"))
            }
            sheet(say("membership.facts")) {
                facts([
                    (say("membership.unit-kind"), Markup(say("membership.unit-kind.\(unit.kind.rawValue)"))),
                    (say("membership.region"), visit.regionLink(unit.region)),
                    (say("membership.answers-to"), visit.superiorLink(unit.answersTo)),
                ])
                if !visit.register.isThere(unit.answersTo) { visit.gap("membership.gap.unit-answers-to-nobody") }
                if unit.answersFor.isEmpty { visit.gap("membership.gap.unit-answers-for-nothing") }
            }
            if !below.isEmpty {
                sheet(say("membership.units.below")) { ul { for (id, _) in below { li { visit.unitLink(id) } } } }
            }
            visit.aspects(id)
        }
    }
}
