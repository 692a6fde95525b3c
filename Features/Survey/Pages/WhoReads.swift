import Organisation
import Pages

/// Who reads what is answered, as it is before anybody answers: under a Member's name, and counted.
struct WhoReads {
    let visit: Visit
    let survey: Survey

    private var say: Say { visit.say }

    var markup: Markup { sheet(say("survey.who-reads"), id: "who-reads") { facts(rows) } }

    var rows: [(term: String, value: Markup)] {
        [
            (say("survey.who-reads.named"), Markup(say(survey.asksConsent ? "survey.who-reads.consent" : "survey.who-reads.no-consent"))),
            (say("survey.who-reads.results"), Markup(say("survey.readers.\(survey.readers.rawValue)"))),
            (say("survey.who-reads.from"), Markup(say("survey.moment.\(survey.moment.rawValue)"))),
            (say("survey.who-reads.few"), Markup(few)),
        ]
    }

    private var few: String {
        if survey.showsFew { return say("survey.who-reads.all") }
        return survey.smallestCell == 0 ? say("survey.who-reads.all-staff") : "\(say("survey.results-least", count: survey.smallestCell)) \(say("survey.who-reads.alike"))"
    }
}
