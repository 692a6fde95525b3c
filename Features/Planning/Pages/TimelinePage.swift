import HashTreeCollections
import Journal
import Organisation
import Pages

/// What happens when: actions and their deliverables, objective by objective, over the whole plan or some years of it.
struct TimelinePage {
    let visit: Visit
    let id: ID<StrategicPlan>
    let plan: StrategicPlan
    let span: Span
    let index: PlanIndex

    /// The years shown.
    struct Span {
        let first: FinancialYear
        let last: FinancialYear

        var from: Day { first.from }
        var until: Day { last.until }

        /// `?from=` and `?until=` among the years of the plan; the whole plan without them. Throws for what is no year.
        init(_ visit: Visit, _ plan: StrategicPlan) throws(Missing) {
            let years = visit.years(of: plan), start = FinancialYear(containing: plan.from, month: visit.financialMonth)
            first = try visit.asked("from", of: plan) ?? years.first ?? start
            last = max(try visit.asked("until", of: plan) ?? years.last ?? start, first)
        }

        /// Where a day stands in the span: 0 at its beginning, 1 at its end.
        func share(of day: Day) -> Double { Double(from.days(until: day)) / Double(max(1, from.days(until: until) + 1)) }

        func overlaps(_ from: Day, _ until: Day) -> Bool { from <= self.until && until >= self.from }

        var years: [FinancialYear] { (first.start...last.start).map { FinancialYear(start: $0, month: first.month) } }
    }

    static func page(_ visit: Visit) async throws -> Page {
        guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else {
            return try await NoPlan.page(visit, "planning.nav.timeline", place: PlanPath.timeline)
        }
        return TimelinePage(visit: visit, id: id, plan: plan, span: try Span(visit, plan), index: visit.planIndex).page
    }

    private var say: Say { visit.say }

    private typealias Item = (id: ID<Action>, action: Action)

    private var page: Page {
        let all = index.actions(of: id).filter { visit.sees($0.action.objective) }, undated = all.filter { dates(of: $0) == nil }
        let shown = all.filter { item in dates(of: item).map { span.overlaps($0.from, $0.until) } ?? false }
        return Page(say("planning.nav.timeline"), place: PlanPath.timeline) {
            visit.planChips(id) { visit.path(PlanPath.timeline, ["plan": $0.text]) }
            years
            p(.class("lede")) { sentence(shown, of: all.count) }
            charts(shown)
            without(undated)
        }
    }

    private var years: Markup {
        let all = visit.years(of: plan), whole = span.first == all.first && span.last == all.last
        return chips(
            say("planning.years"),
            [(say("planning.whole-plan"), visit.path(PlanPath.timeline, ["plan": id.text]), whole)]
                + all.map { year in
                    let query = ["plan": id.text, "from": "\(year.start)", "until": "\(year.start)"]
                    return (year.name, visit.path(PlanPath.timeline, query), !whole && span.first == year && span.last == year)
                })
    }

    private func sentence(_ shown: [Item], of all: Int) -> String {
        let late = shown.count { ActionStanding($0.action, on: visit.times.day).standing == .offTrack }
        let overdue = shown.filter { $0.action.status != .stopped }.flatMap { index.deliverables(of: $0.id) }.count { $0.deliverable.isOverdue(on: visit.times.day) }
        return say(
            "planning.timeline-lede", count: shown.count,
            [
                "all": say.number(all), "from": say.day(span.from), "until": say.day(span.until), "late": say.number(late),
                "overdue": say.number(overdue),
            ])
    }

    /// From when until when an action runs, as far as its own dates or those of its deliverables tell.
    private func dates(of item: Item) -> (from: Day, until: Day)? {
        let due = index.deliverables(of: item.id).compactMap { $0.deliverable.deliveredOn ?? $0.deliverable.due }
        let known = [item.action.from, item.action.until].compactMap { $0 } + due
        guard let first = item.action.from ?? known.min(), let last = item.action.until ?? known.max() else { return nil }
        return (min(first, last), max(first, last))
    }

    @MarkupBuilder private func charts(_ shown: [Item]) -> Markup {
        let paging = Paging(count: shown.count, asked: visit.query["page"], size: 40)
        let groups = Dictionary(grouping: paging.part(of: shown)) { $0.action.objective }
        for objective in visit.plan.objectives(of: id).map(\.id) {
            if let actions = groups[objective] {
                h2 { visit.objectiveLink(objective) }
                chart(actions, objective)
            }
        }
        paging.markup(
            visit, path: PlanPath.timeline, query: ["plan": id.text, "from": "\(span.first.start)", "until": "\(span.last.start)"])
    }

    private func chart(_ actions: [Item], _ objective: ID<Objective>) -> Markup {
        let marks = actions.flatMap { index.deliverables(of: $0.id) }.filter { item in
            (item.deliverable.deliveredOn ?? item.deliverable.due).map { span.overlaps($0, $0) } ?? false
        }
        let done = marks.count { $0.deliverable.deliveredOn != nil }
        let frame = ChartFrame(
            id: "time-\(objective)",
            finding: say(
                "planning.timeline-finding", count: actions.count, ["deliverables": say.number(marks.count), "done": say.number(done)]),
            tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft)
        return timeline(
            Timeline(
                ticks: span.years.map { Timeline.Tick(at: span.share(of: $0.from), label: $0.name) }, rows: actions.map { row($0) },
                today: span.share(of: visit.times.day), todayLabel: say.shortDay(visit.times.day), labelHeading: say("planning.action"),
                datesHeading: say("planning.dates"), statusHeading: say("pages.status"), marksHeading: say("planning.deliverables"), marksSeparator: visit.language.semicolon),
            in: frame)
    }

    private func row(_ item: Item) -> Timeline.Row {
        let dates = dates(of: item)
        return Timeline.Row(
            label: visit.plainCoded(item.action.code, item.action.title), href: visit.path(PlanPath.action(item.id)),
            from: dates.map { span.share(of: $0.from) }, to: dates.map { span.share(of: $0.until.adding(days: 1)) },
            datesText: visit.dates(item.action.from, item.action.until),
            status: ActionStanding(item.action, on: visit.times.day).mark(say),
            marks: index.deliverables(of: item.id).compactMap { mark($0.deliverable) })
    }

    private func mark(_ deliverable: Deliverable) -> Timeline.Mark? {
        guard let day = deliverable.deliveredOn ?? deliverable.due, span.overlaps(day, day) else { return nil }
        let said = [visit.plain(deliverable.title), deliverableMark(deliverable, on: visit.times.day, say).label]
        let dated = say.list(deliverable.deliveredOn == nil ? said + [say.shortDay(day)] : said)
        return Timeline.Mark(at: span.share(of: day), label: dated, isDone: deliverable.deliveredOn != nil, isOverdue: deliverable.isOverdue(on: visit.times.day))
    }

    @MarkupBuilder private func without(_ undated: [Item]) -> Markup {
        if !undated.isEmpty {
            h2 { say("planning.undated") }
            p(.class("gap")) { say("planning.undated-help", count: undated.count) }
            ul { for item in undated.prefix(50) { li { visit.actionLink(item.id) } } }
        }
    }
}
