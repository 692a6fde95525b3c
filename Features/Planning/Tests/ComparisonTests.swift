import Foundation
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Planning

@Suite("Two days of a plan side by side")
struct ComparisonTests {
    private let earlier = Scene.planEvents(.adopted)

    /// The page between a state and one with more, which is also today's unless another is handed in.
    private func page(
        _ more: [Plan.Event], before: [Plan.Event]? = nil, now: [Plan.Event]? = nil, as viewer: Viewer = .public, _ language: Language = .en,
        query: [String: String] = ["from": "2026-01-01", "until": "2026-09-01"]
    ) async throws -> String {
        let scene = try Scene(), then = Scene.planEvents(.adopted)
        func state(_ events: [Plan.Event]) throws -> Organisation {
            try organisation(scene.events.filter { $0.chapter == Register.self } + events.map { Proposal(Plan.self, $0) }, chapters: scene.house.chapters)
        }
        let old = try state(before ?? then), new = try state((before ?? then) + more), present = try now.map { try state((before ?? then) + more + $0) } ?? new
        let visit = Visit(
            organisation: present, present: present, viewer: viewer, say: Say(language, scene.house.catalogue), times: Times(today: .testDay), house: scene.house,
            parameters: [:], query: query, names: [:], history: { _ in [] }, state: { $0 < day(2026, 6, 1) ? old : new })
        return try await ComparisonPage.page(visit).body.text
    }

    private func objective(_ title: String, text: String = "") -> Plan.Event {
        .objectiveDescribed(
            id: Scene.so1,
            Objective(perspective: Scene.members, code: "SO1", title: Localized(title), description: text.isEmpty ? .empty : Localized(text), owner: Scene.other, focusAreas: [Scene.fa1]))
    }

    @Test("what was changed is shown field by field with the words that differ, what was added and withdrawn with what it says")
    func changes() async throws {
        let text = try await page([
            objective("Shorten clearance times"), .objectiveWithdrawn(id: Scene.so2, because: "done"),
            .focusAreaDescribed(id: ID("fa2"), FocusArea(plan: Scene.plan, code: "FA2", title: Localized("People"))),
        ])
        #expect(text.contains("added: 1, changed: 1, withdrawn: 2"), "with the objective its link goes")
        #expect(text.contains("Shorten <del>release </del>times") && text.contains("Shorten <ins>clearance </ins>times"))
        #expect(text.contains("<del>Compliance</del>") && text.contains("<ins>Capacity</ins>"))
        let changed = try #require(text.range(of: "Shorten <del>")), withdrawn = try #require(text.range(of: "Collect revenue")), added = try #require(text.range(of: "FA2"))
        #expect(changed.lowerBound < withdrawn.lowerBound && withdrawn.lowerBound < added.lowerBound, "in the order of the plan")
    }

    @Test("nothing has changed where a thing was only described again, or its unit was renamed")
    func same() async throws {
        #expect(try await page(Scene.planEvents(.adopted)).contains("Nothing in this plan changed"))
    }

    @Test("what is closed on either day, or today, is not compared")
    func disclosure() async throws {
        func indicator(_ disclosure: Indicator.Disclosure, _ title: String) -> Plan.Event {
            var indicator = Scene.indicator
            indicator.disclosure = disclosure
            indicator.title = Localized(title)
            return .indicatorDescribed(id: Scene.k1, indicator)
        }
        let closedThen = try await page([indicator(.everyone, "Opened later")], before: earlier + [indicator(.staff, "Closed then")])
        #expect(!closedThen.contains("Closed then") && !closedThen.contains("Opened later"))
        let closedSince = try await page([indicator(.everyone, "Renamed")], now: [indicator(.staff, "Closed now")])
        #expect(!closedSince.contains("Renamed") && !closedSince.contains("Closed now"))
        let withdrawnClosed = try await page([indicator(.everyone, "Renamed")], now: [indicator(.staff, "Closed"), .indicatorWithdrawn(id: Scene.k1, because: "over")])
        #expect(!withdrawnClosed.contains("Renamed"))
        let staff = try await page([indicator(.everyone, "Opened later")], before: earlier + [indicator(.staff, "Closed then")], as: .amina)
        #expect(staff.contains("<del>Closed then</del>") && staff.contains("<ins>Opened later</ins>"))
        let drafted = try await page(Scene.planEvents(.adopted), before: Scene.planEvents(.draft))
        #expect(drafted.contains("Nothing to compare") && !drafted.contains("Safe Harbours"), "it was a draft on the earlier day")
        #expect(try await page(Scene.planEvents(.adopted), before: Scene.planEvents(.draft), as: .amina).contains("<ins>adopted</ins>"))
    }

