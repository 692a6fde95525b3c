import HashTreeCollections
import Journal
import Organisation
import Pages

/// On the pages of others: which risks an objective or an action answers, a unit owns, a body accepted; of a signal, what may come of it.
func riskAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    switch reference.chapter {
    case Plan.name: return [part("risks.answered-by-this", 42, visit, visit.standings.filter { $0.risk.answers.contains(reference) })].compactMap { $0 }
    case Register.name:
        if let unit = ID<Unit>(reference.id), visit.register.units[unit] != nil {
            return [part("risks.owned-by-unit", 45, visit, visit.standings.filter { $0.risk.owner == unit && !$0.isClosed })].compactMap { $0 }
        }
        guard let body = ID<Body>(reference.id), visit.register.bodies[body] != nil else { return [] }
        return [part("risks.accepted-by-body", 45, visit, visit.standings.filter { $0.acceptance?.given.acceptance.body == body && $0.isAccepted && !$0.isClosed })].compactMap { $0 }
    default: return visit.node(reference)?.isSignal == true ? [ofSignal(reference, visit)].compactMap { $0 } : []
    }
}

private func part(_ key: String, _ order: Int, _ visit: Visit, _ items: [RiskStanding]) -> OverviewPart? {
    items.isEmpty ? nil : OverviewPart(order: order, width: 6, audience: .everyone, content: sheet(visit.say(key), width: 6) { list(items, visit) })
}

private func ofSignal(_ signal: Reference, _ visit: Visit) -> OverviewPart? {
    let items = visit.standings.filter { $0.risk.signals.contains(signal) }
    guard !items.isEmpty || visit.may(.planners) else { return nil }
    return OverviewPart(
        order: 42, width: 6, audience: .everyone,
        content: sheet(visit.say("risks.of-signal"), width: 6) {
            items.isEmpty ? p { visit.say("risks.none-of-signal") } : list(items, visit)
            if visit.may(.planners) {
                p { link(visit.path(RiskPath.new, ["signal": signal.description]), .class("button quiet")) { visit.say("risks.new") } }
            }
        })
}

/// The largest first, closed ones last.
private func list(_ items: [RiskStanding], _ visit: Visit) -> Markup {
    let most = 12, all = items.filter { !$0.isClosed } + items.filter(\.isClosed)
    return group {
        ul {
            for item in all.prefix(most) {
                li {
                    item.isClosed ? Markup(visit.say("risks.status.closed")) : visit.mark(item.level, score: item.score); " "; visit.link(to: item.id, item.risk)
                }
            }
        }
        if all.count > most { p { visit.say("risks.and-more", count: all.count - most) } }
    }
}

/// On the organisation's first page, where a risk is red.
func riskOverview(_ visit: Visit) -> [OverviewPart] {
    let open = visit.standings.filter { !$0.isClosed }, red = open.filter { $0.level == .red }
    guard !red.isEmpty else { return [] }
    return [
        OverviewPart(
            order: 45, width: 6, audience: .everyone,
            content: sheet(visit.say("risks.red"), width: 6) {
                p { RiskCounts(open).said(visit.say) }
                ul {
                    for item in red.prefix(5) {
                        li {
                            visit.link(to: item.id, item.risk); " "; small { visit.answer(to: item) }
                        }
                    }
                }
                p { link(visit.path(RiskPath.risks)) { visit.say("risks.title") } }
            })
    ]
}
