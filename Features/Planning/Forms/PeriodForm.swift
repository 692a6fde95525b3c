import HashTreeCollections
import Journal
import Organisation
import Pages

/// A span for which values are reported. Periods need not be calendar years, but they do not overlap.
enum PeriodForm {
    static let routes = [
        Route.form("plan/periods/new", .planners, show: show, decide: decide),
        Route.form("plan/periods/{period}/edit", .planners, show: show, decide: decide),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let say = visit.say, period = try visit.subject("period") { visit.plan.periods[$0] }?.present
        let next = visit.plan.periodsInOrder.last.map { $0.period.until.adding(days: 1) }
        return Form(
            say(period == nil ? "planning.new-period" : "planning.edit-period"), lede: say("planning.form.period"), place: PlanPath.plan,
            trail: visit.planTrail + [(say("planning.periods"), PlanPath.periods)], submit: say("pages.save"), cancel: PlanPath.periods,
            fields: [
                visit.ask("name", period?.name ?? .empty, required: true, help: "period-name"),
                visit.ask("from", .day, (period?.from ?? next)?.description, required: true),
                visit.ask("until", .day, (period?.until ?? next.map { $0.adding(years: 1).adding(days: -1) })?.description, required: true),
                visit.ask("due", .day, period?.due?.description, help: "period-due"),
                visit.ask("locked", .flag, period?.isLocked == true ? "yes" : "", help: "period-locked"),
            ])
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, plan = submission.plan
        let (id, present): (ID<ReportingPeriod>, ReportingPeriod?) = try submission.subject("period") { plan.periods[$0] }
        let (from, until) = try entered.span("from", "until", required: true)
        guard let from, let until else { throw Refusal("pages.refusal.required", field: "from") }
        // Periods that overlap since before can still be named, and locked.
        if present?.from != from || present?.until != until { try refuseOverlap(of: id, from, until, submission) }
        let due = try entered.day("due")
        if let due, due < from { throw Refusal("planning.refusal.due-before-it-begins", field: "due") }
        let period = ReportingPeriod(
            name: try entered.localized("name", present: present?.name ?? .empty, max: 100, required: true), from: from, until: until, due: due,
            isLocked: entered.flag("locked"))
        return submission.record(period, unless: present, .periodDescribed(id: id, period), then: PlanPath.periods, period.name)
    }

    private static func refuseOverlap(of id: ID<ReportingPeriod>, _ from: Day, _ until: Day, _ submission: Submission) throws(Refusal) {
        let others = submission.plan.periodsInOrder.filter { $0.id != id }
        guard let other = others.first(where: { $0.period.from <= until && $0.period.until >= from })?.period else { return }
        let name = other.name.plain(in: submission.language)
        throw Refusal("planning.refusal.overlap", ["name": name, "from": other.from.description, "until": other.until.description], field: "from")
    }
}
