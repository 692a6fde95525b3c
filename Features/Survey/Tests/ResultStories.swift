import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("What came of a survey")
struct ResultStories {
    /// Four Members answer the eleven questions: three want trade first, one revenue.
    private func world(cell: Int = 0) throws -> World {
        var world = try World.opened()
        let answers: [(String, [Int], Response, Consent)] = [
            ("fik", [1, 2], .chosen([1], other: nil), .participants), ("gol", [1], .chosen([1], other: nil), .nobody), ("hav", [1, 3, 2], .chosen([2], other: nil), .everyone),
            ("isl", [2], .chosen([], other: "Half a plan"), .nobody),
        ]
        for (name, ranked, plan, consent) in answers {
            let given = [
                Given(question: ID("n3"), response: plan), Given(question: ID("n5"), response: name == "isl" ? .notApplicable : .step(ranked.count)),
                Given(question: ID("n6"), response: .ranked(ranked)), Given(question: ID("n7"), response: .points(name == "isl" ? [0, 100, 0] : [60, 40, 0])),
                Given(question: ID("n8"), response: .number(Double(ranked.count * 10))), Given(question: ID("n11"), response: .matrix([ranked.first, 0])),
                Given(question: ID("n12"), response: .text(Prose("Said by \(name)"))),
            ]
            let answer = Submitted(given: given, desk: .member, clearedBy: .chen, received: nil, consent: consent)
            world.tell(Proposal(Answers.self, .answerSubmitted(survey: ID("n1"), member: ID<Member>(name) ?? ID("x"), answer: answer)))
        }
        if cell > 0 {
            var survey = try #require(try world.surveys.surveys[ID("n1")])
            survey.smallestCell = cell
            world.tell(Proposal(Surveys.self, .surveyDescribed(id: ID("n1"), survey)))
        }
        return world
    }

