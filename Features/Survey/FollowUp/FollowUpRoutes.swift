import HashTreeCollections
import Journal
import Organisation
import Pages

let followUpRoutes: [Route] = [
    .form("surveys/{survey}/reminders", .planners, show: ReminderForm.show, decide: ReminderDecision.remind),
    MissingFile.route,
]

/// How the letters that went out read in the log.
func tellReminders(_ event: Reminders.Event, _ organisation: Organisation) -> Told {
    switch event {
    case .remindersSent(let survey, let kind, let members, _):
        let surveys = organisation[Surveys.self], title = (surveys.surveys[survey] ?? surveys.former[survey])?.title ?? Localized(survey.text)
        return Told(
            Saying("survey.told.reminded", ["survey": .content(title), "kind": .word("survey.reminder.\(kind.rawValue)"), "n": .count(members.count)]),
            about: [Reference(Surveys.self, survey)], audience: .staff)
    }
}
