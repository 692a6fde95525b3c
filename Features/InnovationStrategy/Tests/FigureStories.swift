import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import InnovationStrategy

@Suite("Innovation strategy: how far its figures reach, and what two versions differ in")
struct FigureStories {
    private let base = World.base, one = World.one
    private static let yes = ["newToUs", "newUsers", "newCompetence", "uncertain", "beyondPlan"].map { ("explore-\($0)", "yes") }
    private static let no = yes.map { ($0.0, "no") }

    private func initiative(_ title: String, _ more: [(String, String)]) -> [String: String] { ["title.en": title, "type": "productService"].merging(more) { $1 } }

    @Test("a ratio that is known of a tenth of the budget says so, and is not held against what was agreed while the rest could turn it")
    func coverage() async throws {
        var world = try World.whole()
        try world.send("\(base)/initiatives/new", initiative("Known", FigureStories.yes + [("amount", "100")]), one)
        try world.send("\(base)/initiatives/new", initiative("Open", [("amount", "800")]), one)
        let figures = try #require(try world.state.figures(of: ID("n1"))), explore = try #require(figures.explore)
        #expect(explore.explore == 1 && explore.coverage == 0.1 && figures.gap?.verdict == .undecided)
        let page = try await world.page(base, one), list = try await world.page(InnovationPath.front)
        #expect(page.contains("That is known of 10% of the budget; whatever the rest does, it lies between 90\u{A0}:\u{A0}10 and 0\u{A0}:\u{A0}100."))
        #expect(page.contains("Too little is known to say whether it is as agreed") && !page.contains("Explores more than was agreed"))
        #expect(list.contains("0\u{A0}:\u{A0}100 (of 10% of the budget)"))
    }

    @Test("once nothing that is open could turn it, it is held against what was agreed")
    func decided() throws {
        var world = try World.whole()
        try world.send("\(base)/initiatives/new", initiative("Known", FigureStories.yes + [("amount", "9800")]), one)
        #expect(try world.state.figures(of: ID("n1"))?.gap?.verdict == .above)
    }

    @Test("what lies now in one place and what is to lie in another are not one that moves")
    func movement() async throws {
        var world = World()
        try world.send(InnovationPath.new, World.frame)
        try world.send("\(base)/initiatives/new", initiative("Now", [("amount", "100"), ("position-1-share", "100"), ("position-1-degree-as-is", "-2")]), one)
        try world.send("\(base)/initiatives/new", initiative("Then", [("amount", "100"), ("position-1-share", "100"), ("position-1-degree-to-be", "2")]), one)
        let apart = try await world.page(base, one)
        #expect(apart.contains("Of no position is it known both where it is and where it is to be") && !apart.contains("As is, by budget"))
        try world.send("\(base)/initiatives/new", initiative("Both", [("amount", "200"), ("position-1-share", "100"), ("position-1-degree-as-is", "-1"), ("position-1-degree-to-be", "0")]), one)
        let figures = try #require(try world.state.figures(of: ID("n1"))), moves = try #require(figures.movement(.degree))
        #expect(moves.asIs.mean == -1 && moves.toBe.mean == 0 && figures.moving == 0.5 && figures.movement(.locus) == nil)
        #expect(try await world.page(base, one).contains("Both are known of 50% of the budget."))
    }

    @Test("where something is to be on the map counts only with a budget: it would have no weight there")
    func weightless() throws {
        var world = World()
        try world.send(InnovationPath.new, World.frame)
        try world.send("\(base)/initiatives/new", World.initiative.merging(["amount": ""]) { $1 }, one)
        #expect(try world.state.figures(of: ID("n1"))?.gaps.contains(.toBe) == true)
        try world.send("innovation/initiatives/{initiative}/edit", World.initiative, ["initiative": "n2"])
        #expect(try world.state.figures(of: ID("n1"))?.gaps.contains(.toBe) == false)
    }

