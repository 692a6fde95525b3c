import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The futures of an invented organisation: last year's study, kept as it was published, and this year's, open for rating.
func exampleScenarios(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }) else { return [] }
    let register = ground.organisation[Register.self], members = register.members.map(\.id)
    guard members.count > 20 else { return [] }
    let example = ExampleScenarios(ground: ground, members: members)
    return [ExampleTelling(planner, example.last + example.this)]
}

private struct ExampleScenarios {
    let ground: ExampleGround
    let members: [ID<Member>]

    private var today: Day { ground.today }
    private var plan: Plan { ground.organisation[Plan.self] }
    private var running: ID<StrategicPlan>? { plan.plan(runningOn: today) }

    // MARK: - This year's

    var this: [Proposal] {
        let name = "this", id: ID<ForesightStudy> = ID("harbours-2040"), from = today.adding(days: -140)
        let study = ForesightStudy(title: text("\(name).title"), question: text("\(name).question"), introduction: text("\(name).introduction"), horizon: 2040, plan: running, readers: .everyone)
        var events = [
            event(.studyDescribed(id: id, study), from)
        ]
        events += drivers(of: id, ExampleDriver.all, from)
        events += [event(.studyOpened(id: id), from.adding(days: 10))]
        events += ratings(of: id, ExampleDriver.all, raters: 21, salt: 61, from.adding(days: 12))
        events += scenarios(of: id, name, ExampleDriver.id("trade", id), ExampleDriver.id("data", id), from.adding(days: 50), hasMeaning: true)
        events += ExampleSign.all.flatMap { signs($0, of: id, from.adding(days: 70)) }
        events += stress(of: id, raters: 12, salt: 62, from.adding(days: 80), ExampleStress.this)
        return events
    }

    // MARK: - Last year's

    var last: [Proposal] {
        let name = "last", id: ID<ForesightStudy> = ID("harbours-2035"), from = today.adding(days: -520), known = ExampleDriver.all.filter(\.isOld)
        let study = ForesightStudy(title: text("\(name).title"), question: text("\(name).question"), introduction: text("this.introduction"), horizon: 2035, plan: running, readers: .everyone)
        var events = [event(.studyDescribed(id: id, study), from)]
        events += drivers(of: id, known, from) + [event(.studyOpened(id: id), from.adding(days: 10))]
        events += ratings(of: id, known, raters: 14, salt: 63, from.adding(days: 12))
        events += scenarios(of: id, name, ExampleDriver.id("fuel", id), ExampleDriver.id("storms", id), from.adding(days: 50), hasMeaning: false)
        let signs: [(String, Corner)] = [("sign", .highLow), ("sign.closed", .lowHigh)]
        events += signs.map { key, corner in
            let signpost = Signpost(scenario: future(id, corner), title: text("last.\(key)"), place: text("place.registers"), until: today.adding(days: 300))
            return event(.signpostDescribed(id: sign(id, key), signpost), from.adding(days: 60))
        }
        events += stress(of: id, raters: 9, salt: 64, from.adding(days: 70), ExampleStress.last)
        events.append(event(.studyPublished(id: id, names(study, id, raters: 14)), from.adding(days: 110)))
        events.append(event(.signpostSeen(id: sign(id, "sign"), Sighting(on: from.adding(days: 240), evidence: text("last.seen"))), from.adding(days: 245)))
        events.append(event(.signpostAnswered(id: sign(id, "sign"), Consequence(because: text("last.follows"), objectives: objectives(["M3"]))), from.adding(days: 260)))
        return events
    }

    /// As its own form would keep them.
    private func names(_ study: ForesightStudy, _ id: ID<ForesightStudy>, raters: Int) -> KeptNames {
        let register = ground.organisation[Register.self], chosen = Set(chosen(raters, salt: 63))
        let objectives = (study.plan.map { plan.objectives(of: $0) } ?? []).filter { plan.perspectives[$0.objective.perspective]?.kind == .objectives && plan.children(of: $0.id).isEmpty }
        return KeptNames(
            plan: study.plan.flatMap { plan.plans[$0]?.title } ?? .empty, objectives: objectives.map { .init(id: $0.id, code: $0.objective.code, title: $0.objective.title, isPublic: true) },
            signals: [],
            regions: register.regionsInOrder.map { region in
                .init(id: region.id, name: region.region.name, members: chosen.filter { register.described[$0]?.region == region.id }.sorted())
            })
    }

    // MARK: - Parts

    private func drivers(of study: ID<ForesightStudy>, _ all: [ExampleDriver], _ day: Day) -> [Proposal] {
        all.map { item in
            let key = "driver.\(item.name)", isNew = study == ID<ForesightStudy>("harbours-2040")
            let driver = Driver(
                study: study, title: text(key), text: text("\(key).text"), low: text("\(key).low"), high: text("\(key).high"),
                signals: isNew ? item.signals.compactMap { Reference("scan:s-\($0)") } : [])
            return event(.driverDescribed(id: ExampleDriver.id(item.name, study), driver), day)
        }
    }

