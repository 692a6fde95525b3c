import HashTreeCollections
import Journal
import Organisation
import Pages

/// Who is written to, as what: with how many that is, who was written to when, and who cannot be.
enum ReminderForm {
    static func show(_ visit: Visit) throws -> Form {
        let reading = try SurveyReading(visit), say = visit.say
        guard reading.phase == .open else { throw Missing() }
        let follow = FollowUp(reading), parts = FollowUpParts(visit: visit, follow: follow)
        var form = Form(
            say("survey.reminders"), lede: say(visit.post.isOpen ? "survey.reminders-lede" : "survey.reminders.by-hand-lede"), place: SurveyPath.surveys,
            trail: visit.surveyTrail(reading.id, reading.survey),
            submit: say("survey.reminders.look"), cancel: SurveyPath.survey(reading.id), fields: visit.post.isOpen ? fields(visit, follow, reading.survey) : []
        ) {
            if !visit.post.isOpen {
                p(.class("note")) { say("survey.reminders.no-mail") }
            } else if follow.missing.isEmpty {
                p(.class("note")) { say("survey.reminders.all-in") }
            }
            parts.counts
            if !visit.post.isOpen { parts.byHand }
            parts.unreached
            parts.rounds
        }
        form.isClosed = !visit.post.isOpen || follow.missing.isEmpty
        return form
    }

    private static func fields(_ visit: Visit, _ follow: FollowUp, _ survey: Survey) -> [Field] {
        let say = visit.say, regions = visit.register.regionsInOrder.filter { region in follow.missing.contains { $0.region == region.id } }
        let kinds = Reminder.allCases.filter { survey.needsClearance || $0 != .notCleared }.map { kind in
            let letters = follow.letters([kind], in: [])
            let counts = ["members": say("survey.asked-members", count: letters.all.count), "people": say("survey.people", count: letters.people)]
            return Choice(kind.rawValue, say("survey.reminder.choice", counts.merging(["kind": say("survey.reminder.\(kind.rawValue)")]) { own, _ in own }))
        }
        let choices = regions.map { Choice($0.id.text, visit.plain($0.region.name)) }
        return [
            Field("kinds", say("survey.field.kinds"), .choices(kinds), required: true, help: say("survey.field.kinds-help")),
            choices.count > 1 ? Field("regions", say("survey.field.reminder-regions"), .choices(choices), help: say("survey.field.reminder-regions-help")) : nil,
            .localized("text", say("survey.field.own-words"), .empty, rows: 3, languages: visit.languages, help: say("survey.field.own-words-help")),
            Field("look", "", .hidden, value: "yes"),
        ].compactMap { $0 }
    }
}
