import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

/// How records of ideas are found again, and who is counted beside them.
@Suite("Records of ideas, where there are many")
struct IdeaListStories {
    private static func world(_ count: Int) throws -> World {
        var world = World()
        for number in 1...count {
            var idea = EarlierIdea(putIn: .testDay.adding(days: -number))
            if number % 2 == 0 { idea.title = Localized("Idea \(number)") }
            world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: try #require(ID("i-\(number)")), idea)))
        }
        return world
    }

    @Test("the oldest is reached page by page")
    func pages() async throws {
        let world = try IdeaListStories.world(351), first = try await world.page(IdeaPath.front), last = try await world.page(IdeaPath.front, query: ["page": "8"])
        #expect(first.contains("id=\"i-1\"") && first.contains("id=\"i-50\"") && !first.contains("id=\"i-51\"") && first.contains("page=2") && first.contains("The newest first."))
        #expect(last.contains("id=\"i-351\"") && !last.contains("id=\"i-350\"") && last.contains("page=7"))
        #expect(try await !IdeaListStories.world(50).page(IdeaPath.front).contains("page=2"))
    }

    @Test("each is found by its title and code, by those who may know the records, and leads to its own page")
    func search() async throws {
        var world = try IdeaListStories.world(2)
        let found = assessments.search(try world.organisation).filter { $0.kind == "assessments.ideas.kind" }
        #expect(found.map(\.code) == ["i-1", "i-2"] && found.map { $0.title.plain() } == ["i-1", "Idea 2"] && found.map(\.audience) == [.participants, .participants])
        #expect(found.map(\.path) == ["assessments/ideas/i-1", "assessments/ideas/i-2"] && found.map { $0.form?.path } == [nil, "assessments/ideas/i-2/edit"])
        #expect(try await world.page("assessments/ideas/{idea}", as: .bruno, ["idea": "i-2"]).contains("Staff"))
        await #expect(throws: Missing.self) { try await world.page("assessments/ideas/{idea}", as: .public, ["idea": "i-2"]) }
        var measures = ChainMeasures()
        measures.readers = .staff
        world.tell(Proposal(IdeaLedger.self, .measuresDescribed(measures)))
        #expect(assessments.search(try world.organisation).filter { $0.kind == "assessments.ideas.kind" }.map(\.audience) == [.staff, .staff])
        await #expect(throws: Missing.self) { try await world.page("assessments/ideas/{idea}", as: .bruno, ["idea": "i-2"]) }
    }

