import HashTreeCollections
import Journal
import Organisation
import Pages

/// Two axes across one another with the four scenarios between their ends: a table that is as readable on a telephone as on paper.
struct CrossPart {
    let visit: Visit
    let axes: Axes

    private var say: Say { visit.say }

    var markup: Markup {
        table(.class("cross")) {
            caption { say("scenarios.cross-caption", ["first": plain(axes.first), "second": plain(axes.second)]) }
            thead { tr { for isHigh in [false, true] { th(.scope("col")) { visit.end(axes.first, isHigh) } } } }
            // The high end of the second axis lies above, as on a map.
            for isSecondHigh in [true, false] {
                tbody {
                    tr { element("th", [.scope("rowgroup"), .span(2)]) { visit.end(axes.second, isSecondHigh) } }
                    tr { for isFirstHigh in [false, true] { td { cell(isFirstHigh, isSecondHigh) } } }
                }
            }
        }
    }

    private func plain(_ driver: ID<Driver>) -> String { visit.plain((visit.scenarios.drivers[driver] ?? visit.scenarios.formerDrivers[driver])?.title ?? Localized(driver.text)) }

    @MarkupBuilder private func cell(_ isFirstHigh: Bool, _ isSecondHigh: Bool) -> Markup {
        if let place = Corner.allCases.firstIndex(where: { $0.isFirstHigh == isFirstHigh && $0.isSecondHigh == isSecondHigh }), axes.scenarios.indices.contains(place) {
            let id = axes.scenarios[place], tally = visit.scenarios.tally(of: id)
            strong { visit.link(to: id) }
            if visit.scenarios.scenarios[id]?.narrative.isEmpty ?? true { p(.class("help")) { say("scenarios.not-written") } }
            if tally.of > 0 { p(.class("help")) { say("scenarios.signs-seen", count: tally.of, ["seen": say.number(tally.seen)]) } }
        }
    }
}
