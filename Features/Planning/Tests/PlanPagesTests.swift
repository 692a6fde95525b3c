import Journal
import Organisation
import Pages
import Planning
import TestKit
import Testing

@Suite("The plan as people see it")
struct PlanPagesTests {
    @Test("The plan's page, in English and Arabic", arguments: [Language.en, .ar])
    func plan(_ language: Language) async throws {
        let scene = try Scene(), page = try await scene.page("plan", try scene.organisation(), language)
        try expectGolden("\(page.title)\n\(page.body.text)\n", "plan.\(language.rawValue).html")
        #expect(!page.body.text.contains("⟦"))
    }

    @Test("An objective's story, in English and Arabic", arguments: [Language.en, .ar])
    func objective(_ language: Language) async throws {
        let scene = try Scene()
        let page = try await scene.page("plan/objectives/{objective}", try scene.organisation(), language, parameters: ["objective": "so1"])
        try expectGolden("\(page.title)\n\(page.body.text)\n", "objective.\(language.rawValue).html")
        #expect(!page.body.text.contains("⟦"))
    }

    @Test("Every page and form says everything in words, in every language", arguments: Language.allCases)
    func words(_ language: Language) async throws {
        let scene = try Scene(), organisation = try scene.organisation()
        let parameters = [
            "plan": "league", "objective": "so1", "action": "a1", "area": "fa1", "perspective": "members", "deliverable": "d1", "indicator": "k1",
            "period": "fy25",
        ]
        for route in scene.house.routes {
            let here = visit(scene.house, organisation, as: .amina, language: language, parameters: parameters)
            switch route.handler {
            case .read(let read):
                guard case .page(let page) = try await read(here) else { continue }
                #expect(!page.body.text.contains("⟦") && !page.title.contains("⟦"), "\(route.path)")
            case .form(let form):
                let seal = FormSeal(action: "/", csrf: "c", key: "k", base: 1)
                let text = try form.show(here).markup(seal, Problems(), here.say, cancelPath: "/").text
                #expect(!text.contains("⟦"), "\(route.path)")
            }
        }
    }

