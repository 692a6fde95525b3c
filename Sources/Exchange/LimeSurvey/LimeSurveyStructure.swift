/// Texts by language, as a file names languages: `en`, `pt-BR`, `de-informal`.
package typealias LimeSurveyTexts = [String: String]

/// A survey as LimeSurvey's tab-separated structure holds it (manual, *Tab Separated Value survey structure*): what is asked, in which order and
/// languages. It is only taken apart here; what a type means, whoever takes it over decides.
package struct LimeSurveyStructure: Hashable, Sendable {
    /// In which the survey was written first.
    package var language: String
    /// Settings of the whole survey (rows `S`), by name.
    package var settings: [String: String]
    /// Texts of the whole survey (rows `SL`), by name, such as `surveyls_title`.
    package var texts: [String: LimeSurveyTexts]
    package var groups: [Group]

    package init(language: String, settings: [String: String] = [:], texts: [String: LimeSurveyTexts] = [:], groups: [Group] = []) {
        self.language = language
        self.settings = settings
        self.texts = texts
        self.groups = groups
    }

    /// A row `G` with what stands below it: a page of questions.
    package struct Group: Hashable, Sendable {
        /// Of the file, from 1; 0 for one that was not read.
        package var line: Int
        package var name: LimeSurveyTexts
        package var description: LimeSurveyTexts
        package var relevance: String
        package var questions: [Question] = []

        package init(line: Int = 0, name: LimeSurveyTexts, description: LimeSurveyTexts = [:], relevance: String = "") {
            self.line = line
            self.name = name
            self.description = description
            self.relevance = relevance
        }
    }

    /// A row `Q`.
    package struct Question: Hashable, Sendable {
        package var line: Int
        /// One letter or digit, such as `L` for a list.
        package var type: String
        /// Its name, the only one in the survey.
        package var code: String
        package var relevance: String
        package var text: LimeSurveyTexts
        package var help: LimeSurveyTexts
        package var validation: String
        package var isMandatory: Bool
        package var hasOther: Bool
        /// What else is set, by the name of its column; empty cells are left out.
        package var attributes: [String: LimeSurveyTexts]
        package var subquestions: [Item] = []
        package var answers: [Item] = []
        /// Lines of conditions in the form of before ExpressionScript.
        package var oldConditions: [Int] = []

        package init(
            line: Int = 0, type: String, code: String, relevance: String = "1", text: LimeSurveyTexts, help: LimeSurveyTexts = [:], validation: String = "",
            isMandatory: Bool = false, hasOther: Bool = false, attributes: [String: LimeSurveyTexts] = [:]
        ) {
            self.line = line
            self.type = type
            self.code = code
            self.relevance = relevance
            self.text = text
            self.help = help
            self.validation = validation
            self.isMandatory = isMandatory
            self.hasOther = hasOther
            self.attributes = attributes
        }
    }

    /// A row `SQ` or `A`: a line of a table, or something to choose.
    package struct Item: Hashable, Sendable {
        package var line: Int
        package var code: String
        /// 1 for the second of two scales.
        package var scale: Int
        package var text: LimeSurveyTexts
        /// Of a line: when it is shown. Of an answer it is a weight, and not kept.
        package var relevance: String

        package init(line: Int = 0, code: String, scale: Int = 0, text: LimeSurveyTexts, relevance: String = "") {
            self.line = line
            self.code = code
            self.scale = scale
            self.text = text
            self.relevance = relevance
        }
    }
}
