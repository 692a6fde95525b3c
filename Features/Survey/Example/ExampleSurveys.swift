import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Two rounds of an invented organisation: one that was finished before its plan was written, and one that is open now.
func exampleSurveys(_ ground: ExampleGround) throws -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }) else { return [] }
    let members = ground.organisation[Register.self].members
    guard members.count > 20 else { return [] }
    return FinishedRound(ground: ground, planner: planner, members: members).tellings + OpenRound(ground: ground, planner: planner, members: members).tellings
}

/// What both rounds are told with.
protocol ExampleRound {
    typealias Listed = (id: ID<Member>, member: Member)

    var ground: ExampleGround { get }
    var planner: Actor { get }
    var members: [Listed] { get }
}

extension ExampleRound {
    func text(_ key: String) -> Localized { ground.content("survey.example.\(key)") }

    /// The people who answer for the one Member that has an account in the example.
    var home: (member: ID<Member>, drafter: Actor, head: Actor)? {
        guard let drafter = ground.person(.drafter), let head = ground.person(.headOfAdministration), case .member(let member) = drafter.scope, drafter.scope == head.scope else { return nil }
        return (member, Actor(drafter.account), Actor(head.account))
    }

    func proposal(_ event: Surveys.Event, on day: Day) -> Proposal { Proposal(Surveys.self, event, on: day) }
    func proposal(_ event: Answers.Event, on day: Day) -> Proposal { Proposal(Answers.self, event, on: day) }

    func opening(_ survey: ID<Survey>, of asked: [Listed], on day: Day) -> Proposal {
        let asked = asked.map(\.id)
        return proposal(.surveyOpened(id: survey, asked: asked, frame: SurveyFrame(asked, ground.organisation[Register.self], on: day)), on: day)
    }

    /// That letters of one kind were asked for, two for each Member.
    func letters(_ kind: Reminder, of survey: ID<Survey>, to members: [ID<Member>], on day: Day) -> Proposal {
        Proposal(Reminders.self, .remindersSent(survey: survey, kind: kind, members: members, people: members.count * 2), on: day)
    }

    /// The questions in their order, with their sections.
    func questionnaire(_ survey: ID<Survey>, _ sections: [(id: ID<SurveySection>, title: String, questions: [(ID<Question>, Question)])], on day: Day) -> [Proposal] {
        var number = 0
        return sections.enumerated().flatMap { place, section in
            let described = SurveySection(survey: survey, title: text(section.title), order: (place + 1) << 20)
            return [proposal(.sectionDescribed(id: section.id, described), on: day)]
                + section.questions.enumerated().map { order, item in
                    number += 1
                    var question = item.1
                    question.section = section.id
                    question.code = "Q\(number)"
                    question.order = (order + 1) << 20
                    return proposal(.questionDescribed(id: item.0, question), on: day)
                }
        }
    }

    func question(_ kind: Question.Kind, _ key: String, options: String? = nil, rows: String? = nil, required: Bool = false) -> Question {
        var question = Question(section: ID("-"), code: "", text: text(key), kind: kind, order: 0)
        question.isRequired = required
        if let options { question.options = text(options) }
        if let rows { question.rows = text(rows) }
        return question
    }
}

extension SeededGenerator {
    /// Evenly from 0 to below 1.
    mutating func share() -> Double { Double.random(in: 0..<1, using: &self) }
}