    @Test("days are taken in their order, never from the future; what cannot be read is asked for again")
    func days() async throws {
        let turned = try await page([objective("Other")], query: ["from": "2026-09-01", "until": "2026-01-01"])
        #expect(turned.contains("Between 1 January 2026 and 1 September 2026"))
        #expect(try await page([], query: ["from": "2026-01-01", "until": "2099-01-01"]).contains("and 15 September 2026"))
        #expect(try await page([], query: ["from": "2030-01-01", "until": "2099-01-01"]).contains("Both days lie in the future"))
        #expect(try await page([], query: ["from": "2026-01-01", "until": "2026-01-01"]).contains("Both days are the same"))
        #expect(try await page([], query: ["from": "spring", "until": ""]).contains("Two days are needed"))
        #expect(try await page([], query: [:]).contains("Choose two days"))
    }

    @Test("every language of a text is compared by itself, and says which it is", arguments: Language.allCases)
    func languages(_ language: Language) async throws {
        let plan = StrategicPlan(
            title: Localized([.en: "Safe Harbours", .ar: "موانئ آمنة ونظيفة"], original: .en), from: day(2025, 7, 1), until: day(2028, 6, 30), status: .adopted,
            vision: Localized("Every harbour safe."), values: [Localized("Candour")])
        let text = try await page([.planDescribed(id: Scene.plan, plan)], language)
        #expect(text.contains(#"<span dir="rtl" lang="ar">موانئ <ins>آمنة ونظيفة</ins></span>"#) || text.contains("<ins>ونظيفة</ins>"))
        let arabic: [Language: String] = [.en: "Arabic", .fr: "arabe", .es: "árabe", .ar: "العربية", .ru: "арабский", .pt: "árabe"]
        #expect(text.contains("(\(arabic[language] ?? "?"))") && !text.contains("⟦"))
    }

    @Test("text is text, whatever it holds")
    func hostile() async throws {
        let text = try await page([objective("<script>x</script>", text: "\"><img onerror=1>")])
        #expect(!text.contains("<script") && !text.contains("<img") && text.contains("&lt;script&gt;"))
    }
}

@Suite("Words that differ")
struct WordDifferenceTests {
    private func said(_ old: String, _ new: String) -> String {
        WordDifference(from: old, to: new).runs.map { run in
            switch run.kind {
            case .kept: run.text
            case .removed: "[-\(run.text)]"
            case .added: "[+\(run.text)]"
            }
        }.joined()
    }

    @Test(
        "only what differs is marked",
        arguments: [
            ("a b c", "a b c", "a b c"), ("a b c", "a x c", "a [-b ][+x ]c"), ("", "a b", "[+a b]"), ("a b", "", "[-a b]"), ("a  b", "a b", "a b"), ("a b c d", "b d e", "[-a ]b [-c ]d [+e]"),
        ])
    func differences(_ old: String, _ new: String, _ expected: String) { #expect(said(old, new) == expected) }

    @Test("seeded: both texts can be read out of the difference, also of texts far too long to compare word by word")
    func both() {
        var random = SeededGenerator(seed: 3)
        for round in 0..<120 {
            let length = round < 100 ? 12 : 900
            func text() -> String { (0..<Int.random(in: 0...length, using: &random)).map { _ in ["a", "b", "c", "دال"].randomElement(using: &random) ?? "" }.joined(separator: " ") }
            let old = text(), new = text(), runs = WordDifference(from: old, to: new).runs
            func words(_ kind: WordDifference.Run.Kind) -> [Substring] { runs.filter { $0.kind != kind }.map(\.text).joined(separator: " ").split(separator: " ") }
            #expect(words(.added) == old.split(separator: " ") && words(.removed) == new.split(separator: " "))
        }
    }
}
