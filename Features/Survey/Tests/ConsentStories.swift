import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("What a Member is promised of its answer")
struct ConsentStories {
    private let results = "surveys/{survey}/results", place = ["survey": "n1"], late = Day(2027, 2, 1) ?? .beginning

    private func world() throws -> World {
        var world = try World.opened()
        for (member, consent) in zip(["fik", "gol", "hav", "isl"], [Consent.everyone, .everyone, .participants, .nobody]) {
            let given = [
                Given(question: ID("n4"), response: .chosen(member == "fik" ? [1] : [2], other: nil)), Given(question: ID("n12"), response: .text(Prose("Said by \(member)"))),
            ]
            try world.answer(member, given, consent: consent)
        }
        return world
    }

    @Test("what nobody else may read is read by its own people and by planners: not by an auditor, who counts as staff")
    func auditors() async throws {
        var world = try world()
        try world.change { $0.smallestCell = 3 }
        let auditor = try await world.page(results, as: .oskar, place, on: late)
        #expect(auditor.contains("Said by hav") && !auditor.contains("Said by isl"))
        #expect(auditor.contains("Figures of groups of which fewer than 3 Members answered are not shown.") && !auditor.contains("Region by region"))
        #expect(try await world.page(results, as: .amina, place, on: late).contains("Said by isl"))
        let early = try await world.page(results, as: .oskar, place)
        #expect(early.contains("once the survey is closed") && !early.contains("Said by"))
        await #expect(throws: Missing.self) { try await world.file("surveys/{survey}/archive.zip", as: .oskar, place, query: ["for": "secretariat"], on: late) }
    }

    @Test("ballots that follow from answers are read by nobody else either, on no day: what was taken back is taken back for every day")
    func ballots() throws {
        var world = try world()
        let before = try world.organisation
        try world.answer("fik", [Given(question: ID("n4"), response: .chosen([1], other: nil))], consent: .nobody)
        let ground = BallotGround(before, present: try world.organisation, day: .testDay, today: .testDay, isNow: true)
        let box = try #require(surveyBallots(ground).first { $0.reference == Reference(Surveys.self, ID<Question>("n4") ?? ID("?")) })
        let audiences = Dictionary(uniqueKeysWithValues: box.ballots.map { ($0.member.text, $0.audience) })
        let fik = try #require(audiences["fik"]), isl = try #require(audiences["isl"]), gol = try #require(audiences["gol"])
        #expect(gol == .everyone && !Viewer.oskar.belongs(to: isl) && !Viewer.goran.belongs(to: fik) && !Viewer.oskar.belongs(to: fik))
        #expect(Viewer.bruno.belongs(to: fik) && Viewer.amina.belongs(to: fik) && Viewer.amina.belongs(to: isl))
        #expect(!Viewer.oskar.belongs(to: box.audience) && Viewer.amina.belongs(to: box.audience), "while answers come in they are for planners")
    }

    @Test("others are not shown counts from which few are kept while answers still come in; a new survey keeps three")
    func liveAndFew() throws {
        var world = World()
        var form = ["title.en": ["Where next?"], "readers": ["participants"], "moment": ["live"], "cell": ["3"]]
        #expect(throws: Refusal("survey.refusal.live-and-few", field: "moment")) { try world.send("surveys/new", form) }
        form["cell"] = [""]
        #expect(throws: Refusal("survey.refusal.live-and-few", field: "moment")) { try world.send("surveys/new", form) }
        form["moment"] = ["closed"]
        try world.send("surveys/new", form)
        form["cell"] = ["1"]
        try world.send("surveys/new", form)
        #expect(try world.surveys.surveys[ID("n1")]?.smallestCell == 3 && world.surveys.surveys[ID("n2")]?.showsFew == true, "fewer than one is nobody")
        // One from before, in which both could be chosen.
        try world.change { $0.moment = .live }
        try world.send("surveys/{survey}/copy", ["title.en": ["Again"]], place)
        #expect(try world.surveys.surveys[ID("n3")]?.moment == .closed)
    }

    @Test("before anybody answers it is said who reads what, and what can be worked out")
    func told() async throws {
        var world = try World.opened()
        let open = "From them it can be worked out", page = try await world.page("surveys/{survey}", as: .bruno, place)
        #expect(page.contains("planners and administrators of the Secretariat, and whoever the Member lets") && page.lowercased().contains(open.lowercased()))
        try world.change {
            $0.smallestCell = 3
            $0.asksConsent = false
        }
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        let submit = try await world.page("surveys/{survey}/answers/{member}/submit", as: .chen, ["survey": "n1", "member": "fik"])
        #expect(submit.contains("The Member itself and planners and administrators of the Secretariat") && submit.contains("Figures of groups of which fewer than 3 Members answered are not shown."))
        #expect(submit.contains("answered alike") && !submit.lowercased().contains(open.lowercased()))
    }

    @Test("who may read an answer is changed by whoever submits, whatever is being drafted, and of a paper too; the answer stays, and so does the draft")
    func changed() async throws {
        var world = try World.opened()
        let answer = "surveys/{survey}/answers/{member}", fik = ["survey": "n1", "member": "fik"]
        func seal(_ desk: Desk = .member) throws -> [String] { [try AnswerDecisions.seal(try world.answers[ID("n1"), ID("fik")], at: desk)] }
        try world.send("surveys/{survey}/paper/{member}/sections/{section}", World.enough, as: .amina, World.ofFik)
        try world.send("surveys/{survey}/paper/{member}/submit", ["seen": try seal(.secretariat), "consent": ["everyone"], "received": ["\(Day.testDay)"], "signed": ["yes"]], as: .amina, fik)
        try world.send(World.section, ["q-n12": ["Half a thought"]], as: .bruno, World.ofFik)
        #expect(throws: Refusal("survey.refusal.head-clears")) { try world.send("\(answer)/consent", ["seen": try seal(), "consent": ["nobody"]], as: .bruno, fik) }
        try world.send("\(answer)/consent", ["seen": try seal(), "consent": ["nobody"]], as: .chen, fik)
        let after = try world.answers[ID("n1"), ID("fik")], versions = after.versions
        #expect(versions.map(\.consent) == [.everyone, .nobody] && versions[0].responses == versions[1].responses && versions[1].clearedBy == .chen && versions[1].received == .testDay)
        #expect(after.draft == [ID("n12"): .text("Half a thought")])
        #expect(throws: Refusal("survey.refusal.nothing-changed")) { try world.send("\(answer)/consent", ["seen": try seal(), "consent": ["nobody"]], as: .chen, fik) }
        // Who cannot submit reads what would be, and has no button.
        for path in ["consent", "submit"] {
            let shown = try await world.page("\(answer)/\(path)", as: .bruno, fik)
            #expect(shown.contains("The head of the administration submits it") && !shown.contains("type=\"submit\""))
        }
    }

    @Test("what another window has submitted meanwhile is not undone by an older one, nor taken for what it says")
    func windows() throws {
        var world = try World.opened()
        let submit = "surveys/{survey}/answers/{member}/submit", fik = ["survey": "n1", "member": "fik"]
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        let seen = [try AnswerDecisions.seal(try world.answers[ID("n1"), ID("fik")], at: .member)]
        try world.send(submit, ["seen": seen, "consent": ["everyone"]], as: .chen, fik)
        #expect(throws: Refusal("survey.refusal.changed-meanwhile")) { try world.send(submit, ["seen": seen, "consent": ["nobody"]], as: .chen, fik) }
    }
}
