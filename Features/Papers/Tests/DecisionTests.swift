import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Papers

@Suite("Writing and finalising papers")
struct DecisionTests {
    private let sample = SamplePlan()

    @Test("from a draft to a final paper that does not change when the figures do")
    func finalised() throws {
        let started = try proposals(startPaper(ask(["title.en": "Spring paper", "date": "2026-10-01"])))
        let written = try proposals(
            writeSection(ask(["placing": "after", "text.en": "A word of thanks."], ["paper": "new-thing", "section": "actions"], started)))
        let finalised = try proposals(finalisePaper(ask(try seen(started + written), ["paper": "new-thing"], started + written)))
        let all = started + written + finalised
        let before = try read(sample, all)
        #expect(before.contains("A word of thanks.") && before.contains("stands at 68 of 100") && before.contains("K3 Revenue gap"))
        let worse = SamplePlan(scores: [:], lateActions: 9)
        #expect(try read(worse, all) == before, "the figures changed, the paper did not")
        let french = try read(worse, all, .fr)
        #expect(french.contains("Dans l’ensemble, il atteint 68 sur 100") && french.contains("A word of thanks."))
    }

    @Test("nobody finalises words that somebody else wrote since the form was shown; shown again, it shows them")
    func unseen() throws {
        let started = try proposals(startPaper(ask(["title.en": "Spring paper"]))), shown = try seen(started)
        let place = ["paper": "new-thing", "section": "actions"]
        let written = try proposals(writeSection(ask(["placing": "after", "text.en": "A word of thanks."], place, started)))
        #expect(throws: Refusal("papers.refusal.changed-meanwhile")) {
            try finalisePaper(ask(shown, ["paper": "new-thing"], started + written))
        }
        let base = try form(started), now = try form(started + written)
        let sent = Entered(shown.map { ($0.key, $0.value) }, language: .en), merge = Merge(base: base, now: now, entered: sent)
        #expect(merge.entered == sent && merge.conflicts.isEmpty, "what was seen is not merged away")
        let again = now.holding(merge.entered)
        #expect(again.preface.text.contains("A word of thanks."))
        #expect(again.fields.map(\.value) == [try seen(started + written)["seen"]])
    }

    @Test("a finalised paper keeps the day and the position whose figures it shows, and hangs on the thread of its objectives")
    func position() throws {
        let started = try proposals(startPaper(ask(["title.en": "Spring paper"])))
        let finalised = try proposals(finalisePaper(ask(try seen(started), ["paper": "new-thing"], started)))
        let organisation = try sample.organisation(started + finalised)
        let final = try #require(organisation[Papers.self].final(ID("new-thing")))
        #expect(final.asOf == .testDay && final.date == .testDay && final.position == organisation.position - 1)
        let thread = try sample.house().thread(of: organisation, for: .public)
        #expect(thread.nodes.map(\.path) == ["paper/new-thing"])
        #expect(papers.thread(organisation).strands.count == 3)
    }

    @Test("only planners write, nothing final is changed, and what is missing is said at its field")
    func refusals() throws {
        #expect(throws: Refusal("pages.refusal.not-allowed")) { try startPaper(ask(["title.en": "x"], as: .reader)) }
        #expect(throws: Refusal("pages.refusal.required", field: "title")) { try startPaper(ask([:])) }
        #expect(throws: Refusal("pages.refusal.gone")) { try describePaper(ask(["title.en": "x"], ["paper": "nowhere"])) }
        let started = try proposals(startPaper(ask(["title.en": "Spring paper"])))
        #expect(throws: Refusal("papers.refusal.write-something", field: "text")) {
            try writeSection(ask(["placing": "instead"], ["paper": "new-thing", "section": "actions"], started))
        }
        #expect(throws: Missing.self) { try writeSection(ask(["placing": "after"], ["paper": "new-thing", "section": "?"], started)) }
        let finalised = started + (try proposals(finalisePaper(ask(try seen(started), ["paper": "new-thing"], started))))
        for decide in [describePaper, finalisePaper, withdrawPaper] {
            #expect(throws: Refusal("papers.refusal.finalised")) {
                try decide(ask(["title.en": "x", "because": "y"], ["paper": "new-thing"], finalised))
            }
        }
    }

    @Test("saving without a change records nothing; taking one's words away brings the composed text back")
    func unchanged() throws {
        let started = try proposals(startPaper(ask(["title.en": "Spring paper"])))
        #expect(try proposals(describePaper(ask(["title.en": "Spring paper"], ["paper": "new-thing"], started))).isEmpty)
        let place = ["paper": "new-thing", "section": "objective-so1"]
        let written = try proposals(writeSection(ask(["placing": "after", "text.en": "Ours"], place, started)))
        let emptied = try proposals(writeSection(ask(["placing": "after", "text.en": ""], place, started + written)))
        #expect(try sample.organisation(started + written + emptied)[Papers.self].draft(ID("new-thing"))?.edits == [])
    }

    @Test("drafts and their forms are for those who write them; a withdrawn one is gone")
    func access() throws {
        let started = try proposals(startPaper(ask(["title.en": "Spring paper"])))
        #expect(throws: Missing.self) { try read(sample, started) }
        let organisation = try sample.organisation(started), house = try sample.house()
        let amina = { (section: String) in
            visit(house, organisation, as: .amina, parameters: ["paper": "new-thing", "section": section])
        }
        #expect(try paperPage(amina("")).body.text.contains("sections/objective-so1"))
        #expect(try sectionForm(amina("objective-so1")).fields.map(\.name) == ["placing", "text"])
        #expect(throws: Missing.self) { try sectionForm(amina("objective-none")) }
        let withdrawn = try proposals(withdrawPaper(ask(["because": "Not needed"], ["paper": "new-thing"], started)))
        #expect(try sample.organisation(started + withdrawn)[Papers.self].newestDraft == nil)
    }

    @Test("events are for ever")
    func events() throws {
        let text = Localized("Words")
        let final = FinalPaper(
            title: text, date: .testDay, asOf: .testDay, position: 12, plan: text, isPublic: true,
            sections: [.init(name: "standing", title: text, paragraphs: [text])],
            annex: [
                AnnexRow(
                    title: text, unit: .empty, baseline: Baseline(value: 1.5, on: .testDay),
                    target: Target(.range(low: 1, high: 2), by: .testDay),
                    status: "atRisk", isStale: true, score: 71)
            ])
        try expectEventsAreForever(
            Papers.self,
            today: [
                .paperDescribed(
                    id: ID("p1"),
                    Paper(title: text, date: .testDay, edits: [SectionEdit(name: "objective-so1", placing: .instead, text: text)])),
                .paperDescribed(id: ID("p2"), Paper(title: text, date: nil, edits: [])), .paperFinalised(id: ID("p1"), final),
                .paperWithdrawn(id: ID("p2"), because: "Not needed"),
            ])
    }

    // MARK: -

    private func ask(
        _ values: [String: String], _ parameters: [String: String] = [:], _ more: [Proposal] = [], as viewer: Viewer = .amina
    ) throws -> Submission {
        submission(try sample.organisation(more), as: viewer, values, parameters: parameters, house: try sample.house())
    }

    private func form(_ more: [Proposal]) throws -> Form {
        try finaliseForm(visit(try sample.house(), try sample.organisation(more), as: .amina, parameters: ["paper": "new-thing"]))
    }

    /// What the form sends along of the paper that it showed.
    private func seen(_ more: [Proposal]) throws -> [String: String] {
        Dictionary(try form(more).fields.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private func proposals(_ outcome: Outcome) throws -> [Proposal] {
        guard case .record(let proposals, _, _) = outcome else { return [] }
        return proposals
    }

    private func read(_ sample: SamplePlan, _ more: [Proposal], _ language: Language = .en) throws -> String {
        let visit = visit(try sample.house(), try sample.organisation(more), language: language, parameters: ["paper": "new-thing"])
        return try paperPage(visit).body.text
    }
}

extension Viewer {
    fileprivate static let reader = Viewer.with(.reader, .organisation, account: ID("reader"), name: "Reader")
}