    @Test("an objective that its reader may not see is not named")
    func objective() async throws {
        var world = World(), idea = EarlierIdea(putIn: .testDay.adding(days: -9)), measures = ChainMeasures()
        (idea.objective, measures.readers) = (ID("o1"), .everyone)
        world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: ID("i-1"), idea)), Proposal(IdeaLedger.self, .measuresDescribed(measures)))
        let one = ["idea": "i-1"]
        #expect(try await world.page("assessments/ideas/{idea}", as: .public, one).contains("Able people"))
        world.tell(Proposal(Plan.self, .planDescribed(id: ID("now"), StrategicPlan(title: Localized("Plan"), from: .testDay.adding(days: -100), until: .testDay.adding(days: 900), status: .draft))))
        #expect(try await !world.page("assessments/ideas/{idea}", as: .public, one).contains("Able people"))
        #expect(try await world.page("assessments/ideas/{idea}", one).contains("Able people"))
    }

    @Test("the people of a team are those of its directorate where both are given, and its own where they are not")
    func staff() async throws {
        var world = World()
        for (id, above) in [("t1", "u1"), ("t2", "t1"), ("d1", "u1")] {
            let unit = Unit(name: Localized("Unit \(id)"), kind: id == "d1" ? .directorate : .team, answersTo: .unit(try #require(ID(above))))
            world.tell(Proposal(Register.self, .unitDescribed(id: try #require(ID(id)), unit), on: .beginning))
        }
        let register = try world.organisation[Register.self]
        func people(_ staff: (String, Double)...) throws -> Double {
            var measures = ChainMeasures()
            measures.staff = try staff.map { .init(unit: try #require(ID($0.0)), people: $0.1) }
            return measures.people(in: register)
        }
        #expect(try people(("u1", 20), ("t1", 5)) == 20 && people(("t1", 5), ("u2", 7)) == 12 && people(("t1", 5), ("t2", 2)) == 5 && people(("t2", 2), ("u1", 20)) == 20)
        #expect(try people(("u1", 20), ("d1", 5)) == 25, "a directorate is none of another's teams")
        let form = try await world.page(IdeaPath.measures)
        #expect(form.contains("Where people are given in Unit u1 as well") && form.ranges(of: "as well, they count with those").count == 2)
    }

    @Test("regions say of how many Members they speak, and those without a region are named")
    func regions() async throws {
        var (world, round) = try World.begun("chain")
        try world.sheets(round, Seat(group: ID("staff")), [1, 2, 3], named: "s")
        try world.send("assessments/rounds/{round}/close", [:], round)
        let alone = Member(name: Localized("Alone"), region: nil, code: "c1")
        world.tell(Proposal(Register.self, .memberDescribed(id: ID("c1"), alone), on: .beginning), Proposal(Register.self, .memberJoined(id: ID("c1")), on: .beginning))
        for number in 1...5 {
            let put = Day.testDay.adding(days: -700)
            var idea = EarlierIdea(putIn: put)
            (idea.screened, idea.isPassed, idea.decided, idea.funded, idea.firstUse) = (put, true, put, put, put)
            idea.uses = [.init(ID("c1"), on: put)] + (number == 1 ? [.init(ID("a1"), on: put), .init(ID("a2"), on: put)] : [])
            world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: try #require(ID("i-\(number)")), idea)))
        }
        let page = try await world.page("assessments/rounds/{round}", round)
        for name in ["Region aa", "Region bb", "Without a region"] { #expect(page.contains("<dt>\(name)</dt>"), "\(name)") }
        #expect(page.contains("10%; any of it: 2 of 4 Members") && page.contains("0%; any of it: 0 of 4 Members") && page.contains("100%; any of it: 1 of 1 Member<"), "\(page)")
    }

    @Test("a score of an earlier period that rests on other measures says so, and one that rests on the same does not")
    func trend() async throws {
        func page(_ early: Bool) async throws -> String {
            var (world, round) = try World.begun("chain")
            try world.sheets(round, Seat(group: ID("staff")), [1, 2, 3], named: "s")
            try world.send("assessments/rounds/{round}/close", [:], round)
            // Of the earlier ones only some, or all, were decided; all of the later ones were.
            for number in 1...20 {
                let put = Day.testDay.adding(days: number > 10 ? -100 : -600), isDecided = early || number > 10
                var idea = EarlierIdea(putIn: put)
                (idea.screened, idea.isPassed, idea.decided) = (put.adding(days: 5), true, isDecided ? put.adding(days: 20) : nil)
                world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: try #require(ID("i-\(number)")), idea)))
            }
            return try await world.page("assessments/rounds/{round}", round)
        }
        let mixed = try await page(false), alike = try await page(true)
        #expect(mixed.contains("(other measures)") && mixed.contains("do not show a change"))
        #expect(alike.contains("chain-trend") && !alike.contains("(other measures)") && !alike.contains("do not show a change"))
    }

    @Test("whoever is let in later reads neither what a record said to fewer, nor what was removed from it")
    func strictest() throws {
        var world = World(), measures = ChainMeasures()
        let first = EarlierIdea(title: Localized("Close the office"), putIn: .testDay), second = EarlierIdea(title: Localized("Open windows"), putIn: .testDay), id: ID<EarlierIdea> = ID("i-1")
        func audience(_ event: IdeaLedger.Event) throws -> Audience { tellIdeas(event, try world.organisation).audience }
        world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: id, first)), Proposal(IdeaLedger.self, .ideaRecorded(id: id, second)))
        #expect(try Viewer.bruno.belongs(to: audience(.ideaRecorded(id: id, first))), "who could read it then may")
        measures.readers = .staff
        world.tell(Proposal(IdeaLedger.self, .measuresDescribed(measures)))
        #expect(try !Viewer.bruno.belongs(to: audience(.ideaRecorded(id: id, second))))
        measures.readers = .participants
        world.tell(Proposal(IdeaLedger.self, .measuresDescribed(measures)))
        #expect(try !Viewer.bruno.belongs(to: audience(.ideaRecorded(id: id, first))) && Viewer.bruno.belongs(to: audience(.ideaRecorded(id: id, second))))
        #expect(try !Viewer.bruno.belongs(to: audience(.ideaRemoved(id: id, because: "?"))) && Viewer.amina.belongs(to: audience(.ideaRemoved(id: id, because: "?"))))
    }

    @Test("nothing was put in before there were registers")
    func old() throws {
        var world = World()
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "put-in", ofFieldAlone: true)) { try world.send(IdeaPath.new, ["idea": "x-1", "put-in": "0001-01-01", "origin": "staff"]) }
    }
}
