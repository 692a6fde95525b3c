import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planners may do with surveys. Each is pure: it answers events, or refuses.
enum SurveyDecisions {
    static func start(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let id: ID<Survey> = submission.newID(), survey = try entered(submission, .new)
        return .record(
            [Proposal(Surveys.self, .surveyDescribed(id: id, survey))], then: SurveyPath.survey(id),
            notice: Saying("survey.notice.started", ["survey": .content(survey.title)]))
    }

    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, present) = try submission.draftedSurvey(), survey = try entered(submission, present)
        return .record(
            survey == present ? [] : [Proposal(Surveys.self, .surveyDescribed(id: id, survey))], then: SurveyPath.survey(id),
            notice: Saying("survey.notice.described", ["title": .content(survey.title)]))
    }

    static func withdraw(_ submission: Submission) throws -> Outcome {
        let (id, survey) = try submission.draftedSurvey(), because = try submission.reason
        return .record(
            [Proposal(Surveys.self, .surveyWithdrawn(id: id, because: Prose(because)))], then: SurveyPath.surveys,
            notice: Saying("survey.notice.withdrawn", ["title": .content(survey.title)]))
    }

    /// From here on the questions stay as they are, and the Members of today are asked.
    static func open(_ submission: Submission) throws -> Outcome {
        let (id, survey) = try submission.draftedSurvey(), surveys = submission.surveys
        let lacks = Questionnaire(surveys, of: id).lacks(in: submission.language)
        if let lack = lacks.first { throw Refusal(lack.key, lack.arguments) }
        if let last = survey.closesOn, last < submission.today { throw Refusal("survey.refusal.closes-before", field: "closes") }
        let register = submission.organisation[Register.self], asked = surveys.asked(by: survey, register)
        if asked.isEmpty { throw Refusal("survey.refusal.nobody-asked") }
        return .record(
            [Proposal(Surveys.self, .surveyOpened(id: id, asked: asked, frame: SurveyFrame(asked, register, on: submission.today)))], then: SurveyPath.survey(id),
            notice: Saying("survey.notice.opened", ["n": .count(asked.count)]))
    }

    /// Also opens a closed one again.
    static func moveClosing(_ submission: Submission) throws -> Outcome {
        let (id, survey) = try submission.survey()
        guard submission.surveys.openings[id] != nil else { throw Refusal("survey.refusal.not-open") }
        let day = try submission.entered.day("closes")
        if let day, day < submission.today { throw Refusal("survey.refusal.closes-before", field: "closes") }
        let isSame = day == survey.closesOn && submission.surveys.closings[id] == nil
        return .record(
            isSame ? [] : [Proposal(Surveys.self, .closingMoved(id: id, to: day))], then: SurveyPath.survey(id),
            notice: Saying("survey.notice.moved", ["day": day.map { .day($0) } ?? .word("survey.no-day")]))
    }

    static func close(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.survey()
        guard submission.surveys.phase(of: id, on: submission.today) == .open else { throw Refusal("survey.refusal.not-open") }
        return .record([Proposal(Surveys.self, .surveyClosed(id: id))], then: SurveyPath.survey(id), notice: Saying("survey.notice.closed"))
    }

    /// The same questions again, as a draft of its own.
    static func copy(_ submission: Submission) throws -> Outcome {
        let (id, survey) = try submission.survey(), surveys = submission.surveys
        var copied = survey
        copied.title = try submission.entered.localized("title", present: survey.title, max: 300, required: true)
        copied.closesOn = nil
        // In older surveys the two could be chosen together, and meant this.
        if copied.smallestCell > 0 { copied.moment = .closed }
        copied.copiedFrom = id
        let own: ID<Survey> = submission.newID()
        var proposals = [Proposal(Surveys.self, .surveyDescribed(id: own, copied))], names: [ID<Question>: ID<Question>] = [:]
        for part in Questionnaire(surveys, of: id).parts {
            let sectionID: ID<SurveySection> = submission.newID()
            var section = part.section
            section.survey = own
            proposals.append(Proposal(Surveys.self, .sectionDescribed(id: sectionID, section)))
            for (questionID, question) in part.questions {
                let newID: ID<Question> = submission.newID()
                names[questionID] = newID
                var question = question
                question.section = sectionID
                question.condition = question.condition.flatMap { old in names[old.question].map { Condition(question: $0, spans: old.spans) } }
                proposals.append(Proposal(Surveys.self, .questionDescribed(id: newID, question)))
            }
        }
        return .record(proposals, then: SurveyPath.survey(own), notice: Saying("survey.notice.copied", ["title": .content(survey.title)]))
    }

    private static func entered(_ submission: Submission, _ present: Survey) throws(Refusal) -> Survey {
        let entered = submission.entered, register = submission.organisation[Register.self]
        var survey = present
        survey.title = try entered.localized("title", present: present.title, max: 300, required: true)
        survey.introduction = try entered.localized("introduction", present: present.introduction, max: 10_000)
        survey.thanks = try entered.localized("thanks", present: present.thanks, max: 4000)
        survey.closesOn = try entered.day("closes")
        survey.regions = try entered.several("regions") { register.regions[$0] != nil }.sorted()
        survey.needsClearance = entered.flag("clearance")
        survey.readers = try entered.choice("readers")
        survey.moment = try entered.choice("moment")
        let cell = try entered.integer("cell", in: 0...50) ?? Survey.new.smallestCell
        // Nothing rests on fewer than one.
        survey.smallestCell = cell == 1 ? 0 : cell
        if survey.moment == .live, survey.smallestCell > 0 { throw Refusal("survey.refusal.live-and-few", field: "moment") }
        survey.asksConsent = entered.flag("consent")
        if let last = survey.closesOn, last < submission.today { throw Refusal("survey.refusal.closes-before", field: "closes") }
        return survey
    }
}
