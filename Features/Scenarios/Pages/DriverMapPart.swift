import HashTreeCollections
import Journal
import Organisation
import Pages

/// What drives the future: importance and uncertainty of each as a picture, and as a table; those of which too few rated are listed.
struct DriverMapPart {
    let visit: Visit
    let figures: StudyFigures

    private var say: Say { visit.say }
    /// More marks than these nobody tells apart.
    private static let most = 60

    var sheet: Markup {
        let weighed = figures.weighed, placed = weighed.filter { $0.spread.place != nil }, rest = weighed.filter { $0.spread.place == nil }
        return Pages.sheet(say("scenarios.drivers"), id: "drivers") {
            if weighed.isEmpty { p { say("scenarios.no-drivers") } }
            if !placed.isEmpty { map(placed) }
            if placed.count > DriverMapPart.most {
                p { say("scenarios.not-drawn", count: placed.count - DriverMapPart.most) }
                ul { for item in placed.dropFirst(DriverMapPart.most) { li { visit.link(to: item.id) } } }
            }
            if !rest.isEmpty {
                p { say("scenarios.too-few-rated", count: DriverSpread.least) }
                ul {
                    for item in rest {
                        li {
                            visit.link(to: item.id); " "; small { say("scenarios.rater-count", count: item.spread.members + item.spread.staff) }
                        }
                    }
                }
            }
            if placed.count > 1, figures.axes == nil { p(.class("note")) { visit.said(AxisProposal(weighed)) } }
        }
    }

    private func map(_ placed: [AxisProposal.Weighed]) -> Markup {
        let axes = figures.axes.map { [$0.first, $0.second] } ?? AxisProposal(placed).map { [$0.first.id, $0.second.id] } ?? []
        let points = placed.prefix(DriverMapPart.most).map { item in
            let place = item.spread.place ?? (0, 0)
            return ScatterPlot.Point(
                across: place.uncertainty, up: place.importance, label: visit.plain(item.driver.title), href: visit.path(ScenarioPath.driver(item.id)), isMarked: axes.contains(item.id),
                cells: [say.number(place.importance), say.number(place.uncertainty), say.number(item.spread.weight ?? 0), say.number(item.spread.importance.all.count)])
        }
        let high = placed.count { ($0.spread.place?.importance ?? 0) > 3 && ($0.spread.place?.uncertainty ?? 0) > 3 }
        return scatterPlot(
            ScatterPlot(
                points: Array(points), range: DriverRating.range,
                columns: [say("scenarios.rate.importance"), say("scenarios.rate.uncertainty"), say("scenarios.product"), say("scenarios.raters")],
                words: ScatterPlot.Words(
                    number: say("scenarios.number"), label: say("scenarios.driver"), across: say("scenarios.rate.uncertainty"), up: say("scenarios.rate.importance"),
                    marked: say(figures.axes == nil ? "scenarios.proposed-axis" : "scenarios.chosen-axis"), unmarked: say("scenarios.other-driver"))),
            in: ChartFrame(
                id: "driver-map", finding: say("scenarios.map-finding", count: high, ["of": say.number(placed.count)]), tableLabel: say("pages.show-table"),
                isRightToLeft: visit.language.isRightToLeft))
    }
}
