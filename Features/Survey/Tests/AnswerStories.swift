import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("One Member, one answer")
struct AnswerStories {
    private let answer = "surveys/{survey}/answers/{member}", paper = "surveys/{survey}/paper/{member}"
    private let place = ["survey": "n1", "member": "fik"]

    private func seal(_ world: World, paper: Bool = false) throws -> [String] {
        let answer = try world.answers[ID("n1"), ID("fik")]
        return [try AnswerDecisions.seal(answer, at: paper ? .secretariat : .member)]
    }

    private func submitted(_ world: inout World, as viewer: Viewer = .chen, consent: String = "nobody") throws {
        try world.send("\(answer)/submit", ["seen": try seal(world), "consent": [consent]], as: viewer, place)
    }

    @Test("drafted by one, cleared by the head, submitted once; the receipt names the place in the journal")
    func cleared() throws {
        var world = try World.opened()
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        #expect(try world.answers[ID("n1"), ID("fik")].stage == .drafting)
        #expect(throws: Refusal("survey.refusal.head-clears")) { try submitted(&world, as: .bruno) }
        try world.send("\(answer)/clearance", ["note": ["Please look at question 9."]], as: .bruno, place)
        #expect(try world.answers[ID("n1"), ID("fik")].stage == .awaitingClearance)
        try world.send("\(answer)/give-back", ["because": ["Data is good too."]], as: .chen, place)
        #expect(try world.answers[ID("n1"), ID("fik")].returned?.note == "Data is good too.")
        try world.send(World.section, ["q-n11-1": ["2"], "q-n11-2": ["2"]], as: .bruno, World.ofFik)
        try world.send("\(answer)/clearance", [:], as: .bruno, place)
        try submitted(&world, consent: "participants")
        let official = try #require(try world.answers[ID("n1"), ID("fik")].official)
        #expect(official.responses[ID("n11")] == .matrix([2, 2]) && official.clearedBy == .chen && official.consent == .participants && official.desk == .member)
        #expect(official.position == world.proposals.count)
    }

    @Test("one mistake in a section costs nothing of the rest: it is kept as a draft")
    func halfRight() throws {
        var world = try World.opened()
        let turned = try #require(throws: Refusals.self) { try world.send(World.section, ["q-n8": ["many"], "q-n12": ["A long thought"]], as: .bruno, World.ofFik) }
        #expect(turned.all.map(\.field) == ["q-n8"])
        for kept in turned.kept { world.tell(kept) }
        #expect(try world.answers[ID("n1"), ID("fik")].draft[ID("n12")] == .text("A long thought"))
    }

    @Test("whoever goes on to another section takes along what was typed; a version says which questions it changed")
    func goingOn() async throws {
        var world = try World.opened()
        try world.send(World.section, World.enough.merging(["go-on": ["n2"]]) { own, _ in own }, as: .bruno, World.ofFik)
        try submitted(&world)
        try world.send(World.section, ["q-n8": ["12"]], as: .bruno, World.ofFik)
        let whole = try await world.page("\(answer)/whole", as: .bruno, place)
        #expect(whole.contains("12"))
        try submitted(&world)
        #expect(try await world.page(answer, as: .bruno, place).contains("changed: question"))
    }

