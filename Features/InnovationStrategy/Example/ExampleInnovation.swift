import HashTreeCollections
import Journal
import Organisation
import Pages

/// The innovation strategy of an invented organisation: a first version that a body adopted, mostly routine, and a draft of the second with eleven initiatives. One of them would change a system
/// and has nothing that enables it.
func exampleInnovation(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }), ground.organisation[Register.self].units[ID("nav")] != nil,
        let plan = ground.organisation[Plan.self].plan(runningOn: ground.today)
    else { return [] }
    return [ExampleTelling(planner, ExampleStrategies(ground: ground, plan: plan).proposals)]
}

private struct ExampleStrategies {
    let ground: ExampleGround
    let plan: ID<StrategicPlan>

    private static let first: ID<Strategy> = ID("wider-harbour-1"), second: ID<Strategy> = ID("wider-harbour-2")

    var proposals: [Proposal] {
        let begun = ground.today.adding(days: -420), decided = ground.today.adding(days: -390), renewed = ground.today.adding(days: -60)
        let adoption = StrategyAdoption(body: ID("steering"), on: decided, document: text("document"))
        let first = [event(.strategyDescribed(id: ExampleStrategies.first, one), begun)] + initiatives(isFirst: true, begun)
        let second = [event(.strategyDescribed(id: ExampleStrategies.second, two), renewed)] + initiatives(isFirst: false, renewed)
        return first + [event(.strategyAdopted(id: ExampleStrategies.first, adoption), decided)] + second
    }

    private var one: Strategy {
        var strategy = Strategy(title: text("title"), text: text("text"), plan: plan, unit: text("unit"), readers: .everyone)
        strategy.reasons = [reason("competition", .competition, ["insurers"]), reason("models", .businessModels, ["window"])]
        strategy.answers = LeadershipAnswers(value: text("value"), capture: text("capture"), kind: text("kind-1"), resources: text("resources-1"), types: [.productService], explore: 0.1)
        for axis in MapAxis.allCases { strategy.map[axis, .asIs] = text("map.\(axis.rawValue).as-is") }
        strategy.crisis = [crisis(.core, []), crisis(.portfolio, [])]
        return strategy
    }

    private var two: Strategy {
        var strategy = one
        (strategy.line, strategy.number) = (ExampleStrategies.first, 2)
        strategy.reasons.append(reason("platform", .valueCreation, ["pooling", "autonomous"]))
        (strategy.answers.kind, strategy.answers.resources) = (text("kind-2"), text("resources-2"))
        (strategy.answers.types, strategy.answers.explore, strategy.answers.typeShares) = (InnovationType.allCases, 0.35, [0.5, 0.3, 0.2])
        for axis in MapAxis.allCases { strategy.map[axis, .toBe] = text("map.\(axis.rawValue).to-be") }
        strategy.crisis = [crisis(.core, ["M2-A1"]), crisis(.opportunities, ["M1"]), crisis(.portfolio, []), crisis(.foundations, ["L1-A1", "L2-A2"])]
        return strategy
    }

    private func reason(_ name: String, _ kind: Reason.Kind, _ signals: [String]) -> Reason {
        Reason(kind: kind, text: text("reason.\(name)"), signals: signals.compactMap { Reference("scan:s-\($0)") }.sorted())
    }

    private func crisis(_ kind: CrisisAction.Kind, _ codes: [String]) -> CrisisAction {
        CrisisAction(kind: kind, text: text("crisis.\(kind.rawValue)"), things: codes.compactMap(reference).sorted())
    }

    private func initiatives(isFirst: Bool, _ day: Day) -> [Proposal] {
        let version = isFirst ? "1" : "2", strategy = isFirst ? ExampleStrategies.first : ExampleStrategies.second
        func id(_ name: String) -> ID<Initiative>? { ID("i-\(version)-\(name)") }
        return ExampleInitiative.all.filter { !isFirst || $0.first != nil }.enumerated().compactMap { number, item in
            guard let own = id(item.name) else { return nil }
            var initiative = Initiative(strategy: strategy, title: text("\(item.name).title"), amount: item.amount, type: item.type, order: (number + 1) * InitiativeDecisions.step)
            initiative.thing = reference(item.code)
            initiative.origin = isFirst || item.first == nil ? nil : ID<Initiative>("i-1-\(item.name)")
            for question in ExploreQuestion.allCases { initiative.explore[question] = item.yes.contains(question) }
            (initiative.needsNewCompetences, initiative.needsNewModel) = item.isNew
            if isFirst {
                initiative.positions = [MapPosition(share: 1, asIs: place(item.positions.first?.asIs ?? nil), toBe: place(item.first))]
                return event(.initiativeDescribed(id: own, initiative), day)
            }
            initiative.enablers = item.enablers.compactMap(id).sorted()
            initiative.exploreInstead = item.instead
            if item.instead != nil { initiative.exploreBecause = text("\(item.name).because") }
            initiative.positions = item.positions.map { position in
                MapPosition(part: position.part.isEmpty ? .empty : text("part.\(position.part)"), share: position.share, asIs: place(position.asIs), toBe: place(position.toBe))
            }
            return event(.initiativeDescribed(id: own, initiative), day)
        }
    }

    private func place(_ place: ExampleInitiative.Place) -> MapPlace { MapPlace(degree: place?.0, locus: place?.1, source: place?.2) }

    /// By its code in the plan that runs.
    private func reference(_ code: String) -> Reference? {
        let whole = ground.organisation[Plan.self], objectives = whole.objectives(of: plan), own = Set(objectives.map(\.id))
        if let objective = objectives.first(where: { $0.objective.code == code }) { return Reference(Plan.self, objective.id) }
        return whole.actions.filter { own.contains($0.value.objective) && $0.value.code == code }.map(\.key).min().map { Reference(Plan.self, $0) }
    }

    private func text(_ key: String) -> Localized { ground.content("innovationstrategy.example.\(key)") }
    private func event(_ event: Innovation.Event, _ day: Day) -> Proposal { Proposal(Innovation.self, event, on: day) }
}
