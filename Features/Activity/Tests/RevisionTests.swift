import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Activity

@Suite("What a description made of the one before")
struct RevisionTests {
    @Test("the log says which was written first, and of each later one what it changed")
    func log() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade")])
        try await scene.record([.objective("so2", "Revenue")])
        try await scene.record([.objective("so1", "Trade", weight: 2)], by: .bruno)
        try await scene.record([.objective("so1", "Trade facilitation", weight: 2, order: 3)])
        let page = try await scene.log()
        #expect(page.contains("“Trade” began.") && page.contains("“Revenue” began."))
        #expect(page.contains("“Trade” changed: weight."))
        #expect(page.contains("“Trade facilitation” changed: order, title (English)."))
        #expect(!page.contains("was described") && !page.contains("further back"), "nothing is left open")
        #expect(try await scene.log(language: .fr).contains("changed: poids."), "fields in the reader's words")
        #expect(try await scene.file().contains("“Trade” changed: weight."))
        #expect(try await scene.receipt("3").contains("“Trade” changed: weight."))
        #expect(try await scene.history(of: "plan:so1").contains("“Trade” began."))
    }

    @Test("several of one submission are told beside what stood before each")
    func together() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade"), .objective("so1", "Trade", weight: 3), .objective("so2", "Revenue")])
        let page = try await scene.log(query: ["submission": "3"])
        #expect(page.contains("“Trade” began.") && page.contains("“Trade” changed: weight.") && page.contains("“Revenue” began."))
    }

    @Test("what stands further back than is looked through is told by itself, and as neither")
    func tooFar() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade"), .objective("so2", "Revenue")])
        try await scene.record((0..<210).map { .objective("other\($0)", "Other") })
        try await scene.record([.objective("so1", "Trade", weight: 2), .objective("so2", "Revenue", weight: 2)])
        let visit = scene.visit(), newest = try await visit.entriesRead(EntrySelection(newest: 2)).compactMap(visit.happening)
        func found(_ most: Int) async throws -> EarlierDescriptions.Found {
            try await EarlierDescriptions("plan", newest, most: most).found(in: visit.entriesRead, tell: visit.happening, chapters: visit.present.chapters)
        }
        let (near, far) = try await (found(200), found(201))
        #expect(near.revisions.isEmpty && near.beyond == [213, 214], "nobody takes them for unchanged")
        #expect(far.revisions.count == 2 && far.beyond.isEmpty)
        var open = try #require(newest.first)
        open.revision = near.revisions[open.position]
        #expect(visit.sentence(of: open) == "“Trade” was described.")
    }

    @Test("a page says of how many events it did not look far enough back, and no page says so of one that is the first")
    func saidPlainly() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade"), .objective("so2", "Revenue")])
        for _ in 0..<4 { try await scene.record((0..<400).map { .objective("other\($0)", "Other") }) }
        try await scene.record([.objective("so1", "Trade", weight: 2)])
        try await scene.record([.objective("so2", "Revenue", weight: 2)])
        try await scene.record([.objective("so3", "New")])
        let page = try await scene.log()
        #expect(page.contains("“Revenue” was described.") && page.contains("events here replaced stands further back than this page looks"))
        #expect(try await scene.history(of: "plan:so1").contains("“Trade” changed: weight."), "its history tells it")
    }

    @Test("a description that the reader may not see is held against nothing that is shown")
    func withheld() async throws {
        let scene = try await Scene()
        try await scene.record([.secret("Hidden")])
        try await scene.record([.secret("Hidden too")])
        #expect(try await scene.log(as: .amina).contains("“Hidden too” changed: title (English)."))
        #expect(!(try await scene.log().contains("Hidden")))
    }

    @Test("of many values only those that were said again are held against what stood")
    func parts() {
        func report(_ values: [(String, Double)]) -> PlainValue {
            .object(["indicator": .text("k1"), "_2": .array(values.map { .object(["member": .text($0.0), "amount": .number($0.1)]) })])
        }
        let difference = Difference(fromParts: [report([("b", 5)]), report([("a", 1), ("b", 2), ("c", 3)])], to: report([("a", 9), ("b", 5)]))
        #expect(difference.changes == [.init(path: ["_2", "a", "amount"], old: .number(1), new: .number(9))])
        #expect(Difference(fromParts: [report([("c", 3)])], to: report([("a", 9)])).changes.isEmpty, "what is said for the first time changes nothing")
    }
}
