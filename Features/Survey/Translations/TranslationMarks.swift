import Journal
import Organisation
import Pages

/// How far parts of a questionnaire are translated, in few words.
struct TranslationMarks {
    let visit: Visit
    let survey: ID<Survey>

    private var say: Say { visit.say }

    func path(_ language: Language?) -> String { visit.path(SurveyPath.survey(survey, "translations"), language.map { ["into": $0.rawValue] } ?? [:]) }

    /// `Français: partly`, each language in which something is to be done, leading to where it is done.
    @MarkupBuilder func markup(_ part: TranslatedPart, in languages: [Language]) -> Markup {
        let open = languages.compactMap { language in part.standing(in: language).map { (language, $0) } }.filter { $0.1 != .whole }
        if !open.isEmpty {
            " "
            small {
                for (place, item) in open.enumerated() {
                    if place > 0 { " · " }
                    link("\(path(item.0))#part-\(part.id)") { say.naming(say.language(item.0), say("survey.translations.\(item.1.rawValue)")) }
                }
            }
        }
    }

    /// What is not whole yet, language by language; nothing where all is.
    @MarkupBuilder func warning(_ translations: QuestionnaireTranslations) -> Markup {
        let toDo = translations.toDo
        if !toDo.isEmpty {
            p(.class("note")) {
                say("survey.untranslated", ["languages": say.list(toDo.map { "\(say.language($0.language)) (\(say.number($0.count)))" })])
                if visit.may(.staff) {
                    " "
                    link(path(nil)) { say("survey.translations") }
                }
            }
        }
    }
}

extension TranslatedPart {
    /// `3. What comes first?`
    func heading(_ visit: Visit) -> Markup {
        group {
            if let number { "\(visit.say.number(number)). " }
            visit.text(title)
        }
    }
}

extension SurveyReading {
    var translations: QuestionnaireTranslations { QuestionnaireTranslations(id, survey, questionnaire, visit.languages) }
}
