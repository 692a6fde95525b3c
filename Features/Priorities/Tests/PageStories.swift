import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Priorities

@Suite("What Members and readers see of priorities")
struct PageStories {
    private let count = "priorities/{round}/count", own = "priorities/{round}/members/{member}", candidate = "priorities/{round}/candidates/{candidate}"

    @Test("where the views disagree, that is said in words")
    func disagreement() async throws {
        let page = try await World.begun().page(count)
        #expect(page.contains("From 6 ballots of 7 Members, by Borda: Safety, Trade."))
        #expect(page.contains("Every region alike: Green instead of Trade."))
        #expect(page.contains("Counting Members alike and counting regions alike do not give the same list."))
        #expect(page.contains("Approval: Green also, tied for the last place."))
        #expect(page.contains("Each region finds at least 1 of its own first 2 in the list."))
        #expect(page.contains("Without Region aa: Green instead of Trade.") && page.contains("1 more ballot would be enough."))
        #expect(page.contains("No place among the first 2 is certain: 1 Member was silent."))
        var sure = try World.begun()
        sure.box.asked.removeAll { $0 == ID("a4") }
        #expect(try await sure.page(count).contains("No Member that was asked is silent."))
    }

    @Test("the answer comes first, then the way to the parts that it rests on")
    func answerFirst() async throws {
        let page = try await World.begun().page(count)
        func place(_ text: String) throws -> String.Index { try #require(page.firstRange(of: text)?.lowerBound, "\(text)") }
        #expect(try place("What the count proposes") < place("Every region alike: Green instead of Trade."))
        #expect(try place("Every region alike: Green instead of Trade.") < place("On this page"))
        #expect(try place("On this page") < place("By different rules"))
        for id in ["support-part", "rules-part", "views-part", "regions-part", "firmness-part", "how-part"] {
            #expect(page.contains("href=\"#\(id)\"") && page.contains("id=\"\(id)\""), "\(id)")
        }
    }

    @Test("who named nothing and who was not asked has not been silent")
    func heard() async throws {
        var world = try World.begun()
        #expect(try await world.page("priorities").contains("1 has not answered."))
        world.box.namingNothing = [ID("a4")]
        #expect(try await world.page("priorities").contains("1 answered and named nothing."))
        world.box.namingNothing = []
        world.box.passedOver = [ID("a4")]
        let page = try await world.page("priorities")
        #expect(page.contains("1 was not asked this") && !page.contains("not answered"))
        #expect(try await world.page(count).contains("No Member that was asked is silent."))
    }

    @Test("a question is called by its survey too; the survey's page leads to the round, and says where options came from")
    func fed() async throws {
        var world = try World.begun()
        world.box.wholeTitle = Localized("The survey of this year")
        #expect(try await world.page("priorities/{round}/edit").contains("What comes first? — The survey of this year"))
        let survey = try #require(Reference("surveys:s1"))
        func aspects(_ world: World) throws -> String { try world.house.aspects(of: survey, for: world.visit(as: .bruno)).map(\.content.text).joined() }
        #expect(try aspects(world).contains("is counted in: <a href=\"/test/priorities/n1\">") && !aspects(world).contains("come from"))
        world.box.options[0].listed = "n2"
        #expect(try aspects(world).contains("Options of “What comes first?” come from"))
    }

    @Test("beside what was adopted stands its place in the count, and what the count proposed besides, with the reason")
    func besideTheCount() async throws {
        var world = try World.begun()
        let decision = World.decision.merging(["place-n2": [""], "place-n5": ["2"], "because.en": ["The regions asked for it."]]) { $1 }
        try world.send("priorities/{round}/adopt", decision)
        let page = try await world.page("priorities/{round}")
        #expect(page.contains("place 3 in the count") && page.contains("1 that the count proposed was not adopted:") && page.contains("The regions asked for it."))
        let table = try await world.page("priorities/{round}/count.csv")
        #expect(table.contains("proposed,adopted,reason") && table.contains("1,,The regions asked for it."))
        // Whoever records another one begins with the list, and gives reasons of its own.
        let form = try await world.page("priorities/{round}/adopt")
        #expect(form.contains("<option value=\"2\" selected") && !form.contains("The regions asked for it.") && !form.contains("Decision 7"))
    }

    @Test("a Member sees how its ballot counted, where its own priorities ended, how its region differs; nobody else's Member does")
    func ownBallot() async throws {
        var world = try World.begun()
        try world.send("priorities/{round}/adopt", World.decision)
        let page = try await world.page(own, as: .bruno, ["member": "a1"])
        #expect(page.contains("Its first 2: 1 of them among the first 2 of all Members.") && page.contains("1 was adopted.") && page.contains("as number 2"))
        #expect(page.contains("of its share it paid 100% for “Trade”; 0% was left"))
        #expect(page.contains("“Revenue” stands higher in its region: place 2 instead of 4."))
        await #expect(throws: Missing.self) { try await world.page(own, as: .bruno, ["member": "b1"]) }
        await #expect(throws: Missing.self) { try await world.page(own, as: .public, ["member": "a1"]) }
        #expect(try await world.page(own, as: .amina, ["member": "b1"]).contains("Where its own priorities ended"))
        await #expect(throws: Missing.self, "who was silent has no ballot") { try await world.page(own, as: .amina, ["member": "a4"]) }
    }

    @Test("who supports a candidate stands there in numbers by region, and by name where the Member lets it")
    func supporters() async throws {
        let world = try World.begun()
        let bruno = try await world.page(candidate, as: .bruno, ["candidate": "n2"])
        #expect(bruno.contains("Member a1") && bruno.contains("Member a3") && !bruno.contains("Member a2") && bruno.contains("1 more Member did not let its ballot be read"))
        #expect(try await world.page(candidate, as: .amina, ["candidate": "n2"]).contains("Member a2"))
        #expect(try await world.page(candidate, as: .greta, ["candidate": "n4"]).contains("Member b2"), "its own people read it")
    }

    @Test("what the ballots came to is seen by those who may see the survey's results, and not earlier; candidates are seen before")
    func later() async throws {
        let world = try World.begun(audience: .staff)
        #expect(try await world.page(count, as: .bruno).contains("is not open to you yet"))
        let page = try await world.page("priorities/{round}", as: .bruno)
        #expect(page.contains("Safety") && !page.contains("%"))
        for path in ["priorities/{round}/count.csv", "priorities/{round}/ballots.toi"] { await #expect(throws: Missing.self) { try await world.page(path, as: .bruno) } }
        await #expect(throws: Missing.self) { try await world.page(own, as: .bruno, ["member": "a1"]) }
        #expect(try await world.page(count, as: .amina).contains("From 6 ballots"))
        await #expect(throws: Missing.self, "a round for those who take part") { try await world.page("priorities/{round}", as: .public) }
    }

    @Test("regions with few ballots are withheld, also by subtraction and by name")
    func few() async throws {
        let page = try await World.begun(cell: 2).page(count, as: .bruno)
        // C has one ballot; B is hidden with it, and of one region alone nothing is common or regional.
        #expect(!page.contains("Region by region") && !page.contains("Without Region bb") && page.contains("Without Region aa"))
        for path in ["priorities/{round}", candidate, own] {
            let page = try await World.begun(cell: 2).page(path, as: .greta, ["candidate": "n4", "member": "b2"])
            #expect(!page.contains("Shared") && !page.contains("Region cc (1)"), "\(path)")
        }
        #expect(try await World.begun(cell: 2).page(own, as: .greta, ["member": "b2"]).contains("withheld"))
        #expect(try await !World.begun(cell: 7).page("priorities/{round}", as: .bruno).contains("%"))
        let table = try await World.begun(cell: 2).page("priorities/{round}/count.csv", as: .bruno)
        #expect(table.contains("place_in_aa") && !table.contains("place_in_bb") && !table.contains("place_in_cc"))
        #expect(try await World.begun(cell: 2).page("priorities/{round}/count.csv").contains("place_in_cc"))
        #expect(try await World.begun(cell: 7).page(count, as: .bruno).contains("Fewer than 7 Members have a ballot"))
    }

    @Test("pages of every state are there: nothing proposed, proposed and not asked, dropped, adopted, answered")
    func states() async throws {
        #expect(try await World().page("priorities").contains("No priorities have been looked for yet"))
        var world = World()
        try world.send("priorities/new", World.settings.merging(["box": [""]]) { _, own in own })
        #expect(try await world.page("priorities/{round}").contains("No candidates yet"))
        #expect(try await world.page(count).contains("No ballots are counted in this round."))
        world = try World.begun()
        try world.send("\(candidate)/drop", ["because": ["Not <ours>"]], ["candidate": "n3"])
        #expect(try await world.page("priorities/{round}").contains("Dropped: Not &lt;ours&gt;"))
        try world.send("priorities/{round}/adopt", World.decision)
        try world.send("\(candidate)/answer", ["things": ["plan:o1"]], ["candidate": "n4"])
        let page = try await world.page("priorities/{round}")
        #expect(page.contains("Assembly adopted 2 priorities") && page.contains("Nothing in the plan answers it yet"))
        for form in ["edit", "answer"] { #expect(try await !world.page("\(candidate)/\(form)", ["candidate": "n4"]).isEmpty) }
        for form in ["edit", "adopt"] { #expect(try await !world.page("priorities/{round}/\(form)").isEmpty) }
    }
}
