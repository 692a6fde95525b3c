import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Assessments

@Suite("Rounds of an assessment")
struct RoundStories {
    private let answer = "assessments/rounds/{round}/answer/{category}", page = "assessments/rounds/{round}"
    private func aspire(_ round: [String: String]) -> [String: String] { round.merging(["category": "aspire"]) { $1 } }
    private func all(_ value: String) -> [String: String] { ["s-aspire-1": value, "s-aspire-2": value, "s-aspire-3": value] }

    @Test("a category is saved at once, the next one follows; what does not apply is an answer; each stands where it belongs")
    func answering() throws {
        var (world, round) = try World.begun()
        let then = try world.send(answer, ["s-aspire-1": "4", "s-aspire-2": "na"], aspire(round), as: .bruno)
        #expect(then.hasSuffix("answer/choose"))
        let id = try #require(ID<AssessmentRound>(round["round"] ?? "")), given = try #require(try world.state.answers[id]?.values.first)
        #expect(given.seat == Seat(group: ID("members"), member: ID("a1")))
        #expect(given.scores[ID("aspire")] == [Score(statement: ID("aspire-1"), value: 4), Score(statement: ID("aspire-2"), value: nil)])
        #expect(throws: Refusal("pages.refusal.choose", field: "s-aspire-1", ofFieldAlone: true)) { try world.send(answer, ["s-aspire-1": "6"], aspire(round), as: .bruno) }
        #expect(throws: Refusal("pages.refusal.choose", field: "s-aspire-1", ofFieldAlone: true)) { try world.send(answer, ["s-aspire-1": "99999999999999999999"], aspire(round), as: .bruno) }
        world.tell(.answersTakenBack(round: id))
        #expect(try world.state.answers[id]?.isEmpty == true)
        #expect(throws: Refusal("assessments.refusal.none-given")) { try world.send("assessments/rounds/{round}/take-back", [:], round, as: .farah) }
        #expect(throws: Missing.self) { try world.send(answer, all("3"), aspire(round), as: .public) }
    }

    @Test("while it is open nobody reads anything: neither one more answer nor one taken back can be read off a difference")
    func open() async throws {
        var (world, round) = try World.begun()
        try world.sheets(round, Seat(group: ID("staff")), [5, 5, 4, 2], named: "s")
        let during = try await world.page(page, round), id = try #require(ID<AssessmentRound>(round["round"] ?? ""))
        #expect(during.contains("4 have answered so far") && !during.contains("id=\"results\"") && !during.contains("fall short"))
        let figures = try #require(RoundFigures(id, in: try world.organisation))
        #expect(figures.parts.count == 1 && figures.whole.scores.isEmpty && figures.respondents == 4)
        try world.send("assessments/rounds/{round}/close", [:], round)
        #expect(try #require(RoundFigures(id, in: try world.organisation)).whole.scores[ID("aspire")]?.mean == 4)
        #expect(throws: Refusal("assessments.refusal.not-open")) { try world.send(answer, all("3"), aspire(round), as: .bruno) }
        #expect(try await world.page(answer, as: .bruno, aspire(round)).contains("This round has been closed"))
    }

    @Test("what was promised stays: once it is open nobody widens who reads it, lowers the least or changes who is asked")
    func promised() throws {
        var (world, round) = try World.begun(readers: "participants")
        try world.send("assessments/rounds/{round}/edit", ["title.en": "Renamed", "readers": "everyone", "least": "3", "group-1.en": "Others", "kind-1": "participants"], round)
        let id = try #require(ID<AssessmentRound>(round["round"] ?? "")), now = try #require(try world.state.rounds[id])
        #expect(now.title.plain(in: .en) == "Renamed" && now.readers == .participants && now.groups.map(\.kind) == [.staff, .members])
        var changed = now
        (changed.readers, changed.least, changed.groups) = (.everyone, 4, [])
        world.tell(.roundDescribed(id: id, changed))
        #expect(try world.state.rounds[id] == now, "nor by an event")
    }

