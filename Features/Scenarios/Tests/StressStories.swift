import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Scenarios

@Suite("Objectives in four futures")
struct StressStories {
    private let form = "scenarios/studies/{study}/stress/{objective}", one = ["study": "n1", "objective": "o1"]

    /// `o1` is robust, `o2` contingent, `o3` fragile in the first future.
    private func tested() throws -> World {
        var world = try World.written()
        world.stress("o1", ["a1": [1, 0, 0, 2], "b1": [0, 0, 1, 2], "c1": [1, 0, 0, 1]])
        world.stress("o2", ["a1": [-1, 1, 0, 2], "b1": [-2, 1, 1, 2], "c1": [-1, 0, 0, 1]])
        world.stress("o3", ["a1": [-2, 0, 0, 0], "b1": [-1, 0, 0, 0], "c1": [-2, 0, 0, 0]])
        return world
    }

    @Test("objective by objective: what is given is kept, what is left open can be given later, and the next objective follows")
    func partial() throws {
        var world = try World.written()
        #expect(try world.send(form, ["mark-n5": "-2", "why-n5": "Nobody trades"], one, as: .bruno) == "scenarios/studies/n1/stress")
        var marks = try #require(try world.state.stress[ID("n1")]?[ID("o1")]?[.member(ID("a1"))]).marks
        #expect(marks == [StressMark(scenario: ID("n5"), effect: -2, because: "Nobody trades")])
        #expect(try world.send(form, ["mark-n6": "0", "mark-n7": "1", "mark-n8": "2"], one, as: .bruno) == "scenarios/studies/n1/stress/o2")
        marks = try #require(try world.state.stress[ID("n1")]?[ID("o1")]?[.member(ID("a1"))]).marks
        #expect(marks.map(\.effect) == [-2, 0, 1, 2] && marks[0].because == "Nobody trades")
        #expect(throws: Refusal("pages.refusal.out-of-range", field: "mark-n5", ofFieldAlone: true)) { try world.send(form, ["mark-n5": "3"], one, as: .bruno) }
        #expect(throws: Refusal("scenarios.refusal.reason-alone", field: "mark-n5", ofFieldAlone: true)) { try world.send(form, ["mark-n5": "", "why-n5": "But"], one, as: .bruno) }
        try world.send(form, ["mark-n5": "", "mark-n6": "", "mark-n7": "", "mark-n8": ""], one, as: .bruno)
        #expect(try world.state.stress[ID("n1")]?[ID("o1")]?[.member(ID("a1"))] == nil)
    }

    @Test("the matrix says median, lowest, highest and number, the class with how many agree, and where one rater decides")
    func matrix() async throws {
        let world = try tested(), page = try await world.page("scenarios/studies/{study}", as: .bruno, World.study)
        #expect(page.contains("1 robust, 1 contingent, 1 fragile."))
        #expect(page.contains("−2 to −1, n 3") && page.contains("3 of 3 who rated all four come to the same") && page.contains("It fails in: Future 1."))
        let figures = try #require(StudyFigures(ID("n1"), in: world.organisation))
        #expect(figures.tested.map(\.test.verdict) == [.robust, .contingent, .fragile])
        let csv = try await world.page("scenarios/studies/{study}/stress.csv", as: .bruno, World.study)
        #expect(csv.contains("o3,O3 Full harbours,n5,Future 1,-2,-2,-1,3,fragile,3,3,0") && csv.split(whereSeparator: \.isNewline).count == 13)
    }

    @Test("of fewer than three nothing is told, nor are their reasons; of three the reasons without names")
    func few() async throws {
        var world = try World.written()
        world.tell(.objectiveStressed(study: ID("n1"), objective: ID("o3"), member: ID("a1"), World.four.map { StressMark(scenario: $0, effect: -2, because: "Secret of one") }))
        world.stress("o3", ["b1": [-1, -1, -1, -1]])
        var page = try await world.page("scenarios/studies/{study}/stress", as: .farah, World.study)
        #expect(page.contains("too few") && !page.contains("Secret of one") && page.contains("Not yet"))
        world.stress("o3", ["c1": [-2, -2, -2, -2]])
        page = try await world.page("scenarios/studies/{study}/stress", as: .farah, World.study)
        #expect(page.contains("Secret of one") && !page.contains("Member a1"))
        let told = tellScenarios(.objectiveStressed(study: ID("n1"), objective: ID("o1"), member: ID("a1"), []), try world.organisation)
        #expect(Viewer.bruno.belongs(to: told.audience) && !Viewer.farah.belongs(to: told.audience) && !Viewer.amina.belongs(to: told.audience))
    }

    @Test("a fragile objective is held against the plan and is a gap on the thread, until somebody says what follows")
    func fragile() throws {
        var world = try tested()
        let findings = scenarioFindings(try world.organisation)
        #expect(findings.map(\.gravity) == [.warns] && findings.first?.about == [Reference(Plan.self, ID<Objective>("o3"))])
        #expect(scenarioThread(try world.organisation).nodes.filter { !$0.gaps.isEmpty }.map(\.reference.id) == ["n5"])
        let answer = "scenarios/studies/{study}/stress/{objective}/answer"
        #expect(throws: Refusal("scenarios.refusal.not-fragile")) { try world.send(answer, ["because.en": "?"], one) }
        #expect(throws: Refusal("scenarios.refusal.no-consequence", field: "because", ofFieldAlone: true)) { try world.send(answer, [:], ["study": "n1", "objective": "o3"]) }
        try world.send(answer, ["because.en": "We keep it and watch"], ["study": "n1", "objective": "o3"])
        #expect(try scenarioFindings(world.organisation).isEmpty && scenarioThread(world.organisation).nodes.allSatisfy(\.gaps.isEmpty))
    }

    @Test("the thread leads from the signal through driver and scenario to the objective; the objective's page says its class and where it fails")
    func thread() throws {
        var world = try tested()
        try world.send("scenarios/drivers/{driver}/signals", ["signals": "scan:parcels"], ["driver": "n2"])
        let strands = scenarioThread(try world.organisation).strands.map { "\($0.from) \($0.to)" }
        #expect(strands.contains("scan:parcels scenarios:n2") && strands.contains("scenarios:n2 scenarios:n5") && strands.contains("scenarios:n5 plan:o3"))
        #expect(!strands.contains { $0.hasPrefix("scenarios:n4 ") }, "no axis")
        let part = try #require(scenarioAspects(Reference(Plan.self, ID<Objective>("o3")), try world.visit(as: .bruno)).first)
        #expect(part.content.text.contains("Fragile") && part.content.text.contains("Future 1"))
        #expect(scenarioAspects(Reference(Plan.self, ID<Objective>("o3")), try world.visit(as: .public)).isEmpty)
    }

    @Test("an administration has as tasks what it may still rate; who cannot rate has none")
    func tasks() throws {
        let world = try tested()
        #expect(scenarioTasks(try world.visit(as: .bruno)).map(\.count) == [3], "its drivers; its objectives are all rated")
        #expect(scenarioTasks(try world.visit(as: .with(.drafter, .member(ID("a2")), account: ID("x"), name: "X"))).map(\.count) == [3, 3])
        #expect(scenarioTasks(try world.visit(as: .public)).isEmpty)
    }
}
