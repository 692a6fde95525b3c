import Journal
import Organisation
import Pages

/// How each event of the plan reads. What an event alone cannot say, such as whether its plan is still a draft, is taken at its strictest:
/// the log of planning is for those who take part.
let planTelling = Telling(Plan.self) { event in
    switch event {
    case .planDescribed(let id, let plan):
        let audience: Audience = plan.status == .draft ? .participants : .everyone
        return described("plan.\(plan.status.rawValue)", id, plan.title, ["from": .day(plan.from), "until": .day(plan.until)], audience)
    case .perspectiveDescribed(let id, let perspective): return described("perspective", id, perspective.name)
    case .perspectiveWithdrawn(let id, let because): return withdrawn("perspective", id, because)
    case .objectiveDescribed(let id, let objective): return described("objective", id, objective.title.coded(objective.code))
    case .objectiveWithdrawn(let id, let because): return withdrawn("objective", id, because)
    case .focusAreaDescribed(let id, let area): return described("focus-area", id, area.title.coded(area.code))
    case .focusAreaWithdrawn(let id, let because): return withdrawn("focus-area", id, because)
    case .linkDrawn(let id, let link):
        return told(
            "link.drawn", ["from": .text(link.from.text), "to": .text(link.to.text)],
            [Reference(Plan.self, id), Reference(Plan.self, link.from), Reference(Plan.self, link.to)])
    case .linkWithdrawn(let id, let because): return withdrawn("link", id, because)
    case .actionDescribed(let id, let action): return described("action.\(action.status.rawValue)", id, action.title.coded(action.code))
    case .actionWithdrawn(let id, let because): return withdrawn("action", id, because)
    case .deliverableDescribed(let id, let deliverable):
        guard let day = deliverable.deliveredOn else { return described("deliverable", id, deliverable.title) }
        return described("deliverable.delivered", id, deliverable.title, ["day": .day(day)])
    case .deliverableWithdrawn(let id, let because): return withdrawn("deliverable", id, because)
    case .indicatorDescribed(let id, let indicator):
        let audience: Audience = indicator.disclosure == .staff ? .staff : .participants
        return described("indicator", id, indicator.title.coded(indicator.code), [:], audience)
    case .indicatorWithdrawn(let id, let because): return withdrawn("indicator", id, because)
    case .periodDescribed(let id, let period):
        let key = period.isLocked ? "period.locked" : "period"
        return described(key, id, period.name, ["from": .day(period.from), "until": .day(period.until)])
    }
}

private func described<Kind>(
    _ what: String, _ id: ID<Kind>, _ title: Localized, _ more: [String: Saying.Argument] = [:], _ audience: Audience = .participants
) -> Told {
    told("\(what).described", more.merging(["title": .content(title)]) { own, _ in own }, [Reference(Plan.self, id)], audience)
}

private func withdrawn<Kind>(_ what: String, _ id: ID<Kind>, _ because: Prose) -> Told {
    let reason = Saying.Argument.content(Localized([.en: because], original: .en))
    return told("\(what).withdrawn", ["id": .text(id.text), "because": reason], [Reference(Plan.self, id)])
}

private func told(_ key: String, _ arguments: [String: Saying.Argument], _ about: [Reference], _ audience: Audience = .participants) -> Told {
    Told(Saying("planning.told.\(key)", arguments), about: about, audience: audience)
}