    @Test("A draft is not shown to the public, on no page and not on the thread")
    func draft() async throws {
        let scene = try Scene(status: .draft), organisation = try scene.organisation()
        #expect(!(try await scene.page("plan", organisation)).body.text.contains("Shorten"))
        await #expect(throws: Missing.self) {
            try await scene.page("plan/objectives/{objective}", organisation, parameters: ["objective": "so1"])
        }
        await #expect(throws: Missing.self) { try await scene.page("plan/actions/{action}", organisation, parameters: ["action": "a1"]) }
        #expect(scene.house.thread(of: organisation, for: .public).nodes.isEmpty)
        #expect((try await scene.page("plan", organisation, as: .amina)).body.text.contains("Shorten"))
    }

    @Test("An indicator for staff is not shown to the public")
    func staffIndicator() async throws {
        let scene = try Scene()
        var secret = Scene.indicator
        secret.disclosure = .staff
        let organisation = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, secret))])
        let parameters = ["objective": "so1"], path = "plan/objectives/{objective}"
        #expect(!(try await scene.page(path, organisation, parameters: parameters)).body.text.contains("Release time"))
        #expect((try await scene.page(path, organisation, as: .amina, parameters: parameters)).body.text.contains("Release time"))
    }

    @Test("An empty organisation teaches three ways to a planner, and what will stand here to others")
    func empty() async throws {
        let scene = try Scene(), organisation = try scene.empty()
        let planner = try await scene.page("plan", organisation, as: .amina).body.text
        for way in ["imports/stratml", "imports/plan", "plan/plans/new"] { #expect(planner.contains(way)) }
        #expect(!(try await scene.page("plan", organisation)).body.text.contains("imports/"))
    }

    @Test("The annual plan is of a financial year, by unit; the timeline shows the years asked for")
    func years() async throws {
        let scene = try Scene(), organisation = try scene.organisation()
        let annual = try await scene.page("plan/annual", organisation, query: ["year": "2026"])
        #expect(annual.title == "Implementation plan 2026–2027")
        #expect(annual.body.text.contains("Six studies") && !annual.body.text.contains(">Guide<"))
        let timeline = try await scene.page("plan/timeline", organisation, query: ["from": "2025", "until": "2025"])
        #expect(timeline.body.text.contains("Time release studies"))
        let later = try await scene.page("plan/timeline", organisation, query: ["from": "2027", "until": "2027"])
        #expect(!later.body.text.contains("Time release studies"))
    }

    @Test(
        "What is no year is refused, not answered as if none had been asked for; a year that the plan has not gives way",
        arguments: ["2025-02-30", "abc", "?", "1e3", "٢٠٢٦"])
    func noYear(_ text: String) async throws {
        let scene = try Scene(), organisation = try scene.organisation()
        for (path, name) in [("plan/annual", "year"), ("plan/timeline", "from"), ("plan/timeline", "until")] {
            await #expect(throws: Missing.self, "\(path)?\(name)=\(text)") { try await scene.page(path, organisation, query: [name: text]) }
            for another in ["1999", ""] { #expect(try await !scene.page(path, organisation, query: [name: another]).body.text.isEmpty) }
        }
    }

    @Test("One of a unit is not said as several, and French has its narrow blank before a semicolon")
    func written() async throws {
        let scene = try Scene()
        var indicator = Scene.indicator
        indicator.baseline = Baseline(value: 1, on: day(2025, 6, 30))
        let organisation = try scene.organisation([Proposal(Plan.self, .indicatorDescribed(id: Scene.k1, indicator))])
        let objective = try await scene.page("plan/objectives/{objective}", organisation, parameters: ["objective": "so1"]).body.text
        #expect(objective.contains("1\u{A0}(hours)") && objective.contains("24\u{A0}hours"))
        let timeline = try await scene.page("plan/timeline", organisation, .fr, query: ["from": "2025", "until": "2028"]).body.text
        #expect(timeline.contains("\u{202F}; Six studies"))
    }

    @Test("Tables fit a narrow screen: no more than three columns", arguments: ["plan", "plan/annual", "plan/periods", "plan/actions/{action}"])
    func narrow(_ path: String) async throws {
        let scene = try Scene(), page = try await scene.page(path, try scene.organisation(), as: .amina, parameters: ["action": "a1"]).body.text
        let tables = page.split(separator: "<thead>").dropFirst().compactMap { $0.split(separator: "</thead>").first }
        #expect(!tables.isEmpty)
        for table in tables { #expect(table.split(separator: "<th ").count - 1 <= 3, "\(table)") }
    }

    @Test("A large plan comes in pages of fifty")
    func large() async throws {
        let scene = try Scene()
        let more = (1...120).map { number in
            Proposal(
                Plan.self,
                .objectiveDescribed(
                    id: ID(slug: "x\(number)") ?? ID("x"),
                    Objective(perspective: Scene.members, code: "", title: Localized("Objective \(number)"), order: number + 5)))
        }
        let organisation = try scene.organisation(more)
        let first = try await scene.page("plan", organisation).body.text
        #expect(first.contains("Page 1 of 3") && !first.contains("Objective 120<"))
        #expect((try await scene.page("plan", organisation, query: ["page": "3"])).body.text.contains("Objective 120<"))
    }

    @Test("Tasks are those of today, whichever day is read, and lead to the plan that they are about")
    func tasksOfToday() throws {
        let scene = try Scene(), next = StrategicPlan(title: Localized("Next"), from: day(2028, 7, 1), until: day(2031, 6, 30), status: .draft)
        let now = try scene.organisation([Proposal(Plan.self, .planDescribed(id: ID("next"), next))])
        let past = Visit(
            organisation: try scene.empty(), present: now, viewer: .amina, say: Say(.en, scene.house.catalogue),
            times: Times(asOf: day(1990, 1, 1), today: .testDay), house: scene.house, parameters: [:], query: [:], names: [:], history: { _ in [] })
        #expect(scene.house.tasks(for: past).map(\.path) == ["plan/plans/league", "plan/plans/next"])
    }

    @Test("Tasks: what is due or late for the unit; for the planner what blocks")
    func tasks() throws {
        let scene = try Scene(), organisation = try scene.organisation()
        let dana = scene.house.tasks(for: visit(scene.house, organisation, as: Scene.dana))
        #expect(dana.map(\.title.key) == ["planning.task.overdue"])
        #expect(scene.house.tasks(for: visit(scene.house, organisation, as: .amina)).map(\.title.key) == ["planning.finding.objectives-without-indicator"])
        #expect(scene.house.tasks(for: visit(scene.house, organisation)).isEmpty)
    }
}
