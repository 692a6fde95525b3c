import HashTreeCollections
import Journal
import Organisation
import Pages

/// What would be sent, to how many, and to whom not, before anything is.
struct ReminderPreview {
    let visit: Visit
    let follow: FollowUp
    let letters: FollowUp.Letters
    let words: ReminderLetters

    private var say: Say { visit.say }

    func page(_ button: Markup) -> Page {
        Page(say("survey.reminders"), place: SurveyPath.surveys, trail: visit.surveyTrail(follow.id, follow.survey) + [(say("survey.reminders"), back)]) {
            if letters.isEmpty {
                p(.class("note")) { say("survey.refusal.nobody-to-remind") }
                p { link(visit.path(back)) { say("survey.reminders.back") } }
            } else {
                p(.class("lede")) { say("survey.reminders.would", count: letters.people, ["members": say("survey.asked-members", count: letters.all.count)]) }
                div(.class("actions")) { button }
            }
            leftOut
            for kind in Reminder.allCases {
                if let first = letters.all.first(where: { $0.kind == kind }) { letter(kind, of: first.member) }
            }
            if !letters.isEmpty { members }
        }
    }

    private var back: String { SurveyPath.survey(follow.id, "reminders") }

    /// As the first of those who get it reads it; in the other languages on demand.
    private func letter(_ kind: Reminder, of member: ID<Member>) -> Markup {
        let mailing = words.letter(kind, of: member, to: ID("-")), others = visit.languages.filter { $0 != visit.language }
        return sheet(say("survey.reminder.\(kind.rawValue)")) {
            p { say("survey.reminders.letter-of", ["member": visit.plain(visit.register.name(of: member))]) }
            written(mailing, say)
            if !others.isEmpty {
                details {
                    summary { say("survey.reminders.other-languages") }
                    for language in others { written(mailing, Say(language, visit.house.catalogue)) }
                }
            }
        }
    }

    private func written(_ mailing: Mailing, _ say: Say) -> Markup {
        let organisation = visit.register.profile?.name ?? Localized(visit.organisation.id.text)
        let link = visit.path(mailing.path), letter = mailing.written(to: "…", link: link, organisation: organisation, say)
        return element("blockquote", Attribute.language(say.language)) {
            p { strong { letter.subject } }
            for paragraph in letter.text.split(separator: "\n\n") {
                p(.class("prose")) { paragraph == link ? element("bdi", [Attribute("dir", "ltr")]) { link } : Markup(String(paragraph)) }
            }
        }
    }

    @MarkupBuilder private var leftOut: Markup {
        if !letters.leftOut.isEmpty {
            sheet(say("survey.reminders.left-out")) {
                for why in FollowUp.Letters.Obstacle.allCases {
                    let those = letters.leftOut.filter { $0.why == why }
                    if !those.isEmpty {
                        details(.flag("open", those.count <= 12)) {
                            summary { say("survey.reminders.left-out.\(why.rawValue)", count: those.count) }
                            p { say.list(say.sorted(those.map { visit.plain(visit.register.name(of: $0.member)) }, by: \.self)) }
                        }
                    }
                }
            }
        }
    }

    private var members: Markup {
        sheet(say("survey.reminders.to-whom")) {
            scrollingTable(say("survey.reminders.to-whom-caption"), id: "letters") {
                headings([(say("survey.member"), false), (say("survey.reminders.as"), false), (say("survey.reminders.people"), true)])
                tbody {
                    for item in say.sorted(letters.all, by: { visit.plain(visit.register.name(of: $0.member)) }) {
                        tr {
                            th(.scope("row")) { visit.text(visit.register.name(of: item.member)) }
                            td { say("survey.reminder.\(item.kind.rawValue)") }
                            td(.class("n")) { say.number(item.people.count) }
                        }
                    }
                }
            }
        }
    }
}
