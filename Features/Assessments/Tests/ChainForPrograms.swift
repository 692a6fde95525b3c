import Exchange
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

/// What programs and files are told of the value chain, and what programs may change of it.
@Suite("The value chain for programs")
struct ChainForPrograms {
    /// A closed round of which every mean has more digits than are told: three of seven agree.
    private static func answered() throws -> (world: World, round: [String: String]) {
        var (world, round) = try World.begun("chain")
        let id = try #require(round["round"].flatMap { ID<AssessmentRound>($0) })
        for number in 0..<7 {
            for category in try world.state.frameworks[ID("chain")]?.categories ?? [] {
                let scores = category.statements.map { Score(statement: $0.id, value: number < 3 ? 3 : 1) }
                world.tell(.sheetAnswered(id: try #require(ID("s-\(number)")), round: id, Seat(group: ID("staff")), category: category.id, scores))
            }
        }
        try world.send("assessments/rounds/{round}/close", [:], round)
        for number in 1...12 {
            var idea = EarlierIdea(putIn: .testDay.adding(days: -500))
            (idea.source, idea.screened, idea.isPassed) = (number % 3 == 0 ? .member : .staff, .testDay.adding(days: -400), number % 2 == 0)
            world.tell(Proposal(IdeaLedger.self, .ideaRecorded(id: try #require(ID("i-\(number)")), idea)))
        }
        return (world, round)
    }

    private func visit(_ world: World, _ parameters: [String: String], as viewer: Viewer = .amina) throws -> Visit {
        TestKit.visit(try world.house, try world.organisation, as: viewer, parameters: parameters)
    }

    @Test("neither the file nor the API tells more digits of what people say than the results do")
    func digits() async throws {
        let (world, round) = try ChainForPrograms.answered()
        let id = try #require(round["round"].flatMap { ID<AssessmentRound>($0) }), exact = try #require(try visit(world, round).figures(id).whole.scores[ID("outside")]?.mean)
        #expect(abs(exact - 13.0 / 7) < 1e-9)
        let results = try await world.page("assessments/rounds/{round}/results.csv", round), file = try await world.page("assessments/rounds/{round}/value-chain.csv", round)
        #expect(results.contains(",1.9,") && !results.contains("1.857"))
        let lines = file.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.count == PipelineMeasure.allCases.count && lines.allSatisfy { $0[1] == "1.9" }, "\(file)")
        let listed = try #require(ResultResource.resource.list), things = try await listed(try visit(world, round), nil, 200).items.map { $0.json() }
        let outside = try #require(things.first { $0["id"] == "outside" }?["records"]), difference = try #require(outside["difference"]?.amount), score = try #require(outside["score"]?.amount)
        #expect(abs(difference * 10 - (difference * 10).rounded()) < 1e-9 && abs(difference - (1.9 - score)) <= 0.05 + 1e-9 && score != (score * 10).rounded() / 10)
        #expect(abs(score + difference - exact) > 1e-3)
    }

    // MARK: - Written

    /// A program asks for a change, as the API does it.
    private func send(_ verb: Write.Verb, of resource: Resource, _ json: JSON, _ parameters: [String: String] = [:], asking query: [String: String] = [:], in world: inout World) throws -> [String] {
        let write = try #require(resource.writes.first { $0.verb == verb }), visit = try visit(world, parameters), form = try write.show?(visit)
        let mistakes = write.shape.mistakes(in: json) + write.misfits(json, in: form)
        guard mistakes.isEmpty else { return mistakes.map(\.pointer) }
        let entered = write.entered(json, over: form, asking: query, in: .en)
        do {
            let outcome = try write.decide(
                Submission(organisation: try world.organisation, viewer: .amina, entered: entered, parameters: parameters, today: .testDay, language: .en) { "n" })
            guard case .record(let proposals, _, _) = outcome else { throw Missing() }
            for proposal in proposals { world.tell(proposal) }
            return []
        } catch let refusal as Refusal {
            return [refusal.field.flatMap { write.pointer(to: $0, in: json) } ?? refusal.key]
        }
    }

    @Test("a program removes an idea for a reason, and says anew whether one passed")
    func ideas() throws {
        var (world, _) = try ChainForPrograms.answered()
        let one = ["idea": "i-1"], resource = IdeaResource.resource
        #expect(try send(.remove, of: resource, [:], one, in: &world) == ["pages.refusal.required"])
        #expect(try send(.remove, of: resource, [:], one, asking: ["because": "Twice"], in: &world).isEmpty)
        #expect(try world.organisation[IdeaLedger.self].ideas[ID("i-1")] == nil && world.organisation[IdeaLedger.self].removed[ID("i-1")] != nil)
        #expect(try send(.change, of: resource, ["isPassed": true], ["idea": "i-3"], in: &world).isEmpty)
        #expect(try world.organisation[IdeaLedger.self].ideas[ID("i-3")]?.isPassed == true)
    }

    @Test("a program of planners reads by what the chain is measured, and says it anew")
    func measures() async throws {
        var (world, _) = try ChainForPrograms.answered()
        let resource = ChainMeasuresResource.resource
        #expect(resource.access == .planners && resource.list == nil)
        let before = try await resource.read(try visit(world, [:]))
        #expect(before["months"]?.amount == 24 && before["staff"]?.items == [] && before["limits"]?.items?.first { $0["measure"] == "passShare" }?["strong"]?.amount == 0.4)
        #expect(Shape.object(resource.parts).mistakes(in: before).isEmpty)
        let said: JSON = ["staff": [["unit": "u1", "people": 20]], "limits": [["measure": "passShare", "strong": .number(0.57), "weak": .number(0.07)]], "apart": 1]
        #expect(try send(.change, of: resource, said, in: &world).isEmpty)
        var measures = try world.organisation[IdeaLedger.self].measures
        #expect(measures.staff == [.init(unit: ID("u1"), people: 20)] && measures.limits == [.init(measure: "passShare", strong: 0.57, weak: 0.07)] && measures.apart == 1 && measures.months == 24)
        #expect(try send(.change, of: resource, ["months": 36], in: &world).isEmpty)
        measures = try world.organisation[IdeaLedger.self].measures
        #expect(measures.months == 36 && measures.staff.count == 1 && measures.limits.count == 1, "what is not named stays")
        #expect(try send(.change, of: resource, ["staff": [["unit": "u2", "people": 3]], "limits": []], in: &world).isEmpty)
        measures = try world.organisation[IdeaLedger.self].measures
        #expect(measures.staff == [.init(unit: ID("u2"), people: 3)] && measures.limits.isEmpty, "a list is sent whole")
        let after = try await resource.read(try visit(world, [:]))
        let isSame = try send(.change, of: resource, ["limits": after["limits"] ?? .null, "staff": after["staff"] ?? .null], in: &world).isEmpty
        #expect(try isSame && world.organisation[IdeaLedger.self].measures == measures, "what is read comes in as it was")
    }

    @Test(
        "what cannot be is refused where it stands",
        arguments: [
            (["staff": [["unit": "u9", "people": 2]]], "/staff/0/unit"), (["staff": [["unit": "u1", "people": 2], ["unit": "u1", "people": 3]]], "/staff/1/unit"),
            (["limits": [["measure": "useShare", "strong": 1, "weak": 0], ["measure": "passShare", "strong": 0, "weak": 1]]], "/limits/1/weak"),
            (["limits": [["measure": "useShare", "strong": 1, "weak": 0], ["measure": "useShare", "strong": 1, "weak": 0]]], "/limits/1/measure"),
            (["limits": [["measure": "useShare", "strong": 2, "weak": 0]]], "/limits/0/strong"), (["months": 7, "ripe": 12], "/ripe"),
        ] as [(JSON, String)])
    func refusals(json: JSON, pointer: String) throws {
        var (world, _) = try ChainForPrograms.answered()
        #expect(try send(.change, of: ChainMeasuresResource.resource, json, in: &world) == [pointer])
    }
}
