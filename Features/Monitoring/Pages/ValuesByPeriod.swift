import Journal
import Methods
import Organisation
import Pages

/// The values of the whole, the newest first, with who recorded them and what may be done about them.
struct ValuesByPeriod: Sendable {
    private let page: IndicatorPage

    init(_ page: IndicatorPage) { self.page = page }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }
    private var isWhole: Bool { page.indicator.reporting == .whole }

    @MarkupBuilder var markup: Markup {
        if page.history.isEmpty {
            p(.class("gap")) { say("monitoring.no-values-yet") }
            withdrawn
        } else {
            scrollingTable(say("monitoring.values-caption"), id: "values") {
                headings([
                    (say("monitoring.period"), false), (say("monitoring.value"), true), (say("pages.status"), false),
                    (say(isWhole ? "monitoring.recorded" : "monitoring.from-heading"), false), (say("monitoring.remarks"), false),
                ])
                tbody { for actual in page.history.reversed() { row(actual) } }
            }
            withdrawn
            p { link(visit.path("indicators/\(page.id)/values.csv")) { say("monitoring.download") } }
        }
    }

    private func row(_ actual: Actual) -> Markup {
        let measured = page.measuring.judge(actual, page.indicator)
        let value = page.measuring.values.value(of: page.id, in: actual.id)
        return tr {
            th(.scope("row")) { visit.text(actual.period.name) }
            td(.class(actual.amount == nil ? "t" : "n")) { visit.shown(actual, page.indicator) }
            td {
                visit.mark(measured)
                if measured.hasValue, measured.rating == .noData, let gap = measured.gap { p(.class("help")) { say("monitoring.why.\(gap.rawValue)") } }
            }
            td {
                if let value {
                    say("monitoring.recorded-by", ["person": visit.name(of: value.by), "day": say.shortDay(value.at.day)])
                } else {
                    visit.fromHowMany(actual.counted, actual.of)
                }
            }
            td { remarks(actual, measured, value) }
        }
    }

    @MarkupBuilder private func remarks(_ actual: Actual, _ measured: Measurement, _ value: ReportedValue?) -> Markup {
        if let note = value?.note { p { note.text ?? say("pages.erased") } }
        if let evidence = value?.evidence, !evidence.isEmpty { p { visit.evidence(evidence) } }
        if let judgement = actual.judgement {
            p {
                say("monitoring.verdict.\(Verdict(judgement.met).rawValue)")
                "\(say.language.colon) "
                judgement.because.text ?? say("pages.erased")
                " ("
                say("monitoring.recorded-by", ["person": visit.name(of: judgement.by), "day": say.shortDay(judgement.at.day)])
                ")"
            }
        }
        if actual.period.isLocked {
            small { say("monitoring.locked") }
        } else {
            if measured.rule == .judgement { visit.control(.planners, "indicators/\(page.id)/judge/\(actual.id)", say("monitoring.judge")) }
            if value != nil, visit.viewer.mayReport(page.indicator, for: .whole) {
                visit.control(.roles(reportingRoles), "indicators/\(page.id)/withdraw/\(actual.id)", say("pages.withdraw"))
            }
        }
    }

    /// What was taken back, and why.
    @MarkupBuilder private var withdrawn: Markup {
        let all = page.measuring.periods.compactMap { place in
            page.measuring.values.withdrawal(of: page.id, in: place.id).map { (place.period, $0) }
        }
        for (period, reason) in all {
            p(.class("note")) {
                say("monitoring.was-withdrawn", ["period": visit.plain(period.name), "because": reason.text ?? say("pages.erased")])
            }
        }
    }
}
