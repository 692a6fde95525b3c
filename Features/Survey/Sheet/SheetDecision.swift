import HashTreeCollections
import Journal
import Organisation
import Pages

/// A sheet that comes back: first what it would change is shown; then what is right is taken over.
enum SheetDecision {
    static func take(_ submission: Submission, at desk: Desk) throws -> Outcome {
        let place = try AnswerPlace(submission, at: desk), entered = submission.entered
        guard let upload = entered.uploads["file"] else { throw Refusal("pages.refusal.required", field: "file", ofFieldAlone: true) }
        let table = try SheetTable(upload.bytes, for: place, language: submission.language)
        let reading = SheetReading(table, for: place, language: submission.language, isMineFirst: entered.flag("mine"))
        let count = reading.given.count
        let page: @Sendable (Visit, Markup) -> Page = { visit, button in SheetProposal(visit: visit, place: place, reading: reading).page(button) }
        if count == 0 { return .show { page($0, Markup()) } }
        if entered.flag("look") { return .propose(button: Saying("survey.sheet.take", ["n": .count(count)]), without: "look", page: page) }
        let events = [Proposal(Answers.self, .responsesSaved(survey: place.surveyID, member: place.memberID, given: reading.given, desk: desk))]
        return .record(events, then: place.path() + SheetLeft.query(reading), notice: Saying("survey.notice.saved", ["n": .count(count)]))
    }

    static func form(_ visit: Visit, at desk: Desk) throws -> Form {
        let place = try AnswerPlace(visit, at: desk), say = visit.say
        var form = Form(
            say("survey.sheet"), lede: say("survey.sheet.lede"), place: SurveyPath.surveys, trail: visit.answerTrail(place), submit: say("survey.sheet.read"), cancel: place.path(),
            fields: [
                Field("file", say("survey.sheet.file"), .file, required: true, help: say("survey.sheet.file-help")),
                Field("mine", say("survey.sheet.mine"), .flag, help: say("survey.sheet.mine-help")),
                Field("look", "", .hidden, value: "yes"),
            ]
        ) {
            sheet(say("survey.sheet.download")) {
                p { say("survey.sheet.download-text") }
                div(.class("actions")) {
                    link(visit.path(place.path("sheet.xlsx")), .class("button")) { say("survey.sheet.workbook") }
                    link(visit.path(place.path("sheet.csv")), .class("button quiet")) { say("survey.sheet.csv") }
                }
            }
            h2 { say("survey.sheet.upload") }
            if place.phase == .closed { p(.class("note")) { say("survey.closed-now") } }
        }
        form.isClosed = place.phase == .closed
        return form
    }
}
