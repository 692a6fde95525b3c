import HashTreeCollections
import Journal
import Organisation
import Pages

/// How the events of surveys read in the log.
func tellSurveys(_ event: Surveys.Event, _ organisation: Organisation) -> Told {
    let surveys = organisation[Surveys.self]
    func told(_ key: String, _ id: ID<Survey>, _ arguments: [String: Saying.Argument] = [:], audience: Audience? = nil) -> Told {
        let title = (surveys.surveys[id] ?? surveys.former[id])?.title ?? Localized(id.text)
        return Told(
            Saying("survey.told.\(key)", arguments.merging(["survey": .content(title)]) { own, _ in own }), about: [Reference(Surveys.self, id)],
            audience: audience ?? surveys.audience(of: id))
    }
    switch event {
    // These can only be before anybody is asked: what was thought of and dropped stays with those who thought of it.
    case .surveyDescribed(let id, let survey): return told("described", id, ["survey": .content(survey.title)], audience: .staff)
    case .surveyWithdrawn(let id, let because): return told("withdrawn", id, ["because": .prose(because)], audience: .staff)
    case .sectionDescribed(_, let section): return told("section", section.survey, ["title": .content(section.title)], audience: .staff)
    case .sectionRemoved(let id): return told("section-removed", surveys.sections[id]?.survey ?? ID("-"), audience: .staff)
    case .questionDescribed(_, let question):
        return told("question", surveys.survey(of: question) ?? ID("-"), ["text": .content(question.text)], audience: .staff)
    case .questionRemoved: return Told(Saying("survey.told.question-removed"), about: [], audience: .staff)
    case .surveyOpened(let id, let asked, _): return told("opened", id, ["n": .count(asked.count)])
    case .closingMoved(let id, let day): return told("moved", id, ["day": day.map { .day($0) } ?? .word("survey.no-day")])
    case .surveyClosed(let id): return told("closed", id)
    }
}

/// What is drafted is told to nobody but the administration itself; that something was submitted, to it and planners.
func tellAnswers(_ event: Answers.Event, _ organisation: Organisation) -> Told {
    func told(_ key: String, _ survey: ID<Survey>, _ member: ID<Member>, _ audience: Audience, _ more: [String: Saying.Argument] = [:]) -> Told {
        let surveys = organisation[Surveys.self], title = (surveys.surveys[survey] ?? surveys.former[survey])?.title ?? Localized(survey.text)
        let names: [String: Saying.Argument] = ["survey": .content(title), "member": .content(organisation[Register.self].name(of: member))]
        return Told(
            Saying("survey.told.\(key)", more.merging(names) { own, _ in own }), about: [Reference(Surveys.self, survey), Reference(Register.self, member)],
            audience: audience)
    }
    switch event {
    case .responsesSaved(let survey, let member, let given, let desk):
        return told("saved", survey, member, desk == .member ? .administration(member) : .planners, ["n": .count(given.count)])
    case .remarkWritten(_, let survey, let member, _, _): return told("remark", survey, member, .administration(member))
    case .clearanceAsked(let survey, let member, _): return told("asked", survey, member, .administration(member))
    case .clearanceRefused(let survey, let member, _): return told("returned", survey, member, .administration(member))
    case .answerSubmitted(let survey, let member, let submitted):
        return told(submitted.desk == .member ? "submitted" : "paper", survey, member, .submitted(by: member))
    case .consentChanged(let survey, let member, _, _): return told("consent", survey, member, .submitted(by: member))
    case .substituteNamed(_, let substitute):
        return Told(
            Saying(
                "survey.told.substitute",
                ["person": .person(substitute.account), "member": .content(organisation[Register.self].name(of: substitute.member)), "from": .day(substitute.from), "until": .day(substitute.until)]),
            about: [Reference(Register.self, substitute.member)], audience: .member(substitute.member))
    case .substituteDismissed(let id):
        let substitute = organisation[Answers.self].substitutes[id]
        return Told(Saying("survey.told.substitute-dismissed"), about: [], audience: substitute.map { .member($0.member) } ?? .staff)
    }
}

/// What an open survey asks of this person: to draft, or to clear.
func surveyTasks(_ visit: Visit) -> [TaskItem] {
    let members = visit.viewer.administrations
    guard let account = visit.viewer.account, !members.isEmpty else { return [] }
    let surveys = visit.present[Surveys.self], answers = visit.present[Answers.self], register = visit.present[Register.self]
    return surveys.inOrder.filter { surveys.phase(of: $0.id, on: visit.times.today) == .open }.flatMap { id, survey in
        members.compactMap { member in
            guard surveys.openings[id]?.asked.contains(member) == true else { return nil }
            let answer = answers[id, member], path = SurveyPath.survey(id, "answers/\(member)")
            func task(_ key: String) -> TaskItem {
                TaskItem(
                    Saying("survey.task.\(key)", ["survey": .content(survey.title)]), detail: Saying("survey.task.for", ["member": .content(register.name(of: member))]),
                    path: path, due: survey.closesOn, audience: .person(account))
            }
            if answer.asked != nil { return visit.viewer.clears(for: member, answers, on: visit.times.today) ? task("clear") : nil }
            // A change that is only drafted is easily forgotten.
            return answer.official == nil ? task("answer") : answer.isChangedSince && !answer.draft.isEmpty ? task("changed") : nil
        }
    }
}

/// A survey stands on the thread by itself, until priorities follow from it.
func surveyThread(_ organisation: Organisation) -> Thread {
    let surveys = organisation[Surveys.self]
    return Thread(
        nodes: surveys.surveys.map { id, survey in
            Node(Reference(Surveys.self, id), kind: "survey.kind", title: survey.title, path: SurveyPath.survey(id), audience: surveys.audience(of: id))
        })
}
