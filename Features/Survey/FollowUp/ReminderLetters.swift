import HashTreeCollections
import Journal
import Organisation
import Pages

/// What those are written who have not answered: of a draft never what it says.
struct ReminderLetters {
    let id: ID<Survey>
    let survey: Survey
    let register: Register
    /// What the planner adds in own words.
    let own: Localized

    func letter(_ kind: Reminder, of member: ID<Member>, to person: ID<Actor>) -> Mailing {
        let names: [String: Saying.Argument] = ["survey": .content(survey.title), "member": .content(register.name(of: member))]
        var paragraphs = [Saying("survey.mail.\(kind.rawValue)", names)]
        if let last = survey.closesOn { paragraphs.append(Saying("survey.standing.until", ["day": .day(last)])) }
        if !own.isEmpty { paragraphs.append(Saying("survey.mail.own", ["text": .content(own)])) }
        paragraphs.append(Saying("survey.mail.open"))
        return Mailing(
            to: person, kind: "survey-\(kind.rawValue)", subject: Saying("survey.mail.\(kind.rawValue).subject", names), paragraphs: paragraphs,
            path: SurveyPath.survey(id, "answers/\(member)"), why: Saying("survey.mail.why", ["member": .content(register.name(of: member))]))
    }

    func mailings(_ letters: FollowUp.Letters) -> [Mailing] {
        letters.all.flatMap { kind, member, people in people.map { letter(kind, of: member, to: $0) } }
    }
}
