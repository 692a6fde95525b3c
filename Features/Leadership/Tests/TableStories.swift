import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Leadership

@Suite("Actors and issues from a table")
struct TableStories {
    @Test("a line is an actor on an issue; read again it changes nothing; what is taken out comes in again unchanged")
    func roundTrip() async throws {
        let world = try World.entered(), state = try world.state
        #expect(state.issues(of: ID("n1")).map { $0.issue.title.plain() } == ["Fees", "Rule"] && state.actors.count == 4)
        #expect(try world.rows(World.table).events.isEmpty)
        let file = try await world.page("leadership/analyses/{analysis}/table.csv", World.analysis)
        #expect(try world.rows(file).events.isEmpty && world.rows(file).faults.isEmpty, "\(file)")
        let changed = try world.rows("actor,issue,position\nNorth,Fees,-2\nNew,Fees,1\n")
        #expect(changed.newActors == 1 && changed.changed == 1 && changed.newIssues == 0 && changed.faults.isEmpty)
    }

    @Test(
        "each fault is told with its line",
        arguments: [
            ("actor,issue,position\nNorth,Fees,3\n", "leadership.import.number"), ("actor,issue,salience\nNorth,Fees,-1\n", "leadership.import.number"),
            ("actor,issue,votes\nNorth,Fees,many\n", "leadership.import.number"), ("actor,issue,kind\nNorth,Fees,person\n", "leadership.import.kind"),
            ("actor,issue,position\nNorth,Fees,1\nNorth,Fees,2\n", "leadership.import.twice"), ("actor,issue\n,Fees\n", "pages.import.blank"),
            ("actor,issue\nNorth,Fees,3,4\n", "leadership.import.misfit"),
        ])
    func faults(text: String, key: String) throws {
        let rows = try World.entered().rows(text)
        #expect(rows.faults.map(\.key) == [key] && rows.faults.first?.line == (text.contains("twice") || key.hasSuffix("twice") ? 3 : 2), "\(rows.faults)")
    }

    @Test("more issues or actors than are compared are refused line by line, and a file without its columns as a whole")
    func limits() throws {
        let world = try World.entered()
        let many = "actor,issue,position\n" + (1...25).map { "North,Issue \($0),1\n" }.joined()
        #expect(try world.rows(many).faults.count == 7, "two there already, twenty at most")
        let crowd = "actor,issue,position\n" + (1...60).map { "Actor \($0),Fees,1\n" }.joined()
        #expect(try world.rows(crowd).faults.count == 4)
        #expect(throws: Refusal.self) { try world.rows("who,what\na,b\n") }
        #expect(throws: Refusal.self) { try world.rows("") }
    }

    @Test("every shape that was ever stored is still read")
    func forever() throws {
        let id: ID<LeadershipAnalysis> = ID("a")
        let full = LeadershipAnalysis(
            title: Localized("Arena"), question: Localized("Who?"), body: ID("plenary"),
            rule: BodyRule(quota: .init(numerator: 3, denominator: 4), isMoreThan: true, quorum: nil, abstentionsCount: false, isOneEach: true, entitled: 186), asksOfPeople: true)
        try expectEventsAreForever(
            Leadership.self,
            today: [
                .viewQuoted(.arenas, QuotedView(concept: Localized("Arenas"), leadership: Localized("Brokers"), source: Localized("Somewhere"))),
                .analysisDescribed(id: id, LeadershipAnalysis(title: Localized("Arena"))), .analysisDescribed(id: id, full),
                .viewAnswered(analysis: id, .structural, [DiagnosisAnswer(question: 2, answer: Localized("Slowly"), evidence: Localized("Minutes"))]),
                .framed(analysis: id, Framing(scores: [.init(view: .cultural, statement: 1, score: 4)], because: Localized("So"))),
                .issueDescribed(id: ID("i"), ArenaIssue(analysis: id, title: Localized("Fees"))),
                .actorDescribed(id: ID("x"), ArenaActor(analysis: id, name: Localized("North"))),
                .actorDescribed(
                    id: ID("y"),
                    ArenaActor(
                        analysis: id, name: Localized("South"), kind: .region, votes: 3, power: 4, because: Localized("Votes"),
                        stances: [ArenaStance(issue: ID("i"), position: -2, salience: 4), ArenaStance(issue: ID("j"), position: nil, salience: 1)])),
                .issueRemoved(id: ID("j")), .actorRemoved(id: ID("x")), .analysisWithdrawn(id: ID("b"), because: "Over"),
            ])
        try expectEventsAreForever(LeadershipAccesses.self, today: [.read(.analysis, analysis: id), .read(.list, analysis: nil)])
    }
}