    @Test("what a body is said to have adopted is what was read: changed meanwhile, it is read again")
    func changedMeanwhile() throws {
        var world = try World.whole()
        let seen = try #require(try world.state.figures(of: ID("n1"))).fingerprint
        try world.send("innovation/initiatives/{initiative}/edit", World.initiative.merging(["amount": "60"]) { $1 }, ["initiative": "n2"])
        let adoption = World.adoption.merging(["seen": seen]) { $1 }
        #expect(throws: Refusal("innovationstrategy.refusal.changed-meanwhile")) { try world.send("\(base)/adopt", adoption, one) }
        try world.send("\(base)/adopt", adoption.merging(["seen": try #require(try world.state.figures(of: ID("n1"))).fingerprint]) { $1 }, one)
        #expect(try world.state.state(of: ID("n1")) == .inForce)
    }

    @Test("the form says which state is read")
    func formSays() async throws {
        let world = try World.whole(), seen = try #require(try world.state.figures(of: ID("n1"))).fingerprint
        #expect(try await world.page("\(base)/adopt", one).contains("name=\"seen\" value=\"\(seen)\""))
    }

    @Test("of two versions the new, the gone and the changed initiatives are named, and what changed of each; so is every other thing that differs")
    func compared() async throws {
        var world = try World.whole()
        try world.send("\(base)/initiatives/new", initiative("Gone", [("amount", "10")]), one)
        try world.send("\(base)/adopt", World.adoption, one)
        try world.send("\(base)/renew", [:], one)
        let copy = try #require(try world.state.versions(of: ID("n1")).last), second = ["strategy": copy.id.text], page = "\(base)/compare"
        #expect(try await world.page(page, second).components(separatedBy: "Nothing changed.").count == 3, "texts and initiatives alike")
        let copies = try world.state.initiatives(of: copy.id), window = try #require(copies.first { $0.initiative.title == Localized("Window") }),
            gone = try #require(copies.first { $0.id != window.id })
        try world.send("innovation/initiatives/{initiative}/edit", World.initiative.merging(["amount": "60", "type": "system"]) { $1 }, ["initiative": window.id.text])
        try world.send("innovation/initiatives/{initiative}/remove", ["because": "Done"], ["initiative": gone.id.text])
        try world.send("\(base)/initiatives/new", initiative("New one", []), second)
        try world.send("\(base)/answers", World.answers.merging(["tolerance": "20"]) { $1 }, second)
        try world.send("\(base)/edit", World.frame.merging(["plan": "", "readers": "staff"]) { $1 }, second)
        let text = try await world.page(page, second)
        for said in ["New one", "Gone", ": Budget, Type", "3 points", "<strong>20 points</strong>", "Plan that it serves", "Who may read it"] { #expect(text.contains(said), "\(said)") }
        #expect(!text.contains("Nothing changed."))
    }

    @Test("a number is given once, even where its draft was withdrawn")
    func numbers() throws {
        var world = try World.whole()
        try world.send("\(base)/adopt", World.adoption, one)
        try world.send("\(base)/renew", [:], one)
        let draft = try #require(try world.state.versions(of: ID("n1")).last).id
        try world.send("\(base)/withdraw", ["because": "Too early"], ["strategy": draft.text])
        try world.send("\(base)/renew", [:], one)
        #expect(try world.state.versions(of: ID("n1")).map(\.strategy.number) == [1, 3])
    }

    @Test("the plan that is served says so on its page, as does what helps in a crisis")
    func aspects() throws {
        var world = try World.whole()
        try world.send("\(base)/crisis", ["crisis-core.en": "Keep ports open", "crisis-core-things": "plan:o1"], one)
        let visit = try world.visit()
        func text(_ reference: Reference) -> String { innovationAspects(reference, visit).map(\.content.text).joined() }
        #expect(text(Reference(Plan.self, ID<StrategicPlan>("now"))).contains("Innovation strategy that serves this plan"))
        #expect(text(Reference(Plan.self, ID<Objective>("o1"))).contains("What the innovation strategy does here in a crisis"))
        #expect(!text(Reference(Plan.self, ID<Action>("a1"))).contains("crisis"))
    }

    @Test("journals keep shares by the place of their type")
    func order() { #expect(InnovationType.allCases.prefix(3) == [.productService, .businessModel, .system]) }
}
