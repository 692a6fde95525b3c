import HashTreeCollections
import Journal
import Organisation
import Pages

/// What came of a survey, for programs: the shares of the pages, with how many they rest on, for those who may see them.
enum ResultResource {
    typealias Thing = (id: ID<Question>, question: Question, rows: [QuestionShares.Row])

    static let resource = Resource(
        "SurveyResult", "What was answered to a question, in shares: of all who answered, and of each region. What rests on too few is left out.",
        path: "surveys/{survey}/results", items: ["{question}"], .everyone, properties,
        all: { visit in
            let reading = try readable(visit), respondents = Respondents(reading)
            return compared(reading).map { (QuestionResource.orderKey(reading.questionnaire.number(of: $0.id)), thing($0, reading, respondents)) }
        },
        find: { visit in
            let reading = try readable(visit), id: ID<Question> = try visit.id("question")
            guard let found = compared(reading).first(where: { $0.id == id }) else { throw Missing() }
            return thing(found, reading, Respondents(reading))
        })

    private static func readable(_ visit: Visit) throws(Missing) -> SurveyReading {
        let reading = try SurveyReading(visit)
        guard reading.mayReadResults else { throw Missing() }
        return reading
    }

    private static func compared(_ reading: SurveyReading) -> [(id: ID<Question>, question: Question)] { reading.questionnaire.questions.filter { $0.question.kind.isCompared } }

    private static func thing(_ item: (id: ID<Question>, question: Question), _ reading: SurveyReading, _ respondents: Respondents) -> Thing {
        (item.id, item.question, QuestionShares.rows(item.id, item.question, respondents))
    }

    private static let properties: [Property<Thing>] = [
        Property("question", .identifier, "Which question.") { .of($0.id) },
        Property("code", .text(most: 40), "How people name it.") { .text($0.question.code) },
        Property("kind", .choice(of: Question.Kind.self), "How it is answered. Of a ranking each share has the option among its first three, of points it is the mean.") {
            .text($0.question.kind.rawValue)
        },
        Property("groups", .list(.object(groupParts), most: 1000), "All who answered, then each region.") { thing in
            .list(
                thing.rows.map { row in
                    [
                        "isWhole": .flag(row.isWhole), "region": .of(row.group.region), "asked": .integer(row.group.asked), "answered": .integer(row.answered),
                        "shares": .list(row.shares.map { .number(QuestionShares.rounded($0)) }),
                    ]
                })
        },
    ]

    private static let groupParts = [
        Part("isWhole", .flag, "Whether these are all who answered.", required: true),
        Part("region", .nullable(.identifier), "Which region; null for all, and for the Members without one.", required: true),
        Part("asked", .integer(0...1_000_000), "How many Members were asked.", required: true),
        Part("answered", .integer(0...1_000_000), "How many of them answered this question: Members counted, never weighted.", required: true),
        Part(
            "shares", .list(.number(0...1), most: 200),
            "Unweighted, one Member one vote: for each option, or step of a scale, in order; last, where something else can be written in, of that.", required: true),
    ]
}
