import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Papers

@Suite("The progress paper")
struct PapersTests {
    @Test("with nothing edited it says where the plan stands, from how many, and what is missing")
    func says() throws {
        let page = try live()
        #expect(page.contains("It has 3 objectives. On track: 0; at risk: 1; off track: 1; no data: 1."))
        #expect(page.contains("Taken together it stands at 68 of 100: off track. Indicators with a value: 3 of 4."))
        #expect(page.contains("Parts of the plan with data carry 75% of its weight."), "a coverage says what it covers")
        #expect(page.contains("Held against the same targets, the score has fallen from 70 to 68 since the period before."))
        #expect(page.contains("Furthest behind: K2 Single window coverage (40). Furthest ahead: K1 Release time (92)."))
        #expect(page.contains("It has no indicator, so nobody can say how it stands."))
        #expect(page.contains("Of 3 actions, 1 is late: L0 Late 0 (1 May 2026)."))
        #expect(page.contains("Of 3 actions, 1 is to end in the next six months: A9 Pilot in six regions"))
        #expect(page.contains("Deliverables handed over: 1 of 2; overdue: 1."))
        #expect(page.contains("K2 Single window coverage, 120 of 183"))
        #expect(page.contains("1 indicator has no baseline") && page.contains("1 indicator is out of date: K3 Revenue gap."))
        #expect(page.contains("Figures as of 15 September 2026, journal position"))
    }

    @Test("what is not disclosed to its readers is counted, never named, whoever opens it")
    func undisclosed() throws {
        for viewer in [Viewer.public, .amina] {
            let page = try live(as: viewer)
            #expect(!page.contains("Confidential audits") && page.contains("1 indicator is not disclosed"))
        }
    }

    @Test("of a past day it names no indicator that is the staff's today, and nothing of a plan that is a draft again")
    func closedSince() throws {
        let sample = SamplePlan(), house = try sample.house(), past = try sample.organisation()
        func read(_ present: Organisation) throws -> String {
            let visit = Visit(
                organisation: past, present: present, viewer: .public, say: Say(.en, house.catalogue),
                times: Times(asOf: .testDay, today: Day.testDay.adding(days: 30)), house: house, parameters: [:], query: [:], names: [:],
                history: { _ in [] })
            return try livePaperPage(visit).body.text
        }
        #expect(try read(past).contains("K3 Revenue gap"))
        var closed = try #require(past[Plan.self].indicators[ID("k3")])
        closed.disclosure = .staff
        let page = try read(try sample.organisation([Proposal(Plan.self, .indicatorDescribed(id: ID("k3"), closed))]))
        #expect(!page.contains("Revenue gap") && page.contains("2 indicators are not disclosed"))
        #expect(!(try read(try SamplePlan(planStatus: .draft).organisation()).contains("Trade facilitation")))
    }

    @Test("without a plan it teaches what to do first; a draft plan is for those who take part")
    func nothing() throws {
        let house = try SamplePlan().house(), empty = try organisation([], chapters: house.chapters)
        #expect(try livePaperPage(visit(house, empty)).body.text.contains("There is no plan to report on yet"))
        let draft = SamplePlan(planStatus: .draft)
        #expect(try live(draft).contains("There is no plan to report on yet"))
        #expect(try live(draft, as: .amina).contains("no body has adopted it yet"))
    }

    @Test("where a score would give away what is not disclosed, only the status is told")
    func statusOnly() throws {
        let page = try live(SamplePlan(isScoreTold: false))
        #expect(page.contains("Taken together: off track. Its score is not told") && !page.contains("too little data for a score of the plan"))
    }

    @Test("where regions are measured, it says how many Members of each have reported")
    func regions() throws {
        let sample = SamplePlan(region: "north")
        let page = try live(sample, more: [Proposal(Register.self, .regionDescribed(id: ID("north"), Region(code: "N", name: Localized("North"))))])
        #expect(page.contains("By region: North, 40 of 52."))
        #expect(!(try live().contains("By region")))
    }

    @Test("of one action it speaks in the singular")
    func single() throws {
        var figures = SamplePlan(lateActions: 0)
        figures.hasOtherActions = false
        #expect(try live(figures).contains("Of 1 action, 1 is completed: A0 Launch."))
        #expect(try live(figures, language: .fr).contains("Sur 1 action, 1 est achevée"))
    }

