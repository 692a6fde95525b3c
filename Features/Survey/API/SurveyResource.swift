import HashTreeCollections
import Journal
import Organisation
import Pages

/// Surveys for programs: what each is, how far it has come, how many have answered.
enum SurveyResource {
    static let resource = Resource(
        "Survey", "A survey of the Members: whom it asks, until when, and how many have answered.", path: "surveys", items: ["{survey}"], .everyone, properties,
        all: { visit in visit.organisation[Surveys.self].surveys.keys.compactMap { id in (try? SurveyReading(visit, id)).map { (id.text, $0) } } },
        find: { visit in try SurveyReading(visit) })

    private static let properties: [Property<SurveyReading>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "Its title by language.") { .of($0.survey.title) },
        Property("introduction", .localized(most: 10_000), "What is said before its questions.") { .of($0.survey.introduction) },
        Property("phase", .choice(["draft", "open", "closed"]), "How far it has come.") { .text($0.phase.rawValue) },
        Property("openedOn", .nullable(.day), "From when on it is answered; null for a draft.") { .of($0.opening?.on) },
        Property("closesOn", .nullable(.day), "The last day on which answers are taken; null until somebody closes it.") { .of($0.survey.closesOn) },
        Property("regions", .list(.identifier, most: 1000), "Whose Members are asked; all where none is named.") { .list($0.survey.regions.map { .of($0) }) },
        Property("needsClearance", .flag, "Whether the head of an administration clears its answer.") { .flag($0.survey.needsClearance) },
        Property("asksConsent", .flag, "Whether a Member says who may read its answer under its name.") { .flag($0.survey.asksConsent) },
        Property("readers", .choice(of: Survey.Readers.self), "For whom its results are.") { .text($0.survey.readers.rawValue) },
        Property("resultsFrom", .choice(of: Survey.Moment.self), "From when on they see them.") { .text($0.survey.moment.rawValue) },
        Property("smallestCell", .integer(0...50), "Figures that rest on fewer Members are shown to planners only; 0 for all.") { .integer($0.survey.smallestCell) },
        Property("questions", .integer(0...1_000_000), "How many questions it has.") { .integer($0.questionnaire.questions.count) },
        Property("asked", .integer(0...1_000_000), "How many Members are asked.") { .integer($0.opening?.asked.count ?? 0) },
        Property("answered", .integer(0...1_000_000), "How many of them have submitted an answer.") { .integer($0.answered) },
        Property("missing", .nullable(.object(missingParts)), "How far the others are; null for all but planners.") { reading, visit in
            guard Access.planners.admits(visit.viewer), reading.opening != nil else { return .null }
            let stages = reading.stages
            return .object(missingStages.map { stage in JSON.Pair(stage.rawValue, .integer(stages.count { $0.stage == stage })) })
        },
    ]

    private static let missingStages: [MemberAnswer.Stage] = [.notStarted, .drafting, .awaitingClearance]
    private static let missingParts = [
        Part("notStarted", .integer(0...1_000_000), "Have not begun.", required: true), Part("drafting", .integer(0...1_000_000), "Have a draft.", required: true),
        Part("awaitingClearance", .integer(0...1_000_000), "Await clearance.", required: true),
    ]
}
