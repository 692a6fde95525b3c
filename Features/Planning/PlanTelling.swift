import HashTreeCollections
import Journal
import Organisation
import Pages

/// How each event of the plan reads. What an event alone cannot say, such as whether its plan is still a draft, is taken at its strictest:
/// the log of planning is for those who take part.
let planTelling = Telling(Plan.self, kinds: planKinds) { event, organisation in
    let plan = organisation[Plan.self]
    switch event {
    case .planDescribed(let id, let plan):
        let audience: Audience = plan.status == .draft ? .participants : .everyone
        let span: [String: Saying.Argument] = ["from": .day(plan.from), "until": .day(plan.until)]
        let becomes = plan.status == .draft ? [:] : ["status": "plan.becomes.\(plan.status.rawValue)"]
        return described("plan", now: "plan.\(plan.status.rawValue)", id, plan.title, span, audience, meaning: becomes)
    case .perspectiveDescribed(let id, let perspective): return described("perspective", id, perspective.name)
    case .perspectiveWithdrawn(let id, let because): return withdrawn("perspective", id, because, plan)
    case .objectiveDescribed(let id, let objective): return described("objective", id, objective.title.coded(objective.code))
    case .objectiveWithdrawn(let id, let because): return withdrawn("objective", id, because, plan)
    case .focusAreaDescribed(let id, let area): return described("focus-area", id, area.title.coded(area.code))
    case .focusAreaWithdrawn(let id, let because): return withdrawn("focus-area", id, because, plan)
    case .linkDrawn(let id, let link): return linkDrawn(id, link, plan)
    case .linkWithdrawn(let id, let because): return linkWithdrawn(id, because, plan)
    case .actionDescribed(let id, let action):
        let name = "action.\(action.status.rawValue)", isOver = action.status == .completed || action.status == .stopped
        let becomes = isOver ? "\(name).described" : "action.becomes.\(action.status.rawValue)"
        return described("action", now: name, id, action.title.coded(action.code), meaning: ["status": becomes])
    case .actionWithdrawn(let id, let because): return withdrawn("action", id, because, plan)
    case .deliverableDescribed(let id, let deliverable):
        guard let day = deliverable.deliveredOn else { return described("deliverable", id, deliverable.title) }
        return described(
            "deliverable", now: "deliverable.delivered", id, deliverable.title, ["day": .day(day)],
            meaning: ["deliveredOn": "deliverable.delivered.described"])
    case .deliverableWithdrawn(let id, let because): return withdrawn("deliverable", id, because, plan)
    case .indicatorDescribed(let id, let indicator):
        // By the stricter of what its sheet said then and what it says now.
        let audience = Audience.both(.told(indicator.disclosure), .told(plan.disclosure(of: id)))
        return described("indicator", id, indicator.title.coded(indicator.code), [:], audience)
    case .indicatorWithdrawn(let id, let because): return withdrawn("indicator", id, because, plan, .told(plan.disclosure(of: id)))
    case .periodDescribed(let id, let period):
        let span: [String: Saying.Argument] = ["from": .day(period.from), "until": .day(period.until)]
        guard period.isLocked else { return described("period", id, period.name, span) }
        return described("period", now: "period.locked", id, period.name, span, meaning: ["isLocked": "period.locked.described"])
    }
}

/// Objectives and functions share their events.
private let planKinds = [
    EventKind("planning.kind.plan", "planDescribed"), EventKind("planning.field.perspective", "perspectiveDescribed", "perspectiveWithdrawn"),
    EventKind("planning.kind.objective", "objectiveDescribed", "objectiveWithdrawn"),
    EventKind("planning.kind.focus-area", "focusAreaDescribed", "focusAreaWithdrawn"), EventKind("planning.causes", "linkDrawn", "linkWithdrawn"),
    EventKind("planning.kind.action", "actionDescribed", "actionWithdrawn"),
    EventKind("planning.kind.deliverable", "deliverableDescribed", "deliverableWithdrawn"),
    EventKind("planning.kind.indicator", "indicatorDescribed", "indicatorWithdrawn"), EventKind("planning.period", "periodDescribed"),
]

/// - Parameters:
///   - now: what the description alone says of how it stands.
///   - meaning: by a field, the sentence that says what its change means.
private func described<Kind>(
    _ what: String, now: String? = nil, _ id: ID<Kind>, _ title: Localized, _ more: [String: Saying.Argument] = [:],
    _ audience: Audience = .participants, meaning: [String: String] = [:]
) -> Told {
    let arguments = more.merging(["title": .content(title)]) { own, _ in own }
    func saying(_ key: String) -> Saying { Saying("planning.told.\(key)", arguments) }
    return Told(
        saying("\(now ?? what).described"), about: [Reference(Plan.self, id)], audience: audience,
        describing: Describing(id.text, beginning: saying("\(what).begun"), change: saying("\(what).changed"), meaning: meaning.mapValues(saying)))
}

private func linkDrawn(_ id: ID<CauseLink>, _ link: CauseLink, _ plan: Plan) -> Told {
    let ends: [String: Saying.Argument] = ["from": .content(plan.name(of: link.from)), "to": .content(plan.name(of: link.to))]
    let drawn = Saying("planning.told.link.drawn", ends)
    return Told(
        drawn, about: [Reference(Plan.self, id), Reference(Plan.self, link.from), Reference(Plan.self, link.to)], audience: .participants,
        describing: Describing(id.text, beginning: drawn, change: Saying("planning.told.link.changed", ends)))
}

private func withdrawn<Kind>(_ what: String, _ id: ID<Kind>, _ because: Prose, _ plan: Plan, _ audience: Audience = .participants) -> Told {
    told("\(what).withdrawn", ["title": .content(plan.formerName(id)), "because": .prose(because)], [Reference(Plan.self, id)], audience)
}

private func linkWithdrawn(_ id: ID<CauseLink>, _ because: Prose, _ plan: Plan) -> Told {
    let link = plan.former[Reference(Plan.self, id)]?.link
    let names: [String: Saying.Argument] = [
        "from": .content(link.map { plan.name(of: $0.from) } ?? Localized(id.text)), "to": .content(link.map { plan.name(of: $0.to) } ?? Localized("…")),
    ]
    return told("link.withdrawn", names.merging(["because": .prose(because)]) { own, _ in own }, [Reference(Plan.self, id)])
}

extension Audience {
    /// The log is for those who take part, even where the figures are for everyone.
    fileprivate static func told(_ disclosure: Indicator.Disclosure) -> Audience { disclosure == .staff ? .staff : .participants }
}

private func told(_ key: String, _ arguments: [String: Saying.Argument], _ about: [Reference], _ audience: Audience = .participants) -> Told {
    Told(Saying("planning.told.\(key)", arguments), about: about, audience: audience)
}
