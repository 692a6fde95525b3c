import HashTreeCollections
import Journal
import Organisation
import Pages

/// On the pages of others: which initiatives an objective or an action carries out, where it helps in a crisis, which plan is served, which reasons a signal stands behind, what a body adopted.
func innovationAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    let innovation = visit.innovation, most = 20
    func part(_ key: String, _ items: [Markup]) -> [OverviewPart] {
        guard !items.isEmpty else { return [] }
        return [
            OverviewPart(
                order: 46, width: 6, audience: .everyone,
                content: sheet(visit.say(key), width: 6) {
                    ul { for item in items.prefix(most) { li { item } } }
                    if items.count > most { p(.class("help")) { visit.say("innovationstrategy.more", count: items.count - most) } }
                })
        ]
    }
    // Of each line the version that is worked on or holds; of those before nothing is said here.
    func isShown(_ id: ID<Strategy>) -> Bool { visit.sees(id) && innovation.state(of: id) != .superseded }
    func name(_ id: ID<Strategy>) -> Markup { link(visit.path(InnovationPath.strategy(id))) { visit.name(of: id) } }
    switch reference.chapter {
    case Plan.name:
        // Asked of every objective and action that a page shows.
        let byThing = visit.common("innovationstrategy/by-thing") { visit in
            Dictionary(grouping: visit.innovation.initiatives.filter { $0.value.thing != nil }.map { ($0.key, $0.value) }) { $0.1.thing }
        }
        let items = (byThing[reference] ?? []).filter { isShown($0.1.strategy) }.sorted { ($0.1.strategy, $0.1.order, $0.0) < ($1.1.strategy, $1.1.order, $1.0) }.map { id, initiative in
            group {
                visit.link(to: id, initiative); " "; small { visit.name(of: initiative.strategy) }
            }
        }
        func strategies(_ key: String, _ isMeant: (Strategy) -> Bool) -> [OverviewPart] {
            part(key, innovation.strategiesInOrder.filter { isShown($0.id) && isMeant($0.strategy) }.map { name($0.id) })
        }
        return part("innovationstrategy.carried-out-here", items) + strategies("innovationstrategy.crisis-here") { $0.crisis.contains { $0.things.contains(reference) } }
            + strategies("innovationstrategy.serves-here") { $0.plan.map { Reference(Plan.self, $0) } == reference }
    case Register.name:
        guard let body = ID<Body>(reference.id), visit.register.bodies[body] != nil else { return [] }
        return part("innovationstrategy.adopted-by-body", innovation.strategiesInOrder.filter { visit.sees($0.id) && innovation.adoption(of: $0.id)?.adoption.body == body }.map { name($0.id) })
    default:
        guard visit.node(reference)?.isSignal == true else { return [] }
        return part("innovationstrategy.reason-here", innovation.strategiesInOrder.filter { isShown($0.id) && $0.strategy.reasons.contains { $0.signals.contains(reference) } }.map { name($0.id) })
    }
}
