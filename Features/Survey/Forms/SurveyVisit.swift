import HashTreeCollections
import Journal
import Organisation
import Pages

enum SurveyPath {
    static let surveys = "surveys"
    static let new = "surveys/new"
    /// The door through which questionnaires come in.
    static let load = "imports/questionnaire"

    static func survey(_ id: ID<Survey>, _ rest: String = "") -> String { rest.isEmpty ? "surveys/\(id)" : "surveys/\(id)/\(rest)" }
}

/// The things that an address names. What is not there, or not for this reader, is missing.
extension Visit {
    func draftedSurvey() throws(Missing) -> (id: ID<Survey>, survey: Survey) {
        let id: ID<Survey> = try id("survey"), surveys = organisation[Surveys.self]
        guard let survey = surveys.surveys[id], surveys.openings[id] == nil else { throw Missing() }
        return (id, survey)
    }

    func openedSurvey() throws(Missing) -> (id: ID<Survey>, survey: Survey) {
        let id: ID<Survey> = try id("survey"), surveys = organisation[Surveys.self]
        guard let survey = surveys.surveys[id], surveys.openings[id] != nil else { throw Missing() }
        return (id, survey)
    }

    func section(of survey: ID<Survey>) throws(Missing) -> (id: ID<SurveySection>, section: SurveySection) {
        let id: ID<SurveySection> = try id("section")
        guard let section = organisation[Surveys.self].sections[id], section.survey == survey else { throw Missing() }
        return (id, section)
    }

    func question(of survey: ID<Survey>) throws(Missing) -> (id: ID<Question>, question: Question) {
        let id: ID<Question> = try id("question"), surveys = organisation[Surveys.self]
        guard let question = surveys.questions[id], surveys.survey(of: question) == survey else { throw Missing() }
        return (id, question)
    }

    func surveyTrail(_ id: ID<Survey>? = nil, _ survey: Survey? = nil) -> [(title: String, path: String)] {
        let first = [(title: say("survey.title"), path: SurveyPath.surveys)]
        guard let id, let survey else { return first }
        return first + [(plain(survey.title), SurveyPath.survey(id))]
    }
}
