import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

/// The sentence that a round of the value chain is headed by, in each of its cases.
@Suite("What a round of the value chain is headed by")
struct ChainHeadlineStories {
    /// Rounds and records of which the links' scores are known.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Link by link, in fifths of a point.
        var people = [1.4, 1.4, 1.4, 1.4, 1.4, 1.4]
        var sheets = 5
        var apart = 0.5
        /// Whether somebody says how many people there are, and so what link 1 is.
        var isStaffKnown = true
        var isUsed = true
        var ideas = 12
        /// Of the shipped framework, those that the copy keeps.
        var kept = ValueChainFigures.links
        /// A category that the model does not know, and what people say of it.
        var besides: Double?
        let says: String
    }

    // The records show 1, 1.4, 1.4, 2.3, 1, 1; where nobody uses anything link 5 is 3, and of link 6 nothing is known.
    private static let cases = [
        Case(testDescription: "they agree", people: [1.4, 1.4, 1.4, 2.4, 1.4, 1.4], says: "People and records agree: the weakest is 4 Selection."),
        Case(
            testDescription: "no link apart, another weakest", people: [1.4, 2.4, 1.4, 2, 1.4, 1.4], apart: 1,
            says: "People and records are much alike on every link, but people call 2 Ideas across units weakest and the records show 4 Selection."),
        Case(
            testDescription: "no link apart, another type", people: [1.4, 2.2, 1.4, 2.4, 1.4, 1.4], apart: 1,
            says: "People and records are much alike on every link, but differ on the type: people say idea-poor, conversion-poor, the records show conversion-poor."),
        Case(
            testDescription: "another weakest", people: [1.4, 1.4, 1.4, 1.4, 1.4, 3], says: "People and records disagree: people call 6 Spread weakest, the records show 4 Selection."),
        Case(
            testDescription: "another type", people: [1.4, 2.2, 1.4, 2.4, 1.4, 1.4],
            says: "People and records disagree on the type: people say idea-poor, conversion-poor, the records show conversion-poor."),
        Case(
            testDescription: "one link apart", people: [1.4, 2, 1.4, 2.4, 1.4, 1.4],
            says: "People and records name the same weakest link and lie apart on 2 Ideas across units: 2.0 (middling) against 1.4 (strong)."),
        Case(
            testDescription: "people's weakest is unknown to the records", people: [1.4, 2, 2.6, 1.4, 1.6, 3], isUsed: false,
            says:
                "People call 6 Spread weakest; the records know nothing of 6 Spread. Of the links that both know, people call 3 Ideas from outside weakest, the records show 5 Development."),
        Case(
            testDescription: "another link is unknown to the records", people: [1.4, 1.4, 1.4, 2.4, 1.4, 1.4], isStaffKnown: false,
            says: "Of the links that both know, people and records agree: the weakest is 4 Selection. The records know nothing of 1 Ideas within units."),
        Case(
            testDescription: "records know what people were not asked", kept: ["inside", "across"],
            says:
                "The records show 4 Selection weakest; of 3 Ideas from outside, 4 Selection, 5 Development, 6 Spread people were not asked, or too few answered. "
                + "Of the links that both know, people and records agree: the weakest is 2 Ideas across units."),
        Case(
            testDescription: "people rate what the model does not know", people: [1.4, 1.4, 1.4, 2.4, 1.4, 1.4], besides: 3,
            says: "People call Luck weakest; the records know nothing of Luck. Of the links that both know, people and records agree: the weakest is 4 Selection."),
        Case(
            testDescription: "one link in common", people: [1, 1, 1, 1, 1, 2.4], kept: ["spread"],
            says:
                "The records show 4 Selection weakest; of 1 Ideas within units, 2 Ideas across units, 3 Ideas from outside, 4 Selection, 5 Development people were not asked, or too few answered. "
                + "The one link of which both people and records know something is 6 Spread: people say weak (2.4), the records show strong (1.0)."),
        Case(
            testDescription: "no link in common", people: [1, 1, 1, 1, 1, 2.4], isUsed: false, kept: ["spread"],
            says: "There is no link of which both people and records know something: people call 6 Spread weakest, the records show 5 Development."),
        Case(testDescription: "too few people answered", sheets: 2, says: "Too few people answered to hold what the records show against."),
        Case(testDescription: "too few ideas", ideas: 2, says: "The records say nothing yet: it takes 5 ideas at each step."),
    ]

    @Test("the headline says what holds, and of which links", arguments: cases)
    func headline(_ one: Case) async throws {
        let (world, round) = try one.answered()
        let page = try await world.page("assessments/rounds/{round}", round), said = page.firstMatch(of: /class="note"><strong>([^<]*)/).map { String($0.output.1) }
        #expect(said == one.says, "\(said ?? page)")
    }

    @Test("a score that rests on some of a link's measures says on how many")
    func makeUp() async throws {
        let (world, round) = try Case(testDescription: "", isUsed: false, says: "").answered(), page = try await world.page("assessments/rounds/{round}", round)
        #expect(page.contains("weak · 1 of 2 measures") && !page.contains("3 of 3 measures"))
        let (whole, its) = try Case(testDescription: "", says: "").answered()
        #expect(try await !whole.page("assessments/rounds/{round}", its).contains("of 2 measures"))
    }
}

