import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the people of an administration may do with its answer, and the Secretariat with a paper. Each is pure.
enum AnswerDecisions {
    /// Keeps what was entered into one section; leads on to the next.
    static func save(_ submission: Submission, at desk: Desk) throws -> Outcome {
        let place = try AnswerPlace(submission, at: desk), part = try place.part(submission.id("section"))
        let (given, refusals) = read(part.questions, submission, place)
        let kept = given.isEmpty ? [] : [Proposal(Answers.self, .responsesSaved(survey: place.surveyID, member: place.memberID, given: given, desk: desk))]
        let notice = Saying("survey.notice.saved", ["n": .count(given.count)])
        // One mistake does not cost the rest of the section.
        if !refusals.isEmpty { throw Refusals(refusals, keeping: kept, saying: notice) }
        return .record(kept, then: then(after: part, submission, place), notice: notice)
    }

    /// The section that was asked for, or else the next.
    private static func then(after part: Questionnaire.Part, _ submission: Submission, _ place: AnswerPlace) -> String {
        let parts = place.questionnaire.parts
        let chosen = ID<SurveySection>(submission.entered.text(AnswerForms.goOn)).flatMap { id in parts.contains { $0.id == id } ? id : nil }
        let next = chosen ?? parts.drop { $0.id != part.id }.dropFirst().first?.id
        return next.map { place.path("sections/\($0)") } ?? place.path()
    }

    /// What was entered into the fields of some questions and is not in the draft yet.
    static func given(to questions: [(id: ID<Question>, question: Question)], _ submission: Submission, _ place: AnswerPlace) throws(Refusals) -> [Given] {
        let (given, refusals) = read(questions, submission, place)
        if !refusals.isEmpty { throw Refusals(refusals) }
        return given
    }

    private static func read(_ questions: [(id: ID<Question>, question: Question)], _ submission: Submission, _ place: AnswerPlace) -> (given: [Given], refusals: [Refusal]) {
        var refusals: [Refusal] = [], given: [Given] = []
        for (id, question) in questions {
            let reading = ResponseReading(entered: submission.entered, id: id, question: question)
            guard reading.isThere else { continue }
            do throws(Refusal) {
                let response = try reading.response()
                if response != place.draft[id] { given.append(Given(question: id, response: response)) }
            } catch {
                refusals.append(error)
            }
        }
        return (given, refusals)
    }

    static func remark(_ submission: Submission) throws -> Outcome {
        let place = try AnswerPlace(submission)
        let question: ID<Question> = try submission.id("question")
        guard place.questionnaire.number(of: question) > 0 else { throw Missing() }
        let text = try submission.entered.paragraph("text", max: 4000, required: true)
        // Sent once more from an older page, it is the same remark.
        if let last = place.answer.remarks.last(where: { $0.question == question }), last.text == Prose(text), last.by.id == submission.viewer.account {
            return .record([], then: place.path(), notice: Saying("survey.notice.remark"))
        }
        let event = Answers.Event.remarkWritten(id: submission.newID(), survey: place.surveyID, member: place.memberID, question: question, text: Prose(text))
        return .record([Proposal(Answers.self, event)], then: place.path(), notice: Saying("survey.notice.remark"))
    }

    static func askClearance(_ submission: Submission) throws -> Outcome {
        let place = try AnswerPlace(submission)
        guard place.survey.needsClearance else { throw Refusal("survey.refusal.no-clearance") }
        try requireComplete(place)
        let note = try submission.entered.paragraph("note", max: 4000)
        if place.answer.asked?.note == (note.isEmpty ? nil : Prose(note)), place.answer.asked != nil { return .record([], then: place.path(), notice: Saying("survey.notice.asked")) }
        let event = Answers.Event.clearanceAsked(survey: place.surveyID, member: place.memberID, note: note.isEmpty ? nil : Prose(note))
        return .record([Proposal(Answers.self, event)], then: place.path(), notice: Saying("survey.notice.asked"))
    }

