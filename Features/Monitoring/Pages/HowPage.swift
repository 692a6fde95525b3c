import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How exactly the status of an indicator was computed: every number and every rule in a sentence.
struct HowPage: Sendable {
    private let page: IndicatorPage

    init(_ visit: Visit) throws(Missing) { page = try IndicatorPage(visit) }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }
    private var indicator: Indicator { page.indicator }
    private var measurement: Measurement { page.measurement }

    func answer() -> Page {
        Page(
            say("monitoring.how.title", ["indicator": visit.title(indicator.code, indicator.title)]), place: "indicators",
            trail: [(say("monitoring.indicators"), "indicators"), (visit.title(indicator.code, indicator.title), "indicators/\(page.id)")]
        ) {
            p(.class("lede")) {
                visit.mark(measurement)
                " "
                conclusion
            }
            sheet(say("monitoring.how.steps")) { ol { for sentence in HowSentences(page).all { li { sentence } } } }
            sheet(say("monitoring.how.rules")) { p { say("monitoring.how.rules-text") } }
        }
    }

    private var conclusion: String {
        measurement.gap.map { say("monitoring.why.\($0.rawValue)") }
            ?? say(
                "monitoring.how.conclusion.\(measurement.rating.word)", ["share": measurement.achievement.map { say.percent($0) } ?? "–"])
    }
}
