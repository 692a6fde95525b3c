import HashTreeCollections
import Journal
import Organisation
import Pages

extension Visit {
    /// The unit that answers for something, leading to its page; a gap where none does.
    func owner(_ unit: ID<Unit>?) -> Markup {
        guard let unit, let known = register.units[unit] else { return span(.class("state none")) { say("planning.nobody") } }
        return link(path(PlanPath.unit(unit))) { text(known.name) }
    }

    func objectiveLink(_ id: ID<Objective>) -> Markup {
        guard let objective = plan.objectives[id], sees(id) else { return Markup(say("pages.unknown")) }
        return link(path(PlanPath.objective(id))) { coded(objective.code, objective.title) }
    }

    func actionLink(_ id: ID<Action>) -> Markup {
        guard let action = plan.actions[id] else { return Markup(say("pages.unknown")) }
        return link(path(PlanPath.action(id))) { coded(action.code, action.title) }
    }

    func focusAreaLinks(_ ids: [ID<FocusArea>]) -> Markup {
        let known = ids.compactMap { id in plan.focusAreas[id].map { (id, $0) } }
        guard !known.isEmpty else { return Markup() }
        return ul(.class("chips")) {
            for (id, area) in known { li { link(path(PlanPath.focusArea(id))) { coded(area.code, area.title) } } }
        }
    }

    /// A code, and the title in the reader's language.
    func coded(_ code: String, _ title: Localized) -> Markup {
        group {
            if !code.isEmpty { strong { code }; " " }
            text(title)
        }
    }

    /// The same for labels and charts, without markup.
    func plainCoded(_ code: String, _ title: Localized) -> String {
        code.isEmpty ? plain(title) : "\(code) \(plain(title))"
    }

    /// From one day to another, as far as they are known.
    func dates(_ from: Day?, _ until: Day?) -> String {
        switch (from, until) {
        case (let from?, let until?): say("planning.from-until", ["from": say.shortDay(from), "until": say.shortDay(until)])
        case (let from?, nil): say("planning.from", ["from": say.shortDay(from)])
        case (nil, let until?): say("planning.until", ["until": say.shortDay(until)])
        case (nil, nil): say("planning.no-dates")
        }
    }

    func gaps(_ gaps: [Gap]) -> Markup {
        guard !gaps.isEmpty else { return Markup() }
        return group { for gap in gaps { p(.class("gap")) { say(gap.key) } } }
    }

    func amount(_ value: Double, _ indicator: Indicator) -> String {
        let number = say.number(value, digits: 3), unit = plain(indicator.unit)
        if indicator.kind == .percentage { return say("planning.percent", ["number": number]) }
        return unit.isEmpty ? number : "\(number) \(unit)"
    }

    func aim(_ target: Target, _ indicator: Indicator) -> String {
        switch target.aim {
        case .value(let value): amount(value, indicator)
        case .range(let low, let high): say("planning.between", ["low": amount(low, indicator), "high": amount(high, indicator)])
        case .text(let prose): prose.text ?? say("pages.erased")
        case .toBeDetermined: say("planning.to-be-determined")
        }
    }

    /// The target that counts on the day read: the next one, or the last where all are past.
    func present(_ targets: [Target]) -> Target? {
        let ordered = targets.sorted { $0.by < $1.by }
        return ordered.first { $0.by >= times.day } ?? ordered.last
    }
}

/// How an action stands: what its owner says, and what the calendar adds.
struct ActionStanding {
    let standing: Standing
    let key: String

    init(_ action: Action, on day: Day) {
        let isOver = action.until.map { $0 < day } ?? false, hasBegun = action.from.map { $0 <= day } ?? false
        switch action.status {
        case .completed: (standing, key) = (.onTrack, "planning.action.completed")
        case .stopped: (standing, key) = (.noData, "planning.action.stopped")
        case .inProgress where isOver: (standing, key) = (.offTrack, "planning.action.late")
        case .inProgress: (standing, key) = (.onTrack, "planning.action.inProgress")
        case .planned where isOver: (standing, key) = (.offTrack, "planning.action.late")
        case .planned where hasBegun: (standing, key) = (.atRisk, "planning.action.not-begun")
        case .planned: (standing, key) = (.noData, "planning.action.planned")
        }
    }

    func mark(_ say: Say) -> StatusMark { StatusMark(standing, label: say(key)) }
}

/// How a deliverable stands on a day.
func deliverableMark(_ deliverable: Deliverable, on day: Day, _ say: Say) -> StatusMark {
    if let done = deliverable.deliveredOn {
        return StatusMark(.onTrack, label: say("planning.deliverable.delivered", ["day": say.shortDay(done)]))
    }
    if deliverable.isOverdue(on: day) { return StatusMark(.offTrack, label: say("planning.deliverable.overdue")) }
    return StatusMark(.noData, label: say("planning.deliverable.open"))
}

/// One of several choices of what is shown, as links; the present one is marked.
func chips(_ label: String, _ choices: [(title: String, path: String, isHere: Bool)]) -> Markup {
    guard choices.count > 1 else { return Markup() }
    return nav(.label(label)) {
        ul(.class("chips")) {
            for choice in choices {
                li { choice.isHere ? link(choice.path, .current("true")) { choice.title } : link(choice.path) { choice.title } }
            }
        }
    }
}

extension Visit {
    /// The plans to choose from at the top of a page about one of them.
    func planChips(_ here: ID<StrategicPlan>, _ path: (ID<StrategicPlan>) -> String) -> Markup {
        chips(say("planning.other-plans"), visiblePlans.map { (planName($0.plan), path($0.id), $0.id == here) })
    }

    /// Its title with its years and, for a draft, that it is one.
    func planName(_ plan: StrategicPlan) -> String {
        let name = "\(plain(plan.title)) (\(plan.from.year)–\(plan.until.year))"
        return plan.status == .draft ? "\(name) · \(say("planning.status.draft"))" : name
    }

    /// One page of a long list, from `?page=`.
    func onThisPage<Thing>(_ things: [Thing], size: Int = 50) -> (things: ArraySlice<Thing>, page: Int, pages: Int) {
        let pages = max(1, (things.count + size - 1) / size)
        let page = min(max(1, query["page"].flatMap { Int($0) } ?? 1), pages)
        return (things[min((page - 1) * size, things.count)..<min(page * size, things.count)], page, pages)
    }

    func pager(_ here: String, page: Int, of pages: Int, _ query: [String: String] = [:]) -> Markup {
        guard pages > 1 else { return Markup() }
        func leaf(_ number: Int, _ key: String) -> Markup {
            link(path(here, query.merging(["page": "\(number)"]) { _, new in new })) { say(key) }
        }
        return nav(.class("pager"), .label(say("planning.pages"))) {
            if page > 1 { leaf(page - 1, "planning.page-before") }
            span(.current()) { say("planning.page-of", ["page": say.number(page), "pages": say.number(pages)]) }
            if page < pages { leaf(page + 1, "planning.page-after") }
        }
    }
}