    /// A region sees some drivers otherwise.
    private func ratings(of study: ID<ForesightStudy>, _ all: [ExampleDriver], raters: Int, salt: UInt64, _ day: Day) -> [Proposal] {
        var generator = SeededGenerator(seed: ground.seed &+ salt)
        let register = ground.organisation[Register.self]
        return chosen(raters, salt: salt).flatMap { member in
            let region = register.described[member]?.region.flatMap { register.regions[$0] }?.code ?? ""
            return all.compactMap { item -> Proposal? in
                guard Double.random(in: 0..<1, using: &generator) < 0.93 else { return nil }
                func rating(_ middle: Double, _ more: Int) -> Int { min(5, max(1, Int((middle + Double.random(in: -1.1...1.1, using: &generator)).rounded()) + more)) }
                let rating = DriverRating(importance: rating(item.importance, item.shifts[region] ?? 0), uncertainty: rating(item.uncertainty, 0))
                return event(.driverRated(id: ExampleDriver.id(item.name, study), member: member, rating), day.adding(days: Int.random(in: 0...30, using: &generator)))
            }
        }
    }

    /// As many of each region as its size asks for: every eighth or so, from a seeded place on.
    private func chosen(_ count: Int, salt: UInt64) -> [ID<Member>] {
        var generator = SeededGenerator(seed: ground.seed &+ salt &* 7)
        return Array(members.shuffled(using: &generator).prefix(count))
    }

    private func scenarios(of study: ID<ForesightStudy>, _ name: String, _ first: ID<Driver>, _ second: ID<Driver>, _ day: Day, hasMeaning: Bool) -> [Proposal] {
        let axes = Axes(first: first, second: second, because: text("\(name).because"), scenarios: Corner.allCases.map { future(study, $0) })
        return [event(.axesChosen(study: study, axes), day)]
            + Corner.allCases.map { corner in
                let key = "\(name).\(corner.rawValue.lowercased())"
                var scenario = Scenario(title: text("\(key).title"), narrative: text("\(key).narrative"))
                if hasMeaning { scenario.meaning = text("\(key).meaning") }
                if hasMeaning, corner == .lowLow { scenario.reactions = text("\(key).reactions") }
                return event(.scenarioWritten(id: future(study, corner), scenario), day.adding(days: 12))
            }
    }

    private func signs(_ item: ExampleSign, of study: ID<ForesightStudy>, _ day: Day) -> [Proposal] {
        let id = sign(study, item.name)
        let signpost = Signpost(
            scenario: future(study, item.corner), title: text("sign.\(item.name)"), place: text("place.\(item.place)"), signals: item.signals.compactMap { Reference("scan:s-\($0)") },
            until: today.adding(days: item.until))
        var events = [event(.signpostDescribed(id: id, signpost), day)]
        if let age = item.seen { events.append(event(.signpostSeen(id: id, Sighting(on: today.adding(days: -age), evidence: text("seen.\(item.name)"))), today.adding(days: -age + 2))) }
        if item.isAnswered {
            events.append(event(.signpostAnswered(id: id, Consequence(because: text("follows.\(item.name)"), objectives: objectives(["M4"]))), today.adding(days: -5)))
        }
        return events
    }

    private func stress(of study: ID<ForesightStudy>, raters: Int, salt: UInt64, _ day: Day, _ all: [ExampleStress]) -> [Proposal] {
        var generator = SeededGenerator(seed: ground.seed &+ salt)
        return chosen(raters, salt: salt).flatMap { member in
            all.flatMap { item -> [Proposal] in
                guard let objective = objectives([item.code]).first else { return [] }
                let marks = zip(Corner.allCases, item.middles).map { corner, middle in
                    let effect = min(2, max(-2, Int((middle + Double.random(in: -0.95...0.95, using: &generator)).rounded()))),
                        why = corner == item.reasonIn && Int.random(in: 0..<4, using: &generator) == 0
                    return StressMark(scenario: future(study, corner), effect: effect, because: why ? text("reason.\(item.reason)").text(in: .en)?.prose ?? "" : "")
                }
                return [event(.objectiveStressed(study: study, objective: objective, member: member, marks), day.adding(days: Int.random(in: 0...30, using: &generator)))]
            }
        }
    }

    private func future(_ study: ID<ForesightStudy>, _ corner: Corner) -> ID<Scenario> { ID<Scenario>("\(study)-\(corner.rawValue.lowercased())") ?? ID("future") }

    private func sign(_ study: ID<ForesightStudy>, _ name: String) -> ID<Signpost> { ID<Signpost>("\(study)-\(name)") ?? ID("sign") }

    private func objectives(_ codes: [String]) -> [ID<Objective>] { (running.map { plan.objectives(of: $0) } ?? []).filter { codes.contains($0.objective.code) }.map(\.id).sorted() }

    private func text(_ key: String) -> Localized { ground.content("scenarios.example.\(key)") }
    private func event(_ event: Scenarios.Event, _ day: Day) -> Proposal { Proposal(Scenarios.self, event, on: day) }
}
