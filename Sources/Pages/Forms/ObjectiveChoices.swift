import HashTreeCollections
import Journal
import Organisation

extension Visit {
    /// Objectives to tick or to choose from, by plan: of plans that have not ended, drafts too, and of the one that runs; as far as the reader sees them.
    ///
    /// - Parameter present: what is ticked already. It stays an answer until somebody takes it out, though its plan has ended.
    package func objectiveChoices(besides present: [ID<Objective>] = []) -> [Choice] {
        let running = plan.plan(runningOn: times.today)
        let plans = plan.plansInOrder.filter { ($0.plan.status != .ended || $0.id == running) && sees($0.id) }
        let open = plans.flatMap { item in
            plan.objectives(of: item.id).filter { sees($0.id) }.map { choice($0.id, $0.objective.title.coded($0.objective.code), group: plain(item.plan.title)) }
        }
        let offered = Set(open.map(\.value))
        return open + present.filter { !offered.contains($0.text) }.map { id in choice(id, plan.objectives[id].map { $0.title.coded($0.code) } ?? Localized(id.text)) }
    }
}
