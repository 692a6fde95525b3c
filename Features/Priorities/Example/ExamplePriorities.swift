import HashTreeCollections
import Journal
import Organisation
import Pages

/// Two rounds of an invented organisation: the list from which its plan came, adopted by its highest body, and one whose ballots are being cast.
func examplePriorities(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }) else { return [] }
    let closed = ground.ballotBoxes.first { $0.isClosed && $0.kind == .ranking && $0.ballots.count > 20 }
    let open = ground.ballotBoxes.first { !$0.isClosed && $0.kind == .approval && !$0.ballots.isEmpty }
    return [closed.flatMap { FirstRound(ground: ground, box: $0) }.map { ExampleTelling(planner, $0.proposals) }, open.map { ExampleTelling(planner, secondRound($0, ground)) }].compactMap { $0 }
}

/// What was proposed, merged, reworded and dropped, and what the body added to what the count came to.
private struct FirstRound {
    let ground: ExampleGround
    let box: BallotBox
    private let id: ID<Round> = ID("first-list")
    private let start: Day
    private let body: ID<Body>

    init?(ground: ExampleGround, box: BallotBox) {
        let plans = ground.organisation[Plan.self]
        guard box.options.count >= 9, let plan = plans.plan(runningOn: ground.today).flatMap({ plans.plans[$0] }),
            let body = ground.organisation[Register.self].bodies.filter({ $0.value.isPlenary }).map(\.key).min()
        else { return nil }
        self.ground = ground
        self.box = box
        start = plan.from
        self.body = body
    }

    var proposals: [Proposal] {
        let counted = start.adding(days: -190), weighed = start.adding(days: -150), decided = start.adding(days: -60), planned = start.adding(days: -20)
        let round = Round(title: text("first.title"), introduction: text("first.introduction"), box: box.reference, readers: .everyone)
        let window = candidate(3), merged = with(window) { $0.title = text("window") }
        let byHand = Candidate(round: id, title: text("ashore"), text: text("ashore.text"), order: 20 << 20)
        return [event(.roundDescribed(id: id, round), counted)]
            + (1...box.options.count).map { event(.candidateDescribed(id: name($0), candidate($0)), counted) }
            + [
                event(.candidateDescribed(id: ID("ashore"), byHand), weighed.adding(days: -30)),
                event(.candidatesMerged(from: [name(1)], into: name(3), because: said("merged")), weighed),
                event(.candidateDescribed(id: name(3), merged), weighed),
                event(.candidateDropped(id: name(9), because: said("dropped")), weighed),
                event(.listAdopted(round: id, adoption(on: decided)), decided),
            ] + answers(on: planned)
    }

    private func adoption(on day: Day) -> Adoption {
        Adoption(
            body: body, on: day, document: text("document"), candidates: [name(3), name(2), name(4), name(5), name(6), ID("ashore")],
            titles: [text("window")] + [2, 4, 5, 6].map { box.options[$0 - 1].title } + [text("ashore")], because: text("note"))
    }

    /// By the codes of the objectives of the plan that runs now.
    private func answers(on day: Day) -> [Proposal] {
        let codes: [(ID<Candidate>, [String])] = [(name(3), ["M1", "R2"]), (name(2), ["L1"]), (name(4), ["M2", "R1"]), (name(5), ["M3", "R3"]), (name(6), ["P4"]), (ID("ashore"), ["R4"])]
        let plan = ground.organisation[Plan.self], running = plan.plan(runningOn: ground.today)
        let objectives = running.map { plan.objectives(of: $0) } ?? []
        return codes.compactMap { id, codes in
            let things = objectives.filter { codes.contains($0.objective.code) }.map { Reference(Plan.self, $0.id) }.sorted()
            return things.isEmpty ? nil : event(.priorityAnswered(id: id, by: things, because: nil), day)
        }
    }

    private func name(_ option: Int) -> ID<Candidate> { ID<Candidate>("first-\(option)") ?? ID("first") }

    private func candidate(_ option: Int) -> Candidate {
        Candidate(round: id, title: box.options[option - 1].title, origins: [box.whole], options: [option], order: option << 20)
    }

    private func with(_ candidate: Candidate, _ change: (inout Candidate) -> Void) -> Candidate {
        var copy = candidate
        change(&copy)
        return copy
    }

    private func text(_ key: String) -> Localized { ground.content("priorities.example.\(key)") }
    private func said(_ key: String) -> Prose { text(key).text(in: .en)?.prose ?? "–" }
    private func event(_ event: Priorities.Event, _ day: Day) -> Proposal { Proposal(Priorities.self, event, on: day) }
}

/// Half-way: what helps first. The ballots are still being cast.
private func secondRound(_ box: BallotBox, _ ground: ExampleGround) -> [Proposal] {
    let id: ID<Round> = ID("second-list"), day = ground.today.adding(days: -10)
    let round = Round(
        title: ground.content("priorities.example.second.title"), introduction: ground.content("priorities.example.second.introduction"), box: box.reference, size: 2, rule: .approval,
        readers: .participants)
    return [Proposal(Priorities.self, .roundDescribed(id: id, round), on: day)]
        + box.options.enumerated().compactMap { place, option in
            ID<Candidate>("second-\(place + 1)").map {
                Proposal(
                    Priorities.self,
                    .candidateDescribed(id: $0, Candidate(round: id, title: option.title, origins: [box.whole], options: [place + 1], order: (place + 1) << 20)), on: day)
            }
        }
}
