import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import Planning
import TestKit
import Testing

private let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
private let shared = root.deletingLastPathComponent().appending(path: "shared/data")
private let documents = ["HHISAP2025.xml", "OECD_AI_Policy_Observatory.xml", "PMOAI_part1.xml", "SMLC2023.xml", "US_Assistance_to_Albania.xml"]

private struct Extract: Decodable {
    struct Goal: Decodable {
        let name: String
        let objectives: [Objective]
    }
    struct Objective: Decodable {
        let name: String
        let indicators: [Indicator]
    }
    struct Indicator: Decodable { let dim: String }
    let organizations: [String]
    let goals: [Goal]
}

private func door(_ name: String) throws -> any Importing { try #require(planning.imports.first { $0.name == name }) }

private func read(_ name: String, _ bytes: [UInt8], into organisation: Organisation) throws -> ImportResult {
    try door(name).read(bytes, into: organisation, today: .testDay)
}

@Suite("StratML documents become plans")
struct StratMLImportTests {
    @Test(
        "Five real documents: goals, objectives and indicators as another reader finds them; the second time nothing changes",
        .enabled(if: FileManager.default.fileExists(atPath: shared.path), "the shared data is not beside the project"), arguments: documents)
    func real(_ file: String) throws {
        let all = try JSONDecoder().decode([String: Extract].self, from: Data(contentsOf: shared.appending(path: "expected/stratml_extract.json")))
        let expected = try #require(all[file])
        let bytes = [UInt8](try Data(contentsOf: shared.appending(path: "stratml/dev/\(file)")))
        let scene = try Scene(), result = try read("stratml", bytes, into: try scene.empty())
        let folded = try organisation(result.proposals, chapters: scene.house.chapters), plan = folded[Plan.self]

        #expect(folded[Register.self].profile?.name.plain() == expected.organizations.first)
        let id = try #require(plan.plans.first?.key), perspectives = plan.perspectives(of: id)
        #expect(perspectives.map { $0.perspective.name.plain() } == ["Goals", "Objectives"])
        let goals = plan.objectives(in: perspectives[0].id)
        #expect(same(goals.map(\.objective), expected.goals.map(\.name)))
        for (goal, peer) in zip(goals, expected.goals) {
            let children = plan.children(of: goal.id)
            #expect(same(children.map(\.objective), peer.objectives.map(\.name)))
            for (child, peer) in zip(children, peer.objectives) {
                let indicators = plan.indicators(of: child.id).map(\.indicator)
                #expect(indicators.map { $0.title.plain() } == zip(indicators, peer.indicators).map { $1.dim.isEmpty ? $0.code : $1.dim })
                #expect(indicators.count == peer.indicators.count)
            }
        }
        let again = try read("stratml", bytes, into: folded)
        #expect(again.proposals.isEmpty && again.new == 0 && again.changed == 0 && again.refused == 0)
        let say = Say(.en, scene.house.catalogue)
        for remark in result.remarks { #expect(!say(remark).contains("⟦")) }
    }

    /// A nameless one is called by its number.
    private func same(_ found: [Objective], _ names: [String]) -> Bool {
        found.count == names.count && zip(found, names).allSatisfy { $0.title.plain() == ($1.isEmpty ? $0.code : $1) }
    }

    @Test("Our own invented document: plan, values, results and repairs; the second time nothing changes")
    func own() throws {
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Examples/Documents/harbour-pilot.stratml.xml")))
        let scene = try Scene(), result = try read("stratml", bytes, into: try scene.empty())
        let folded = try organisation(result.proposals, chapters: scene.house.chapters)
        #expect(folded[Plan.self].plans.count == 1)
        #expect(folded[Values.self].count > 0)
        #expect(result.remarks.contains { $0.gravity == .repaired && $0.key == "stratml.repair.caret-break" })
        #expect(try read("stratml", bytes, into: folded).proposals.isEmpty)
    }

    @Test("A period that a planner has moved and locked since stays so when the document is read again")
    func lockedPeriod() throws {
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Examples/Documents/harbour-pilot.stratml.xml")))
        let scene = try Scene(), first = try read("stratml", bytes, into: try scene.empty())
        let folded = try organisation(first.proposals, chapters: scene.house.chapters)
        var (id, period) = try #require(folded[Plan.self].periodsInOrder.first)
        period.until = period.until.adding(days: -1)
        period.isLocked = true
        let moved = Proposal(Plan.self, .periodDescribed(id: id, period))
        let again = try read("stratml", bytes, into: try organisation(first.proposals + [moved], chapters: scene.house.chapters))
        #expect(again.proposals.isEmpty)
    }

    @Test("Beside a plan that is there, a document without identifiers changes nothing of it")
    func beside() throws {
        let text = """
            <PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><Name>Other</Name>
            <StrategicPlanCore><Organization><Name>O</Name></Organization><Goal><Name>G</Name><Description/><Identifier>so1</Identifier>
            <Objective><Name/></Objective></Goal></StrategicPlanCore></PerformancePlanOrReport>
            """
        let scene = try Scene(), before = try scene.organisation(), result = try read("stratml", Array(text.utf8), into: before)
        let plan = try scene.organisation(result.proposals)[Plan.self]
        #expect(plan.objectives[Scene.so1] == before[Plan.self].objectives[Scene.so1])
        #expect(plan.objectives[ID("other-g1")]?.title.plain() == "G")
        #expect(plan.objectives[ID("other-g1-o1")]?.title.plain() == "1.1")
        #expect(result.remarks.contains { $0.key == "planning.import.identifier-taken" })
        #expect(result.remarks.contains { $0.key == "planning.import.unnamed-objective" })
    }

    private func document(_ goals: String, dates: String = "") -> [UInt8] {
        Array(
            """
            <PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan"><Name>Plan</Name>
            <StrategicPlanCore><Organization><Name>O</Name></Organization>\(goals)</StrategicPlanCore>\(dates)</PerformancePlanOrReport>
            """.utf8)
    }

    @Test("Objectives stand goal by goal as in the document; a code that stands twice is repaired, and the report says so by line")
    func order() throws {
        let goals = [1, 2].map { goal in
            let parts = [1, 2].map { "<Objective><Name>O\(goal)\($0)</Name><SequenceIndicator>\($0)</SequenceIndicator></Objective>\n" }.joined()
            return "<Goal><Name>G\(goal)</Name><SequenceIndicator>G\(goal)</SequenceIndicator>\n\(parts)</Goal>\n"
        }.joined()
        let scene = try Scene(), result = try read("stratml", document(goals), into: try scene.empty())
        let plan = try organisation(result.proposals, chapters: scene.house.chapters)[Plan.self]
        let whole = try #require(plan.plans.keys.first), layers = plan.perspectives(of: whole)
        let objectives = plan.objectives(in: layers[1].id).map(\.objective)
        #expect(objectives.map { $0.title.plain() } == ["O11", "O12", "O21", "O22"])
        #expect(objectives.map(\.code) == ["1", "2", "2.1", "2.2"])
        let repaired = result.remarks.filter { $0.key == "planning.import.code-repaired" }
        #expect(repaired.map(\.arguments) == [["code": "1", "instead": "2.1"], ["code": "2", "instead": "2.2"]])
        #expect(repaired.allSatisfy { $0.gravity == .repaired && ($0.line ?? 0) > 1 })
    }

    @Test("A day that the document leaves empty is not taken from another: what is assumed is reported as repaired")
    func emptyDays() throws {
        let target = """
            <PerformanceIndicator><MeasurementDimension>Ports</MeasurementDimension><MeasurementInstance><TargetResult>
            <NumberOfUnits>12</NumberOfUnits><StartDate>2026-01-01</StartDate><EndDate/></TargetResult></MeasurementInstance></PerformanceIndicator>
            """
        let goals = "<Goal><Name>G</Name><Objective><Name>O</Name>\(target)</Objective></Goal>"
        let dates = "<AdministrativeInformation><StartDate>2026-01-01</StartDate><EndDate/></AdministrativeInformation>"
        let scene = try Scene(), result = try read("stratml", document(goals, dates: dates), into: try scene.empty())
        let plan = try organisation(result.proposals, chapters: scene.house.chapters)[Plan.self]
        let until = try #require(plan.plans.values.first?.until)
        #expect(plan.indicators.values.first?.targets.map(\.by) == [until] && until > day(2026, 1, 1))
        let repaired = result.remarks.filter { $0.gravity == .repaired }.map(\.key)
        #expect(repaired.contains("planning.import.end-assumed") && repaired.contains("planning.import.target-day-assumed"))
        #expect(!repaired.contains("planning.import.start-assumed"))
    }

    @Test("Hostile XML is refused, with its line")
    func hostile() throws {
        let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n<StrategicPlan><Name>&a;</Name></StrategicPlan>"
        let scene = try Scene()
        #expect(throws: Refusal("xml.fault.doctype", ["line": "2"])) { try read("stratml", Array(bomb.utf8), into: try scene.empty()) }
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(throws: Refusal.self) { try read("stratml", Array(deep.utf8), into: try scene.empty()) }
        #expect(throws: Refusal.self) { try read("stratml", Array("not xml".utf8), into: try scene.empty()) }
    }

    @Test("There is a sentence for every repair in every language")
    func sentences() throws {
        let scene = try Scene()
        for language in Language.allCases {
            let keys = scene.house.catalogue.keys(in: language)
            for name in RepairKind.names { #expect(keys.contains("stratml.repair.\(name)")) }
        }
    }
}

@Suite("Tables of the plan")
struct TableImportTests {
    @Test("An empty organisation gets its plan from a table whose rows stand in any order")
    func plan() throws {
        let table = """
            kind;id;parent;code;title;description;owner;from;until;status;focus_areas;perspective
            action;act1;SO1;A1;Studies;;;2026-07-01;2027-06-30;in-progress;FA1;
            deliverable;del1;act1;;Guide;https://example.org/guide;;2026-09-01;2026-12-31;;;
            plan;p26;;;Plan 2026;Safe harbours;;2026-07-01;2029-06-30;adopted;;
            objective;o1;;SO1;Release times;;;;;;FA1;Members
            objective;o2;o1;SO1.1;Part;;;;;;;Members
            focus-area;f1;;FA1;Technology;;;;;;;
            link;ln;o2;SO1;Helps;Believed;;;;;;
            """
        // The rows before the plan's belong to the plan that runs: there is none, so they wait for the first plan described.
        let ordered = reorder(table)
        let scene = try Scene(), empty = try scene.empty(), result = try read("plan", Array(ordered.utf8), into: empty)
        #expect(result.refused == 0, "\(result.remarks)")
        let folded = try organisation(result.proposals, chapters: scene.house.chapters), plan = folded[Plan.self]
        #expect(plan.actions[ID("act1")]?.objective == ID("o1"))
        #expect(plan.actions[ID("act1")]?.status == .inProgress)
        #expect(plan.deliverables[ID("del1")]?.deliveredOn == day(2026, 9, 1))
        #expect(plan.objectives[ID("o2")]?.parent == ID("o1"))
        #expect(plan.links.count == 1)
        #expect(plan.perspectives.count == 1)
        #expect(plan.plans[ID("p26")]?.status == .adopted, "it moves here with all that it is")
        #expect(try read("plan", Array(ordered.utf8), into: folded).proposals.isEmpty)
    }

    @Test("Beside a plan that is there, a new one is adopted on its form, where what is held against it is asked")
    func adoption() throws {
        let table = "kind,id,title,from,until,status\nplan,p27,Next plan,2027-07-01,2030-06-30,adopted\n"
        let scene = try Scene(), result = try read("plan", Array(table.utf8), into: try scene.organisation())
        #expect(try scene.organisation(result.proposals)[Plan.self].plans[ID("p27")]?.status == .draft)
        #expect(result.remarks.map(\.key).contains("planning.import.not-adopted"))
    }

    /// The plan's row first, the rest as it stands.
    private func reorder(_ table: String) -> String {
        let lines = table.split(separator: "\n"), plan = lines.filter { $0.hasPrefix("plan;") }
        return (lines.prefix(1) + plan + lines.dropFirst().filter { !$0.hasPrefix("plan;") }).joined(separator: "\n")
    }

    @Test("Rows at fault are refused by line, the others are taken; blank cells keep what stands")
    func refusals() throws {
        let table = """
            kind,id,parent,code,title,owner,from,perspective
            objective,so1,,,Shorten the release times,,,
            objective,so9,,,Other,Nobody,,Members
            action,x1,so7,,Action,,,
            action,x2,so1,,Action,,2026-13-01,
            robot,x3,,,Robot,,,
            objective,k1,,,Taken,,,
            objective,so2,so2,,Own part,,,
            """
        let scene = try Scene(), result = try read("plan", Array(table.utf8), into: try scene.organisation())
        #expect(result.changed == 1)
        #expect(
            result.remarks.filter { $0.gravity == .refused }.map { "\($0.line ?? 0) \($0.key)" } == [
                "3 planning.import.no-such-unit", "4 planning.import.no-such-objective", "5 pages.import.not-a-day",
                "6 pages.import.not-among", "7 planning.import.id-of-another", "8 planning.import.part-of-itself",
            ])
        let objective = try #require(try scene.organisation(result.proposals)[Plan.self].objectives[Scene.so1])
        #expect(objective.title.plain() == "Shorten the release times" && objective.owner == Scene.unit && objective.code == "SO1")
    }

    /// Going over what waits once for each level, and up to the top from each, took minutes for so many.
    @Test("A chain of parts as long as its file, written from its end, comes in whole and changes nothing the second time")
    func chain() throws {
        let length = 6_000
        let rows = (1...length).reversed().map { "objective,o\($0),\($0 == 1 ? "" : "o\($0 - 1)"),Objective \($0),," }
        let table = (["kind,id,parent,title,from,until", "plan,p26,,Plan 2026,2026-07-01,2029-06-30"] + rows).joined(separator: "\n")
        let scene = try Scene(), result = try read("plan", Array(table.utf8), into: try scene.empty())
        #expect(result.refused == 0 && result.new == length + 2, "with the plan, and the perspective that is made")
        let folded = try organisation(result.proposals, chapters: scene.house.chapters), plan = folded[Plan.self]
        let isWhole = (2...length).allSatisfy { number in
            ID<Objective>("o\(number)").flatMap { plan.objectives[$0]?.parent?.text } == "o\(number - 1)"
        }
        #expect(isWhole && plan.objectives.count == length)
        #expect(try read("plan", Array(table.utf8), into: folded).proposals.isEmpty)
    }

    @Test("What would become a part of itself is refused by its line, also by way of what stands or stood; what only moves is taken")
    func circles() throws {
        let scene = try Scene(), head = "kind,id,parent,title\n"
        let below = try read("plan", Array((head + "objective,so2,so1,Collect revenue\n").utf8), into: try scene.organisation()).proposals
        func refused(_ rows: String, _ more: [Proposal] = []) throws -> [String] {
            let result = try read("plan", Array((head + rows).utf8), into: try scene.organisation(below + more))
            return result.remarks.filter { $0.gravity == .refused }.map { "\($0.line ?? 0) \($0.key)" }
        }
        let circle = "planning.import.part-of-itself"
        #expect(try refused("objective,so1,so2,Shorten release times\n") == ["2 \(circle)"])
        #expect(try refused("objective,so1,so2,Shorten release times\nobjective,so2,sp1,Collect revenue\n").isEmpty, "first it is taken out from under it")
        let found = try refused("objective,x3,x1,Z\nobjective,x1,x2,X\nobjective,x2,x1,Y\n")
        #expect(found == ["2 planning.import.no-such-objective", "3 \(circle)", "4 \(circle)"], "what hangs on a circle is not in it: \(found)")
        let withdrawn = Proposal(Plan.self, .objectiveWithdrawn(id: Scene.so1, because: "done"))
        #expect(try refused("objective,so1,so2,Another\n", [withdrawn]) == ["2 \(circle)"], "its part still says of what it was one")
    }

    @Test("A parent may be named by the code of a row further down")
    func parentByCode() throws {
        let scene = try Scene()
        let rows = "kind,id,code,parent,title,perspective\nobjective,z3,ZC,ZB,Three,members\nobjective,z2,ZB,z1,Two,members\nobjective,z1,ZA,so1,One,members\n"
        let result = try read("plan", Array(rows.utf8), into: try scene.organisation())
        #expect(result.refused == 0, "\(result.remarks.map { "\($0.line ?? 0) \($0.key)" })")
        let plan = try scene.organisation(result.proposals)[Plan.self]
        #expect(plan.objectives[ID("z3")]?.parent == ID("z2") && plan.objectives[ID("z2")]?.parent == ID("z1"))
    }

    @Test("Indicators with values, ranges, words and targets to be determined; several rows for several targets")
    func indicators() throws {
        let table = """
            id,objective,title,kind,direction,baseline,target,target_low,target_high,target_text,target_by,reporting
            n1,SO1,Time,number,down,"1,234.5",900,,,,2026-06-30,by-member
            n1,SO1,Time,,,,700,,,,2027-06-30,
            n2,so2,Range,percentage,range,,,10,20,,,
            n3,so2,Words,text,,,,,,All ports,,
            n4,so2,Open,,,,TBD,,,,,
            n5,so2,Half,,,,,10,,,,
            n6,so99,None,,,,,,,,,
            """
        let scene = try Scene(), before = try scene.organisation(), result = try read("indicators", Array(table.utf8), into: before)
        let folded = try scene.organisation(result.proposals), plan = folded[Plan.self]
        let first = try #require(plan.indicators[ID("n1")])
        #expect(first.baseline?.value == 1234.5 && first.baseline?.on == day(2025, 7, 1) && first.reporting == .byMember)
        #expect(first.targets.map(\.aim) == [.value(900), .value(700)])
        #expect(plan.indicators[ID("n2")]?.targets == [Target(.range(low: 10, high: 20), by: day(2028, 6, 30))])
        #expect(plan.indicators[ID("n3")]?.targets.map(\.aim) == [.text("All ports")])
        #expect(plan.indicators[ID("n4")]?.targets.map(\.aim) == [.toBeDetermined])
        #expect(result.remarks.filter { $0.gravity == .refused }.map(\.line) == [7, 8])
        let again = try read("indicators", Array(table.utf8), into: folded)
        #expect(again.proposals.isEmpty && again.same == 4)
    }

    @Test("A table that brings, or fails to bring, the target of one year leaves those of other years standing")
    func otherYears() throws {
        var standing = Scene.indicator
        standing.targets = [(2026, 45.0), (2027, 35), (2028, 24)].map { Target(.value($1), by: day($0, 6, 30)) }
        let table = "id,objective,title,target,target_by\nk1,SO1,Release time,30,2027-06-30\nk1,SO1,Release time,abc,2028-06-30\n"
        let scene = try Scene(), before = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, standing))])
        let result = try read("indicators", Array(table.utf8), into: before)
        let after = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, standing))] + result.proposals)
        #expect(result.refused == 1)
        #expect(after[Plan.self].indicators[Scene.k1]?.targets.map(\.aim) == [.value(45), .value(30), .value(24)])
    }

    @Test("A code that something else has is refused by its line; two that change places in one file are not")
    func codes() throws {
        let scene = try Scene(), before = try scene.organisation()
        func refused(_ door: String, _ table: String) throws -> [String] {
            try read(door, Array(table.utf8), into: before).remarks.filter { $0.gravity == .refused }.map { "\($0.line ?? 0) \($0.key)" }
        }
        let taken = ["3 planning.import.code-taken"]
        #expect(try refused("plan", "kind,id,code,title,perspective\nobjective,x1,SO3,X,members\nobjective,x2,so1,Y,members\n") == taken)
        #expect(try refused("plan", "kind,id,code,title,parent\naction,x1,A2,X,SO1\naction,x2,a2,Y,SO1\n") == taken)
        #expect(try refused("indicators", "id,objective,code,title\nx1,SO1,KPI 2,X\nx2,SO2,KPI 1,Y\n") == taken)
        #expect(try refused("plan", "kind,id,code,title\nobjective,so1,SO2,Shorten\nobjective,so2,SO1,Collect\n").isEmpty)
        // In Cyrillic letters it looks the same; wide ones and the digits of another script are the same.
        let twin = "\u{0405}\u{041E}1", wide = "\u{FF33}\u{FF2F}\u{0661}"
        #expect(try refused("plan", "kind,id,code,title,perspective\nobjective,x1,\(twin),X,members\n") == ["2 pages.refusal.code-looks-taken"])
        #expect(try refused("plan", "kind,id,code,title,parent\naction,x1,A9,X,\(twin)\naction,x2,A8,Y,\(wide)\n") == ["2 pages.refusal.look-alike"])
        #expect(try refused("indicators", "id,objective,code,title\nx1,\(twin),KPI 9,X\nx2,\(wide),KPI 8,Y\n") == ["2 pages.refusal.look-alike"])
    }

    @Test("A sheet that contradicts itself is refused by its line")
    func contradictions() throws {
        let table = """
            id,objective,title,kind,unit,direction,baseline,baseline_on,target,target_low,target_high,target_by
            n1,SO1,Wrong unit,percentage,hours,,,,,,,
            n2,SO1,Backwards,number,,up,50,2025-06-30,40,,,2027-06-30
            n3,SO1,Before,number,,up,50,2026-06-30,60,,,2026-01-01
            n4,SO1,Half,milestone,,up,,,2.5,,,2027-06-30
            n5,SO1,Range,number,,up,,,,1,2,2027-06-30
            n6,SO1,Good,percentage,% of ports,up,50,2025-06-30,60,,,2027-06-30
            """
        let scene = try Scene(), result = try read("indicators", Array(table.utf8), into: try scene.organisation())
        #expect(result.new == 1)
        #expect(
            result.remarks.filter { $0.gravity == .refused }.map { "\($0.line ?? 0) \($0.key)" } == [
                "2 planning.refusal.percent-in-other-unit", "3 planning.refusal.target-backwards.up", "4 planning.refusal.target-before-baseline",
                "5 planning.refusal.part-of-milestone", "6 planning.refusal.range-needs-direction",
            ])
    }

    @Test("A table without its required columns is refused as a whole; every column is explained in words")
    func columns() throws {
        let scene = try Scene()
        #expect(throws: Refusal("pages.import.no-column", ["column": "kind"])) {
            try read("plan", Array("id,title\na,b\n".utf8), into: try scene.empty())
        }
        for door in planning.imports {
            for column in door.columns { #expect(scene.house.catalogue.text(column.help, in: .ar) != nil, "\(column.name)") }
        }
        #expect(throws: Refusal("csv.fault.empty", [:])) { try read("indicators", [], into: try scene.empty()) }
    }
}