    @Test("a sheet of paper is one more respondent of its group; nothing chosen is refused")
    func paper() throws {
        var (world, round) = try World.begun()
        let path = "assessments/rounds/{round}/sheets/new"
        for _ in 1...3 { try world.send(path, ["group": "members", "member": "a1", "s-aspire-1": "4", "s-aspire-2": "na"], round) }
        #expect(throws: Refusal("assessments.refusal.nothing-chosen")) { try world.send(path, ["group": "staff"], round) }
        #expect(throws: Refusal("pages.refusal.choose", field: "s-aspire-1", ofFieldAlone: true)) { try world.send(path, ["group": "staff", "s-aspire-1": "6"], round) }
        #expect(throws: Refusal("pages.refusal.choose", field: "group")) { try world.send(path, ["group": "nobody", "s-aspire-1": "4"], round) }
        try world.send("assessments/rounds/{round}/close", [:], round)
        let figures = try #require(RoundFigures(ID(round["round"] ?? "") ?? ID("none"), in: try world.organisation))
        #expect(figures.respondents == 3 && figures.whole.scores[ID("aspire")]?.mean == 4)
    }

    @Test("an usual name that was written over in one language does not stand in the others")
    func names() throws {
        let words = ["title.en": "Round", "readers": "everyone", "least": "3", "framework": "essentials", "kind-1": "staff"]
        var world = World()
        try world.send(AssessmentPath.newFramework, ["from": "essentials"])
        for (title, french) in [("Leadership", nil), ("Staff", "Personnel")] {
            let made = try world.send(AssessmentPath.newRound, words.merging(["group-1.en": title, "group-1.fr": "Personnel"]) { $1 })
            let id = try #require(ID<AssessmentRound>(String(made.split(separator: "/").last ?? "")))
            #expect(try world.state.rounds[id]?.groups.first?.title.texts[.fr]?.text == french, "\(title)")
        }
    }

    @Test("what is hidden follows from no difference: a small group hides the next smallest, and what is in a hidden group is hidden")
    func groups() throws {
        var (world, round) = try World.begun(units: ["u1", "u2"])
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u1")), [4, 4, 4, 4], named: "s")
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u2")), [2, 2, 2], named: "t")
        try world.sheets(round, Seat(group: ID("members"), member: ID("a1")), [1, 1], named: "m")
        try world.send("assessments/rounds/{round}/close", [:], round)
        let id = try #require(ID<AssessmentRound>(round["round"] ?? ""))
        var figures = try #require(RoundFigures(id, in: try world.organisation))
        #expect(figures.parts.count == 1 && figures.respondents == 9, "two Members would follow from all and the staff")
        (world, round) = try World.begun(units: ["u1", "u2"])
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u1")), [4, 4, 4, 4], named: "s")
        try world.sheets(round, Seat(group: ID("staff"), unit: ID("u2")), [2, 2, 2], named: "t")
        try world.sheets(round, Seat(group: ID("members"), member: ID("a1")), [1, 1, 1], named: "m")
        try world.send("assessments/rounds/{round}/close", [:], round)
        figures = try #require(RoundFigures(id, in: try world.organisation))
        #expect(figures.parts.map(\.id) == ["", "staff", "members", "u1", "u2"] && figures.parts[3].scores[ID("aspire")]?.mean == 4)
    }

    @Test("a region is shown by the consent of its Members alone, which is given while the round is open")
    func consent() throws {
        var (world, round) = try World.begun()
        let id = try #require(ID<AssessmentRound>(round["round"] ?? "")), path = "assessments/rounds/{round}/consent"
        for (number, member) in ["a1", "a2", "a3", "b1", "b2", "b3"].enumerated() {
            try world.sheets(round, Seat(group: ID("members"), member: ID<Member>(member)), [number < 3 ? 5 : 2], named: member)
        }
        try world.send(path, [:], round, as: .bruno, several: ["members": ["a1"]])
        #expect(throws: Refusal("pages.refusal.choose", field: "members")) { try world.send(path, [:], round, as: .bruno, several: ["members": ["b1"]]) }
        for member in ["a2", "a3", "b1", "b2", "b3"] { world.tell(.consentGiven(round: id, member: ID<Member>(member) ?? ID("none"), isGiven: true)) }
        world.tell(.consentGiven(round: id, member: ID("b3"), isGiven: false))
        try world.send("assessments/rounds/{round}/close", [:], round)
        #expect(throws: Refusal("assessments.refusal.not-open")) { try world.send(path, [:], round, as: .bruno) }
        let figures = try #require(RoundFigures(id, in: try world.organisation))
        #expect(RoundFigures.fewestMembers == 3)
        // Of the other region two consent: with the one who does not they are three, and neither is told apart.
        #expect(figures.parts.filter { $0.kind == .region }.map(\.id) == ["aa"] && figures.parts.last?.scores[ID("aspire")]?.mean == 5)
    }

