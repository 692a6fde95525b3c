import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with the parts of a questionnaire that nobody has been asked yet.
enum QuestionDecisions {
    static func addSection(_ submission: Submission) throws -> Outcome {
        let (survey, _) = try submission.draftedSurvey()
        return try describe(submission, submission.newID(), nil, of: survey)
    }

    static func changeSection(_ submission: Submission) throws -> Outcome {
        let (survey, _) = try submission.draftedSurvey(), (id, section) = try submission.section(of: survey)
        return try describe(submission, id, section, of: survey)
    }

    static func removeSection(_ submission: Submission) throws -> Outcome {
        let (survey, _) = try submission.draftedSurvey(), (id, section) = try submission.section(of: survey)
        let going = Set(submission.surveys.questionsInOrder(of: id).map(\.id))
        try refuseNeeded(going, in: survey, submission)
        return .record(
            [Proposal(Surveys.self, .sectionRemoved(id: id))], then: SurveyPath.survey(survey), notice: Saying("survey.notice.removed", ["title": .content(section.title)]))
    }

    private static func describe(_ submission: Submission, _ id: ID<SurveySection>, _ present: SurveySection?, of survey: ID<Survey>) throws -> Outcome {
        let entered = submission.entered, others = submission.surveys.sectionsInOrder(of: survey).filter { $0.id != id }
        let after: ID<SurveySection>? = try entered.id("after") { wanted in others.contains { $0.id == wanted } }
        let (own, moved) = Order.place(others.map { ($0.id, $0.section.order) }, after: after)
        let stays = present.map { stands(after: after, $0.order, others.map { ($0.id, $0.section.order) }) } ?? false
        let section = SurveySection(
            survey: survey, title: try entered.localized("title", present: present?.title ?? .empty, max: 300, required: true),
            introduction: try entered.localized("introduction", present: present?.introduction ?? .empty, max: 10_000),
            order: stays ? present?.order ?? own : own)
        var proposals = section == present ? [] : [Proposal(Surveys.self, .sectionDescribed(id: id, section))]
        if !stays {
            for (other, order) in moved {
                guard var changed = submission.surveys.sections[other] else { continue }
                changed.order = order
                proposals.append(Proposal(Surveys.self, .sectionDescribed(id: other, changed)))
            }
        }
        return .record(proposals, then: SurveyPath.survey(survey), notice: Saying("survey.notice.section", ["title": .content(section.title)]))
    }

    static func addQuestion(_ submission: Submission) throws -> Outcome {
        let (survey, _) = try submission.draftedSurvey(), (section, _) = try submission.section(of: survey)
        guard let kind = submission.parameters["kind"].flatMap({ Question.Kind(rawValue: $0) }) else { throw Missing() }
        let empty = Question(section: section, code: "", text: .empty, kind: kind, order: 0)
        return try describe(submission, submission.newID(), empty, isNew: true, of: survey)
    }

    static func changeQuestion(_ submission: Submission) throws -> Outcome {
        let (survey, _) = try submission.draftedSurvey(), (id, question) = try submission.question(of: survey)
        return try describe(submission, id, question, isNew: false, of: survey)
    }

    static func removeQuestion(_ submission: Submission) throws -> Outcome {
        let (survey, _) = try submission.draftedSurvey(), (id, question) = try submission.question(of: survey)
        try refuseNeeded([id], in: survey, submission)
        return .record(
            [Proposal(Surveys.self, .questionRemoved(id: id))], then: SurveyPath.survey(survey), notice: Saying("survey.notice.removed", ["title": .content(question.text)]))
    }

    private static func describe(_ submission: Submission, _ id: ID<Question>, _ present: Question, isNew: Bool, of survey: ID<Survey>) throws -> Outcome {
        let questionnaire = Questionnaire(submission.surveys, of: survey)
        let others = submission.surveys.questionsInOrder(of: present.section).filter { $0.id != id }
        let after: ID<Question>? = try submission.entered.id("after") { wanted in others.contains { $0.id == wanted } }
        let (own, moved) = Order.place(others.map { ($0.id, $0.question.order) }, after: after)
        let stays = !isNew && stands(after: after, present.order, others.map { ($0.id, $0.question.order) })
        var question = try QuestionReading(entered: submission.entered, questionnaire: questionnaire, id: id, lists: submission.choiceLists).question(present)
        question.order = stays ? present.order : own
        var proposals = !isNew && question == present ? [] : [Proposal(Surveys.self, .questionDescribed(id: id, question))]
        if !stays {
            for (other, order) in moved {
                guard var changed = submission.surveys.questions[other] else { continue }
                changed.order = order
                proposals.append(Proposal(Surveys.self, .questionDescribed(id: other, changed)))
            }
        }
        return .record(proposals, then: SurveyPath.survey(survey), notice: Saying("survey.notice.question", ["code": .text(question.code)]))
    }

    /// Whether a thing of this order stands directly after another already.
    private static func stands<Thing>(after: ID<Thing>?, _ order: Int, _ others: [(id: ID<Thing>, order: Int)]) -> Bool {
        others.last { $0.order < order }?.id == after
    }

    /// What others depend on does not go away under them.
    private static func refuseNeeded(_ going: Set<ID<Question>>, in survey: ID<Survey>, _ submission: Submission) throws(Refusal) {
        let needing = Questionnaire(submission.surveys, of: survey).questions.first { item in
            !going.contains(item.id) && item.question.condition.map { going.contains($0.question) } == true
        }
        if let needing { throw Refusal("survey.refusal.needed", ["code": needing.question.code]) }
    }
}
