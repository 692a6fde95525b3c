import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import GoldenThread

@Suite("The golden thread's pages")
struct GoldenThreadPageTests {
    @Test("an objective shows the signal it came from and what it led to, and the gap of its neighbour")
    func bothWays() throws {
        let page = try read("plan:so1")
        #expect(page.contains("It comes directly from 1 thing: ⟦sample.kind⟧. 1 more stands behind that."))
        #expect(page.contains("It led directly to 2 things: ⟦sample.kind⟧ (2). 1 more stands below that."))
        #expect(page.contains(#"href="/test/thread/plan:priority""#))
        #expect(page.contains(#"href="/test/thread/plan:kpi""#))
        #expect(page.contains("⟦sample.gap.no-value⟧"), "the gap of the indicator is named here too")
        #expect(page.contains("Two steps back") && page.contains("through P1"))
    }

    @Test("what one walks to is walked back from")
    func symmetric() throws {
        #expect(try read("plan:kpi").contains(#"href="/test/thread/plan:so1""#))
        #expect(try read("plan:signal").contains(#"href="/test/thread/plan:priority""#))
    }

    @Test("a thing that a reader may not see looks the same as one that is not there")
    func notPermitted() throws {
        #expect(try read("plan:secret", as: .amina).contains("Secret"))
        #expect(throws: Missing.self) { try read("plan:secret") }
        #expect(throws: Missing.self) { try read("plan:nothing") }
        #expect(throws: Missing.self) { try read("no reference at all") }
        #expect(!(try read("plan:so1").contains("Secret")), "nor does it show on the pages of its neighbours")
    }

    @Test("more than twelve neighbours are cut, with a link to all of them")
    func longLists() throws {
        let nodes = (0...40).map { Node.sample("n\($0)") }
        let strands = (1...40).map { Strand.sample("n0", "n\($0)") }
        let cut = try read("plan:n0", in: Thread(nodes: nodes, strands: strands))
        #expect(cut.contains("All 40") && cut.contains("thread/plan:n12\"") && !cut.contains("thread/plan:n13\""))
        let all = try read("plan:n0", in: Thread(nodes: nodes, strands: strands), query: ["all": "onward-1-sample.strand"])
        #expect(all.contains("thread/plan:n40\"") && !all.contains("All 40"))
    }

    @Test("the overview counts, names the gaps, and says what comes from nothing")
    func overview() throws {
        let page = try overviewPage()
        #expect(page.contains("7 things are on the thread; connected with others: 6."))
        #expect(page.contains("Something is missing around 1 of them."))
        #expect(page.contains("⟦sample.gap.no-value⟧"))
        #expect(page.contains("Comes from nothing") && page.contains("Has led to nothing"))
    }

    @Test func `of a Member it is not said that it led to nothing: what it does and reports is elsewhere`() throws {
        let reference = try #require(Reference("register:fik"))
        let member = Node(reference, kind: "sample.kind", title: Localized("Fikertal", .en), path: "members/fik", audience: .everyone)
        let thread = Thread(nodes: [.sample("so1"), member], strands: []), page = try read("register:fik", in: thread)
        #expect(!page.contains("led to nothing") && !page.contains("Nothing says where") && page.contains("is on its own page"))
        let overview = try overviewPage(in: thread)
        #expect(overview.contains("thread/plan:so1") && !overview.contains("thread/register:fik"))
        #expect(try read("plan:so1", in: thread).contains("It has led to nothing yet."))
    }

    @Test("what is tied directly is told by its kinds, the most frequent first, and apart from what hangs below")
    func directly() throws {
        func node(_ id: String, _ kind: String) -> Node {
            var node = Node.sample(id)
            node.kind = kind
            return node
        }
        let nodes = [node("p", "sample.priority"), node("m", "sample.measure"), node("o1", "sample.objective"), node("o2", "sample.objective"), node("v", "sample.value")]
        let page = try read("plan:p", in: Thread(nodes: nodes, strands: [.sample("p", "m"), .sample("p", "o1"), .sample("p", "o2"), .sample("o1", "v")]))
        #expect(page.contains("It led directly to 3 things: ⟦sample.objective⟧ (2), ⟦sample.measure⟧ (1). 1 more stands below that."))
        #expect(try read("plan:o1", in: Thread(nodes: nodes, strands: [.sample("o1", "v")])).contains("It led directly to 1 thing: ⟦sample.value⟧.<"), "nothing more, and nothing said of it")
    }

    @Test("a thing is found by its name in any language, whatever the accents")
    func finding() throws {
        #expect(try overviewPage(query: ["q": "RESEAU"]).contains("1 thing contains “RESEAU”"))
        #expect(try overviewPage(query: ["q": "p1"]).contains("1 thing contains “p1”"))
        #expect(try overviewPage(query: ["q": "zebra"]).contains("Try a shorter part"))
        #expect(try overviewPage(query: ["q": "<script>"]).contains("&lt;script&gt;"))
    }

    @Test("an empty thread teaches what it is for")
    func empty() throws {
        #expect(try overviewPage(in: Thread()).contains("Nothing is on the thread yet"))
    }

    @Test("pages read as they were agreed", arguments: [Language.en, .fr, .ar])
    func goldens(_ language: Language) throws {
        try expectGolden(try read("plan:so1", as: .amina, language: language), "thread-so1.\(language.rawValue).html")
        try expectGolden(try overviewPage(language: language), "thread.\(language.rawValue).html")
    }

    // MARK: - The sample

    private func read(
        _ reference: String, as viewer: Viewer = .public, in thread: Thread = .sample, language: Language = .en,
        query: [String: String] = [:]
    ) throws -> String {
        try threadPage(visit(to: thread, viewer, language, ["reference": reference], query)).body.text
    }

    private func overviewPage(in thread: Thread = .sample, language: Language = .en, query: [String: String] = [:]) throws -> String {
        threadOverviewPage(try visit(to: thread, .public, language, [:], query)).body.text
    }

    private func visit(
        to thread: Thread, _ viewer: Viewer, _ language: Language, _ parameters: [String: String], _ query: [String: String]
    ) throws -> Visit {
        var sample = Feature(name: "Sample", words: [:])
        sample.thread = { _ in thread }
        let house = try House([goldenThread, sample])
        return TestKit.visit(
            house, try organisation([], chapters: house.chapters), as: viewer, language: language, parameters: parameters, query: query)
    }
}
