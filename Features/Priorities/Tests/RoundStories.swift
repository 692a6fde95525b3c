import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Priorities

@Suite("From candidates to the list that a body adopts")
struct RoundStories {
    private let merge = "priorities/{round}/merge", adopt = "priorities/{round}/adopt", candidate = "priorities/{round}/candidates/{candidate}"

    @Test("candidates come from the options of the ballots, each once, and by hand; other words leave the earlier ones known")
    func candidates() throws {
        var world = try World.begun()
        #expect(try world.state.standing(in: ID("n1")).map(\.candidate.options) == [[1], [2], [3], [4]])
        #expect(throws: Refusal("priorities.refusal.nothing-taken", field: "options")) { try world.send("priorities/{round}/take", ["options": ["1", "2"]]) }
        try world.send("priorities/{round}/candidates/new", ["title.en": ["By hand"]])
        try world.send("\(candidate)/edit", ["title.en": ["Safer seas"], "options": ["3"]], ["candidate": "n4"])
        #expect(try world.state.earlier[ID("n4")]?.map { $0.title.plain() } == ["Safety"])
        #expect(try world.state.standing(in: ID("n1")).map { $0.candidate.title.plain() } == ["Trade", "Revenue", "Safer seas", "Green", "By hand"])
    }

    @Test("nothing merges into itself or into what is gone, nothing is split into one; each needs a reason")
    func refusals() throws {
        var world = try World.begun()
        #expect(throws: Refusal("priorities.refusal.nothing-to-merge", field: "from")) { try world.send(merge, ["from": ["n2"], "into": ["n2"], "because": ["?"]]) }
        #expect(throws: Refusal("pages.refusal.required", field: "because", ofFieldAlone: true)) { try world.send(merge, ["from": ["n3"], "into": ["n2"]]) }
        #expect(throws: Refusal("priorities.refusal.parts", field: "parts")) { try world.send("\(candidate)/split", ["parts": ["One"], "because": ["?"]], ["candidate": "n2"]) }
        try world.send("\(candidate)/drop", ["because": ["Not ours"]], ["candidate": "n3"])
        #expect(throws: Refusal("pages.refusal.choose", field: "from")) { try world.send(merge, ["from": ["n3"], "into": ["n2"], "because": ["?"]]) }
        #expect(throws: Refusal("priorities.refusal.ended")) { try world.send("\(candidate)/drop", ["because": ["Again"]], ["candidate": "n3"]) }
        #expect(throws: Refusal("priorities.refusal.stands")) { try world.send("\(candidate)/restore", ["because": ["?"]], ["candidate": "n2"]) }
        #expect(throws: Refusal("priorities.refusal.shared-above-common", field: "shared")) {
            try world.send("priorities/{round}/edit", World.settings.merging(["shared": ["90"]]) { _, own in own })
        }
    }

    @Test("a body adopts a list once it is said where, when and, if it is another than the count proposes, why")
    func adoption() throws {
        var world = try World.begun()
        func adopting(_ more: [String: [String]]) throws { try world.send(adopt, World.decision.merging(more) { _, own in own }) }
        #expect(throws: Refusal("priorities.refusal.decided-later", field: "on")) { try adopting(["on": ["\(Day.testDay.adding(days: 1))"]]) }
        #expect(throws: Refusal("priorities.refusal.same-place", ["place": "1"], field: "place-n4")) { try adopting(["place-n2": ["1"]]) }
        #expect(throws: Refusal("priorities.refusal.place-left-out", ["place": "2"], field: "place-n2")) { try adopting(["place-n2": ["3"]]) }
        #expect(throws: Refusal("priorities.refusal.why-another", ["titles": "Trade, Green"], field: "because", ofFieldAlone: true)) { try adopting(["place-n2": [""], "place-n5": ["2"]]) }
        #expect(throws: Refusal("priorities.refusal.why-order", field: "because", ofFieldAlone: true)) { try adopting(["place-n2": ["1"], "place-n4": ["2"]]) }
        try adopting([:])
        #expect(try world.state.place(of: ID("n4")) == 1 && world.state.place(of: ID("n2")) == 2 && world.state.place(of: ID("n3")) == nil)
        #expect(throws: Refusal("priorities.refusal.same-list")) { try adopting([:]) }
        try adopting(["place-n2": [""], "place-n5": ["2"], "because.en": ["The regions asked for it."]])
        #expect(try world.state.adopted(in: ID("n1"))?.adoption.because?.plain() == "The regions asked for it.")
        #expect(try world.state.adoptions[ID("n1")]?.map(\.adoption.proposed) == [[ID("n4"), ID("n2")], [ID("n4"), ID("n2")]])
        #expect(try world.state.adoptions[ID("n1")]?.count == 2 && world.state.place(of: ID("n5")) == 2)
    }

    @Test("what was counted for a decision does not change afterwards; words can still be mended")
    func settled() throws {
        var world = try World.begun()
        try world.send(adopt, World.decision)
        for (path, values) in [(merge, ["from": ["n3"], "into": ["n2"], "because": ["?"]]), ("priorities/{round}/candidates/new", ["title.en": ["Late"]])] {
            #expect(throws: Refusal("priorities.refusal.adopted-already")) { try world.send(path, values) }
        }
        #expect(throws: Refusal("priorities.refusal.adopted")) { try world.send("priorities/{round}/withdraw", ["because": ["?"]]) }
        #expect(throws: Refusal("priorities.refusal.adopted-already")) { try world.send("\(candidate)/edit", ["title.en": ["Trade"], "options": ["2"]], ["candidate": "n2"]) }
        #expect(throws: Refusal("priorities.refusal.adopted-already")) { try world.send("priorities/{round}/edit", World.settings.merging(["size": ["3"]]) { $1 }) }
        try world.send("priorities/{round}/edit", World.settings.merging(["title.en": ["Where to?"]]) { $1 })
        try world.send("\(candidate)/edit", ["title.en": ["Fair trade"], "options": ["1"]], ["candidate": "n2"])
        #expect(try world.state.candidates[ID("n2")]?.title.plain() == "Fair trade" && world.state.adoptedTitle(of: ID("n2"))?.plain() == "Trade")
        #expect(try world.visit().priorities.map { $0.title.plain() } == ["Safety", "Trade"], "what was adopted keeps the words in which it was")
    }

    @Test("numbers of options are those of their ballots; what a form did not show stays; what was dropped is taken up, not proposed anew")
    func hidden() throws {
        var world = try World.begun(["budget": ["10"]])
        #expect(throws: Refusal("priorities.refusal.other-box", field: "box", ofFieldAlone: true)) { try world.send("priorities/{round}/edit", World.settings.merging(["box": [""]]) { $1 }) }
        try world.send("\(candidate)/edit", ["title.en": ["Trade"], "options": ["1"], "cost": ["4"]], ["candidate": "n2"])
        try world.send("priorities/{round}/edit", World.settings)
        try world.send("\(candidate)/edit", ["title.en": ["Fair trade"], "options": ["1"]], ["candidate": "n2"])
        #expect(try world.state.candidates[ID("n2")]?.cost == 4)
        try world.send("\(candidate)/drop", ["because": ["Not ours"]], ["candidate": "n3"])
        #expect(throws: Refusal("priorities.refusal.nothing-taken", field: "options")) { try world.send("priorities/{round}/take", ["options": ["2"]]) }
    }

    @Test("a decision holds from the day on which it was made, and of several the one made last")
    func days() throws {
        var world = try World.begun()
        try world.send(adopt, World.decision)
        let earlier = "\(Day.testDay.adding(days: -30))"
        let decision = World.decision.merging(["on": [earlier], "place-n2": [""], "because.en": ["Only one then"]]) { $1 }
        #expect(throws: Refusal("priorities.refusal.decided-before", ["day": "\(Day.testDay)"], field: "on", isDoubt: true)) { try world.send(adopt, decision) }
        let confirmed = decision.merging(["earlier": [earlier]]) { $1 }
        try world.send(adopt, confirmed)
        #expect(throws: Refusal("priorities.refusal.same-list")) { try world.send(adopt, confirmed) }
        #expect(try world.state.adopted(in: ID("n1"))?.adoption.on == .testDay)
    }

    @Test("a priority is answered by objectives, or it is said why by none; then the thread leads from the survey to the objective")
    func answered() throws {
        var world = try World.begun()
        try world.send(adopt, World.decision)
        #expect(try world.house.findings(on: world.organisation, for: .amina).contains { $0.rule == "priorities.finding-rule.unanswered" })
        #expect(throws: Refusal("priorities.refusal.answer-or-reason", field: "because")) { try world.send("\(candidate)/answer", [:], ["candidate": "n4"]) }
        #expect(throws: Refusal("pages.refusal.choose", field: "things", ofFieldAlone: true)) { try world.send("\(candidate)/answer", ["things": ["register:a1"]], ["candidate": "n4"]) }
        try world.send("\(candidate)/answer", ["things": ["plan:o1"]], ["candidate": "n4"])
        try world.send("\(candidate)/answer", ["because": ["Left to the regions"]], ["candidate": "n2"])
        let findings = try world.house.findings(on: world.organisation, for: .amina)
        #expect(!findings.contains { $0.rule == "priorities.finding-rule.unanswered" } && findings.contains { $0.rule == "priorities.finding-rule.uncalled" && $0.about == [Reference("plan:o2")] })
        let strands = try priorityThread(world.organisation).strands
        #expect(strands.contains { "\($0.from)" == "surveys:s1" && "\($0.to)" == "priorities:n4" } && strands.contains { "\($0.from)" == "priorities:n4" && "\($0.to)" == "plan:o1" })
        #expect(try world.visit().priorities.map { $0.title.plain() } == ["Safety", "Trade"], "for portfolios and reports")
    }

    @Test("mergers in a circle, which only a hostile journal could hold, lead nowhere and end")
    func circle() throws {
        var world = try World.begun()
        world.tell(
            Proposal(Priorities.self, .candidatesMerged(from: [ID("n2")], into: ID("n3"), because: "?")), Proposal(Priorities.self, .candidatesMerged(from: [ID("n3")], into: ID("n2"), because: "?")))
        #expect(try world.state.successors(of: ID("n2")).isEmpty)
        #expect(try world.count.votes.candidates.map(\.text) == ["n4", "n5"])
    }

    @Test("events are forever")
    func forever() throws {
        let candidate = Candidate(round: ID("r"), title: Localized("Trade"), text: Localized("More of it"), origins: [World.question], options: [1, 2], cost: 2.5, order: 7)
        let round = Round(
            title: Localized("Where next?"), introduction: Localized("For the plan"), box: World.question, size: 3, rule: .equalShares, commonFrom: 75, sharedFrom: 30, guarantee: 20,
            budget: 100, unit: Localized("posts"), readers: .everyone, source: Localized("Here"))
        let adoption = Adoption(
            body: ID("assembly"), on: .testDay, document: Localized("Decision 7"), candidates: [ID("a"), ID("b")], titles: [Localized("Trade"), Localized("Trade")], note: Localized("So it is"))
        let another = Adoption(
            body: ID("assembly"), on: .testDay, document: Localized("Decision 8"), candidates: [ID("b")], titles: [Localized("Trade")], because: Localized("The regions asked"),
            proposed: [ID("a"), ID("b")])
        try expectEventsAreForever(
            Priorities.self,
            today: [
                .roundDescribed(id: ID("r"), round), .candidateDescribed(id: ID("a"), candidate), .candidateDescribed(id: ID("b"), candidate),
                .candidatesMerged(from: [ID("b")], into: ID("a"), because: "The same"), .candidateRestored(id: ID("b"), because: "Not the same"),
                .candidateSplit(id: ID("b"), into: [ID("c"), ID("d")], because: "Two things"), .candidateDropped(id: ID("c"), because: "Not ours"),
                .listAdopted(round: ID("r"), adoption), .priorityAnswered(id: ID("a"), by: [World.question], because: nil), .priorityAnswered(id: ID("b"), by: [], because: "None"),
                .roundWithdrawn(id: ID("q"), because: "Too early"), .listAdopted(round: ID("r"), another),
            ])
    }
}