    private func tally(_ id: ID<Question>) throws -> Tally {
        let world = try world(), organisation = try world.organisation
        let reading = try SurveyReading(visit(try House([survey]), organisation, as: .amina), ID("n1"))
        return Tally(id, try #require(organisation[Surveys.self].questions[id]), Respondents(reading).all)
    }

    @Test("each kind of question is counted as it is, one Member one answer")
    func counted() throws {
        let single = try tally(ID("n3"))
        #expect(single.options.counts == [2, 1, 1] && single.answered == 4)
        let scale = try tally(ID("n5"))
        #expect(scale.options.counts == [1, 1, 1, 0, 0] && scale.answered == 3 && scale.notApplicable == 1)
        let ranking = try tally(ID("n6"))
        #expect(ranking.ranked(within: 1).counts == [3, 1, 0])
        // Of 2 points each: trade 2+2+2+½, revenue 1+½+0+2, safety 0+½+1+½; those left out share what is left.
        #expect(ranking.bordaShares.map { ($0 * 8 * 10).rounded() / 10 } == [6.5, 3.5, 2])
        #expect(try tally(ID("n7")).meanShares == [0.45, 0.55, 0])
        #expect(try tally(ID("n8")).numbers.map(\.value).sorted() == [10, 10, 20, 30])
        let rows = try tally(ID("n11")).rows
        #expect(rows.map(\.columns.counts) == [[3, 1], [0, 0]] && rows.map(\.notApplicable) == [0, 4])
    }

    @Test(
        "what is hidden does not follow from what is shown",
        arguments: [([9, 8, 2], [true, false, false]), ([9, 2, 2], [true, false, false]), ([9, 0, 5], [true, true, true]), ([1], [false]), ([3, 3], [true, true])])
    func hidden(_ counts: [Int], _ shown: [Bool]) {
        #expect(disclosed(counts, least: 3) == shown)
        let hidden = zip(counts, disclosed(counts, least: 3)).filter { !$0.1 }.map(\.0)
        #expect(hidden.isEmpty || counts.count == 1 || hidden.count > 1 && hidden.reduce(0, +) >= 3)
    }

    @Test("those see the results for whom they are, once they are to see them; the Secretariat from the first answer")
    func readers() async throws {
        let world = try world(), place = ["survey": "n1"], late = Day(2027, 2, 1) ?? .beginning
        let path = "surveys/{survey}/results"
        #expect(try await world.page(path, as: .amina, place).contains("Chosen most: Yes"))
        let early = try await world.page(path, as: .bruno, place)
        #expect(early.contains("once the survey is closed") && !early.contains("Chosen most"))
        #expect(try await world.page(path, as: .bruno, place, on: late).contains("Chosen most: Yes"))
        await #expect(throws: Missing.self) { try await world.page(path, as: .public, place, on: late) }
    }

    @Test("no day in the future opens them, and none in the past shows fewer than may be shown")
    func days() async throws {
        let world = try world(), organisation = try world.organisation, late = Day(2027, 2, 1) ?? .beginning
        let visit = visit(try House([survey]), organisation, as: .bruno, times: Times(asOf: late, today: .testDay))
        #expect(try !SurveyReading(visit, ID("n1")).areResultsOpen)
    }

    @Test("own words are read under a Member's name by whom it let, by itself, and by the Secretariat")
    func consent() async throws {
        let world = try world(), late = Day(2027, 2, 1) ?? .beginning
        let staff = try await world.page("surveys/{survey}/results", as: .amina, ["survey": "n1"], on: late)
        #expect(["fik", "gol", "hav", "isl"].allSatisfy { staff.contains("Said by \($0)") })
        let goran = try await world.page("surveys/{survey}/results", as: .goran, ["survey": "n1"], on: late)
        #expect(["fik", "gol", "hav"].allSatisfy { goran.contains("Said by \($0)") } && !goran.contains("Said by isl") && !goran.contains("Half a plan"))
    }

    @Test("few are not shown where the survey says so, nor by subtraction; the Secretariat sees them")
    func few() async throws {
        let world = try world(cell: 3), late = Day(2027, 2, 1) ?? .beginning
        let page = try await world.page("surveys/{survey}/results", as: .bruno, ["survey": "n1"], on: late)
        #expect(page.contains("Figures of groups of which fewer than 3 Members answered are not shown.") && !page.contains("Region by region"))
        #expect(try await world.page("surveys/{survey}/results", as: .amina, ["survey": "n1"], on: late).contains("Region by region"))
    }

    @Test("figures keep to what those asked were on the day of the opening: one that moves, or takes a seat, makes no difference to them")
    func frozen() throws {
        var world = try world()
        let before = try Respondents(world.reading(as: .amina), .raked), gol = ID<Member>("gol")
        let seat = Mandate(body: ID("council"), member: try #require(gol), from: .beginning)
        world.tell(
            Proposal(Register.self, .memberDescribed(id: seat.member, Member(name: Localized("Golmark"), region: ID("south"), code: "GOL"))),
            Proposal(Register.self, .bodyDescribed(id: seat.body, Body(name: Localized("Council"), isPlenary: false))),
            Proposal(Register.self, .mandateGiven(id: ID("seat"), seat)))
        let reading = try world.reading(as: .amina), after = Respondents(reading, .raked)
        #expect(after.regions.map { $0.versions.map(\.member) } == before.regions.map { $0.versions.map(\.member) })
        #expect(after.regions.map { $0.versions.map(\.member.text) } == [["fik", "gol"], ["hav", "isl"]])
        #expect(after.groupings.map(\.key) == before.groupings.map(\.key))
        let ballots = try surveyBallots(BallotGround(world.organisation, present: world.organisation, day: .testDay, today: .testDay, isNow: true))
        #expect(ballots.allSatisfy { $0.regions[seat.member] == ID("north") } && !ballots.isEmpty)
        // The archive says the same.
        let answers = ArchiveContent(reading, .secretariat).answers
        #expect(answers.map { $0.region?.code } == ["N", "N", "S", "S"])
    }
}
