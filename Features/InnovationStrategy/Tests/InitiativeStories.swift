import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import InnovationStrategy

@Suite("Innovation strategy: initiatives, the map and what explores")
struct InitiativeStories {
    private let new = "\(World.base)/initiatives/new", edit = "innovation/initiatives/{initiative}/edit", one = World.one
    private func figures(_ world: World) throws -> StrategyFigures { try #require(try world.state.figures(of: ID("n1"))) }

    @Test("the map is weighted by budget, part by part, and says how much of it has a place")
    func map() async throws {
        var world = try World.whole()
        let other = [
            "title.en": "Manual", "type": "productService", "amount": "300", "position-1-share": "50", "position-1-degree-as-is": "-2", "position-1-part.en": "Edition", "position-2-share": "25",
            "position-2-degree-as-is": "0", "position-2-degree-to-be": "-1",
        ]
        try world.send(new, other, one)
        let degree = try #require(try figures(world).spread(.degree, .asIs))
        // 100 at −1, 150 at −2, 75 at 0.
        #expect(abs(degree.mean + 400.0 / 325) < 1e-12 && degree.low == -2 && degree.high == 0)
        #expect(try figures(world).spread(.source, .asIs) == nil && abs(figures(world).placed - 325.0 / 400) < 1e-12)
        let page = try await world.page(World.base, one)
        for said in ["81% has a place on the map as it is, 43% as it is to be.", "rather routine (−1.2)", "class=\"chart poles\"", "class=\"chart scatter\""] {
            #expect(page.contains(said), "\(said)")
        }
        #expect(page.contains("1. Window") && !page.contains("2. Manual: Edition"), "which has no locus")
        let file = try await world.page("\(World.base)/map.csv", one)
        #expect(file.split(whereSeparator: \.isNewline).count == 9 && file.contains("position,n3,Manual,Edition,150,-2"))
    }

    @Test("exploring follows from five answers, or from what is said instead with its reason; a gap beyond the tolerance is told")
    func explores() async throws {
        var world = try World.whole()
        #expect(try figures(world).explore == nil && figures(world).withoutExplore == 1)
        let answers = Dictionary(uniqueKeysWithValues: ExploreQuestion.allCases.map { ("explore-\($0.rawValue)", $0 == .uncertain ? "no" : "yes") })
        try world.send(edit, World.initiative.merging(answers) { $1 }, ["initiative": "n2"])
        #expect(try figures(world).explore?.explore == 0.8 && figures(world).gap?.verdict == .above)
        let page = try await world.page(World.base, one)
        #expect(page.contains("20\u{A0}:\u{A0}80") && page.contains("Explores more than was agreed") && page.contains("50 points") && page.contains("49-28-23"))
        #expect(throws: Refusal("innovationstrategy.refusal.explore-because", field: "explore-because")) {
            try world.send(edit, World.initiative.merging(["explore-instead": "12.3"]) { $1 }, ["initiative": "n2"])
        }
        try world.send(edit, World.initiative.merging(["explore-instead": "30", "explore-because.en": "Known elsewhere"]) { $1 }, ["initiative": "n2"])
        #expect(try figures(world).gap?.verdict == .within)
        #expect(try await world.page("innovation/initiatives/{initiative}", ["initiative": "n2"]).contains("Known elsewhere"))
    }