    @Test("counts are said in the plural forms of each language", arguments: [1, 2, 3, 5, 11, 21])
    func plurals(_ late: Int) throws {
        let sample = SamplePlan(lateActions: late)
        let russian = [
            1: "опаздывает 1", 2: "опаздывают 2", 3: "опаздывают 3", 5: "опаздывает 5", 11: "опаздывает 11", 21: "опаздывает 21",
        ]
        #expect(try live(sample, language: .ru).contains(russian[late] ?? "?"))
        let arabic = [1: "تأخر واحد (1)", 2: "تأخر اثنان (2)", 3: "تأخر 3", 5: "تأخر 5", 11: "تأخر 11", 21: "تأخر 21"]
        #expect(try live(sample, language: .ar).contains(arabic[late] ?? "?"))
        let english = try live(sample)
        #expect(english.contains(late == 1 ? "1 is late" : "\(late) are late"))
        #expect(english.contains("and \(late - 8) more") == (late > 8))
    }

    @Test("paragraph 12 is paragraph 12 in every language")
    func numbering() throws {
        let sample = SamplePlan(), figures = try #require(try figures(sample)), catalogue = try sample.house().catalogue
        let counts = Language.allCases.map { language in
            Composer(figures: figures, say: Say(language, catalogue), plain: { $0.plain(in: language) }).sections.map(\.paragraphs.count)
        }
        #expect(Set(counts).count == 1)
        for language in Language.allCases {
            let sections = Composer(figures: figures, say: Say(language, catalogue), plain: { $0.plain(in: language) }).sections
            let text = sections.flatMap(\.paragraphs).map(\.text).joined()
            #expect(!text.contains("⟦papers.") && !text.contains("{"), "\(language): every sentence has its words and its arguments")
        }
    }

    @Test("the page reads as it was agreed", arguments: [Language.en, .fr, .ar])
    func goldens(_ language: Language) throws { try expectGolden(try live(language: language), "paper.\(language.rawValue).html") }

    @Test("a planner's words stand before, after or instead of the composed ones, and a section can be left out")
    func placing() throws {
        let own = Localized("Our own words.\n\nIn two blocks.")
        func page(_ placing: SectionEdit.Placing, as viewer: Viewer = .amina) throws -> String {
            let paper = Paper(
                title: Localized("Spring paper"), date: Day(2026, 10, 1),
                edits: [SectionEdit(name: "standing", placing: placing, text: own)])
            return try live(SamplePlan(), as: viewer, more: [Proposal(Papers.self, .paperDescribed(id: ID("p1"), paper))])
        }
        let composed = "It has 3 objectives"
        #expect(try page(.after).contains("Our own words.") && page(.after).contains(composed))
        #expect(try page(.instead).contains("Our own words.") && !page(.instead).contains(composed))
        #expect(try page(.leftOut).contains("left out of the paper") && !page(.leftOut).contains(composed))
        #expect(try page(.before).contains("<span class=\"number\">1.</span> <bdi>Our own words.</bdi><br><br><bdi>In two blocks.</bdi>"))
        #expect(!(try page(.after, as: .public).contains("Our own words.")), "a draft is not for the public")
    }

    @Test("what Members want most stands with what of the plan answers it, and with what nothing does")
    func priorities() throws {
        let sample = SamplePlan(), objective = try #require(try figures(sample)?.objectives.first)
        func priority(_ name: String, _ place: Int, _ things: [Reference], _ audience: Audience = .everyone) -> AdoptedPriority {
            AdoptedPriority(
                Reference(Plan.self, ID<Objective>("p-\(place)") ?? objective.id), Localized(name), path: "", place: place, answeredBy: things, body: ID("assembly"), on: .testDay, audience: audience)
        }
        let list = [priority("Safer seas", 1, [Reference(Plan.self, objective.id)]), priority("Fair dues", 2, []), priority("For staff", 3, [], .staff)]
        let figures = try #require(try figures(sample, list))
        let composer = Composer(figures: figures, say: Say(.en, try sample.house().catalogue), plain: { $0.plain() })
        let section = try #require(composer.sections.first { $0.name == .priorities }), text = section.paragraphs.map(\.text)
        #expect(text[0].contains("adopted 2 priorities of the Members") && text[0].contains("Safer seas") && !text[0].contains("For staff"))
        #expect(text[1].hasPrefix("“Safer seas” is answered by \(objective.objective.code)") && text[2].contains("answers 1 of them yet: Fair dues."))
        #expect(try !Composer(figures: #require(try self.figures(sample)), say: composer.say, plain: composer.plain).sections.contains { $0.name == .priorities }, "nothing was adopted")
    }

    // MARK: -

    private func live(_ sample: SamplePlan = SamplePlan(), as viewer: Viewer = .public, language: Language = .en, more: [Proposal] = [])
        throws
        -> String
    {
        try livePaperPage(visit(try sample.house(), try sample.organisation(more), as: viewer, language: language)).body.text
    }

    private func figures(_ sample: SamplePlan, _ priorities: [AdoptedPriority] = []) throws -> PaperFigures? {
        let organisation = try sample.organisation()
        return PaperFigures(organisation, try sample.house().progress(of: organisation), Disclosure(then: organisation[Plan.self], now: organisation[Plan.self]), priorities, on: .testDay)
    }
}
