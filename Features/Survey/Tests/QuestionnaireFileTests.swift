import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Survey

@Suite("A questionnaire comes from a file, and goes into one")
struct QuestionnaireFileTests {
    private func read(_ bytes: [UInt8], into world: World = World()) throws -> ImportResult {
        try QuestionnaireImport().read(bytes, into: try world.organisation, today: .testDay)
    }

    private func taken(_ bytes: [UInt8]) throws -> (result: ImportResult, survey: Survey, questionnaire: Questionnaire) {
        var world = World()
        let result = try read(bytes)
        for proposal in result.proposals { world.tell(proposal) }
        let (id, survey) = try #require(try world.surveys.inOrder.first)
        return (result, survey, Questionnaire(try world.surveys, of: id))
    }

    private func said(_ result: ImportResult) -> [String] {
        result.remarks.map { "\($0.line.map(String.init) ?? "-") \($0.gravity.rawValue) \($0.key.replacing("survey.questionnaire.", with: ""))" }
    }

    @Test func `a plain questionnaire is taken as it was meant, with nothing to say but that its HTML is plain text now`() throws {
        let (result, survey, questionnaire) = try taken(QuestionnaireSamples.plain), questions = questionnaire.questions.map(\.question)
        #expect(said(result) == ["- noted marked-up", "- noted draft"])
        #expect(survey.title == Localized("Harbours in winter") && survey.closesOn == Day(2026, 12, 31))
        #expect(survey.introduction.plain() == "Tell us how you keep harbours open.\n\nIt takes five minutes & a look at last year (https://example.org/winter).")
        #expect(questionnaire.parts.map { $0.section.title.plain() } == ["Ice", "Days"] && questionnaire.parts[0].section.introduction.plain() == "What you do against it.")
        #expect(questions.map(\.kind) == [.single, .multiple, .scale, .ranking, .points, .number, .range, .date, .matrix, .text, .link])
        #expect(questions.map(\.code) == ["ICE", "TOOLS", "HARD", "FIRST", "MONEY", "DAYS", "NEXT", "SINCE", "GRADE", "ELSE", "LINK"])
        #expect(questions[0].isRequired && questions[0].allowsOther && questions[0].allowsNotApplicable && questions[0].options.plain() == "Yes\nNo")
        #expect(questions[1].text.plain() == "With what?\nName the two that matter most." && questions[1].most == 2 && questions[1].optionCount == 3)
        #expect(questions[1].condition == Condition(question: questionnaire.questions[0].id, spans: [.init(from: 1, until: 1)]))
        #expect(questions[4].total == 100 && questions[5].lowest == 0 && questions[5].unit.plain() == "days")
        #expect(questions[5].condition == Condition(question: questionnaire.questions[2].id, spans: [.init(from: 4, until: 5)]))
        #expect(questions[8].rows.plain() == "Charts\nWarnings" && questions[8].options.plain() == "Poor\nGood")
        #expect(questionnaire.lacks(in: .en).isEmpty)
    }

    @Test func `three languages stand beside one another, and what is asked only after certain answers still is`() throws {
        let (result, survey, questionnaire) = try taken(QuestionnaireSamples.trilingual), questions = questionnaire.questions
        #expect(said(result) == ["- noted draft", "6 repaired options-incomplete"])
        #expect(survey.title.plain(in: .ar) == "المرشدون" && questionnaire.parts[0].section.title.plain(in: .fr) == "Vos pilotes")
        let own = questions[0].question
        #expect(own.text.plain(in: .ar) == "هل لديكم مرشدون؟" && own.optionTexts(in: .fr).map(\.text) == ["Oui", "Quelques-uns", "Non"])
        #expect(own.optionTexts(in: .ar).map(\.language) == [.en, .en, .en], "one option has no translation: none is shown in it")
        #expect(questions[1].question.condition?.spans == [.init(from: 1, until: 2)])
        #expect(questions[2].question.condition == Condition(question: questions[1].id, spans: [.init(from: 10, until: 20)]))
        #expect(questions[2].question.optionTexts(in: .fr).map(\.text) == ["Oui", "Non"])
        #expect(questions[3].question.condition?.spans == [.init(from: 3, until: 3), .init(from: 1, until: 1)])
        #expect(questions[3].question.help.plain(in: .fr) == "Avec vos mots." && questions[3].question.text.texts[.ar] == nil)
    }

