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
        guard let action = plan.actions[id], sees(action.objective) else { return Markup(say("pages.unknown")) }
        return link(path(PlanPath.action(id))) { coded(action.code, action.title) }
    }

    func focusAreaLinks(_ ids: [ID<FocusArea>]) -> Markup {
        let known = ids.compactMap { id in plan.focusAreas[id].flatMap { sees($0.plan) ? (id, $0) : nil } }
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

    /// What is likely not meant, said where it stands.
    func oddities(_ oddities: [Oddity]) -> Markup {
        guard !oddities.isEmpty else { return Markup() }
        return group { for oddity in oddities { p(.class("notice warn")) { say(oddity.key) } } }
    }

    func amount(_ value: Double, _ indicator: Indicator) -> String {
        if indicator.kind == .percentage { return say("planning.percent", ["number": say.number(value, digits: 3)]) }
        return say.amount(value, plain(indicator.unit), digits: 3)
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