    @Test("a region is never one Member: however many of its people answer, it consented to enter its region's figures, not to be them")
    func oneMember() throws {
        var (world, round) = try World.begun()
        let id = try #require(ID<AssessmentRound>(round["round"] ?? ""))
        try world.sheets(round, Seat(group: ID("members"), member: ID("a1")), [5, 5, 5, 4], named: "a")
        for (number, member) in ["a2", "b1", "b2", "b3"].enumerated() { try world.sheets(round, Seat(group: ID("members"), member: ID<Member>(member)), [number + 1], named: member) }
        world.tell(.consentGiven(round: id, member: ID("a1"), isGiven: true))
        try world.send("assessments/rounds/{round}/close", [:], round)
        #expect(try #require(RoundFigures(id, in: try world.organisation)).parts.allSatisfy { $0.kind != .region })
    }

    @Test("the log tells nobody who answered; consent is told to the Member alone")
    func telling() throws {
        let (world, round) = try World.begun(), id = try #require(ID<AssessmentRound>(round["round"] ?? ""))
        for event in [Assessments.Event.answered(round: id, category: ID("aspire"), []), .seatTaken(round: id, Seat(group: ID("staff"))), .answersTakenBack(round: id)] {
            let told = tellAssessments(event, try world.organisation)
            #expect(!Viewer.amina.belongs(to: told.audience) && !Viewer.bruno.belongs(to: told.audience))
        }
        let consent = tellAssessments(.consentGiven(round: id, member: ID("a1"), isGiven: true), try world.organisation)
        #expect(Viewer.bruno.belongs(to: consent.audience) && !Viewer.farah.belongs(to: consent.audience) && !Viewer.amina.belongs(to: consent.audience))
    }

