import HashTreeCollections
import Journal
import Organisation
import Pages
import Planning
import TestKit
import Testing

@Suite("Plans go out as StratML")
struct StratMLExportTests {
    /// Beside the scene: a range, a text, a milestone to come, a result, and a third layer.
    private func scene() throws -> (Scene, Organisation) {
        let scene = try Scene()
        var kinds = Scene.indicator
        kinds.code = "KPI 2"
        kinds.level = .impact
        kinds.targets = [
            Target(.range(low: 20, high: 40.5), by: .of("2026-06-30")), Target(.text("All harbours\n\nhave a <plan> & keep it."), by: .of("2027-06-30")),
            Target(.toBeDetermined, by: .of("2028-06-30")),
        ]
        let part = Objective(perspective: Scene.members, parent: Scene.so1, code: "SO1.1", title: Localized("Part"), order: 5)
        let deep = Objective(perspective: Scene.members, parent: ID("part"), code: "", title: Localized("Deep"), order: 6)
        let report = Report(amount: 41.25, note: Prose("Estimate."), evidence: "https://example.org/r")
        let organisation = try scene.organisation([
            Proposal(Plan.self, .objectiveDescribed(id: ID("part"), part)), Proposal(Plan.self, .objectiveDescribed(id: ID("2deep.er"), deep)),
            Proposal(Plan.self, .indicatorDescribed(id: ID("placeholder-1"), kinds)),
            Proposal(Values.self, .reported(indicator: Scene.k1, period: Scene.period, [report])),
        ])
        return (scene, organisation)
    }

    private func document(_ form: String, in language: Language, as viewer: Viewer = .amina) throws -> ExportedDocument {
        let (scene, organisation) = try scene(), documents = try #require(planning.documents.first)
        return try #require(try documents.document(form, of: "league", in: language, for: visit(scene.house, organisation, as: viewer)))
    }

    @Test("As it has always been written", arguments: [("part-1", Language.en), ("part-2", .en), ("part-2-report", .ar)])
    func golden(_ form: String, _ language: Language) throws {
        try expectGolden(String(decoding: try document(form, in: language).file.bytes, as: UTF8.self), "stratml-\(form)-\(language.rawValue).xml")
    }

    @Test("It comes in again without a change, whatever it could not carry", arguments: ["part-1", "part-2", "part-2-report"])
    func roundTrip(_ form: String) throws {
        let (_, organisation) = try scene(), door = try #require(planning.imports.first { $0.name == "stratml" })
        for language in [Language.en, .ar, .ru] {
            let result = try door.read(try document(form, in: language).file.bytes, into: organisation, today: .testDay)
            #expect(result.proposals.isEmpty && result.refused == 0, "\(language) \(result.changes) \(result.remarks)")
        }
    }

    @Test("Into another organisation it brings what StratML carries")
    func elsewhere() throws {
        let (scene, _) = try scene(), door = try #require(planning.imports.first { $0.name == "stratml" })
        let result = try door.read(try document("part-2-report", in: .en).file.bytes, into: try scene.empty(), today: .testDay)
        let plan = try organisation(result.proposals, chapters: scene.house.chapters)[Plan.self]
        #expect(plan.objectives.keys.sorted().map(\.text) == ["2deep.er", "part", "so1", "so2", "sp1"])
        #expect(plan.indicators[Scene.k1]?.objective == Scene.so1, "a goal's indicators are its own again")
        #expect(plan.indicators[ID("placeholder-1")]?.targets.map(\.aim) == [.range(low: 20, high: 40.5), .text("All harbours\n\nhave a <plan> & keep it."), .toBeDetermined])
        #expect(plan.indicators[Scene.k1]?.baseline?.value == 52)
    }

    @Test("A second language of the same plan fills in its translations and takes nothing from the first, in either order", arguments: [[Language.en, .fr], [.fr, .en]])
    func secondLanguage(_ order: [Language]) throws {
        let (scene, original) = try bilingual(), door = try #require(planning.imports.first { $0.name == "stratml" }), documents = try #require(planning.documents.first)
        func written(_ organisation: Organisation, _ language: Language) throws -> [UInt8] {
            try #require(try documents.document("part-2-report", of: "league", in: language, for: visit(scene.house, organisation, as: .amina))).file.bytes
        }
        var copy = try scene.empty(), proposals: [Proposal] = []
        for language in order {
            let result = try door.read(try written(original, language), into: copy, today: .testDay)
            if language == order[1] {
                #expect(result.new == 0 && result.remarks.first?.key == "planning.import.another-language", "\(result.remarks)")
                #expect(result.changes.allSatisfy { $0.cells.allSatisfy { $0.before.isEmpty && !$0.after.isEmpty } }, "nothing is replaced: \(result.changes)")
            }
            proposals += result.proposals
            copy = try organisation(proposals, chapters: scene.house.chapters)
        }
        let objective = try #require(copy[Plan.self].objectives[Scene.so1])
        #expect(objective.title.texts[.en]?.text == "Safer ports" && objective.title.texts[.fr]?.text == "Des ports plus sûrs")
        for language in [Language.en, .fr] {
            #expect(try door.read(try written(original, language), into: copy, today: .testDay).proposals.isEmpty, "\(language) again")
        }
    }

    private func bilingual() throws -> (Scene, Organisation) {
        let (scene, _) = try scene()
        var objective = Objective(perspective: Scene.members, code: "SO1", title: Localized([.en: "Safer ports", .fr: "Des ports plus sûrs"], original: .en), order: 1)
        objective.description = Localized([.en: "All of them.", .fr: "Tous."], original: .en)
        return (scene, try scene.organisation([Proposal(Plan.self, .objectiveDescribed(id: Scene.so1, objective))]))
    }

    @Test("What it cannot carry is counted in the plan, for what this reader may see")
    func leftOut() throws {
        let said = try document("part-2", in: .en).leftOut.map { "\($0.key.split(separator: ".").last ?? "")" }
        #expect(said == ["perspectives", "links", "focus-areas", "actions", "deliverables", "deep", "owners", "sheets", "impacts", "values"])
        let house = try House([planning])
        #expect(try document("part-2", in: .en).leftOut.map { Say(.en, house.catalogue)($0) }.contains("2 deliverables"))
        #expect(try document("part-1", in: .en).leftOut.contains { $0.key == "planning.left-out.indicators" })
        #expect(try document("part-2-report", in: .en).leftOut.contains { $0.key == "planning.left-out.evidence" })
    }

    @Test("A draft is not there for a stranger")
    func drafts() throws {
        let scene = try Scene(status: .draft), documents = try #require(planning.documents.first)
        let stranger = visit(scene.house, try scene.organisation(), as: .public)
        #expect(documents.choices(for: stranger).isEmpty)
        #expect(try documents.document("part-1", of: "league", in: .en, for: stranger) == nil)
    }
}

extension Day {
    fileprivate static func of(_ text: String) -> Day { Day(text) ?? .beginning }
}
