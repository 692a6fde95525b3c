import HashTreeCollections
import Journal
import Organisation
import Pages

/// The way from an indicator to the form in which this person reports it: for the period that is due, and not merely the newest.
struct ReportButtons: Sendable {
    private let page: IndicatorPage

    init(_ page: IndicatorPage) { self.page = page }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }

    @MarkupBuilder var markup: Markup {
        let buttons = visit.may(.roles(reportingRoles)) ? reporters.compactMap { button(for: $0) } : []
        if !buttons.isEmpty { div(.class("actions")) { for button in buttons { button } } }
    }

    private var reporters: [Reporter] {
        visit.viewer.reporters.filter { visit.viewer.mayReport(page.indicator, for: $0) }
    }

    private func button(for reporter: Reporter) -> Markup? {
        let due = Due(visit.present, today: visit.times.today)
        guard let next = due.next(page.id, page.indicator, for: reporter) else { return nil }
        let name = visit.plain(next.period.name)
        let key: String =
            switch next.state {
            case .due: "monitoring.report-for"
            case .there: "monitoring.report-change"
            case .open: "monitoring.report-early"
            }
        let title = say(key, ["period": name])
        let member = reporter.member.flatMap { visit.register[$0] }.map { visit.plain($0.name) }
        let whole = member.map { "\(title) – \($0)" } ?? title
        return link(visit.path(reporter.path(next.id)), .class(next.state == .due ? "button" : "button quiet")) { whole }
    }
}
