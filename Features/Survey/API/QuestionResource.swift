import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a survey asks, for programs.
enum QuestionResource {
    typealias Thing = (number: Int, id: ID<Question>, question: Question, section: SurveySection, sectionID: ID<SurveySection>)

    static let resource = Resource(
        "SurveyQuestion", "A question of a survey, in its order.", path: "surveys/{survey}/questions", items: ["{question}"], .everyone, properties,
        all: { visit in things(try SurveyReading(visit)).map { (orderKey($0.number), $0) } },
        find: { visit in
            let id: ID<Question> = try visit.id("question")
            guard let found = things(try SurveyReading(visit)).first(where: { $0.id == id }) else { throw Missing() }
            return found
        })

    /// Of a list in the order of the questionnaire.
    static func orderKey(_ number: Int) -> String { String(String(1_000_000 + number).dropFirst()) }

    private static func things(_ reading: SurveyReading) -> [Thing] {
        reading.questionnaire.parts.flatMap { part in
            part.questions.map { (reading.questionnaire.number(of: $0.id), $0.id, $0.question, part.section, part.id) }
        }
    }

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("number", .integer(0...1_000_000), "Its place in the questionnaire, from 1.") { .integer($0.number) },
        Property("code", .text(most: 40), "How people name it; alone of its kind in the survey.") { .text($0.question.code) },
        Property("section", .object(sectionParts), "The part in which it stands.") {
            ["id": .of($0.sectionID), "title": .of($0.section.title)]
        },
        Property("text", .localized(most: 2000), "What is asked, by language.") { .of($0.question.text) },
        Property("help", .localized(most: 4000), "What is to be known before answering.") { .of($0.question.help) },
        Property("kind", .choice(of: Question.Kind.self), "How it is answered.") { .text($0.question.kind.rawValue) },
        Property("isRequired", .flag, "Whether an answer without it can be submitted.") { .flag($0.question.isRequired) },
        Property(
            "options", .list(.localized(most: 2000), most: 100), "What can be chosen, ranked or given points, the steps of a scale, or the columns of a matrix: named by number, from 1."
        ) {
            .list($0.question.options.entries)
        },
        Property("rows", .list(.localized(most: 2000), most: 100), "What a matrix asks about, in order.") { .list($0.question.rows.entries) },
        Property("unit", .localized(most: 300), "In which a number is given.") { .of($0.question.unit) },
        Property("lowest", .nullable(.amount), "The least that can be answered.") { .of($0.question.lowest) },
        Property("highest", .nullable(.amount), "The most that can be answered.") { .of($0.question.highest) },
        Property("most", .nullable(.integer(1...100)), "How many options can be chosen or ranked; null for all.") { .of($0.question.most) },
        Property("total", .nullable(.amount), "What points add up to; null where there are none.") { .of($0.question.kind == .points ? $0.question.pointsTotal : nil) },
        Property("allowsOther", .flag, "Whether something else can be written in.") { .flag($0.question.allowsOther) },
        Property("allowsNotApplicable", .flag, "Whether “not applicable” is an answer.") { .flag($0.question.allowsNotApplicable) },
        Property(
            "translations", .nullable(.list(.object(translationParts), most: 20)), "How far it is translated, language by language; null for all but those who work at the Secretariat."
        ) { thing, visit in
            guard Access.staff.admits(visit.viewer) else { return .null }
            let part = TranslatedPart(thing.id, thing.question, thing.number)
            return .list(
                visit.languages.compactMap { language in
                    part.standing(in: language).map { standing in
                        [
                            "language": .text(language.rawValue), "state": .text(standing.rawValue),
                            "missing": .list(part.texts(.missing, in: language).map { .text($0.entry) }),
                            "outdated": .list(part.texts(.outdated, in: language).map { .text($0.entry) }),
                        ]
                    }
                })
        },
        Property("condition", .nullable(.object(conditionParts)), "Asked only where another question was answered with one of these numbers; null where it is always asked.") {
            guard let condition = $0.question.condition else { return .null }
            return ["question": .of(condition.question), "spans": .list(condition.spans.map { ["from": .number($0.from), "until": .number($0.until)] })]
        },
    ]

    private static let sectionParts = [Part("id", .identifier, "Its identifier.", required: true), Part("title", .localized(most: 300), "Its title.", required: true)]

    private static let translationParts = [
        Part("language", .choice(Language.allCases.map(\.rawValue)), "Into which language.", required: true),
        Part(
            "state", .choice(TranslatedPart.Standing.allCases.map(\.rawValue)),
            "whole: every text is translated; partly: some are missing; outdated: the original of some has changed since; missing: nothing is translated.", required: true),
        Part("missing", .list(.choice(texts), most: 5), "Which texts are missing.", required: true),
        Part("outdated", .list(.choice(texts), most: 5), "Which texts are older than their originals.", required: true),
    ]

    private static let texts = ["text", "help", "options", "rows", "unit"]

    private static let conditionParts = [
        Part("question", .identifier, "The other question.", required: true),
        Part(
            "spans", .list(.object(spanParts), most: 1000), "The numbers.", required: true),
    ]

    private static let spanParts = [Part("from", .amount, "From this number on.", required: true), Part("until", .amount, "Until this number.", required: true)]
}

extension Localized {
    /// Line by line, each by language where it is translated.
    fileprivate var entries: [JSON] {
        let lines = Language.allCases.filter { texts[$0]?.isEmpty == false }.map { language in (language, self.lines(in: language)) }
        return (0..<lineCount).map { place in
            let own = lines.filter { $1.indices.contains(place) && $1[place].language == $0 }
            return .object(own.map { language, lines in JSON.Pair(language.rawValue, .text(lines[place].text)) })
        }
    }
}
