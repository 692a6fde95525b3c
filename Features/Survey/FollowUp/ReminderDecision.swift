import HashTreeCollections
import Journal
import Organisation
import Pages

/// Writing to those who have not answered: recorded first, then sent.
enum ReminderDecision {
    static func remind(_ submission: Submission) throws -> Outcome {
        let (id, survey) = try submission.survey(), entered = submission.entered, organisation = submission.organisation
        guard submission.surveys.phase(of: id, on: submission.today) == .open else { throw Refusal("survey.refusal.not-open") }
        guard submission.post.isOpen else { throw Refusal("survey.refusal.no-mail") }
        let kinds = Set(entered.raw("kinds").compactMap { Reminder(rawValue: $0) })
        if kinds.isEmpty { throw Refusal("survey.refusal.no-kind", field: "kinds", ofFieldAlone: true) }
        let regions: [ID<Region>] = try entered.several("regions") { organisation[Register.self].regions[$0] != nil }
        let own = try entered.localized("text", max: 2000)
        let follow = FollowUp(id, survey, organisation.stages(of: id), organisation, on: submission.today, submission.post)
        let letters = follow.letters(kinds, in: Set(regions))
        let words = ReminderLetters(id: id, survey: survey, register: organisation[Register.self], own: own)
        if entered.flag("look") {
            let button = Saying("survey.reminders.send", ["n": .count(letters.people)])
            return .propose(button: button, without: "look") { visit, button in
                ReminderPreview(visit: visit, follow: follow, letters: letters, words: words).page(button)
            }
        }
        if letters.isEmpty { throw Refusal("survey.refusal.nobody-to-remind", field: "kinds") }
        let proposals = Reminder.allCases.compactMap { kind -> Proposal? in
            let those = letters.all.filter { $0.kind == kind }
            guard !those.isEmpty else { return nil }
            return Proposal(Reminders.self, .remindersSent(survey: id, kind: kind, members: those.map(\.member), people: those.reduce(0) { $0 + $1.people.count }))
        }
        return .write(
            words.mailings(letters), proposals, then: SurveyPath.survey(id), notice: Saying("survey.notice.reminded", ["n": .count(letters.people)]))
    }
}

extension Organisation {
    /// How far each Member is that is asked.
    func stages(of survey: ID<Survey>) -> [(id: ID<Member>, stage: MemberAnswer.Stage)] {
        let answers = self[Answers.self].answers[survey] ?? [:]
        return (self[Surveys.self].openings[survey]?.asked ?? []).map { ($0, answers[$0]?.stage ?? .notStarted) }
    }
}
