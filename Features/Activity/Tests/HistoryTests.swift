import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Activity

@Suite("The history of one thing, and receipts")
struct HistoryTests {
    @Test("each description shows what it changed, field by field")
    func changes() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade"), .objective("so2", "Another")])
        try await scene.record([.objective("so1", "Trade facilitation", weight: 2, order: 1)], by: .bruno)
        let page = try await scene.history(of: "plan:so1")
        #expect(page.contains("2 events about this thing were recorded"))
        #expect(page.contains("3 fields changed"))
        #expect(page.contains(#"title (English)</th><td><bdi>Trade</bdi></td><td><bdi>Trade facilitation</bdi></td>"#))
        #expect(page.contains(#"weight</th><td>1</td><td>2</td>"#))
        #expect(!page.contains("Another"))
    }

    @Test("a long history comes page by page, each reading no more than it needs, and the oldest of a page still says what it changed")
    func pages() async throws {
        let scene = try await Scene()
        for number in 1...120 { try await scene.record([.objective("so1", "Title \(number).")]) }
        for _ in 0..<2 { try await scene.record((0..<300).map { .objective("part\($0)", "Names it", above: "so1") }) }
        let first = try await scene.history(of: "plan:so1")
        #expect(first.contains("The newest events about this thing") && first.contains("Title 120.") && first.contains("Title 71.") && !first.contains("“Title 70.” changed"))
        #expect(scene.read <= 720 + 400)
        #expect(first.components(separatedBy: "1 field changed").count == 51, "the oldest of the page too")
        let before = try #require(first.firstMatch(of: /before=(\d+)/)).output.1
        let second = try await scene.history(of: "plan:so1", before: String(before))
        #expect(second.contains("Older events") && second.contains("“Title 70.” changed") && second.contains("“Title 21.” changed"))
        let third = try await scene.history(of: "plan:so1", before: "21")
        #expect(third.contains("The oldest events") && third.contains("“Title 1.” began") && third.components(separatedBy: "1 field changed").count == 20)
    }

    @Test("what the oldest of a page replaced is found further back")
    func furtherBack() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "At first")])
        try await scene.record((0..<390).map { .objective("part\($0)", "Names it", above: "so1") })
        for number in 1...60 { try await scene.record([.objective("so1", "Title \(number).")]) }
        #expect(try await scene.history(of: "plan:so1", before: "393").contains("<bdi>At first</bdi></td><td><bdi>Title 1.</bdi>"))
    }

    @Test("what a thing was while it was for fewer people is told to nobody else, not as what a later description replaced either")
    func confidential() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Confidential plans")])
        try await scene.record([.objective("so1", "Open")])
        let page = try await scene.history(of: "plan:so1"), staff = try await scene.history(of: "plan:so1", as: .amina)
        #expect(page.contains("“Open” began") && !page.contains("Confidential") && !page.contains("field changed"))
        #expect(staff.contains("<bdi>Confidential plans</bdi></td><td><bdi>Open</bdi>"))
    }

    @Test("nor where it stands further back than the page reads")
    func confidentialFurtherBack() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Confidential plans")])
        try await scene.record((0..<390).map { .objective("part\($0)", "Names it", above: "so1") })
        for number in 1...60 { try await scene.record([.objective("so1", "Title \(number).")]) }
        let page = try await scene.history(of: "plan:so1", before: "393"), staff = try await scene.history(of: "plan:so1", as: .amina, before: "393")
        #expect(page.contains("“Title 1.” began") && !page.contains("Confidential"))
        #expect(staff.contains("<bdi>Confidential plans</bdi></td><td><bdi>Title 1.</bdi>"))
    }

    @Test("erased words are shown as erased, not as nothing")
    func erased() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade")])
        try await scene.record([.objective("so1", "Revenue")])
        try await scene.eraseWords(at: 1)
        let page = try await scene.history(of: "plan:so1")
        #expect(!page.contains("Trade") && page.contains(#"<td><span class="erased">[text erased]</span></td><td><bdi>Revenue</bdi></td>"#))
        #expect(try await scene.log(as: .amina).contains("The words of 1 event were erased: asked for"))
        #expect(try await scene.receipt("1").contains("The words have been erased for good"))
    }

    @Test("a thing that is not there has no history")
    func missing() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade")])
        await #expect(throws: Missing.self) { try await scene.history(of: "plan:so9") }
        await #expect(throws: Missing.self) { try await scene.history(of: "not a reference") }
        for position in ["0", "-1", "2", "x", "99999999999999999999", "-9223372036854775808"] {
            await #expect(throws: Missing.self) { try await scene.receipt(position) }
        }
    }

    @Test("a receipt shows the record, its hash and the one before, and what was checked")
    func receipt() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade")])
        try await scene.record([.objective("so1", "Revenue")], by: .bruno)
        let entries = try await scene.journal.entries(after: 0)
        let first = try #require(entries.first), second = try #require(entries.last)
        let page = try await scene.receipt("2")
        #expect(page.contains("\(Record.hash(second.record.bytes))") && page.contains("\(Record.hash(first.record.bytes))"))
        #expect(page.contains("The record before it has the hash") && page.contains("The words kept beside the record match their seal"))
        #expect(page.contains(#"{&quot;organisation&quot;:&quot;test&quot;,&quot;position&quot;:2"#))
    }

    @Test("an altered part, a broken chain and a part of the journal are told apart")
    func checks() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade")])
        try await scene.record([.objective("so1", "Revenue")])
        let entries = try await scene.journal.entries(after: 0)
        let (first, second) = (try #require(entries.first), try #require(entries.last))
        #expect(ReceiptChecks(second, after: first).previous == .holds)
        #expect(ReceiptChecks(second, after: nil).previous == .notRead)
        #expect(ReceiptChecks(second, after: second).previous == .broken)
        var altered = second
        altered.structure.bytes.append(0x20)
        altered.words?.bytes.append(0x20)
        #expect(ReceiptChecks(altered, after: first).structure == .broken && ReceiptChecks(altered, after: first).words == .broken)
    }
}

