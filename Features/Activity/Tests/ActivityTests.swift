import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Activity

@Suite("The log of what was done")
struct ActivityTests {
    @Test("the newest stands first, and an import is one line with its count")
    func newestFirst() async throws {
        let scene = try await Scene()
        try await scene.record((1...40).map { .objective("so\($0)", "Objective \($0)") })
        try await scene.record([.objective("so41", "The last")], by: .bruno)
        let page = try await scene.log()
        let last = try #require(page.range(of: "“The last” began.")),
            first = try #require(page.range(of: "“Objective 1” began."))
        #expect(last.lowerBound < first.lowerBound)
        #expect(page.contains("and 39 more recorded at the same time"))
        #expect(!page.contains("Objective 2"))
        #expect(page.contains("Bruno") && page.contains("no. 41") && page.contains(#"href="/test/thread/plan:so41""#))
    }

    @Test("a line of many opens into its events, fifty to the page")
    func unfolding() async throws {
        let scene = try await Scene()
        try await scene.record((1...60).map { .objective("so\($0)", "Objective \($0).") })
        let first = try await scene.log(query: ["submission": "60"])
        #expect(first.contains("Objective 60.") && first.contains("Objective 11.") && !first.contains("Objective 10."))
        #expect(first.contains("before=11"))
        let second = try await scene.log(query: ["submission": "60", "before": "11"])
        #expect(second.contains("Objective 10.") && !second.contains("Objective 11.") && !second.contains("before="))
    }

    @Test("fifty lines to the page; the cursor goes on where the page ended, and nothing is lost or shown twice")
    func pages() async throws {
        let scene = try await Scene()
        for number in 1...120 { try await scene.record([.objective("so\(number)", "Objective \(number).")]) }
        var shown: [String] = [], query: [String: String] = [:]
        for _ in 0..<3 {
            let page = try await scene.log(query: query)
            shown += page.matches(of: /“(Objective \d+)\.”/).map { String($0.output.1) }
            query = page.firstMatch(of: /before=(\d+)/).map { ["before": String($0.output.1)] } ?? [:]
        }
        #expect(shown == (1...120).reversed().map { "Objective \($0)" })
    }

