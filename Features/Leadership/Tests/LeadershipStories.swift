import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Leadership

@Suite("Analyses of leadership")
struct LeadershipStories {
    @Test("only staff with the role read, write, see it in menus or in the log; an administrator learns of accesses alone")
    func readers() async throws {
        let world = try World.entered(), id: ID<LeadershipAnalysis> = ID("n1")
        for viewer in [Viewer.amina, .administrator, .auditor, .public, .left] {
            for path in [LeadershipPath.front, "leadership/analyses/{analysis}", "leadership/analyses/{analysis}/table.csv", "leadership/analyses/{analysis}/edit"] {
                await #expect(throws: Missing.self) { try await world.page(path, as: viewer, World.analysis) }
            }
            #expect(throws: (any Error).self) {
                var other = world
                try other.send("leadership/analyses/{analysis}/withdraw", ["because": "No"], World.analysis, as: viewer)
            }
            let told = tellLeadership(.analysisDescribed(id: id, try #require(try world.state.analyses[id])))
            #expect(!viewer.belongs(to: told.audience) && !leadership.navigation.contains { $0.path == LeadershipPath.front && viewer.belongs(to: $0.audience) })
        }
        #expect(Viewer.administrator.belongs(to: tellAccess(.read(.analysis, analysis: id)).audience) && !Viewer.auditor.belongs(to: tellAccess(.read(.analysis, analysis: id)).audience))
        let visit = TestKit.visit(try world.house, try world.organisation, as: .analyst)
        #expect(visit.thread.nodes.isEmpty && leadership.search(visit.organisation).isEmpty && leadership.tasks(visit).isEmpty && leadership.exports.isEmpty && leadership.imports.isEmpty)
    }

    @Test("every route and resource that shows an analysis is recorded when it is read, with the analysis and nothing else")
    func recorded() throws {
        let world = try World.entered()
        for route in leadership.routes where route.path != LeadershipPath.accesses && route.path != LeadershipPath.views { #expect(route.reading != nil, "\(route.path)") }
        #expect(leadership.resources.allSatisfy { $0.reading != nil })
        let actor = try #require(try world.state.actors.keys.first)
        let visit = TestKit.visit(try world.house, try world.organisation, as: .analyst, parameters: ["actor": actor.text])
        let route = try #require(leadership.routes.first { $0.path == "leadership/actors/{actor}/edit" })
        #expect(route.reading?(visit).count == 1 && route.reading?(visit).first?.chapter.name == LeadershipAccesses.name)
    }

    @Test("positions, coalitions, the vote under the rule, who decides and who blocks, said on one page")
    func results() async throws {
        let world = try World.entered(), figures = try #require(ArenaFigures(ID("n1"), in: world.organisation))
        #expect(figures.actors.map { $0.actor.name.plain() } == ["Desk", "North", "South", "West"] && figures.entitled == 6)
        // North and South agree on both issues; the desk minds one alone, and so is like nobody.
        #expect(figures.coalitions.map(\.members) == [[1, 2]] && figures.alone == [0, 3] && figures.dominant?.members == [1, 2] && figures.pairs.map(\.similarity.shared) == [2])
        #expect(figures.analysis.outcomes.map(\.verdict) == [.adopted, .rejected] && figures.analysis.outcomes[0].critical == [1, 2])
        #expect(figures.blocking?.smallest == 1 && figures.blocking?.count == "2" && figures.analysis.game?.blocking == 3)
        let page = try await world.page("leadership/analyses/{analysis}", World.analysis)
        #expect(page.contains("Dominant under this rule: North, South; won 2, lost 0.") && page.contains("3 of 6 votes block") && page.contains("Most often decisive: North"))
        #expect(page.contains("With all 6 votes of the actors present, 4 carry") && page.contains("+2 · 4") && page.contains("−1 · 3"))
        #expect(
            page.contains("Similar pairs: 1, across coalitions: 0.") && page.contains("<desc") && page.contains("Coalition 1: 1 North · 2 South")
                && page.contains("In no coalition: 3 Desk · 4 West"))
    }

    @Test("where all actors together are no quorum, the page says so and names nobody who carries, decides or blocks")
    func withoutQuorum() async throws {
        var world = try World.entered()
        let rule = ["title.en": "Arena", "question.en": "Who?", "body": "plenary", "quota": "1/2", "quorum": "1/2", "entitled": "186"]
        try world.send("leadership/analyses/{analysis}/edit", rule, World.analysis)
        let page = try await world.page("leadership/analyses/{analysis}", World.analysis)
        #expect(page.contains("Even with every actor there (6 votes) there is no quorum: 94 of 186 votes must be represented.") && page.contains("Without a quorum nothing is decided"))
        for claim in ["carry a proposal", "Most often decisive", "can carry", "can block", "votes block", "Dominant under this rule"] { #expect(!page.contains(claim), "\(claim)") }
    }

    @Test("actors who carry more votes than the body has are told of, and the body keeps the votes that it has")
    func overstated() async throws {
        var world = try World.entered()
        #expect(try await !world.page("leadership/analyses/{analysis}", World.analysis).contains("more than the"))
        try world.send("leadership/analyses/{analysis}/edit", ["title.en": "Arena", "question.en": "Who?", "body": "plenary", "quota": "1/2", "quorum": "1/2", "entitled": "5"], World.analysis)
        let figures = try #require(ArenaFigures(ID("n1"), in: world.organisation))
        #expect(figures.isOverstated && figures.entitled == 5 && figures.analysis.quorum == 3)
        #expect(try await world.page("leadership/analyses/{analysis}", World.analysis).contains("The actors carry 6 votes together, more than the 5 of the body."))
    }

    @Test("below the middle no leader is named, and what speaks for a view is what was scored high")
    func middle() async throws {
        var world = try World.entered()
        let path = "leadership/analyses/{analysis}/frame", statements = ["structural-1", "structural-2", "arenas-1", "arenas-2", "cultural-1", "cultural-2"]
        func page(_ scores: [String: String]) async throws -> String {
            let all = Dictionary(uniqueKeysWithValues: statements.map { ($0, scores[$0] ?? "0") })
            try world.send(path, all.merging(["because.en": "So"]) { $1 }, World.analysis)
            return try await world.page("leadership/analyses/{analysis}", World.analysis)
        }
        let nothing = try await page([:])
        #expect(nothing.contains("No view reaches the middle (4 of 8), so no leader is named.") && !nothing.contains("fits best:") && !nothing.contains("What a broker does"))
        #expect(try await page(["arenas-1": "3"]).contains("No view reaches the middle"))
        let conflict = try await page(["arenas-1": "4"])
        #expect(conflict.contains("Contested arenas fits best: a broker.") && conflict.contains("Goals of powerful groups conflict. 4 · wholly") && conflict.contains("What a broker does"))
        #expect(!conflict.contains("Resources are scarce. 0") && !conflict.contains("Resources are scarce and"))
        let lukewarm = try await page(["arenas-1": "2", "arenas-2": "2"])
        #expect(lukewarm.contains("Contested arenas: no statement for it was scored above the middle."))
    }

    @Test("an issue that is removed takes with it what was wanted of it")
    func removedIssue() throws {
        var world = try World.entered()
        let rule = try #require(try world.state.issues(of: ID("n1")).last), before = try world.state
        #expect(before.actors.values.contains { $0.stance(on: rule.id) != nil })
        try world.send("leadership/issues/{issue}/remove", [:], ["issue": rule.id.text])
        #expect(try world.state.actors.values.allSatisfy { $0.stance(on: rule.id) == nil } && world.state.actors.count == before.actors.count)
    }

    @Test("what is told of an analysis names neither it nor its words, and no history shows what was changed")
    func told() throws {
        let world = try World.entered(), state = try world.state, say = Say(.en, try world.house.catalogue), id: ID<LeadershipAnalysis> = ID("n1")
        let issue = try #require(state.issues(of: id).first), actor = try #require(state.actors(of: id).first), analysis = try #require(state.analyses[id])
        let events: [Leadership.Event] = [
            .analysisDescribed(id: id, analysis), .issueDescribed(id: issue.id, issue.issue), .actorDescribed(id: actor.id, actor.actor), .issueRemoved(id: issue.id),
            .framed(analysis: id, Framing(scores: [], because: Localized("Because"))), .viewAnswered(analysis: id, .arenas, []), .analysisWithdrawn(id: id, because: "Over"),
        ]
        for event in events {
            let told = tellLeadership(event), sentence = say(told.saying)
            #expect(told.isClosed && !["Arena", "Fees", "Desk", "Because", "Over"].contains { sentence.contains($0) }, "\(sentence)")
        }
    }

    @Test("the view with the highest sum names the leader, several where equal; every statement is asked")
    func frame() async throws {
        var world = try World.entered()
        let scores = ["structural-1": "1", "structural-2": "1", "arenas-1": "4", "arenas-2": "3", "cultural-1": "2", "cultural-2": "0"], path = "leadership/analyses/{analysis}/frame"
        #expect(throws: (any Error).self) { try world.send(path, scores.merging(["arenas-2": "", "because.en": "So"]) { $1 }, World.analysis) }
        #expect(throws: (any Error).self) { try world.send(path, scores.merging(["arenas-2": "5", "because.en": "So"]) { $1 }, World.analysis) }
        try world.send(path, scores.merging(["because.en": "So"]) { $1 }, World.analysis)
        #expect(try world.state.framings[ID("n1")]?.best(of: OrganisationView.all(withPeople: false)) == [.arenas])
        #expect(try await world.page("leadership/analyses/{analysis}", World.analysis).contains("Contested arenas fits best: a broker."))
        try world.send(path, scores.merging(["structural-1": "4", "structural-2": "3", "because.en": "So"]) { $1 }, World.analysis)
        #expect(try world.state.framings[ID("n1")]?.best(of: OrganisationView.all(withPeople: false)) == [.structural, .arenas])
        #expect(try world.state.framings[ID("n1")]?.best(of: OrganisationView.allCases) == [], "a view that was not scored")
    }

    @Test("questions are answered view by view, the fourth only where it is asked about; evidence alone is no answer")
    func views() async throws {
        var world = try World.entered()
        let path = "leadership/analyses/{analysis}/views/{view}", arenas = ["analysis": "n1", "view": "arenas"], people = ["analysis": "n1", "view": "people"]
        try world.send(path, ["answer-1.en": "The large ones", "evidence-1.en": "Three votes"], arenas)
        #expect(throws: Refusal("leadership.refusal.evidence-alone", field: "answer-2", ofFieldAlone: true)) { try world.send(path, ["evidence-2.en": "Seen"], arenas) }
        await #expect(throws: Missing.self) { try await world.page(path, people) }
        try world.send(
            "leadership/analyses/{analysis}/edit", ["title.en": "Arena", "question.en": "Who?", "body": "plenary", "quota": "0.6", "quorum": "1/2", "people": "yes"], World.analysis)
        try world.send(path, ["answer-2.en": "Time"], people)
        let page = try await world.page("leadership/analyses/{analysis}", World.analysis)
        #expect(page.contains("The large ones") && page.contains("Three votes") && page.contains("Time") && page.contains("600/1000"))
    }

    @Test("a share that is none, and more than all, are refused beside their fields", arguments: [("quota", "5/4"), ("quota", "0"), ("quota", "two thirds"), ("quorum", "1/0"), ("more-than", "yes")])
    func rules(field: String, text: String) throws {
        var world = World(), values = ["title.en": "Arena", "question.en": "Who?", "quota": "1/1"]
        values[field] = text
        values["quorum"] = values["quorum"] ?? ""
        do {
            try world.send(LeadershipPath.new, values)
            Issue.record("it was taken")
        } catch let refusal as Refusal { #expect(refusal.field == field) }
    }

    @Test("an actor's form asks for every issue; two of one name are refused; what is removed leaves the figures")
    func actors() async throws {
        var world = try World.entered()
        let issue = try #require(try world.state.issues(of: ID("n1")).first?.id), new = "leadership/analyses/{analysis}/actors/new"
        #expect(try await world.page(new, World.analysis).contains("position-\(issue)"))
        let values = ["name.en": "East", "kind": "region", "votes": "2", "power": "1", "position-\(issue)": "-2", "salience-\(issue)": "4"]
        try world.send(new, values, World.analysis)
        let made = try #require(try world.state.actors.first { $0.value.name.plain() == "East" })
        #expect(made.value.stances == [ArenaStance(issue: issue, position: -2, salience: 4)])
        #expect(throws: Refusal("leadership.refusal.named-alike", field: "name")) { try world.send(new, values, World.analysis) }
        #expect(throws: (any Error).self) { try world.send(new, values.merging(["name.en": "Else", "votes": "1001"]) { $1 }, World.analysis) }
        try world.send("leadership/actors/{actor}/remove", [:], ["actor": made.key.text])
        #expect(try world.state.actors[made.key] == nil && world.state.actors.count == 4)
    }
}
