import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("Making a questionnaire")
struct MakingStories {
    private let survey1 = ["survey": "n1"]

    @Test("sections and questions stand in the order in which they are put, also between others")
    func order() throws {
        var world = try World.drafted()
        #expect(try Questionnaire(world.surveys, of: ID("n1")).questions.map(\.id.text) == (3...13).map { "n\($0)" })
        try world.send(
            "surveys/{survey}/sections/{section}/new/{kind}", ["text.en": ["Between"], "after": ["n4"]], ["survey": "n1", "section": "n2", "kind": "text"])
        #expect(try Questionnaire(world.surveys, of: ID("n1")).questions.prefix(4).map(\.question.code) == ["Q1", "Q2", "Q12", "Q3"])
        try world.send("surveys/{survey}/questions/{question}/edit", ["text.en": ["Between"], "after": [""], "code": ["Q12"]], ["survey": "n1", "question": "n14"])
        #expect(try Questionnaire(world.surveys, of: ID("n1")).questions.first?.question.code == "Q12")
    }

    @Test("where there is no room between two, the others make room")
    func room() {
        typealias Place = (id: ID<Question>, order: Int)
        let close: [Place] = [(ID("a"), 1), (ID("b"), 2), (ID("c"), 3)]
        let (own, others) = Order.place(close, after: ID("a"))
        let all = (others + [(id: ID("new"), order: own)]).sorted { $0.order < $1.order }.map(\.id.text)
        #expect(all == ["a", "new", "b", "c"])
        var list: [Place] = []
        // Always between the first two: room runs out again and again.
        for number in 0..<200 {
            let id: ID<Question> = ID("q\(number)") ?? ID("q"), after = list.first?.id
            let (own, others) = Order.place(list, after: after)
            for (id, order) in others { if let place = list.firstIndex(where: { $0.id == id }) { list[place].order = order } }
            list.insert((id, own), at: list.isEmpty ? 0 : 1)
            #expect(zip(list, list.dropFirst()).allSatisfy { $0.order < $1.order })
        }
    }

    @Test("a question says what it lacks: too few options, translations of another length, steps and names that do not fit")
    func refusals() throws {
        var world = try World.drafted()
        func refusal(_ kind: String, _ values: [String: [String]]) -> Refusal? {
            do {
                var copy = world
                try copy.send(
                    "surveys/{survey}/sections/{section}/new/{kind}", values.merging(["text.en": ["Why?"]]) { own, _ in own }, ["survey": "n1", "section": "n2", "kind": kind])
                return nil
            } catch { return error as? Refusal }
        }
        #expect(refusal("single", ["options.en": ["Only one"]]) == Refusal("survey.refusal.too-few-lines", ["least": "2"], field: "options"))
        #expect(refusal("single", ["options.en": ["Yes\nNo"], "options.fr": ["Oui"]])?.key == "survey.refusal.line-count")
        #expect(refusal("single", ["options.en": [(0...100).map(String.init).joined(separator: "\n")]])?.key == "survey.refusal.too-many-lines")
        #expect(refusal("scale", ["lowest": ["5"], "highest": ["1"]]) == Refusal("survey.refusal.limits", field: "highest"))
        #expect(refusal("scale", ["lowest": ["0"], "highest": ["100"]]) == Refusal("survey.refusal.steps", field: "highest"))
        #expect(refusal("scale", ["lowest": ["-1000000000000000"], "highest": ["1000000000000000"]]) == Refusal("survey.refusal.steps", field: "highest"))
        #expect(refusal("scale", ["lowest": ["1"], "highest": ["5"], "options.en": ["Bad\nGood"]])?.key == "survey.refusal.step-names")
        #expect(refusal("text", ["code": ["q1"]]) == Refusal("survey.refusal.code-taken", ["code": "q1"], field: "code"))
        #expect(refusal("text", ["if": ["n3"], "if-numbers": ["yes"]])?.key == "survey.refusal.numbers")
        #expect(refusal("text", ["if": ["n12"], "if-numbers": ["1"]])?.field == "if", "a text decides nothing")
        #expect(refusal("matrix", ["options.en": ["A\nB"]])?.field == "rows")
        world = try World.opened()
        #expect(refusal("text", [:]) == Refusal("survey.refusal.frozen"))
    }