    @Test("what a reader may not see is left out of the log, of counts, of receipts and of histories")
    func audience() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Open"), .secret("Hidden"), .secret("Hidden too")])
        let page = try await scene.log()
        #expect(page.contains("“Open”") && !page.contains("Hidden") && !page.contains("more recorded at"))
        #expect(try await scene.log(as: .amina).contains("and 2 more recorded at the same time"))
        await #expect(throws: Missing.self) { try await scene.receipt("2") }
        #expect(!(try await scene.receipt("1").contains("receipts/2")))
        await #expect(throws: Missing.self) { try await scene.history(of: "plan:fa1") }
        #expect(try await scene.history(of: "plan:fa1", as: .amina).contains("Hidden too"))
    }

    @Test("neither a count nor a name tells of what a reader may not see")
    func noHint() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Open")])
        try await scene.record([.secret("Hidden"), .secret("Hidden too")], by: .bruno)
        #expect(try await scene.log().contains("1 event, the newest first"))
        #expect(try await scene.log(query: ["person": "bruno"]).contains("0 events"))
        #expect(try await scene.log(query: ["submission": "3"]).contains("0 events"))
        for query in [[:], ["person": "bruno"], ["person": "amina"], ["chapter": "plan"], ["before": "9"]] {
            #expect(!(try await scene.log(query: query).contains("Bruno")))
        }
        let staff = try await scene.log(as: .amina, query: ["person": "amina"])
        #expect(staff.contains("1 event,") && staff.contains(">Bruno</option>"), "and whoever sees it may still choose the other person")
        #expect(try await scene.log(as: .amina).contains("3 events"))
    }

    @Test("of a long journal no total is said")
    func noTotal() async throws {
        let scene = try await Scene()
        for number in 1...51 { try await scene.record([.objective("so1", "Objective \(number)")]) }
        for query in [[:], ["before": "2"]] {
            let page = try await scene.log(query: query)
            #expect(page.contains(#"<p class="lede">The newest first."#))
        }
    }

    @Test("whoever recorded an event may read it and its receipt, whoever else it is for")
    func ownEvents() async throws {
        let scene = try await Scene()
        try await scene.record([.secret("Hidden")], by: .bruno)
        let bruno = Viewer.with(.reader, .organisation, account: ID("bruno"), name: "Bruno")
        #expect(try await scene.receipt("1", as: bruno).contains("Hidden"))
        #expect(try await scene.log(as: bruno).contains("Hidden"))
        await #expect(throws: Missing.self) { try await scene.receipt("1") }
    }

    @Test("an event that no room tells is shown to those who audit, so that nothing happens unseen")
    func untold() async throws {
        let house = try House([activity])
        let nothing = try organisation([], chapters: house.chapters)
        let entry = try Entry.unchained(Proposal(Plan.self, .objective("so1", "Untold")), position: 1, at: Moment(startOf: .testDay))
        #expect(Happening(entry, house, in: nothing, for: .amina) == nil)
        #expect(Happening(entry, house, in: nothing, for: .administrator) != nil)
    }

    @Test("the day from which something holds is said where it is another than the day of recording")
    func backDated() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Late news")], on: Day(2026, 3, 1))
        try await scene.record([.objective("so2", "News")])
        #expect(try await scene.log().matches(of: /applies from 1 March 2026/).count == 1)
    }

    @Test("reading a past day leaves out what was recorded later")
    func past() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "First")])
        for _ in 0..<30 { try await scene.record([.objective("so2", "Second")]) }
        let page = try await scene.log(times: Times(knownOn: .testDay, today: Day.testDay.adding(days: 3)))
        #expect(page.contains("“First”") && page.contains("15 events"), "the test day ends after fifteen hours")
    }

    @Test("the log can be narrowed to a subject and to a person")
    func filters() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "By Amina")])
        try await scene.record([.objective("so2", "By Bruno")], by: .bruno)
        let page = try await scene.log(query: ["person": "bruno"])
        #expect(page.contains("“By Bruno”") && !page.contains("“By Amina”"))
        #expect(page.contains(#"<option value="bruno" selected>Bruno</option>"#) && page.contains(#"<optgroup label="The plan">"#))
        #expect(try await scene.log(query: ["chapter": "keeping"]).contains("Nothing to show here"))
        #expect(try await scene.log(query: ["chapter": "'; drop", "person": "", "before": "99999999999999999999"]).contains("By Bruno"))
    }

    @Test("the log can be narrowed to a kind of thing, to one thing and to a period, all in the address")
    func narrowing() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "First")])
        for _ in 0..<24 { try await scene.record([.objective("so2", "Second")], by: .bruno) }
        try await scene.record([.secret("Area")])
        let kind = try await scene.log(as: .amina, query: ["subject": "sample.kind-area"])
        #expect(kind.contains("“Area”") && !kind.contains("“First”") && kind.contains(#"<option value="sample.kind-area" selected>"#))
        let thing = try await scene.log(query: ["thing": "SO1"])
        #expect(thing.contains("“First”") && !thing.contains("“Second”") && thing.contains("Only what is about: SO1 First."))
        #expect(try await scene.log(query: ["thing": "plan:so1"]).contains("1 event,"))
        #expect(try await scene.log(query: ["thing": "so"]).contains("Several things answer to that"))
        #expect(try await scene.log(query: ["thing": "so", "person": "amina"]).contains("thing=plan%3Aso2"), "what else was chosen is kept")
        let next = "\(Day.testDay.adding(days: 1))"
        let late = try await scene.log(query: ["from": next])
        #expect(late.contains("“Second”") && !late.contains("“First”"))
        #expect(try await scene.log(query: ["until": "\(Day.testDay)"]).contains("15 events"))
        let both = try await scene.log(query: ["until": "\(Day.testDay)", "person": "bruno", "thing": "so2"])
        #expect(both.contains("14 events") && both.contains("activity/log.csv?person=bruno&amp;thing=so2&amp;until=2026-09-15"))
    }

    @Test("where nothing is found, the page says why and how to go on")
    func nothingFound() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "First")])
        #expect(try await scene.log(query: ["from": "2026-10-01", "until": "2026-09-01"]).contains("The period ends before it begins"))
        #expect(try await scene.log(query: ["from": "first of May"]).contains("“first of May” is not a date"))
        #expect(try await scene.log(query: ["thing": "nowhere"]).contains("Nothing that you may see has the code or name “nowhere”"))
        #expect(try await scene.log(query: ["person": "bruno"]).contains("Leave one of them out"))
    }

    @Test("a closed thing cannot be found out by asking for it")
    func closedThing() async throws {
        let scene = try await Scene()
        try await scene.record([.secret("Hidden")])
        try await scene.record([.objective("so1", "Open")])
        #expect(try await scene.log(query: ["thing": "plan:fa1"]).contains("0 events"))
        #expect(!(try await scene.file(query: ["thing": "plan:fa1"]).contains("Hidden")))
        #expect(try await scene.log(as: .amina, query: ["thing": "plan:fa1"]).contains("“Hidden”"))
    }

    @Test("a page reads no more of the journal than it shows, however long that is")
    func bounded() async throws {
        let scene = try await Scene()
        for number in 1...30 { try await scene.record((1...40).map { .objective("so\($0)", "Objective \(number).") }) }
        #expect(try await scene.log().contains("Objective 30."))
        #expect(scene.read <= 1_300 + 1_200, "1,200 entries make 30 lines, and what each first of them replaced stands among them")
        let long = try await Scene()
        for number in 1...900 { try await long.record([.objective("so1", "Objective \(number).")]) }
        _ = try await long.log()
        #expect(long.read <= 450 + 200)
        _ = try await long.receipt("700")
        #expect(long.read <= 650 + 450)
    }

    @Test("the table has the filtered events, one to the line, and nothing that a spreadsheet would run")
    func file() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "=1+1"), .secret("Hidden")])
        try await scene.record([.objective("so2", "By, “Bruno”")], by: .bruno)
        let table = try await scene.file()
        #expect(table.contains("position,recorded_at,holds_from,person,subject,event,what,things"))
        #expect(table.contains("\r\n3,2026-09-15T10:00:00.000Z,2026-09-15,Bruno,The plan,objectiveDescribed,\"“By, “Bruno”” began.\",plan:so2\r\n1,"))
        #expect(!table.contains("Hidden") && !table.contains(",=1"))
        let hers = try await scene.file(query: ["person": "amina"])
        #expect(hers.contains("plan:so1") && !hers.contains("so2"))
    }

    @Test("a receipt of several shows all that came in together, as far as its reader may see them")
    func together() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "One"), .secret("Hidden"), .objective("so2", "Two")])
        try await scene.record([.objective("so3", "Later")])
        let page = try await scene.receipt("1")
        #expect(page.contains("2 events were recorded at once") && page.contains(#"href="/test/activity/receipts/3">“Two”"#))
        #expect(!page.contains("Hidden") && !page.contains("Later"))
        #expect(!(try await scene.receipt("4").contains("recorded at once")))
    }

    @Test("what others did since the last visit is told thing by thing, and only what the reader may see")
    func changes() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Seen already")])
        try await scene.record([.objective("so1", "First"), .objective("so2", "Second"), .secret("Hidden")], by: .bruno)
        try await scene.record([.objective("so1", "First again")], by: .bruno)
        let last = LastVisit(endedAt: Moment(startOf: .testDay), readTo: 1)
        let page = try await changesPage(scene.visit(lastVisit: last)).body.text
        #expect(page.contains("3 changes in 2 things") && page.contains("“Second”") && !page.contains("Seen already") && !page.contains("Hidden"))
        let own = try await changesPage(scene.visit(as: .with(.reader, .organisation, account: ID("bruno"), name: "Bruno"), lastVisit: last)).body.text
        #expect(own.contains("Nothing has changed since"))
        #expect(try await sinceLastVisit(scene.visit()).isEmpty)
        #expect(
            try await sinceLastVisit(scene.visit(lastVisit: LastVisit(endedAt: Moment(startOf: .testDay), readTo: 99))).first?.sentence?.text
                == "Nothing has changed since your last visit on 15 September 2026.")
        #expect(try await sinceLastVisit(scene.visit(as: .amina, lastVisit: last)).first?.sentence?.text.contains("4 changes in 3 things") == true)
    }

    @Test func `changes since a day say since when, also during a first visit; what is no day is said to be none`() async throws {
        let scene = try await Scene()
        for number in 1...7 { try await scene.record([.objective("so1", "Version \(number)")], by: .bruno) }
        func page(_ query: [String: String]) async throws -> Pages.Page { try await changesPage(scene.visit(query: query)) }
        let since = try await page(["since": "2026-09-01"])
        #expect(since.title == "Changes since 1 September 2026" && since.body.text.contains("Since 1 September 2026: 7 changes in 1 thing."))
        #expect(!since.body.text.contains("first visit") && since.body.text.contains("and 2 more changes") && !since.body.text.contains("my last visit"))
        let unreadable = try await page(["since": "1/9/2026"]).body.text
        #expect(unreadable.contains("“1/9/2026” is not a date") && !unreadable.contains("first visit"))
        #expect(try await page([:]).body.text.contains("This is your first visit"))
    }

    @Test("one's own import of a thousand things hides nothing that others did before it")
    func ownImport() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "By another")], by: .bruno)
        try await scene.record((0..<1_100).map { .objective("o\($0)", "Own") }, by: .amina)
        let last = LastVisit(endedAt: Moment(startOf: .testDay), readTo: 0)
        let page = try await changesPage(scene.visit(as: .amina, lastVisit: last)).body.text
        #expect(page.contains("1 change in 1 thing") && page.contains("By another") && !page.contains("“Own”"))
        #expect(scene.read == 1, "own ones are not even read")
    }

    @Test("what held before the records begin is said so, not as a day of the year one; names and times keep their places among Arabic words")
    func beginning() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "First")], on: .beginning)
        let log = try await scene.log(language: .ar), english = try await scene.log()
        #expect(english.contains("has applied since before the records begin") && !english.contains("0001") && !english.contains("January 1<"))
        #expect(try await scene.receipt("1").contains("has applied since before the records begin"))
        #expect(try await scene.file().contains(".000Z,,Amina,"))
        #expect(log.contains("<bdi>09:00</bdi></time> <strong><bdi>Amina</bdi></strong>"))
    }

    @Test("a thing is asked for in the log as in the search: accents, marks and case do not matter, and words by their beginnings")
    func folding() async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Commerce équitable"), .objective("so2", "التِّجَارَة العادلة"), .objective("so3", "Straßen")])
        for (text, id) in [("EQUIT comm", "so1"), ("تجـــارة", ""), ("التجارة", "so2"), ("STRASSEN", "so3"), ("traßen", "")] {
            let log = try await scene.log(query: ["thing": text])
            if id.isEmpty { #expect(log.contains("Nothing that you may see has"), "\(text)") } else { #expect(log.contains("thing=plan:\(id)") || log.contains("1 event"), "\(text)") }
        }
    }

    @Test("pages read as they were agreed", arguments: [Language.en, .fr, .ar])
    func goldens(_ language: Language) async throws {
        let scene = try await Scene()
        try await scene.record([.objective("so1", "Trade"), .objective("so2", "Revenue")])
        try await scene.record([.objective("so1", "Trade facilitation", weight: 2)], by: .bruno)
        try await scene.record([.objective("so2", "Fair revenue")], by: .chen, on: Day(2026, 1, 1))
        try expectGolden(try await scene.log(language: language), "activity.\(language.rawValue).html")
        try expectGolden(try await scene.history(of: "plan:so1", language: language), "history.\(language.rawValue).html")
    }
}
