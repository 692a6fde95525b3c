import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is publicly known of the surroundings of customs from 2020 to 2022, each signal with its source, tied to the objectives of the plan of 2022. Nothing is rated: nobody's rating is public.
func publishedScan(_ ground: ExampleGround) -> [ExampleTelling] {
    let plan = ground.organisation[Plan.self]
    guard let described = plan.plans[ID("sp2022")] else { return [] }
    let edition: ID<ScanEdition> = ID("public-2022"), day = described.from
    func text(_ key: String) -> Localized { ground.content("scan.facts.\(key)") }
    func objectives(_ numbers: [Int]) -> [ID<Objective>] { numbers.compactMap { ID<Objective>("sp2022-so\($0)") }.filter { plan.objectives[$0] != nil } }
    var events: [Scan.Event] = AspectDecisions.pestel.enumerated().compactMap { place, name in
        ID<Aspect>(name).map { .aspectDescribed(id: $0, Aspect(title: ground.content("scan.pestel.\(name)"), question: ground.content("scan.pestel.\(name).question"), order: (place + 1) << 20)) }
    }
    events.append(
        .editionDescribed(
            id: edition, ScanEdition(title: text("title"), introduction: text("introduction"), summary: text("summary"), fromYear: 2021, untilYear: 2024, readers: .everyone, source: text("source"))))
    for (place, theme) in PublishedTheme.all.enumerated() {
        events.append(.themeDescribed(id: theme.id, Theme(aspect: theme.aspect, title: text("theme.\(theme.id)"), order: (place + 1) << 20)))
        var account = ThemeAccount(observations: text("seen.\(theme.id)"), response: text("answer.\(theme.id)"), objectives: objectives(theme.objectives))
        if account.objectives.isEmpty { account.noAction = text("none.\(theme.id)") }
        events.append(.themeWritten(edition: edition, theme: theme.id, account))
    }
    for item in PublishedSignal.all {
        var signal = Signal(
            title: text(item.name), text: text("\(item.name).text"), kind: item.kind, aspect: PublishedTheme.all.first { $0.id == item.theme }?.aspect, theme: item.theme, firstSeen: item.seen)
        signal.horizon = item.horizon
        signal.direction = item.direction
        if item.direction != .opportunity { signal.opportunity = text("\(item.name).chance") }
        signal.evidence = item.sources.map { source in
            Evidence(
                source: text("source.\(source.name)"), link: Prose(source.link), on: source.on, reliability: .b,
                figure: source.figure.map { EvidenceFigure(low: $0.low, high: $0.high, of: text("figure.\(source.name)")) })
        }
        signal.effects = objectives(item.objectives).map { Effect(objective: $0, size: 0) }
        events.append(.signalDescribed(id: item.id, signal))
        let status: SignalStanding.Status = signal.effects.isEmpty ? .watching : .inPlan
        events.append(.signalPlaced(id: item.id, SignalStanding(status: status, reviewOn: ground.today.adding(days: 200))))
    }
    events.append(.editionPublished(id: edition, signals: PublishedSignal.all.map(\.id)))
    return [ExampleTelling(.system, events.map { Proposal(Scan.self, $0, on: day) })]
}