extension ChainHeadlineStories.Case {
    /// A closed round, and the records beside it.
    fileprivate func answered() throws -> (world: World, round: [String: String]) {
        var world = World(), framework = ["framework": "chain"]
        framework["framework"] = String(try world.send(AssessmentPath.newFramework, ["from": "chain"]).split(separator: "/").last ?? "")
        for link in ValueChainFigures.links where !kept.contains(link) {
            try world.send("assessments/frameworks/{framework}/categories/{category}/remove", ["because": "Not asked"], framework.merging(["category": link]) { $1 })
        }
        let id = try #require(framework["framework"].flatMap { ID<Framework>($0) })
        if besides != nil { try addLuck(to: id, &world) }
        let path = try world.send(
            AssessmentPath.newRound, ["framework": id.text, "title.en": "Round", "readers": "everyone", "least": "3", "group-1.en": "Staff", "kind-1": "staff"])
        let round = ["round": String(path.split(separator: "/").last ?? "")]
        try world.send("assessments/rounds/{round}/open", [:], round)
        try answer(id, round, &world)
        try world.send("assessments/rounds/{round}/close", [:], round)
        var measures = ChainMeasures()
        (measures.apart, measures.staff) = (apart, isStaffKnown ? [.init(unit: ID("u1"), people: 1)] : [])
        world.tell(Proposal(IdeaLedger.self, .measuresDescribed(measures)))
        for number in 1...ideas { world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: try #require(ID("i-\(number)")), idea(number)))) }
        return (world, round)
    }

    private func addLuck(to id: ID<Framework>, _ world: inout World) throws {
        var framework = try #require(try world.state.frameworks[id]), luck = try #require(framework.categories.last)
        (luck.id, luck.title) = (ID("luck"), Localized("Luck"))
        luck.statements = luck.statements.prefix(1).map { statement in
            var statement = statement
            statement.id = ID("luck-1")
            return statement
        }
        framework.categories.append(luck)
        world.tell(.frameworkDescribed(id: id, framework))
    }

    private func answer(_ framework: ID<Framework>, _ round: [String: String], _ world: inout World) throws {
        let id = try #require(round["round"].flatMap { ID<AssessmentRound>($0) })
        for number in 0..<sheets {
            for category in try world.state.frameworks[framework]?.categories ?? [] {
                let mean = ValueChainFigures.links.firstIndex(of: category.id.text).map { people[$0] } ?? besides ?? 1
                // So many fifths above 1, one for each of five, and from the first again.
                let fifths = Int((mean * 5).rounded()) - 5, value = 1 + fifths / 5 + (number < fifths % 5 ? 1 : 0)
                world.tell(
                    .sheetAnswered(
                        id: try #require(ID("s-\(number)")), round: id, Seat(group: ID("staff")), category: category.id, category.statements.map { Score(statement: $0.id, value: value) }))
            }
        }
    }

    /// All wait two hundred days for a decision and serve no objective; the even ones pass and, where anything is used, are soon used by most.
    private func idea(_ number: Int) -> EarlierIdea {
        let putIn = Day.testDay.adding(days: -700 + number), isEven = number % 2 == 0, decided = putIn.adding(days: 200), use = decided.adding(days: 60)
        var idea = EarlierIdea(putIn: putIn)
        (idea.source, idea.units) = (number % 3 == 0 ? .member : .staff, isEven && number > 4 ? [ID("u1"), ID("u2")] : [ID("u1")])
        (idea.screened, idea.isPassed, idea.decided) = (putIn.adding(days: 100), isEven, decided)
        if isEven { idea.funded = decided }
        if isEven, isUsed {
            idea.firstUse = use
            idea.uses = ["a1", "a2", "a3", "a4", "b1", "b2"].compactMap { ID<Member>($0).map { IdeaRecord.Use($0, on: use.adding(days: 30)) } }
        }
        return idea
    }
}
