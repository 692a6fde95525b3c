import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import StrategyMap

/// Two plans: the old one has an objective of its own; in the new one SO1 helps SO2, and SO2 helps SO3.
private struct Scene {
    let house: House
    var events: [Plan.Event]

    init(status: StrategicPlan.Status = .adopted) throws {
        house = try House([strategyMap])
        func plan(_ title: String, _ from: Int, _ status: StrategicPlan.Status) -> StrategicPlan {
            StrategicPlan(
                title: Localized(title), from: Day(from, 1, 1) ?? .beginning, until: Day(from + 2, 12, 31) ?? .end, status: status)
        }
        func objective(_ perspective: ID<Perspective>, _ code: String, _ title: String, _ order: Int) -> Objective {
            Objective(perspective: perspective, code: code, title: Localized(title), order: order)
        }
        events = [
            .planDescribed(id: ID("old"), plan("Old", 2020, .ended)), .planDescribed(id: ID("new"), plan("New", 2026, status)),
            .perspectiveDescribed(id: ID("then"), Perspective(plan: ID("old"), name: Localized("Then"), level: 0)),
            .perspectiveDescribed(id: ID("results"), Perspective(plan: ID("new"), name: Localized("Results"), level: 1)),
            .perspectiveDescribed(id: ID("learning"), Perspective(plan: ID("new"), name: Localized("Learning"), level: 0)),
            .objectiveDescribed(id: ID("was"), objective(ID("then"), "W1", "Was", 0)),
            .objectiveDescribed(id: ID("so1"), objective(ID("learning"), "SO1", "Learn", 0)),
            .objectiveDescribed(id: ID("so2"), objective(ID("learning"), "SO2", "Share", 1)),
            .objectiveDescribed(id: ID("so3"), objective(ID("results"), "SO3", "Deliver", 0)),
            .linkDrawn(id: ID("l12"), CauseLink(from: ID("so1"), to: ID("so2"))),
            .linkDrawn(id: ID("l23"), CauseLink(from: ID("so2"), to: ID("so3"))),
        ]
    }

    func organisation(_ more: [Plan.Event] = []) throws -> Organisation {
        try TestKit.organisation((events + more).map { Proposal(Plan.self, $0) }, chapters: house.chapters)
    }

    func handler(_ path: String) throws -> FormHandler {
        guard case .form(let handler)? = house.routes.first(where: { $0.path == path })?.handler else { throw Missing() }
        return handler
    }

    /// What a select of the form offers, without the line that asks to choose.
    func offers(_ path: String, _ field: String, query: [String: String] = [:], parameters: [String: String] = [:]) throws -> [String] {
        let here = visit(house, try organisation(), as: .amina, parameters: parameters, query: query)
        let form = try handler(path).show(here)
        guard case .choice(let choices)? = form.fields.first(where: { $0.name == field })?.kind else { return [] }
        return choices.filter { !$0.value.isEmpty }.map { [$0.group, $0.label].compactMap { $0 }.joined(separator: ": ") }
    }

    func draw(_ from: String, _ to: String, despite: Bool = false, language: Language = .en) throws -> Outcome {
        let values = ["from": from, "to": to].merging(despite ? ["despite": "yes"] : [:]) { $1 }
        return try handler("map/links/new").decide(submission(try organisation(), as: .amina, values, language: language, house: house))
    }

    var circle: Plan.Event { .linkDrawn(id: ID("l31"), CauseLink(from: ID("so3"), to: ID("so1"))) }
}

@Suite("Links between objectives")
struct LinkTests {
    @Test("The form offers the objectives of one plan, perspective by perspective, without itself and those linked already")
    func offers() throws {
        let scene = try Scene()
        #expect(try scene.offers("map/links/new", "to") == ["Results: SO3 Deliver", "Learning: SO1 Learn", "Learning: SO2 Share"])
        #expect(try scene.offers("map/links/new", "from", query: ["plan": "old"]) == [])
        #expect(try scene.offers("map/links/new", "from", query: ["from": "so1"]) == ["Learning: SO1 Learn"])
        #expect(try scene.offers("map/links/new", "to", query: ["from": "so1"]) == ["Results: SO3 Deliver"])
        let edit = try scene.offers("map/links/{link}/edit", "to", parameters: ["link": "l12"])
        #expect(edit == ["Results: SO3 Deliver", "Learning: SO2 Share"])
    }

    @Test("A link that closes a circle is drawn only by who has been told which circle")
    func closing() throws {
        let scene = try Scene(), named = "SO3 Deliver → SO1 Learn → SO2 Share → SO3 Deliver"
        #expect(throws: Refusal("strategymap.refusal.circle", ["objectives": named], field: "despite")) { try scene.draw("so3", "so1") }
        guard case .record(let proposals, _, _) = try scene.draw("so3", "so1", despite: true) else { throw Missing() }
        #expect(proposals.count == 1)
        guard case .record(let across, let then, _) = try scene.draw("so1", "so3") else { throw Missing() }
        #expect(across.count == 1 && then == "map/new")
    }

