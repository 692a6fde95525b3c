import HashTreeCollections
import Journal
import Organisation
import Pages

/// A survey by what it asks. What Members answered is not searched.
///
/// Of a draft each section and question is a thing by itself, so that its texts stand in the list of what is to be translated, and can be brought in from a table.
func surveySearch(_ organisation: Organisation) -> [SearchDocument] {
    let surveys = organisation[Surveys.self]
    return surveys.inOrder.flatMap { id, survey -> [SearchDocument] in
        let questionnaire = Questionnaire(surveys, of: id), isDraft = surveys.openings[id] == nil
        let questions = isDraft ? [] : questionnaire.questions.map { Field("survey.questions", $0.question.text) }
        let whole = SearchDocument(
            Reference(Surveys.self, id), kind: "survey.kind", title: survey.title, path: SurveyPath.survey(id),
            fields: [Field("survey.field.introduction", survey.introduction)] + (isDraft ? [Field("survey.field.thanks", survey.thanks)] : []) + questions,
            audience: surveys.audience(of: id), form: isDraft ? .init(SurveyPath.survey(id, "edit")) : nil)
        return [whole] + (isDraft ? questionnaire.parts.flatMap { parts(of: $0, id, surveys.audience(of: id)) } : [])
    }
}

private typealias Field = SearchDocument.Field

private func parts(of part: Questionnaire.Part, _ survey: ID<Survey>, _ audience: Audience) -> [SearchDocument] {
    func document<Thing>(_ id: ID<Thing>, _ kind: String, _ code: String, _ title: Localized, _ fields: [Field], _ form: SearchDocument.Form) -> SearchDocument {
        SearchDocument(
            Reference(Surveys.self, id), kind: kind, code: code, title: title, path: SurveyPath.survey(survey), fields: fields, audience: audience,
            within: [Reference(Surveys.self, survey)], form: form)
    }
    let introduction = Field("survey.field.section-introduction", part.section.introduction, entry: "introduction")
    let section = document(part.id, "survey.section", "", part.section.title, [introduction], .init(SurveyPath.survey(survey, "sections/\(part.id)/edit")))
    return [section]
        + part.questions.map { id, question in
            let texts = TranslatedPart(id, question, nil).texts.filter { $0.entry != "text" }.map { Field($0.name, $0.content, entry: $0.entry) }
            return document(id, "survey.field.text", question.code, question.text, texts, .init(SurveyPath.survey(survey, "questions/\(id)/edit"), title: "text"))
        }
}
