import Exchange
import Testing

@Suite("A survey of LimeSurvey is taken apart")
struct LimeSurveyReadingTests {
    private func read(_ text: String) throws(LimeSurveyFault) -> (structure: LimeSurveyStructure, problems: [LimeSurveyProblem]) {
        try LimeSurveyStructure.read(Array(text.replacing("|", with: "\t").utf8), limits: .standard)
    }

    private static let whole = """
        id|class|type/scale|name|relevance|text|help|language|mandatory|other|max_answers
        |S||language||en
        |SL||surveyls_title||Title||en
        |SL||surveyls_title||Titre||fr
        7|G|0|One||First||en
        1|Q|M|Q1|1|What?|Help|en|Y|Y|2
        1|SQ|0|SQ1||This||en
        1|SQ|0|SQ2||That||en
        7|G|0|Un||Premier||fr
        1|Q|M|Q1||Quoi ?|Aide|fr
        1|SQ|0|SQ2||Cela||fr
        """

    @Test func `groups, questions and answers stand in their order, with their translations`() throws {
        let (structure, problems) = try read(Self.whole), question = try #require(structure.groups.first?.questions.first)
        #expect(problems.isEmpty && structure.language == "en" && structure.texts["surveyls_title"] == ["en": "Title", "fr": "Titre"])
        #expect(structure.groups[0].name == ["en": "One", "fr": "Un"] && structure.groups[0].description == ["en": "First", "fr": "Premier"])
        #expect(question.text == ["en": "What?", "fr": "Quoi ?"] && question.help == ["en": "Help", "fr": "Aide"] && question.isMandatory && question.hasOther)
        #expect(question.attributes == ["max_answers": ["en": "2"]] && question.subquestions.map(\.text) == [["en": "This"], ["en": "That", "fr": "Cela"]])
    }

    @Test func `what is asked for once more and then let go is not needed, and a line may stand under a condition`() throws {
        let structure = try read("class|type/scale|name|text|mandatory|relevance|default\nG||G|||\nQ|M|Q|What?|S||A\nSQ||A|This||X == 1|\n").structure
        let question = try #require(structure.groups.first?.questions.first)
        #expect(!question.isMandatory && question.attributes.keys.sorted() == ["default", "mandatory=S"] && question.subquestions.map(\.relevance) == ["X == 1"])
    }

    @Test(arguments: ["\u{FEFF}", ""], ["\r\n", "\n", "\r"]) func `the ends of lines and the mark of bytes do not matter`(mark: String, end: String) throws {
        #expect(try read(mark + Self.whole.replacing("\n", with: end)).structure.groups.map(\.name) == read(Self.whole).structure.groups.map(\.name))
    }

    @Test func `what is written is read again the same`() throws {
        let first = try read(Self.whole).structure, again = try LimeSurveyStructure.read(first.written(in: ["en", "fr"]), limits: .standard)
        #expect(again.problems.isEmpty && again.structure.texts == first.texts)
        #expect(again.structure.groups.flatMap(\.questions).map(\.text) == first.groups.flatMap(\.questions).map(\.text))
        #expect(again.structure.written(in: ["en", "fr"]) == first.written(in: ["en", "fr"]))
    }

    @Test func `too much is refused, and a file of another kind is called what it is`() throws {
        #expect(throws: LimeSurveyFault.noColumn("class")) { try read("a|b\n") }
        #expect(throws: LimeSurveyFault.table(.empty)) { try read("\n\n") }
        #expect(throws: LimeSurveyFault.table(.foreign(.document("PDF")))) { try read("%PDF-1.4") }
        #expect(throws: LimeSurveyFault.table(.controlCharacter(line: 2, code: 0))) { try read("class|name|text\nG|A\u{0}|B\n") }
        #expect(throws: LimeSurveyFault.table(.unterminatedQuote(line: 2))) { try read("class|name|text\nG|\"A|B\n") }
        let answers = "class|name|text\nG|G|G\nQ|Q|Q\n" + (0...400).map { "A|A\($0)|x\n" }.joined()
        #expect(throws: LimeSurveyFault.tooManyItems(line: 404, limit: 400)) { try read(answers) }
        #expect(throws: LimeSurveyFault.table(.tooManyColumns(line: 1, limit: 400))) { try read(String(repeating: "x|", count: 400)) }
    }

