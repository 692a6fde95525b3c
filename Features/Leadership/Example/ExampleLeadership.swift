import HashTreeCollections
import Journal
import Organisation
import Pages

/// An invented analysis of an invented organisation, whose planner was given the role for it: whether harbours share what they know of arrivals, and who wants what of it.
func exampleLeadership(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner)?.account, let administrator = ground.person(.administrator)?.account, ground.organisation[Register.self].members.count > 20 else { return [] }
    let example = ExampleArena(ground: ground), from = ground.today.adding(days: -40)
    let grant = Proposal(Grants.self, .granted(id: ID("leadership-analyst"), Grant(account: planner, role: .leadershipAnalyst, scope: .organisation)), on: from)
    return [ExampleTelling(Actor(administrator), [grant]), ExampleTelling(Actor(planner), example.proposals(from.adding(days: 1)))]
}

private struct ExampleArena {
    let ground: ExampleGround

    private let id: ID<LeadershipAnalysis> = ID("shared-arrivals")
    private let issues = ["data", "fees", "rules", "pilot"]
    /// Kind, votes (all those of the plenary), power; then position and salience on each issue.
    private let actors: [(name: String, kind: ArenaActor.Kind, votes: Int, power: Int, stances: [(Int?, Int)])] = [
        ("large", .region, 40, 4, [(-2, 4), (-1, 4), (1, 2), (-1, 3)]), ("pilots", .region, 30, 3, [(-1, 3), (-2, 3), (0, 2), (-1, 2)]),
        ("islands", .region, 35, 2, [(2, 4), (1, 3), (-1, 2), (2, 4)]), ("rivers", .region, 26, 2, [(2, 3), (2, 3), (-1, 2), (1, 3)]),
        ("north", .region, 22, 2, [(1, 3), (0, 2), (-2, 3), (2, 4)]), ("south", .region, 30, 2, [(1, 2), (2, 4), (2, 3), (1, 2)]),
        ("secretariat", .unit, 0, 3, [(2, 4), (1, 3), (1, 3), (2, 4)]), ("finance", .body, 0, 4, [(0, 2), (-2, 4), (1, 2), (0, 2)]), ("chair", .role, 0, 3, [(1, 3), (0, 2), (1, 3), (1, 3)]),
    ]

    func proposals(_ from: Day) -> [Proposal] {
        let body = ground.organisation[Register.self].bodies.filter { $0.value.isPlenary }.keys.min()
        let analysis = LeadershipAnalysis(title: text("title"), question: text("question"), body: body)
        let answers = OrganisationView.all(withPeople: false).map { view in
            Leadership.Event.viewAnswered(
                analysis: id, view, [DiagnosisAnswer(question: 1, answer: text("answer.\(view.rawValue)"), evidence: text("evidence"))])
        }
        let scores: [(OrganisationView, Int, Int)] = [(.structural, 1, 2), (.structural, 2, 1), (.arenas, 1, 4), (.arenas, 2, 3), (.cultural, 1, 2), (.cultural, 2, 1)]
        let framing = Framing(scores: scores.map { Framing.Score(view: $0.0, statement: $0.1, score: $0.2) }, because: text("framed"))
        let named = issues.map { Leadership.Event.issueDescribed(id: issue($0), ArenaIssue(analysis: id, title: text("issue.\($0)"))) }
        let events = [.analysisDescribed(id: id, analysis)] + answers + [.framed(analysis: id, framing)] + named + actors.map(described)
        return events.map { Proposal(Leadership.self, $0, on: from) }
    }

    private func described(_ actor: (name: String, kind: ArenaActor.Kind, votes: Int, power: Int, stances: [(Int?, Int)])) -> Leadership.Event {
        let stances = zip(issues, actor.stances).map { ArenaStance(issue: issue($0), position: $1.0, salience: $1.1) }
        return .actorDescribed(
            id: ID("arena-\(actor.name)") ?? ID("arena"),
            ArenaActor(analysis: id, name: text("actor.\(actor.name)"), kind: actor.kind, votes: actor.votes, power: actor.power, because: text("because.\(actor.kind.rawValue)"), stances: stances))
    }

    private func issue(_ name: String) -> ID<ArenaIssue> { ID("arena-issue-\(name)") ?? ID("arena-issue") }
    private func text(_ key: String) -> Localized { ground.content("leadership.example.\(key)") }
}

/// What the article says of three concepts of organisations and the leadership that each needs (its Table 3), in its words; nothing of it is rated, and it names nobody.
func quotedLeadership(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let plan = ground.organisation[Plan.self].plans[ID("sp2022")] else { return [] }
    let source = ground.content("leadership.quote.source")
    let events = table.map { view, concept, leadership in
        Leadership.Event.viewQuoted(view, QuotedView(concept: Localized(concept, .en), leadership: Localized(leadership, .en), source: source))
    }
    return [ExampleTelling(.system, events.map { Proposal(Leadership.self, $0, on: plan.from) })]
}

/// Quoted, and so in no other language.
private let table: [(OrganisationView, String, String)] = [
    (
        .structural, "Structural or Design",
        "Leaders are the architect. The leadership builds the infrastructure, creates rules, determines hierarchy, and evaluates the decision process."
    ),
    (
        .arenas, "Contested arenas",
        "Leaders are basically brokers. The leadership works among people and different coalitions, builds new coalitions, and negotiates ideas. The leadership works out the rules of the game and changes them when necessary."
    ),
    (
        .cultural, "Cultural",
        "Leaders have a more inspirational role. A leader is considered a wise person, someone who stands between the everyday tasks of the organisation and the wider, transcendent values."
    ),
]