    static func refuseClearance(_ submission: Submission) throws -> Outcome {
        let place = try AnswerPlace(submission)
        try requireClearing(place, submission)
        guard place.answer.asked != nil else { throw Refusal("survey.refusal.not-asked") }
        let because = try submission.entered.paragraph("because", max: 4000, required: true)
        let event = Answers.Event.clearanceRefused(survey: place.surveyID, member: place.memberID, because: Prose(because))
        return .record([Proposal(Answers.self, event)], then: place.path(), notice: Saying("survey.notice.returned"))
    }

    /// The answer of the administration, from here on official.
    static func submit(_ submission: Submission, at desk: Desk) throws -> Outcome {
        let place = try AnswerPlace(submission, at: desk)
        if desk == .member, place.survey.needsClearance { try requireClearing(place, submission) }
        // What is submitted is what was read: the form carries what it showed.
        guard submission.entered.text("seen") == (try seal(place.answer, at: desk)) else { throw Refusal("survey.refusal.changed-meanwhile") }
        try requireComplete(place)
        let consent: Consent? = place.survey.asksConsent ? try submission.entered.choice("consent") : nil
        if desk == .member, let official = place.answer.official, official.responses == place.given.byQuestion, official.consent == consent {
            throw Refusal("survey.refusal.nothing-changed")
        }
        let received = desk == .secretariat ? try submission.entered.day("received", required: true) : nil
        if let received, received > submission.today { throw Refusal("survey.refusal.received-later", field: "received") }
        if let received, let opened = submission.surveys.openings[place.surveyID]?.on, received < opened {
            throw Refusal("survey.refusal.received-before", ["day": "\(opened)"], field: "received")
        }
        guard desk == .member || submission.entered.flag("signed") else { throw Refusal("pages.refusal.required", field: "signed") }
        let clearedBy = desk == .member && place.survey.needsClearance ? submission.viewer.account.map { Actor($0) } : nil
        let submitted = Submitted(given: place.given, desk: desk, clearedBy: clearedBy, received: received, consent: consent)
        return .record(
            [Proposal(Answers.self, .answerSubmitted(survey: place.surveyID, member: place.memberID, answer: submitted))], then: place.path(),
            notice: Saying("survey.notice.submitted", ["member": .content(place.member.name)]))
    }

    /// Who may read what was submitted last; whatever is being drafted meanwhile, and also of a paper.
    static func changeConsent(_ submission: Submission) throws -> Outcome {
        let place = try AnswerPlace(submission)
        guard place.survey.asksConsent, let official = place.answer.official else { throw Missing() }
        if place.survey.needsClearance { try requireClearing(place, submission) }
        guard submission.entered.text("seen") == (try seal(place.answer, at: .member)) else { throw Refusal("survey.refusal.changed-meanwhile") }
        let consent: Consent = try submission.entered.choice("consent")
        if consent == official.consent { throw Refusal("survey.refusal.nothing-changed") }
        let clearedBy = place.survey.needsClearance ? submission.viewer.account.map { Actor($0) } : nil
        return .record(
            [Proposal(Answers.self, .consentChanged(survey: place.surveyID, member: place.memberID, consent: consent, clearedBy: clearedBy))], then: place.path(),
            notice: Saying("survey.notice.consent", ["consent": .word("survey.consent.\(consent.rawValue)")]))
    }

    /// By which it is known again that a draft is still what somebody read, and nothing has been submitted since.
    static func seal(_ answer: MemberAnswer, at desk: Desk) throws -> String {
        let draft = desk == .member ? answer.draft : answer.paper
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let read = Read(draft: draft.map { Given(question: $0.key, response: $0.value) }.sorted { $0.question < $1.question }, versions: answer.versions.count)
        return Record.hash(try encoder.encode(read)).description
    }

    private struct Read: Encodable {
        let draft: [Given]
        let versions: Int
    }

    private static func requireClearing(_ place: AnswerPlace, _ submission: Submission) throws(Refusal) {
        guard submission.viewer.clears(for: place.memberID, submission.organisation[Answers.self], on: submission.today) else {
            throw Refusal("survey.refusal.head-clears")
        }
    }

    private static func requireComplete(_ place: AnswerPlace) throws(Refusal) {
        let open = place.open
        if let first = open.first { throw Refusal("survey.refusal.incomplete", ["count": "\(open.count)", "number": "\(first.number)"]) }
        if place.given.isEmpty { throw Refusal("survey.refusal.empty") }
    }
}
