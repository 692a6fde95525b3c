import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The scan of an invented organisation: last year's edition, published; this year's, open for rating; sixteen signals, rated by Members that do not all see alike.
func exampleScan(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }) else { return [] }
    let members = ground.organisation[Register.self].members
    guard members.count > 20 else { return [] }
    return [ExampleTelling(planner, ExampleScan(ground: ground, members: members.map(\.id)).proposals)]
}

private struct ExampleScan {
    let ground: ExampleGround
    let members: [ID<Member>]

    private var today: Day { ground.today }
    private var lastYear: Day { today.adding(days: -380) }
    private static let old: ID<ScanEdition> = ID("last-scan"), open: ID<ScanEdition> = ID("this-scan")

    var proposals: [Proposal] {
        let inEdition = ExampleSignal.all.filter { $0.age > 380 }, since = ExampleSignal.all.filter { $0.age <= 380 }
        let openedOn = today.adding(days: -60)
        let parts: [[Proposal]] = [
            aspects, inEdition.flatMap(described), accounts(ExampleScan.old, ExampleTheme.all.filter(\.isOld), on: lastYear.adding(days: -20)),
            [event(.editionPublished(id: ExampleScan.old, signals: inEdition.map(\.id)), lastYear)], since.flatMap(described), [merger],
            [event(.editionDescribed(id: ExampleScan.open, edition("this", from: today.year, readers: .everyone)), openedOn)],
            accounts(ExampleScan.open, ExampleTheme.all, on: openedOn), [event(.editionOpened(id: ExampleScan.open), openedOn)], ratings(from: openedOn),
        ]
        return parts.flatMap { $0 }
    }

    /// The six aspects with their themes, and last year's edition as it began.
    private var aspects: [Proposal] {
        let day = lastYear.adding(days: -90)
        let aspects = AspectDecisions.pestel.enumerated().compactMap { place, name in
            ID<Aspect>(name).map { id in
                event(.aspectDescribed(id: id, Aspect(title: ground.content("scan.pestel.\(name)"), question: ground.content("scan.pestel.\(name).question"), order: (place + 1) << 20)), day)
            }
        }
        let themes = ExampleTheme.all.enumerated().map { place, theme in
            event(.themeDescribed(id: theme.id, Theme(aspect: theme.aspect, title: text("theme.\(theme.id)"), order: (place + 1) << 20)), day)
        }
        return aspects + themes + [event(.editionDescribed(id: ExampleScan.old, edition("last", from: lastYear.year, readers: .everyone)), day)]
    }

    private func edition(_ name: String, from year: Int, readers: ScanEdition.Readers) -> ScanEdition {
        ScanEdition(
            title: text("\(name).title"), introduction: text("introduction"), summary: text("\(name).summary"), fromYear: year, untilYear: year + 5, readers: readers)
    }

    private func accounts(_ edition: ID<ScanEdition>, _ themes: [ExampleTheme], on day: Day) -> [Proposal] {
        themes.map { theme in
            var account = ThemeAccount(observations: text("seen.\(theme.id)"), response: text("answer.\(theme.id)"))
            account.objectives = objectives(theme.codes)
            if account.objectives.isEmpty { account.noAction = text("none.\(theme.id)") }
            return event(.themeWritten(edition: edition, theme: theme.id, account), day)
        }
    }

    private func described(_ item: ExampleSignal) -> [Proposal] {
        let seen = today.adding(days: -item.age)
        var signal = Signal(title: text(item.name), text: text("\(item.name).text"), kind: item.kind, aspect: ID<Aspect>(item.aspect), theme: item.theme, firstSeen: seen)
        signal.horizon = item.horizon
        signal.direction = item.direction
        if item.direction != .opportunity { signal.opportunity = text("\(item.name).chance") }
        signal.impact = item.impact
        signal.likelihood = item.likelihood
        signal.uncertainty = item.uncertainty
        signal.confidence = item.confidence
        signal.confidenceBecause = text("sure.\(item.confidence.rawValue)")
        signal.velocity = item.isFaster ? .accelerating : .steady
        signal.regions = item.regions.compactMap { code in ground.organisation[Register.self].regions.first { $0.value.code == code }?.key }.sorted()
        signal.evidence = [Evidence(source: text("source.\(item.source)"), on: seen.adding(days: -7), reliability: item.source == "reports" ? .b : .c)]
        signal.effects = objectives(item.codes).map { Effect(objective: $0, size: item.direction == .opportunity ? 1 : -1) }
        let look = seen.adding(days: 25), review = today.adding(days: item.reviewIn)
        var proposals = [event(.signalDescribed(id: item.id, signal), seen)]
        if let status = item.status {
            proposals.append(event(.signalPlaced(id: item.id, SignalStanding(status: .watching, reviewOn: min(review, look.adding(days: 180)))), look))
            if status != .watching {
                let because = status == .retired ? text("\(item.name).over") : .empty
                proposals.append(
                    event(.signalPlaced(id: item.id, SignalStanding(status: status, reviewOn: status == .retired ? nil : review, because: because)), look.adding(days: item.decidedAfter)))
            } else {
                proposals.append(event(.signalPlaced(id: item.id, SignalStanding(status: .watching, reviewOn: review)), look.adding(days: 1)))
            }
        }
        return proposals
    }

    /// What a Member had reported in other words.
    private var merger: Proposal {
        event(.signalsMerged(from: [ID("s-parcels-again")], into: ID("s-window"), because: text("merged").text(in: .en)?.prose ?? "–"), today.adding(days: -40))
    }

    /// Of the signals that are looked after two Members in three rated; of some the regions do not see the same.
    private func ratings(from day: Day) -> [Proposal] {
        var generator = SeededGenerator(seed: ground.seed &+ 52), proposals: [Proposal] = []
        let register = ground.organisation[Register.self]
        for item in ExampleSignal.all where item.status != nil && item.status != .retired {
            for member in members where Double.random(in: 0..<1, using: &generator) < 0.62 {
                let code = register.described[member]?.region.flatMap { register.regions[$0] }?.code ?? "", shift = item.shifts[code] ?? 0
                func rating(_ middle: Int, _ more: Int) -> Int { min(5, max(1, middle + more + Int.random(in: -1...1, using: &generator))) }
                let rating = SignalRating(impact: rating(item.impact.likely, shift), likelihood: rating(item.likelihood?.likely ?? 3, 0))
                proposals.append(event(.signalRated(id: item.id, member: member, rating), day.adding(days: Int.random(in: 1...50, using: &generator))))
            }
        }
        return proposals
    }

    private func objectives(_ codes: [String]) -> [ID<Objective>] {
        let plan = ground.organisation[Plan.self]
        return (plan.plan(runningOn: today).map { plan.objectives(of: $0) } ?? []).filter { codes.contains($0.objective.code) }.map(\.id).sorted()
    }

    private func text(_ key: String) -> Localized { ground.content("scan.example.\(key)") }
    private func event(_ event: Scan.Event, _ day: Day) -> Proposal { Proposal(Scan.self, event, on: day) }
}