    @Test("what the head has not read is not submitted")
    func unread() throws {
        var world = try World.opened()
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        let read = try seal(world)
        try world.send(World.section, ["q-n12": ["A late thought"]], as: .bruno, World.ofFik)
        #expect(throws: Refusal("survey.refusal.changed-meanwhile")) {
            try world.send("\(answer)/submit", ["seen": read, "consent": ["nobody"]], as: .chen, place)
        }
    }

    @Test("a draft that is changed is no longer the one for which clearance was asked")
    func changed() throws {
        var world = try World.opened()
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        try world.send("\(answer)/clearance", [:], as: .bruno, place)
        try world.send(World.section, ["q-n12": ["More"]], as: .bruno, World.ofFik)
        #expect(try world.answers[ID("n1"), ID("fik")].asked == nil)
        #expect(throws: Refusal("survey.refusal.not-asked")) { try world.send("\(answer)/give-back", ["because": ["No"]], as: .chen, place) }
    }

    @Test("until the survey closes an answer is replaced, and every version is kept; the same answer again is none")
    func replaced() throws {
        var world = try World.opened()
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        try submitted(&world)
        #expect(throws: Refusal("survey.refusal.nothing-changed")) { try submitted(&world) }
        try world.send(World.section, ["q-n8": ["12"]], as: .bruno, World.ofFik)
        #expect(try world.answers[ID("n1"), ID("fik")].isChangedSince)
        try submitted(&world)
        let versions = try world.answers[ID("n1"), ID("fik")].versions
        #expect(versions.count == 2 && versions[0].responses[ID("n8")] == nil && versions[1].responses[ID("n8")] == .number(12))
    }

    @Test("what is missing keeps it back: the required, the open line of a table, points that do not add up")
    func incomplete() throws {
        var world = try World.opened()
        #expect(throws: Refusal("survey.refusal.incomplete", ["count": "2", "number": "1"])) { try submitted(&world) }
        try world.send(World.section, ["q-n3": ["2"], "q-n11-1": ["2"], "q-n11-2": [""], "q-n7-1": ["99"], "q-n7-2": [""], "q-n7-3": [""]], as: .bruno, World.ofFik)
        #expect(throws: Refusal("survey.refusal.incomplete", ["count": "2", "number": "5"])) { try submitted(&world) }
        try world.send(World.section, ["q-n7-1": ["33.3"], "q-n7-2": ["33.3"], "q-n7-3": ["33.4"], "q-n11-1": ["2"], "q-n11-2": ["1"]], as: .bruno, World.ofFik)
        try submitted(&world)
    }

    @Test("a question that depends on another is asked, and required, only after that answer; what it held is not submitted otherwise")
    func branching() throws {
        var world = try World.opened()
        try world.send(World.section, World.enough.merging(["q-n3": ["1"]]) { _, new in new }, as: .bruno, World.ofFik)
        #expect(throws: Refusal("survey.refusal.incomplete", ["count": "1", "number": "11"])) { try submitted(&world) }
        try world.send(World.section, ["q-n13": ["https://example.org/plan"]], as: .bruno, World.ofFik)
        try world.send(World.section, ["q-n3": ["2"]], as: .bruno, World.ofFik)
        try submitted(&world)
        #expect(try world.answers[ID("n1"), ID("fik")].official?.responses[ID("n13")] == nil)
    }

    @Test("after the closing day nothing is taken, and a day later in the calendar opens it again")
    func closed() throws {
        var world = try World.opened()
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        let late = Day(2027, 1, 1) ?? .beginning
        #expect(throws: Refusal("survey.refusal.closed")) { try world.send(World.section, ["q-n8": ["1"]], as: .bruno, World.ofFik, on: late) }
        try world.send("surveys/{survey}/closing", ["closes": ["2027-01-31"]], ["survey": "n1"], on: late)
        try world.send(World.section, ["q-n8": ["1"]], as: .bruno, World.ofFik, on: late)
        try world.send("surveys/{survey}/close", [:], ["survey": "n1"])
        #expect(throws: Refusal("survey.refusal.closed")) { try submitted(&world) }
    }

    @Test("whom the head names clears in the head's place, for as long as was said")
    func substitute() throws {
        var world = try World.opened()
        let grants = [("bruno", Role.drafter), ("chen", .headOfAdministration)]
        for (name, role) in grants {
            guard let account = ID<Actor>(name) else { continue }
            world.tell(Proposal(Grants.self, .granted(id: ID<Grant>(name) ?? ID("g"), Grant(account: account, role: role, scope: .member(ID("fik"))))))
        }
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        #expect(throws: Refusal("survey.refusal.head-names")) {
            try world.send("clearance/{member}/new", ["account": ["bruno"], "from": ["2026-09-15"], "until": ["2026-09-20"]], as: .bruno, ["member": "fik"])
        }
        try world.send("clearance/{member}/new", ["account": ["bruno"], "from": ["2026-09-15"], "until": ["2026-09-20"]], as: .chen, ["member": "fik"])
        let tooLate = Day(2026, 9, 21) ?? .beginning, seen = try seal(world)
        #expect(throws: Refusal("survey.refusal.head-clears")) {
            try world.send("\(answer)/submit", ["seen": seen, "consent": ["nobody"]], as: .bruno, place, on: tooLate)
        }
        try submitted(&world, as: .bruno)
        #expect(try world.answers[ID("n1"), ID("fik")].official?.clearedBy == .bruno)
    }

    @Test("a signed paper is typed in by the Secretariat, marked so, and leaves the administration's own draft alone")
    func onPaper() throws {
        var world = try World.opened()
        try world.send(World.section, ["q-n12": ["Ours, not finished"]], as: .bruno, World.ofFik)
        try world.send("\(paper)/sections/{section}", World.enough, as: .amina, World.ofFik)
        #expect(try world.answers[ID("n1"), ID("fik")].draft.count == 1)
        let seen = try seal(world, paper: true)
        #expect(throws: Refusal("pages.refusal.required", field: "signed")) {
            try world.send("\(paper)/submit", ["seen": seen, "consent": ["nobody"], "received": ["2026-09-15"]], as: .amina, place)
        }
        #expect(throws: Refusal("survey.refusal.received-later", field: "received")) {
            try world.send("\(paper)/submit", ["seen": seen, "consent": ["nobody"], "received": ["2026-09-16"], "signed": ["yes"]], as: .amina, place)
        }
        try world.send("\(paper)/submit", ["seen": seen, "consent": ["nobody"], "received": ["2026-09-15"], "signed": ["yes"]], as: .amina, place)
        let official = try #require(try world.answers[ID("n1"), ID("fik")].official)
        #expect(official.desk == .secretariat && official.clearedBy == nil && official.received == .testDay)
        #expect(try world.answers[ID("n1"), ID("fik")].draft[ID("n12")] == .text("Ours, not finished"), "what was being drafted is not lost")
    }

    @Test("nobody but its own people sees a draft: not the Secretariat, not another Member, not in the log")
    func withheld() async throws {
        var world = try World.opened()
        try world.send(World.section, World.enough.merging(["q-n12": ["Between us"]]) { own, _ in own }, as: .bruno, World.ofFik)
        try world.send("\(answer)/remarks/{question}", ["text": ["Is this right?"]], as: .bruno, place.merging(["question": "n12"]) { own, _ in own })
        let own = try await world.page(answer, as: .bruno, place)
        #expect(own.contains("Is this right?"))
        for viewer in [Viewer.amina, .goran, .administrator, .public] {
            await #expect(throws: Missing.self) { try await world.page(answer, as: viewer, place) }
            await #expect(throws: Missing.self) { try await world.page(World.section, as: viewer, World.ofFik) }
        }
        let page = try await world.page("surveys/{survey}", as: .amina, place)
        #expect(page.contains("1 Member has a draft") && !page.contains("Between us"))
        let organisation = try world.organisation
        for proposal in world.proposals.suffix(2) {
            let entry = try Entry.unchained(proposal, position: 1, at: Moment(startOf: .testDay))
            let told = try #require(survey.tellings.compactMap { $0.chapter == entry.record.chapter ? $0.told(entry, organisation) : nil }.first)
            #expect(Viewer.bruno.belongs(to: told.audience) && Viewer.chen.belongs(to: told.audience))
            #expect(![Viewer.amina, .administrator, .goran, .public].contains { $0.belongs(to: told.audience) })
        }
    }

    @Test("an open survey awaits its drafters until it is submitted, and its head once clearance is asked for")
    func tasks() throws {
        var world = try World.opened()
        func titles(_ viewer: Viewer) throws -> [String] { surveyTasks(visit(try House([survey]), try world.organisation, as: viewer)).map(\.title.key) }
        #expect(try titles(.bruno) == ["survey.task.answer"] && titles(.amina).isEmpty)
        try world.send(World.section, World.enough, as: .bruno, World.ofFik)
        try world.send("\(answer)/clearance", [:], as: .bruno, place)
        #expect(try titles(.bruno).isEmpty && titles(.chen) == ["survey.task.clear"])
        try submitted(&world)
        #expect(try titles(.bruno).isEmpty && titles(.chen).isEmpty)
    }
}