    @Test(arguments: ["<b", "<!--", "&#", "<a href=\"", "<script>", "</", "& &amp;", "<br"]) func `markup that never ends takes no time`(piece: String) {
        let clock = ContinuousClock(), text = String(repeating: piece, count: 60_000 / piece.count)
        // Quadratic work on so much would take minutes.
        #expect(clock.measure { _ = MarkedUpText(text).plain } < .seconds(5))
    }
}

@Suite("Texts that may be HTML in plain words")
struct MarkedUpTextTests {
    @Test(arguments: [
        ("<p>One.</p><p>Two<br />three</p>", "One.\n\nTwo\nthree"), ("a < b & c", "a < b & c"), ("R&amp;D &lt;b&gt; &#8217; &#x41;", "R&D <b> ’ A"),
        ("<script>alert('<p>')</script>Safe<style>p {}</style>", "Safe"), ("See <a href=\"https://example.org\">here</a>.", "See here (https://example.org)."),
        ("<ul><li>One</li><li>Two</li></ul>", "– One\n\n– Two"), ("<!-- no -->Yes", "Yes"), ("<unknown>", "<unknown>"), ("1 <2> 3", "1 <2> 3"),
    ]) func `is what a reader would have seen`(html: String, plain: String) { #expect(MarkedUpText(html).plain == plain) }

    @Test(arguments: ["a < b", "<b>not bold</b>", "R&D &amp; more", "two\nlines", "=1+1", "x>y", "<p"]) func `a plain text comes back as it was`(text: String) {
        let read = MarkedUpText(MarkedUpText.written(text))
        #expect(read.plain == text && !read.wasMarkedUp)
    }
}

@Suite("Conditions that compare one variable with something")
struct LimeSurveyRelevanceTests {
    private func test(_ name: String, _ comparison: LimeSurveyRelevance.Comparison, _ value: LimeSurveyRelevance.Value) -> LimeSurveyRelevance { .test(variable: name, comparison, value) }

    @Test func `are read in the forms that people write`() {
        #expect(LimeSurveyRelevance("") == .always && LimeSurveyRelevance(" 1 ") == .always && LimeSurveyRelevance("{1}") == .always)
        for text in ["Q1 == \"A1\"", "Q1.NAOK=='A1'", "((Q1.NAOK == \"A1\"))", "{Q1 eq \"A1\"}", "Q1.code === \"A1\""] {
            #expect(LimeSurveyRelevance(text) == test("Q1", .equal, .text("A1")), "\(text)")
        }
        #expect(LimeSurveyRelevance("Q1 >= 2 && Q1 le 4.5") == .all([test("Q1", .atLeast, .number(2)), test("Q1", .atMost, .number(4.5))]))
        #expect(
            LimeSurveyRelevance("Q1 == 1 or Q1 < -2 and Q2_SQ1 == \"Y\"")
                == .any([test("Q1", .equal, .number(1)), .all([test("Q1", .less, .number(-2)), test("Q2_SQ1", .equal, .text("Y"))])]))
        #expect(LimeSurveyRelevance("(Q1 == 1 or Q1 == 2)") == .all([.any([test("Q1", .equal, .number(1)), test("Q1", .equal, .number(2))])]))
    }

    @Test(arguments: [
        "!is_empty(Q1)", "Q1 != \"A1\"", "rand(1,2) == 1", "Q1 == Q2", "Q1 + 1 == 2", "\"A1\" == Q1", "Q1 ==", "Q1 == \"A1", "(Q1 == 1", "Q1 == 1)", "Q1.shown == \"Yes\"", "0", "Q1 == 1 or",
        String(repeating: "(", count: 3_000), "Q1 == 1e999",
    ]) func `anything else is not`(text: String) { #expect(LimeSurveyRelevance(text) == nil) }
}