    @Test func `what cannot be taken over is named by its line, and the rest is offered`() throws {
        let (result, survey, questionnaire) = try taken(QuestionnaireSamples.odd)
        #expect(
            said(result) == [
                "- noted languages-left-out", "- noted marked-up", "- noted draft", "2 refused row.translation-of-nothing", "4 refused row.homeless", "6 refused unknown-type",
                "8 refused unknown-type", "9 refused row.no-name", "10 repaired condition-left-out", "10 repaired row.too-many-cells", "11 refused row.repeated",
                "12 refused too-few-options", "14 repaired comments-left-out", "14 noted attributes-left-out", "14 repaired condition-left-out", "16 refused row.repeated",
                "18 repaired split", "19 repaired line-condition", "21 repaired display-text", "22 repaired old-condition", "23 noted row.left-out", "24 refused row.unknown-class",
                "27 refused row.translation-of-nothing",
            ])
        #expect(survey.title.plain() == "Odd")
        #expect(questionnaire.questions.map { "\($0.question.code) \($0.question.kind.rawValue)" } == ["LOST text", "TWICE text", "WITH single", "MANY_SQ1 text", "MANY_SQ2 text"])
        #expect(questionnaire.questions.allSatisfy { $0.question.condition == nil }, "asked always, and said so")
        #expect(questionnaire.questions.dropFirst(3).first?.question.text.plain() == "Name them – First")
        #expect(questionnaire.parts.last?.section.introduction.plain() == "Read this first.")
    }

    @Test func `the same file twice changes nothing, also with other ends of lines`() throws {
        var world = World()
        for proposal in try read(QuestionnaireSamples.plain).proposals { world.tell(proposal) }
        let again = try read(QuestionnaireSamples.plain.filter { $0 != 0x0D }, into: world)
        #expect(again.proposals.isEmpty && again.same == 14 && said(again).contains("- noted known"))
    }

    @Test func `what is no questionnaire is refused as a whole`() throws {
        #expect(throws: Refusal("survey.questionnaire.no-column", ["column": "class"])) { try read(Array("code,name\nA,B\n".utf8)) }
        #expect(throws: Refusal("csv.fault.empty")) { try read([]) }
        #expect(throws: Refusal("survey.questionnaire.no-language", ["languages": "de"])) { try read(Array("class\tname\ttext\tlanguage\nG\tGruppe\t\tde\n".utf8)) }
        let many = "class\tname\ttext\ttype/scale\n" + (0...1000).map { "Q\tQ\($0)\tWhat?\tT\n" }.joined()
        #expect(throws: Refusal("survey.questionnaire.too-many-questions", ["line": "1002", "limit": "1000"])) { try read(Array(many.utf8)) }
        #expect(try read(Array("class\tname\ttext\tlanguage\nG\tGroup\t\ten\n".utf8)).remarks.map(\.key) == ["survey.questionnaire.no-question"])
    }

    /// Read again, a questionnaire says the same: of every kind, in three languages, with every form of condition.
    @Test func `what goes out comes in again the same`() throws {
        let first = EveryKind(), bytes = QuestionnaireFile.bytes(of: first.survey, first.questionnaire)
        let (result, survey, questionnaire) = try taken(bytes)
        #expect(said(result) == ["- noted draft"], "\(result.remarks)")
        #expect(survey.title == first.survey.title && survey.introduction == first.survey.introduction && survey.thanks == first.survey.thanks && survey.closesOn == first.survey.closesOn)
        #expect(questionnaire.parts.map(\.section.title) == first.questionnaire.parts.map(\.section.title))
        #expect(questionnaire.parts.map(\.section.introduction) == first.questionnaire.parts.map(\.section.introduction))
        #expect(questionnaire.questions.count == first.questionnaire.questions.count)
        let names = Dictionary(uniqueKeysWithValues: zip(questionnaire.questions.map(\.id), first.questionnaire.questions.map(\.id)))
        for (again, before) in zip(questionnaire.questions.map(\.question), first.questionnaire.questions.map(\.question)) {
            var again = again
            (again.section, again.order) = (before.section, before.order)
            again.condition = again.condition.map { Condition(question: names[$0.question] ?? $0.question, spans: $0.spans) }
            #expect(again == before, "\(before.code)")
        }
        #expect(QuestionnaireFile.bytes(of: survey, questionnaire) == bytes, "and written once more it is the same file")
    }

    @Test func `whoever may see the questions may take them along`() async throws {
        let world = try World.drafted(), open = try World.opened(), house = try House([survey])
        func file(_ world: World, as viewer: Viewer) async throws -> String {
            let route = try #require(survey.routes.first { $0.path == "surveys/{survey}/questionnaire.tsv" })
            guard case .read(let read) = route.handler, route.access.admits(viewer) else { throw Missing() }
            guard case .file(let file) = try await read(visit(house, try world.organisation, as: viewer, parameters: ["survey": "n1"])) else { throw Missing() }
            return String(decoding: try file.bytes, as: UTF8.self)
        }
        #expect(try await file(world, as: .amina).contains("\tQ\tL\tQ1\t1\tDo you have a plan?"))
        #expect(try await file(open, as: .bruno).contains("Q1.NAOK == \"\"A1\"\""))
        await #expect(throws: Missing.self) { try await file(world, as: .bruno) }
        await #expect(throws: Missing.self) { try await file(open, as: .public) }
    }
}