    @Test("A circle is found with the names of its objectives and the links that make it; in Arabic its arrows point to the left")
    func found() throws {
        let scene = try Scene(), organisation = try scene.organisation([scene.circle])
        let finding = try #require(scene.house.findings(on: organisation, for: .public).first { $0.saying.key == "strategymap.finding.cycle" })
        #expect(finding.about.map(\.id) == ["l31", "l12", "l23", "so3", "so1", "so2"])
        let english = Say(.en, scene.house.catalogue)(finding.saying), arabic = Say(.ar, scene.house.catalogue)(finding.saying)
        #expect(english.contains("SO3 Deliver → SO1 Learn → SO2 Share → SO3 Deliver"))
        #expect(arabic.contains("\u{2068}SO3 Deliver\u{2069} ← \u{2068}SO1 Learn\u{2069}") && !arabic.contains("→"))
        let page = checksPage(visit(scene.house, organisation, as: .amina)).body.text
        #expect(page.contains("map/links/l31/edit"))
    }

    @Test("The map of a draft, and what is held against it, is for those who take part")
    func draft() throws {
        let scene = try Scene(status: .draft), organisation = try scene.organisation([scene.circle])
        #expect(try mapPage(visit(scene.house, organisation)).body.text.contains("SO1") == false)
        #expect(throws: Missing.self) { try mapPage(visit(scene.house, organisation, parameters: ["plan": "new"])) }
        #expect(try mapPage(visit(scene.house, organisation, as: .amina, parameters: ["plan": "new"])).body.text.contains("SO1"))
        #expect(scene.house.findings(on: organisation, for: .public).isEmpty)
    }

    @Test("The map of a day on which a plan was adopted is not for the public where it is a draft today")
    func draftAgain() throws {
        let scene = try Scene(), past = try scene.organisation([scene.circle]), draft = try Scene(status: .draft).organisation()
        func read(_ present: Organisation, as viewer: Viewer, _ parameters: [String: String] = [:]) throws -> String {
            try mapPage(
                Visit(
                    organisation: past, present: present, viewer: viewer, say: Say(.en, scene.house.catalogue),
                    times: Times(asOf: .testDay, today: Day.testDay.adding(days: 30)), house: scene.house, parameters: parameters, query: [:],
                    names: [:], history: { _ in [] })
            ).body.text
        }
        #expect(try read(past, as: .public).contains("Deliver") && read(draft, as: .amina).contains("Deliver"))
        #expect(!(try read(draft, as: .public).contains("Deliver")))
        #expect(throws: Missing.self) { try read(draft, as: .public, ["plan": "new"]) }
    }

    @Test("An objective that went over to a draft since is no longer on the map of the plan in which it stood, nor are its links")
    func movedToDraft() throws {
        let scene = try Scene(), past = try scene.organisation([scene.circle])
        let next = StrategicPlan(title: Localized("Next"), from: Day(2029, 1, 1) ?? .end, until: Day(2031, 12, 31) ?? .end, status: .draft)
        let present = try scene.organisation([
            .planDescribed(id: ID("next"), next), .perspectiveDescribed(id: ID("np"), Perspective(plan: ID("next"), name: Localized("P"), level: 1)),
            .objectiveDescribed(id: ID("so3"), Objective(perspective: ID("np"), code: "SO3", title: Localized("Deliver"))),
        ])
        let page = try mapPage(
            Visit(
                organisation: past, present: present, viewer: .public, say: Say(.en, scene.house.catalogue),
                times: Times(asOf: .testDay, today: Day.testDay.adding(days: 30)), house: scene.house, parameters: [:], query: [:], names: [:],
                history: { _ in [] }))
        #expect(page.body.text.contains("Learn") && !page.body.text.contains("Deliver"))
    }

    @Test("The first page says how many objectives it does not list, and the year of the plan by the calendar")
    func overview() throws {
        var scene = try Scene()
        scene.events.append(
            .planDescribed(
                id: ID("new"),
                StrategicPlan(
                    title: Localized("New"), from: Day(2022, 10, 1) ?? .beginning, until: Day(2027, 9, 30) ?? .end, status: .adopted)))
        let more: [Plan.Event] = (1...30).map { number in
            .objectiveDescribed(
                id: ID(slug: "x\(number)") ?? ID("x"), Objective(perspective: ID("results"), code: "X\(number)", title: Localized("X")))
        }
        let organisation = try scene.organisation(more)
        func part(on day: Day) throws -> OverviewPart {
            try #require(objectivesPart(visit(scene.house, organisation, as: .amina, times: Times(today: day))))
        }
        let last = try #require(Day(2026, 9, 30))
        #expect(try part(on: last).content.text.contains("/test/plan/plans/new\">8 more objectives<"))
        #expect(try part(on: last).sentence?.text == "New: year 4 of 5.")
        #expect(try part(on: last.adding(days: 1)).sentence?.text == "New: year 5 of 5.")
    }

    @Test("Every form says everything in words, in every language", arguments: Language.allCases)
    func words(_ language: Language) throws {
        let scene = try Scene(), organisation = try scene.organisation([scene.circle])
        let here = visit(scene.house, organisation, as: .amina, language: language, parameters: ["link": "l12"])
        for path in ["map/links/new", "map/links/{link}/edit", "map/links/{link}/withdraw"] {
            let seal = FormSeal(action: "/", csrf: "c", key: "k", base: 1)
            #expect(!(try scene.handler(path).show(here).markup(seal, Problems(), here.say, cancelPath: "/").text.contains("⟦")))
        }
        #expect(!(try mapPage(here).body.text.contains("⟦")) && !checksPage(here).body.text.contains("⟦"))
    }
}
