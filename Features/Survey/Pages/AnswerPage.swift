import HashTreeCollections
import Journal
import Organisation
import Pages

/// One Member's answer for those who work on it: how far it is, what is open, what colleagues said, what has been submitted.
struct AnswerPage {
    let visit: Visit
    let place: AnswerPlace

    var say: Say { visit.say }
    var answer: MemberAnswer { place.answer }
    var isOpen: Bool { place.phase == .open && visit.isNow }

    static func route(at desk: Desk) -> Route {
        let path = desk == .member ? "surveys/{survey}/answers/{member}" : "surveys/{survey}/paper/{member}"
        return .page(path, desk == .member ? .roles(Role.ofAdministrations) : .planners) { visit in AnswerPage(visit: visit, place: try AnswerPlace(visit, at: desk)).page }
    }

    private var page: Page {
        let title = say(place.desk == .member ? "survey.own" : "survey.paper-of", ["member": visit.plain(place.member.name)])
        return Page(title, place: SurveyPath.surveys, trail: visit.surveyTrail(place.surveyID, place.survey)) {
            p(.class("lede")) { lede }
            onPaper
            SheetLeft.markup(visit, place)
            if place.phase == .closed { p(.class("note")) { say("survey.closed-now") } }
            returned
            actions
            if !isOnPaper, !isReplacing { sections }
            open
            versions
            if place.desk == .member { remarks }
        }
    }

    private var lede: String {
        guard place.desk == .member else {
            return answer.official?.desk == .member ? "\(say("survey.paper-lede")) \(say("survey.paper-replaces"))" : say("survey.paper-lede")
        }
        if isOnPaper, let official = answer.official { return official.onPaper(visit) }
        let stage = say("survey.stage.\(answer.stage.rawValue)")
        guard let saved = answer.saved, answer.stage != .submitted || answer.isChangedSince else { return stage }
        let changed = answer.isChangedSince ? say("survey.changed-since") : ""
        return [stage, changed, say("survey.saved-by", ["person": visit.name(of: saved.by), "moment": say.moment(saved.at)])].filter { !$0.isEmpty }.joined(separator: " ")
    }

    @MarkupBuilder private var returned: Markup {
        if place.desk == .member, let asked = answer.asked {
            p(.class("note")) { say("survey.asked-by", ["person": visit.name(of: asked.by), "moment": say.moment(asked.at)]) }
            if let note = asked.note { element("blockquote", []) { element("bdi", []) { note.text ?? say("pages.erased") } } }
        } else if place.desk == .member, let returned = answer.returned {
            p(.class("note")) { say("survey.returned-by", ["person": visit.name(of: returned.by), "moment": say.moment(returned.at)]) }
            if let note = returned.note { element("blockquote", []) { element("bdi", []) { note.text ?? say("pages.erased") } } }
        }
    }

    /// Whether what counts came on paper, and its own people have begun nothing here.
    private var isOnPaper: Bool { place.desk == .member && answer.official?.desk == .secretariat && place.draft.isEmpty }

    /// Whether the Secretariat would replace what counts, and has begun nothing.
    private var isReplacing: Bool { place.desk == .secretariat && answer.official != nil && place.draft.isEmpty }

    private var beginning: String {
        isReplacing ? "survey.replace-by-paper" : isOnPaper ? "survey.replace-paper" : place.draft.isEmpty ? "survey.begin" : isSubmitted ? "survey.replace-answer" : "survey.go-on"
    }

    /// The way to what counts, with its receipt.
    @MarkupBuilder private var onPaper: Markup {
        if isOnPaper, let official = answer.official {
            p {
                link(visit.path(place.path("versions/\(answer.versions.count)"))) { say("survey.read-paper") }
                " · "
                link(visit.path("activity/receipts/\(official.position)")) { say("survey.receipt", ["position": say.number(official.position)]) }
            }
        }
    }

    /// Whether what stands in the draft is what was submitted last.
    private var isSubmitted: Bool { place.desk == .member && answer.official?.responses == place.given.byQuestion }

    private var clears: Bool { place.isCleared(by: visit) }

    private var actions: Markup {
        let first = place.questionnaire.parts.first, access = place.desk == .member ? Access.roles(Role.ofAdministrations) : .planners
        return div(.class("actions")) {
            if isOpen {
                if let first { visit.control(access, place.path("sections/\(first.id)"), say(beginning), quiet: isOnPaper) }
                if place.desk == .member, answer.official != nil, place.survey.asksConsent, clears { visit.control(access, place.path("consent"), say("survey.change-consent")) }
                if place.open.isEmpty, !place.given.isEmpty, !isSubmitted {
                    if clears {
                        visit.control(access, place.path("submit"), say(place.submitting), quiet: false)
                    } else if answer.asked == nil {
                        visit.control(access, place.path("clearance"), say("survey.ask-clearance"), quiet: false)
                    }
                }
                if !place.draft.isEmpty, !isSubmitted { link(visit.path(place.path("whole")), .class("button quiet")) { say("survey.read-whole") } }
                if place.desk == .member, place.survey.needsClearance { link(visit.path(SubstitutePath.of(place.memberID)), .class("button quiet")) { say("survey.who-clears") } }
                visit.control(access, place.path("sheet"), say("survey.sheet"))
                if place.desk == .member, clears, answer.asked != nil { visit.control(access, place.path("give-back"), say("survey.give-back")) }
            }
        }
    }

    /// How much of each section is answered.
    private var sections: Markup {
        let asked = place.questionnaire.asked(of: place.draft)
        return sheet(say("survey.sections")) {
            ol {
                for part in place.questionnaire.parts {
                    let questions = part.questions.filter { asked.contains($0.id) }, done = questions.count { place.draft[$0.id] != nil }
                    li {
                        link(visit.path(place.path("sections/\(part.id)"))) { visit.text(part.section.title) }
                        " "
                        small { say("survey.done-of", count: questions.count, ["done": say.number(done)]) }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var open: Markup {
        let open = place.open
        if !open.isEmpty, isOpen, !isOnPaper, !isReplacing {
            sheet(say("survey.still-open")) {
                p { say("survey.still-open-lede") }
                ul {
                    for question in open {
                        li {
                            link(visit.path(place.path("sections/\(question.question.section)")) + "#field-q-\(question.id)") {
                                "\(say.number(question.number)). "; visit.text(question.question.text)
                            }
                            " "
                            small { say("survey.open.\(question.why.rawValue)") }
                        }
                    }
                }
            }
        }
    }
}