@Suite("Differences")
struct DifferenceTests {
    @Test("only what changed is listed, in order, what came and what went too")
    func changes() {
        let old = PlainValue.object(["a": .number(1), "b": .object(["x": .text("old"), "y": .flag(true)]), "gone": .text("bye")])
        let new = PlainValue.object(["a": .number(1), "b": .object(["x": .text("new"), "y": .flag(true)]), "come": .text("hello")])
        #expect(
            Difference(from: old, to: new).changes == [
                .init(path: ["b", "x"], old: .text("old"), new: .text("new")), .init(path: ["come"], old: nil, new: .text("hello")),
                .init(path: ["gone"], old: .text("bye"), new: nil),
            ])
        #expect(Difference(from: old, to: old).changes.isEmpty)
    }

    @Test("a row of plain values is one field; things in a row are compared place by place")
    func lists() {
        let old = PlainValue.object([
            "tags": .array([.text("a")]), "targets": .array([.object(["by": .text("2027")]), .object(["by": .text("2028")])]),
        ])
        let new = PlainValue.object(["tags": .array([.text("a"), .text("b")]), "targets": .array([.object(["by": .text("2027")])])])
        #expect(
            Difference(from: old, to: new).changes == [
                .init(path: ["tags"], old: .list([.text("a")]), new: .list([.text("a"), .text("b")])),
                .init(path: ["targets", "2", "by"], old: .text("2028"), new: nil),
            ])
    }

    @Test("an event comes back as plain JSON with its words in their places")
    func plain() throws {
        let entry = try Entry.unchained(
            Proposal(Plan.self, .objective("so1", "Trade", order: 0)), position: 1, at: Moment(startOf: .testDay))
        let value = try #require(plainEvent(entry, [Register.self, Plan.self]))
        #expect(value["_1"]?["title"]?["texts"]?["en"] == .text("Trade"))
        #expect(value["_1"]?["order"] == .number(0), "a number that is no text stays one")
        var erased = entry
        erased.words = nil
        #expect(plainEvent(erased, [Plan.self])?["_1"]?["title"]?["texts"]?["en"] == .null)
    }

    @Test("a path is said in the reader's language")
    func names() throws {
        let house = try House([activity])
        #expect(fieldName(["_1", "sheet", "definition", "texts", "fr"], Say(.en, house.catalogue)) == "sheet › definition (French)")
        #expect(fieldName(["_1", "targets", "2", "by"], Say(.fr, house.catalogue)) == "cibles › 2 › d’ici au")
        #expect(fieldName(["_1", "somethingElse"], Say(.en, house.catalogue)) == "something else")
    }
}