    @Test("an enabler is never of a higher level, and nothing enables itself, be it by others")
    func enablers() async throws {
        var world = try World.whole()
        try world.send(new, ["title.en": "Order", "type": "system", "enablers": "n2"], one)
        #expect(try figures(world).unenabled.isEmpty)
        #expect(throws: Refusal("innovationstrategy.refusal.enabler-above", ["title": "Order"], field: "enablers")) {
            try world.send(new, ["title.en": "Manual", "type": "productService", "enablers": "n3"], one)
        }
        #expect(throws: Refusal("innovationstrategy.refusal.enables-below", ["title": "Window"], field: "type")) {
            try world.send(new, ["title.en": "Kit", "type": "businessModel"], one)
            try world.send(edit, ["title.en": "Window", "type": "businessModel", "enablers": "n4"], ["initiative": "n2"])
            try world.send(edit, ["title.en": "Kit", "type": "system"], ["initiative": "n4"])
        }
        #expect(throws: Refusal("innovationstrategy.refusal.cycle", ["titles": "Window → Kit → Window"], field: "enablers")) {
            try world.send(edit, ["title.en": "Kit", "type": "businessModel", "enablers": "n2"], ["initiative": "n4"])
        }
        #expect(throws: Refusal("pages.refusal.choose", field: "enablers")) { try world.send(edit, ["title.en": "Kit", "type": "businessModel", "enablers": "n4"], ["initiative": "n4"]) }
        try world.send("innovation/initiatives/{initiative}/remove", ["because": "Over"], ["initiative": "n2"])
        #expect(try world.state.initiatives[ID("n3")]?.enablers == [] && figures(world).unenabled.map(\.id) == [ID("n3")])
    }

    @Test("the landscape stands apart and says that its words mean something else")
    func landscape() async throws {
        var world = try World.whole()
        #expect(try await !world.page(World.base, one).contains("id=\"landscape\""))
        try world.send(edit, World.initiative.merging(["competences": "existing", "model": "new"]) { $1 }, ["initiative": "n2"])
        let page = try await world.page(World.base, one)
        #expect(try world.state.initiatives[ID("n2")]?.quadrant == .disruptive)
        #expect(page.contains("Disruptive (Pisano)") && page.contains("mean something else here"))
    }

    @Test("what is wrong is said at its field")
    func refused() throws {
        var world = try World.whole()
        for (change, key, field) in [
            (["title.en": ""], "pages.refusal.required", "title"), (["type": "magic"], "pages.refusal.choose", "type"), (["amount": "-1"], "pages.refusal.out-of-range", "amount"),
            (["amount": "1e400"], "pages.refusal.not-a-number", "amount"), (["thing": "plan:o9"], "pages.refusal.choose", "thing"), (["enablers": "n9"], "pages.refusal.choose", "enablers"),
            (["explore-uncertain": "maybe"], "pages.refusal.choose", "explore-uncertain"), (["model": "old"], "pages.refusal.choose", "model"),
            (["position-1-degree-to-be": "3"], "pages.refusal.out-of-range", "position-1-degree-to-be"), (["position-1-degree-to-be": "0.5"], "pages.refusal.not-whole", "position-1-degree-to-be"),
            (["position-1-share": ""], "pages.refusal.required", "position-1-share"),
            (["position-2-share": "1", "position-2-degree-to-be": "1"], "innovationstrategy.refusal.positions-sum", "position-2-share"),
            (["position-2-share": "0", "position-2-part.en": "A part"], "innovationstrategy.refusal.no-place", "position-2-degree-to-be"),
        ] {
            #expect(throws: (any Error).self, "\(change)") { try world.send(new, World.initiative.merging(change) { $1 }, one) }
            do { try world.send(new, World.initiative.merging(change) { $1 }, one) } catch let refusal as Refusal {
                #expect(refusal.field == field && (refusal.key == key || key == "pages.refusal.not-a-number"), "\(change): \(refusal)")
            }
        }
        #expect(try world.state.initiatives.count == 1)
    }

    @Test("every language says every page", arguments: Language.allCases)
    func languages(_ language: Language) async throws {
        let world = try World.whole()
        for (path, parameters) in [
            (InnovationPath.front, [:]), (World.base, one), ("innovation/initiatives/{initiative}", ["initiative": "n2"]), (edit, ["initiative": "n2"]), ("\(World.base)/adopt", one),
        ] {
            #expect(try await !world.page(path, parameters, language: language).contains("⟦"), "\(path)")
        }
    }
}
