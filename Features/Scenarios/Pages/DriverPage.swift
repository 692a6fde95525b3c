import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One driver: its two ends, what Members and staff make of it, and the signals that speak for it.
struct DriverPage {
    let visit: Visit
    let id: ID<Driver>
    let driver: Driver
    let figures: StudyFigures

    static let route = Route.page("scenarios/drivers/{driver}", .everyone) { visit in
        let (id, driver) = try visit.driver()
        return DriverPage(visit: visit, id: id, driver: driver, figures: try visit.figures(driver.study)).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        Page(visit.plain(driver.title), place: ScenarioPath.front, trail: visit.studyTrail(driver.study)) {
            if !driver.text.isEmpty { p(.class("lede")) { visit.text(driver.text) } }
            div(.class("actions")) {
                if visit.mayRate(driver.study) { link(visit.path(ScenarioPath.driver(id, "rate")), .class("button")) { say("scenarios.rate") } }
                if visit.mayChange(driver.study) {
                    visit.control(.planners, ScenarioPath.driver(id, "edit"), say("scenarios.edit-driver"))
                    visit.control(.planners, ScenarioPath.driver(id, "signals"), say("scenarios.link-signals"))
                    visit.control(.planners, ScenarioPath.driver(id, "remove"), say("scenarios.remove-it"))
                }
            }
            facts([
                (say("scenarios.field.low"), visit.text(driver.low)), (say("scenarios.field.high"), visit.text(driver.high)),
                (say("scenarios.axes"), figures.axes.map { [$0.first, $0.second].contains(id) } == true ? Markup(say("scenarios.is-axis")) : Markup()),
            ])
            LinkedSignals(visit: visit, study: driver.study, references: driver.signals).markup
            ratings
            visit.aspects(of: Reference(Scenarios.self, id))
        }
    }

    private var ratings: Markup {
        let spread = figures.spread(of: id)
        return sheet(say("scenarios.ratings"), id: "ratings") {
            p { sentence(spread) }
            one("importance", spread.importance)
            one("uncertainty", spread.uncertainty)
        }
    }

    /// From how many, and what one's own Member said.
    private func sentence(_ spread: DriverSpread) -> String {
        let given = visit.scenarios.ratings[id] ?? [:]
        var parts = [say("scenarios.rated-by", count: spread.members), spread.staff == 0 ? "" : say("scenarios.rated-by-staff", count: spread.staff)].filter { !$0.isEmpty }
        func said(_ rating: DriverRating, _ key: String, _ more: [String: String] = [:]) -> String {
            say(key, more.merging(["importance": rating.importance.map { say.number($0) } ?? "–", "uncertainty": rating.uncertainty.map { say.number($0) } ?? "–"]) { one, _ in one })
        }
        for member in visit.viewer.administrations {
            if let own = given[.member(member)]?.rating { parts.append(said(own, "scenarios.own-rating", ["member": visit.plain(visit.register.name(of: member))])) }
        }
        if let account = visit.viewer.account, let own = given[.person(account)]?.rating { parts.append(said(own, "scenarios.my-rating")) }
        if spread.place == nil { parts.append(say("scenarios.too-few-rated", count: DriverSpread.least)) }
        return parts.joined(separator: " ")
    }

    @MarkupBuilder private func one(_ name: String, _ answers: DriverSpread.Answers) -> Markup {
        if let median = answers.median {
            h3 { say("scenarios.rate.\(name)") }
            stackedBar(
                StackedBar(
                    shares: answers.counts.enumerated().map { place, count in
                        StackedBar.Share(label: say("scenarios.rate.\(name).\(place + 1)"), value: Double(count), valueText: say.number(count), shade: .step(place + 1))
                    }, labelHeading: say("scenarios.rate.\(name)"), valueHeading: say("scenarios.raters")),
                in: ChartFrame(id: "rated-\(name)", finding: finding(median, answers), tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft))
            regions(name, answers)
        }
    }

    private func finding(_ median: Double, _ answers: DriverSpread.Answers) -> String {
        let middle = say("scenarios.finding.middle", ["middle": say.number(median)])
        guard let found = answers.disagreement else { return middle }
        return "\(middle) \(say(found.isNotable ? "scenarios.finding.apart" : "scenarios.finding.alike", ["chance": say.percent(found.chance, digits: found.isNotable ? 2 : 0)]))"
    }

    private func regions(_ name: String, _ answers: DriverSpread.Answers) -> Markup {
        details {
            summary { say("scenarios.by-region") }
            scrollingTable(say("scenarios.by-region-caption"), id: "regions-\(name)") {
                headings([(say("scenarios.region"), false), (say("scenarios.raters"), true), (say("scenarios.median"), true)])
                tbody {
                    for (region, values) in zip(figures.regions, answers.regions.map(\.values)) {
                        tr {
                            th(.scope("row")) { visit.text(region.name) }
                            td(.class("n")) { (1..<DriverSpread.least).contains(values.count) ? say("scenarios.too-few") : say.number(values.count) }
                            td(.class("n")) { RegionMedian(values).map { say.number($0.value) } ?? (values.isEmpty ? "–" : say("scenarios.too-few")) }
                        }
                    }
                }
            }
            p(.class("help")) { say("scenarios.divergence-how") }
        }
    }
}
