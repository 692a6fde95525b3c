import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("What the plan tells about itself")
struct PlanReadingTests {
    @Test("Completeness: of two objectives one has all three things, the other none; the function is not asked")
    func completeness() throws {
        let scene = try Scene(), index = PlanIndex(try scene.organisation()[Plan.self])
        let found = index.completeness(of: Scene.plan)
        #expect(found.objectives == [Scene.so1, Scene.so2])
        #expect(found.complete == 1)
        #expect(found.share == 0.5)
        #expect(found.missing[.owner] == [Scene.so2])
    }

    @Test("A target to be determined is no target; a text needs no baseline; a goal is carried by its parts")
    func vectors() throws {
        let scene = try Scene()
        var open = Scene.indicator
        open.targets = [Target(.toBeDetermined, by: day(2028, 6, 30))]
        #expect(!open.isMeasurable)
        open.kind = .text
        open.baseline = nil
        open.targets = [Target(.text("Done"), by: day(2028, 6, 30))]
        #expect(open.isMeasurable)
        let part = Objective(perspective: Scene.members, parent: Scene.so2, code: "SO2.1", title: Localized("Part"), owner: Scene.unit)
        let index = PlanIndex(try scene.organisation([Proposal(Plan.self, .objectiveDescribed(id: ID("so2-1"), part))])[Plan.self])
        let found = index.completeness(of: Scene.plan)
        #expect(found.objectives == [Scene.so1, ID("so2-1")])
        #expect(found.share == 4.0 / 6)
        #expect(PlanIndex(Plan()).completeness(of: Scene.plan).share == nil)
    }

    @Test("Findings: an objective without an indicator blocks; each finding has its rule among the words")
    func findings() throws {
        let scene = try Scene(), findings = scene.house.findings(on: try scene.organisation(), for: .amina)
        #expect(findings.first?.gravity == .blocks)
        #expect(findings.first?.saying.key == "planning.finding.objectives-without-indicator")
        #expect(findings.first?.about == [Reference(Plan.self, Scene.so2)])
        let keys = findings.map(\.saying.key)
        #expect(keys.contains("planning.finding.deliverables-overdue"))
        #expect(keys.contains("planning.finding.objectives-without-owner"))
        #expect(!keys.contains("planning.finding.too-many-objectives"))
        for language in Language.allCases {
            let say = Say(language, scene.house.catalogue)
            for finding in findings { #expect(!say(finding.saying).contains("⟦") && !say(finding.rule).contains("⟦")) }
        }
        #expect(scene.house.findings(on: try scene.organisation(), for: .public).isEmpty)
    }

    @Test("More than 25 objectives warn")
    func tooMany() throws {
        let scene = try Scene()
        let more = (1...24).map { number in
            Proposal(
                Plan.self,
                .objectiveDescribed(
                    id: ID(slug: "x\(number)") ?? ID("x"), Objective(perspective: Scene.members, code: "", title: Localized("X \(number)"))))
        }
        let found = planFindings(try scene.organisation(more)).first { $0.saying.key == "planning.finding.too-many-objectives" }
        #expect(found?.gravity == .warns)
        #expect(found?.saying.arguments["n"] == .count(26))
    }

    @Test("The golden thread names what is missing, and ties unit, objective, action, deliverable and indicator")
    func thread() throws {
        let scene = try Scene(), thread = scene.house.thread(of: try scene.organisation(), for: .public)
        let second = try #require(thread.nodes.first { $0.reference == Reference(Plan.self, Scene.so2) })
        #expect(
            second.gaps == [
                "planning.gap.objective-without-owner", "planning.gap.objective-without-indicator", "planning.gap.objective-without-action",
            ])
        #expect(thread.nodes.first { $0.reference.id == "d1" }?.gaps == ["planning.gap.deliverable-overdue"])
        let ties = Set(thread.strands.map { "\($0.from.id)>\($0.to.id)" })
        #expect(ties.isSuperset(of: ["league>so1", "so1>a1", "a1>d1", "so1>k1", "so2>so1", "sp1>a1", "fa1>so1"]))
        let say = Say(.en, scene.house.catalogue)
        for node in thread.nodes { #expect(!say(node.kind).contains("⟦") && node.gaps.allSatisfy { !say($0).contains("⟦") }) }
        for strand in thread.strands { #expect(!say(strand.kind).contains("⟦")) }
    }

    @Test("What was withdrawn is still called by its name in the log, and an indicator now for staff is no longer told to others")
    func withdrawnByName() throws {
        var scene = try Scene()
        let told = { (scene: Scene, event: Plan.Event) in
            let entry = try Entry.unchained(Proposal(Plan.self, event), position: 1, at: Moment(startOf: .testDay))
            return try #require(scene.house.told(entry, in: try scene.organisation()))
        }
        let described = try #require(samples.first { if case .indicatorDescribed = $0 { true } else { false } })
        guard case .indicatorDescribed(let id, var indicator) = described else { return }
        indicator.disclosure = .everyone
        let open = Plan.Event.indicatorDescribed(id: id, indicator)
        scene.events.append(Proposal(Plan.self, open))
        let reader = Viewer.with(.reader, .organisation, account: ID("reader"), name: "Reader")
        #expect(reader.belongs(to: try told(scene, open).audience))
        indicator.disclosure = .staff
        scene.events.append(Proposal(Plan.self, .indicatorDescribed(id: id, indicator)))
        #expect(!reader.belongs(to: try told(scene, open).audience))
        let withdrawn = Plan.Event.indicatorWithdrawn(id: id, because: "superseded")
        scene.events.append(Proposal(Plan.self, withdrawn))
        #expect(Say(.en, scene.house.catalogue)(try told(scene, withdrawn).saying).contains(indicator.title.plain()))
    }

    @Test("Every gap, every kind of event is said in every language")
    func words() throws {
        let scene = try Scene()
        for language in Language.allCases {
            let say = Say(language, scene.house.catalogue)
            for gap in Gap.allCases { #expect(!say(gap.key).contains("⟦"), "\(gap)") }
            for event in samples {
                let entry = try Entry.unchained(Proposal(Plan.self, event), position: 1, at: Moment(startOf: .testDay))
                let told = try #require(scene.house.told(entry, in: try scene.organisation()))
                #expect(!say(told.saying).contains("⟦") && !say(told.saying).contains("{"), "\(say(told.saying))")
            }
        }
    }

    @Test("A financial year that begins in July: 15 September 2026 lies in 2026–2027")
    func years() {
        let year = FinancialYear(containing: .testDay, month: 7)
        #expect(year.name == "2026–2027")
        #expect(year.until == day(2027, 6, 30))
        #expect(FinancialYear.years(from: day(2025, 7, 1), until: day(2028, 6, 30), month: 7).map(\.start) == [2025, 2026, 2027])
        #expect(FinancialYear.years(from: day(2025, 7, 1), until: day(2028, 6, 30), month: 1).count == 4)
    }

    @Test("What is stored today can be read for ever")
    func forever() throws { try expectEventsAreForever(Plan.self, today: samples) }
}

private let samples: [Plan.Event] =
    Scene.planEvents(.draft) + [
        .perspectiveWithdrawn(id: Scene.members, because: "Merged"), .objectiveWithdrawn(id: Scene.so2, because: "Reached"),
        .focusAreaWithdrawn(id: Scene.fa1, because: "Merged"), .linkWithdrawn(id: ID("l1"), because: "Refuted"),
        .actionWithdrawn(id: Scene.a1, because: "Done"), .deliverableWithdrawn(id: Scene.d1, because: "Done"),
        .indicatorWithdrawn(id: Scene.k1, because: "Replaced"),
    ]