    @Test("a gap becomes an action of the plan, and stands on the thread as its cause")
    func gap() async throws {
        var (world, round) = try World.begun()
        try world.sheets(round, Seat(group: ID("staff")), [2, 2, 3], named: "s")
        try world.send("assessments/rounds/{round}/close", [:], round)
        let form = try await world.page("assessments/rounds/{round}/act/{category}", aspire(round))
        #expect(form.contains("Strengthen: Aspire") && form.contains("<option value=\"o1\" selected>"))
        try world.send("assessments/rounds/{round}/act/{category}", ["title.en": "Strengthen: Aspire", "objective": "o1"], aspire(round))
        let organisation = try world.organisation, thread = assessmentThread(organisation), action = try #require(organisation[Plan.self].actions.first)
        #expect(action.value.objective == ID("o1") && thread.strands.map(\.to) == [Reference(Plan.self, action.key)] && thread.nodes.first?.gaps == [])
        #expect(throws: Refusal("pages.refusal.not-allowed")) {
            _ = try GapDecisions.act(Submission(organisation: organisation, viewer: .bruno, entered: Entered([], language: .en), parameters: aspire(round), today: .testDay, language: .en) { "n" })
        }
    }

    @Test("the headline of a chain names its weakest link and its type")
    func headlines() async throws {
        var (world, round) = try World.begun("chain")
        let id = try #require(ID<AssessmentRound>(round["round"] ?? ""))
        let means: [(ID<Category>, [Int])] = [
            (ID("inside"), [1, 2]), (ID("across"), [2, 2]), (ID("outside"), [2, 3]), (ID("selection"), [1, 2]), (ID("development"), [1, 2]), (ID("spread"), [3, 3]),
        ]
        for number in 1...4 {
            for (category, values) in means {
                let value = values[number % 2], framework = try #require(try world.state.frameworks[ID("chain")]?.category(category))
                guard let sheet = ID<AnswerSheet>("c-\(number)") else { continue }
                world.tell(.sheetAnswered(id: sheet, round: id, Seat(group: ID("staff")), category: category, framework.statements.map { Score(statement: $0.id, value: value) }))
            }
        }
        try world.send("assessments/rounds/{round}/close", [:], round)
        let shown = try await world.page(page, round)
        #expect(shown.contains("Weakest link: 6 Spread (3.0).") && shown.contains("more ideas do not help") && shown.contains("Type: diffusion-poor."), "\(shown.prefix(3000))")
    }

    @Test("events are forever")
    func forever() throws {
        let framework = Framework(
            title: Localized("F"), text: Localized("T"), source: Localized("S"), rule: .culture,
            scale: [ScalePoint(label: Localized("No")), ScalePoint(label: Localized("Yes"), text: Localized("All"))],
            levels: [Level(id: ID("l"), title: Localized("L"), weak: Localized("W"))],
            categories: [
                Category(
                    id: ID("c"), level: ID("l"), title: Localized("C"), text: Localized("T"), isOptional: true, holds: ["scan.signal"], speaksFor: [ID("d")],
                    statements: [Statement(id: ID("c-1"), text: Localized("S"))])
            ], prototypes: [Prototype(title: Localized("P"), means: [1.5]), Prototype(title: Localized("Q"), means: [2], categories: [ID("c")])], origin: ID("o"), shipped: "omse")
        let round = AssessmentRound(
            framework: ID("f"), title: Localized("R"), purpose: Localized("P"), optional: [ID("c")],
            groups: RespondentGroup.Kind.allCases.map { RespondentGroup(id: ID<RespondentGroup>($0.rawValue) ?? ID("g"), title: Localized("G"), kind: $0) }, units: [ID("u1")], members: [ID("a1")],
            least: 4, until: .testDay, readers: .everyone)
        let seat = Seat(group: ID("staff"), unit: ID("u1"), member: ID("a1")), scores = [Score(statement: ID("c-1"), value: 2), Score(statement: ID("c-2"), value: nil)]
        try expectEventsAreForever(
            Assessments.self,
            today: [
                .frameworkDescribed(id: ID("f"), framework), .frameworkDescribed(id: ID("g"), Framework(title: Localized("G"))), .frameworkWithdrawn(id: ID("g"), because: "?"),
                .quoteRecorded(id: ID("q"), Quote(framework: ID("f"), category: ID("c"), text: Localized("T"), source: Localized("S"), link: "https://example.org")),
                .quoteRecorded(id: ID("p"), Quote(framework: ID("f"), text: Localized("T"), source: Localized("S"))), .quoteRemoved(id: ID("p"), because: "?"),
                .roundDescribed(id: ID("r"), round), .roundDescribed(id: ID("s"), AssessmentRound(framework: ID("f"), title: Localized("S"))),
                .roundOpened(id: ID("r"), RoundFrame(regions: [.init(id: ID("aa"), name: Localized("AA"), members: [ID("a1")])])), .roundOpened(id: ID("s"), RoundFrame()),
                .seatTaken(round: ID("r"), seat), .seatTaken(round: ID("r"), Seat(group: ID("staff"))), .answered(round: ID("r"), category: ID("c"), scores),
                .sheetAnswered(id: ID("p-1"), round: ID("r"), seat, category: ID("c"), scores), .consentGiven(round: ID("r"), member: ID("a1"), isGiven: true),
                .evidenceGiven(
                    id: ID("e"), Evidence(round: ID("r"), category: ID("c"), statement: ID("c-1"), text: Localized("T"), link: "https://example.org", things: [Reference(Plan.self, ID<Plan>("o1"))])),
                .evidenceGiven(id: ID("d"), Evidence(round: ID("r"), category: ID("c"), text: Localized("T"))), .evidenceRemoved(id: ID("d"), because: "?"),
                .gapTaken(id: ID("g"), Gap(round: ID("r"), category: ID("c"), action: ID("a"))), .answersTakenBack(round: ID("s")), .roundClosed(id: ID("r")), .roundPublished(id: ID("r")),
                .roundWithdrawn(id: ID("s"), because: "?"),
            ])
    }
}