    @Test("what others depend on is not removed under them")
    func needed() throws {
        var world = try World.drafted()
        #expect(throws: Refusal("survey.refusal.needed", ["code": "Q11"])) {
            try world.send("surveys/{survey}/questions/{question}/remove", [:], ["survey": "n1", "question": "n3"])
        }
        try world.send("surveys/{survey}/questions/{question}/remove", [:], ["survey": "n1", "question": "n13"])
        try world.send("surveys/{survey}/questions/{question}/remove", [:], ["survey": "n1", "question": "n3"])
        try world.send("surveys/{survey}/sections/{section}/remove", [:], ["survey": "n1", "section": "n2"])
        #expect(try world.surveys.questions.isEmpty && world.surveys.sections.isEmpty)
    }

    @Test("it is opened with the Members of that day; who leaves afterwards was asked, and nothing of it changes any more")
    func opened() throws {
        var world = try World.drafted()
        #expect(throws: Refusal("survey.lack.no-question")) {
            var empty = World()
            try empty.send("surveys/new", ["title.en": ["Empty"], "readers": ["staff"], "moment": ["live"], "cell": ["0"]])
            try empty.send("surveys/{survey}/open", [:], ["survey": "n1"])
        }
        try world.send("surveys/{survey}/open", [:], survey1)
        #expect(try world.surveys.openings[ID("n1")]?.asked.map(\.text) == ["fik", "gol", "hav", "isl"])
        world.tell(Proposal(Register.self, .memberLeft(id: ID("isl"), because: "It merged.")))
        #expect(try world.surveys.openings[ID("n1")]?.asked.count == 4)
        for path in ["surveys/{survey}/edit", "surveys/{survey}/open", "surveys/{survey}/withdraw"] {
            #expect(throws: Refusal("survey.refusal.frozen")) {
                try world.send(path, ["title.en": ["New"], "readers": ["staff"], "moment": ["live"], "cell": ["0"], "because": ["x"]], survey1)
            }
        }
    }

    @Test("a copy asks the same, of nobody yet; its conditions speak of its own questions")
    func copied() throws {
        var world = try World.opened()
        try world.send("surveys/{survey}/copy", ["title.en": ["Where next, again?"]], survey1)
        let copy = try #require(try world.surveys.inOrder.first { $0.survey.copiedFrom == ID("n1") }), questions = Questionnaire(try world.surveys, of: copy.id).questions
        #expect(questions.count == 11 && questions.last?.question.condition?.question == questions.first?.id)
        #expect(try world.surveys.openings[copy.id] == nil && copy.survey.closesOn == nil)
    }

    @Test("its preview shows every question in the reader's language, and a draft to those who make it only")
    func preview() async throws {
        let world = try World.drafted()
        let page = try await world.page("surveys/{survey}/preview", as: .amina, survey1)
        #expect(page.contains("11. Where can we read it?") && page.contains("Only if question 1 was answered with: Yes.") && page.contains("Spread 100 points."))
        for viewer in [Viewer.bruno, .public] { await #expect(throws: Missing.self) { try await world.page("surveys/{survey}/preview", as: viewer, survey1) } }
        let open = try World.opened()
        #expect(try await open.page("surveys/{survey}/preview", as: .bruno, survey1).contains("Do you have a plan?"))
        await #expect(throws: Missing.self) { try await open.page("surveys/{survey}", as: .public, survey1) }
    }

    @Test("every shape of event is for ever")
    func forever() throws {
        let question = Question(
            section: ID("s"), code: "Q1", text: Localized("Why?"), help: Localized("Because"), kind: .scale, isRequired: true, options: Localized("Low\nHigh"), rows: Localized("A"),
            unit: Localized("days"), lowest: 1, highest: 2, most: 3, total: 10, allowsOther: true, allowsNotApplicable: true,
            condition: Condition(question: ID("q0"), spans: [.init(from: 1, until: 2)]), order: 5)
        let survey = Survey(
            title: Localized("Where next?"), introduction: Localized("Intro"), thanks: Localized("Thanks"), closesOn: .testDay, regions: [ID("n")], needsClearance: false, readers: .everyone,
            moment: .live, smallestCell: 3, asksConsent: false, copiedFrom: ID("old"))
        var frame = SurveyFrame([ID("fik"), ID("gol")], Register(), on: .testDay)
        frame.regions = [ID("n"), nil]
        frame.years = [.old, nil]
        frame.hasSeat = [true, false]
        try expectEventsAreForever(
            Surveys.self,
            today: [
                .surveyDescribed(id: ID("a"), Survey(title: Localized("Where next?"))), .surveyDescribed(id: ID("a"), survey),
                .sectionDescribed(id: ID("s"), SurveySection(survey: ID("a"), title: Localized("One"), introduction: Localized("First"), order: 1)),
                .questionDescribed(id: ID("q"), Question(section: ID("s"), code: "Q0", text: Localized("What?"), kind: .text, order: 1)), .questionDescribed(id: ID("q1"), question),
                .questionRemoved(id: ID("q")), .surveyOpened(id: ID("a"), asked: [ID("fik"), ID("gol")]),
                .surveyOpened(id: ID("a"), asked: [ID("fik"), ID("gol")], frame: frame), .closingMoved(id: ID("a"), to: .testDay), .closingMoved(id: ID("a"), to: nil),
                .surveyClosed(id: ID("a")), .sectionRemoved(id: ID("s")), .surveyWithdrawn(id: ID("a"), because: "Not now"),
            ])
        let responses: [Response?] = [
            nil, .notApplicable, .chosen([1, 3], other: nil), .chosen([], other: "Else"), .step(2), .ranked([3, 1]), .points([60.5, 39.5]), .number(-1.5), .range(low: 1, likely: 2, high: 3),
            .day(.testDay), .matrix([1, nil, 0]), .text("Words"), .link("https://example.org"),
        ]
        let given = responses.enumerated().map { Given(question: ID("q\($0.offset)") ?? ID("q"), response: $0.element) }
        try expectEventsAreForever(
            Answers.self,
            today: [
                .responsesSaved(survey: ID("a"), member: ID("fik"), given: given, desk: .member), .responsesSaved(survey: ID("a"), member: ID("fik"), given: given, desk: .secretariat),
                .remarkWritten(id: ID("r"), survey: ID("a"), member: ID("fik"), question: ID("q"), text: "Sure?"),
                .clearanceAsked(survey: ID("a"), member: ID("fik"), note: nil), .clearanceAsked(survey: ID("a"), member: ID("fik"), note: "Please"),
                .clearanceRefused(survey: ID("a"), member: ID("fik"), because: "No"),
                .answerSubmitted(survey: ID("a"), member: ID("fik"), answer: Submitted(given: given, desk: .member, clearedBy: .chen, received: nil, consent: .participants)),
                .answerSubmitted(survey: ID("a"), member: ID("gol"), answer: Submitted(given: [], desk: .secretariat, clearedBy: nil, received: .testDay, consent: nil)),
                .substituteNamed(id: ID("s"), Substitute(member: ID("fik"), account: ID("bruno"), from: .testDay, until: .testDay)), .substituteDismissed(id: ID("s")),
                .consentChanged(survey: ID("a"), member: ID("fik"), consent: .participants, clearedBy: .chen), .consentChanged(survey: ID("a"), member: ID("fik"), consent: .nobody, clearedBy: nil),
            ])
    }
}