/// One question of each kind and shape, as no form would let anybody forget one.
private struct EveryKind {
    let survey = Survey(
        title: text("Where & when?", "Où & quand ?", "أين ومتى؟"), introduction: text("First line\nSecond <line>", "Première\nDeuxième", "سطر\nسطر"), thanks: Localized("Thanks"),
        closesOn: Day(2026, 12, 31))
    private(set) var questionnaire: Questionnaire

    private static func text(_ en: String, _ fr: String, _ ar: String) -> Localized { Localized([.en: Prose(en), .fr: Prose(fr), .ar: Prose(ar)], original: .en) }

    init() {
        let lines = Self.text("One\nTwo\nThree", "Un\nDeux\nTrois", "واحد\nاثنان\nثلاثة")
        var questions: [Question] = []
        func add(_ kind: Question.Kind, _ change: (inout Question) -> Void = { _ in }) {
            var question = Question(section: ID("s1"), code: "Q\(questions.count + 1)", text: Self.text("What \(kind)?", "Quoi ?", "ما؟"), kind: kind, order: questions.count)
            if kind.hasOptions, kind != .scale { question.options = lines }
            if kind == .matrix { question.rows = lines }
            change(&question)
            questions.append(question)
        }
        func after(_ number: Int, _ spans: (Double, Double)...) -> Condition {
            Condition(question: ID("q\(number)") ?? ID("q"), spans: spans.map { Condition.Span(from: $0.0, until: $0.1) })
        }
        add(.single) { ($0.isRequired, $0.allowsOther, $0.allowsNotApplicable, $0.help) = (true, true, true, Self.text("Help", "Aide", "عون")) }
        add(.multiple) { ($0.most, $0.allowsNotApplicable, $0.condition) = (2, true, after(1, (1, 1), (2, 2))) }
        add(.scale) { $0.condition = after(1, (1, 2)) }
        add(.scale) { ($0.lowest, $0.highest, $0.options, $0.allowsNotApplicable) = (-1, 1, lines, true) }
        add(.scale) { ($0.lowest, $0.highest) = (1, 5) }
        add(.scale) { $0.options = Self.text("A\nB\nC\nD\nE", "A\nB\nC\nD\nF", "أ\nب\nج\nد\nه") }
        add(.scale) { $0.allowsNotApplicable = true }
        add(.ranking) { ($0.most, $0.allowsNotApplicable, $0.condition) = (2, true, after(2, (2, 3))) }
        add(.points) { ($0.total, $0.condition) = (10, after(4, (0, 1))) }
        add(.points) { ($0.total, $0.allowsNotApplicable) = (100, true) }
        add(.number) { ($0.lowest, $0.highest, $0.unit, $0.allowsNotApplicable, $0.code) = (-0.5, 1_250.25, Self.text("ships", "navires", "سفن"), true, "How many, in all?") }
        add(.number) { $0.condition = after(11, (10, 1e15), (3, 3)) }
        add(.range) { ($0.lowest, $0.unit, $0.allowsNotApplicable) = (0, Localized("days"), true) }
        add(.date) { ($0.allowsNotApplicable, $0.condition) = (true, after(11, (1.5, 2.5))) }
        add(.matrix) { ($0.isRequired, $0.allowsNotApplicable) = (true, true) }
        add(.text) { $0.help = Localized("=SUM(A1)\n<b>not bold</b> a < b & c &amp; d") }
        add(.link) { $0.allowsNotApplicable = true }
        var surveys = Surveys()
        let stamp = Stamp(by: Actor(ID("amina")), at: Moment(startOf: .testDay), position: 1)
        surveys.apply(.surveyDescribed(id: ID("a"), survey), stamp)
        surveys.apply(.sectionDescribed(id: ID("s1"), SurveySection(survey: ID("a"), title: Self.text("One", "Un", "واحد"), introduction: Localized("In\nshort"), order: 1)), stamp)
        surveys.apply(.sectionDescribed(id: ID("s2"), SurveySection(survey: ID("a"), title: Localized("Two"), order: 2)), stamp)
        for (place, question) in questions.enumerated() {
            var question = question
            if place > 9 { question.section = ID("s2") }
            surveys.apply(.questionDescribed(id: ID("q\(place + 1)") ?? ID("q"), question), stamp)
        }
        questionnaire = Questionnaire(surveys, of: ID("a"))
    }
}
