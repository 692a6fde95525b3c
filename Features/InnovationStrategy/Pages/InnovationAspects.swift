import HashTreeCollections
import Journal
import Organisation
import Pages

/// On the pages of others: which initiatives an objective or an action carries out, which reasons a signal stands behind, what a body adopted.
func innovationAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    let innovation = visit.innovation
    func part(_ key: String, _ items: [Markup]) -> [OverviewPart] {
        guard !items.isEmpty else { return [] }
        return [
            OverviewPart(
                order: 46, width: 6, audience: .everyone, content: sheet(visit.say(key), width: 6) { ul { for item in items.prefix(20) { li { item } } } })
        ]
    }
    // Of each line the version that is worked on or holds; of those before nothing is said here.
    func isShown(_ id: ID<Strategy>) -> Bool { visit.sees(id) && innovation.state(of: id) != .superseded }
    func name(_ id: ID<Strategy>) -> Markup { link(visit.path(InnovationPath.strategy(id))) { visit.name(of: id) } }
    switch reference.chapter {
    case Plan.name:
        let items = innovation.strategiesInOrder.filter { isShown($0.id) }.flatMap { strategy in
            innovation.initiatives(of: strategy.id).filter { $0.initiative.thing == reference }.map { listed in
                group {
                    visit.link(to: listed.id, listed.initiative); " "; small { visit.name(of: strategy.id) }
                }
            }
        }
        return part("innovationstrategy.carried-out-here", items)
    case Register.name:
        guard let body = ID<Body>(reference.id), visit.register.bodies[body] != nil else { return [] }
        return part("innovationstrategy.adopted-by-body", innovation.strategiesInOrder.filter { visit.sees($0.id) && innovation.adoption(of: $0.id)?.adoption.body == body }.map { name($0.id) })
    default:
        guard visit.node(reference)?.isSignal == true else { return [] }
        return part("innovationstrategy.reason-here", innovation.strategiesInOrder.filter { isShown($0.id) && $0.strategy.reasons.contains { $0.signals.contains(reference) } }.map { name($0.id) })
    }
}
