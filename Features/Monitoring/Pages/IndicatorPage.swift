import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Everything about one indicator: how it stands, its values, and its sheet.
struct IndicatorPage: Sendable {
    let visit: Visit
    let id: ID<Indicator>
    let indicator: Indicator
    let measuring: Measuring
    let measurement: Measurement
    let history: [Actual]

    init(_ visit: Visit) throws(Missing) {
        self.visit = visit
        id = try visit.id("id")
        guard let indicator = visit.plan.indicators[id], visit.sees(id) else { throw Missing() }
        self.indicator = indicator
        let standings = Standings.of(visit.organisation)
        measuring = standings.measuring
        measurement = standings.indicators[id] ?? measuring.measure(id, indicator)
        history = measuring.history(of: id, indicator)
    }

    private var say: Say { visit.say }

    func page() -> Page {
        Page(visit.title(indicator.code, indicator.title), place: "indicators", trail: [(say("monitoring.indicators"), "indicators")]) {
            p(.class("lede")) {
                visit.mark(measurement)
                " "
                headline
                " "
                link(visit.path("indicators/\(id)/how")) { say("pages.how-counted") }
            }
            ReportButtons(self).markup
            div(.class("grid")) {
                sheet(say("monitoring.over-time"), width: 8, id: "over-time") {
                    IndicatorChart(self).markup
                    ValuesByPeriod(self).markup
                }
                sheet(say("monitoring.sheet"), width: 4, id: "sheet") { IndicatorSheet(self).markup }
                if indicator.reporting == .byMember { MembersPart(self).markup }
                for part in visit.house.aspects(of: Reference(Plan.self, id), for: visit) { part.content }
            }
        }
    }

    @MarkupBuilder private var headline: Markup {
        if let actual = measurement.actual {
            let value = ["value": visit.shown(actual, indicator), "period": visit.plain(actual.period.name), "of": say.number(actual.of)]
            indicator.reporting == .byMember
                ? say("monitoring.headline.members", count: actual.counted, value) : say("monitoring.headline.whole", value)
            if let target = measurement.target {
                " "
                say("monitoring.headline.target", ["target": visit.aim(target, indicator), "day": say.day(target.by)])
            }
            if let gap = measurement.gap {
                " "
                say("monitoring.why.\(gap.rawValue)")
            }
        } else {
            say("monitoring.headline.nothing")
        }
    }
}
