import Journal
import Organisation

/// A part of a questionnaire with all its texts: the survey itself, a section, or a question. It is translated at one place.
struct TranslatedPart: Sendable {
    enum Thing: String, Sendable { case survey, section, question }

    /// One text of it.
    struct Text: Sendable {
        /// A key among the words.
        let name: String
        /// The field of the form in which it is written.
        let entry: String
        let content: Localized
    }

    /// How far a part may be read in a language.
    enum Standing: String, Sendable, CaseIterable { case whole, partly, outdated, missing }

    let thing: Thing
    let id: String
    /// Of a question its place, from 1.
    var number: Int?
    var code = ""
    let title: Localized
    /// Without those of which nothing is written.
    let texts: [Text]

    /// Where it is written, below the address of its survey.
    var form: String {
        switch thing {
        case .survey: "edit"
        case .section: "sections/\(id)/edit"
        case .question: "questions/\(id)/edit"
        }
    }

    /// Those of its texts that are in a state in a language.
    func texts(_ state: TranslationState, in language: Language) -> [Text] { texts.filter { $0.content.state(in: language) == state } }

    /// `nil` where all of it was written in this language.
    func standing(in language: Language) -> Standing? {
        let states = texts.compactMap { $0.content.state(in: language) }
        guard !states.isEmpty else { return nil }
        if states.allSatisfy({ $0 == .missing }) { return .missing }
        // What says something else than its original misleads; what is missing shows by itself.
        if states.contains(.outdated) { return .outdated }
        return states.contains(.missing) ? .partly : .whole
    }
}

/// A questionnaire as it is translated, part by part in its order.
struct QuestionnaireTranslations: Sendable {
    let languages: [Language]
    let parts: [TranslatedPart]

    init(_ id: ID<Survey>, _ survey: Survey, _ questionnaire: Questionnaire, _ languages: [Language]) {
        self.languages = languages
        let whole = TranslatedPart(
            thing: .survey, id: id.text, title: survey.title,
            texts: QuestionnaireTranslations.texts([
                ("survey.field.title", "title", survey.title), ("survey.field.introduction", "introduction", survey.introduction),
                ("survey.field.thanks", "thanks", survey.thanks),
            ]))
        parts = [whole] + questionnaire.parts.flatMap { part in [TranslatedPart(part)] + part.questions.map { TranslatedPart($0.id, $0.question, questionnaire.number(of: $0.id)) } }
    }

    fileprivate static func texts(_ all: [(name: String, entry: String, content: Localized)]) -> [TranslatedPart.Text] {
        all.filter { !$0.content.isEmpty }.map { TranslatedPart.Text(name: $0.name, entry: $0.entry, content: $0.content) }
    }

    func part(_ id: ID<Question>) -> TranslatedPart? { parts.first { $0.thing == .question && $0.id == id.text } }

    func count(_ standing: TranslatedPart.Standing, in language: Language) -> Int { parts.count { $0.standing(in: language) == standing } }

    /// Of how many parts something is missing or outdated; languages without any are left out.
    var toDo: [(language: Language, count: Int)] {
        languages.compactMap { language in
            let count = parts.count { $0.standing(in: language).map { $0 != .whole } ?? false }
            return count > 0 ? (language, count) : nil
        }
    }
}

extension TranslatedPart {
    fileprivate init(_ part: Questionnaire.Part) {
        let section = part.section
        self.init(
            thing: .section, id: part.id.text, title: section.title,
            texts: QuestionnaireTranslations.texts([
                ("survey.field.section-title", "title", section.title), ("survey.field.section-introduction", "introduction", section.introduction),
            ]))
    }

    init(_ id: ID<Question>, _ question: Question, _ number: Int?) {
        let options = question.kind == .scale ? "steps" : question.kind == .matrix ? "columns" : "options"
        self.init(
            thing: .question, id: id.text, number: number, code: question.code, title: question.text,
            texts: QuestionnaireTranslations.texts([
                ("survey.field.text", "text", question.text), ("survey.field.help", "help", question.help), ("survey.field.\(options)", "options", question.options),
                ("survey.field.rows", "rows", question.rows), ("survey.field.unit", "unit", question.unit),
            ]))
    }
}
