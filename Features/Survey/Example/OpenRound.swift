import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The round that runs now: a third has answered, the example's own drafter has begun.
struct OpenRound: ExampleRound {
    let ground: ExampleGround
    let planner: Actor
    let members: [Listed]

    private let id: ID<Survey> = ID("round-two")
    private var opened: Day { ground.today.adding(days: -12) }

    var tellings: [ExampleTelling] {
        var generator = SeededGenerator(seed: ground.seed &+ 26)
        let answers = answered(&generator)
        return [ExampleTelling(planner, made + invited)] + answers.tellings + [ExampleTelling(planner, reminded(answers.days))] + own
    }

    private var made: [Proposal] {
        let survey = Survey(
            title: text("second.title"), introduction: text("second.introduction"), thanks: text("first.thanks"), closesOn: ground.today.adding(days: 18), smallestCell: 3)
        var useful = question(.scale, "q.useful", options: "degrees", required: true), ships = question(.range, "q.ships"), first = question(.multiple, "q.first", options: "means")
        useful.allowsNotApplicable = true
        ships.unit = text("unit.ships")
        ships.lowest = 0
        first.most = 2
        let day = opened.adding(days: -6)
        let sections: [(ID<SurveySection>, String, [(ID<Question>, Question)])] = [
            (ID("r2-use"), "use", [(ID("r2-useful"), useful), (ID("r2-first"), first)]),
            (ID("r2-ahead"), "ahead", [(ID("r2-ships"), ships), (ID("r2-when"), question(.date, "q.when")), (ID("r2-else"), question(.text, "q.else"))]),
        ]
        return [proposal(.surveyDescribed(id: id, survey), on: day)] + questionnaire(id, sections.map { (id: $0.0, title: $0.1, questions: $0.2) }, on: day)
            + [opening(id, of: members, on: opened)]
    }

    private var invited: [Proposal] { [letters(.invitation, of: id, to: members.map(\.id), on: opened)] }

    /// A week after: to those who had neither begun nor answered by then.
    private func reminded(_ days: [ID<Member>: Day]) -> [Proposal] {
        let day = opened.adding(days: 7)
        return [letters(.notStarted, of: id, to: members.map(\.id).filter { member in days[member].map { $0 > day } ?? true }, on: day)]
    }

    private func answered(_ generator: inout SeededGenerator) -> (tellings: [ExampleTelling], days: [ID<Member>: Day]) {
        var events: [Proposal] = [], days: [ID<Member>: Day] = [:]
        for item in members where item.id != home?.member {
            let draw = generator.share(), day = opened.adding(days: 1 + Int(generator.share() * 11))
            if draw < 0.5 { days[item.id] = day }
            if draw < 0.33 {
                let submitted = Submitted(given: responses(&generator), desk: .member, clearedBy: .system, received: nil, consent: generator.share() < 0.6 ? .participants : .nobody)
                events.append(proposal(.answerSubmitted(survey: id, member: item.id, answer: submitted), on: day))
            } else if draw < 0.5 {
                events.append(proposal(.responsesSaved(survey: id, member: item.id, given: Array(responses(&generator).prefix(2)), desk: .member), on: day))
                if draw < 0.38 { events.append(proposal(.clearanceAsked(survey: id, member: item.id, note: nil), on: day)) }
            }
        }
        return ([ExampleTelling(.system, events)], days)
    }

    private func responses(_ generator: inout SeededGenerator) -> [Given] {
        let likely = (200 + generator.share() * 3800).rounded(), isSure = generator.share() < 0.5
        return [
            Given(question: ID("r2-useful"), response: generator.share() < 0.06 ? .notApplicable : .step(min(5, 1 + Int(pow(generator.share(), 0.7) * 5)))),
            Given(question: ID("r2-first"), response: .chosen(Array(Set([1 + Int(generator.share() * 4), 1 + Int(generator.share() * 4)])).sorted(), other: nil)),
            Given(question: ID("r2-ships"), response: .range(low: (likely * (isSure ? 0.9 : 0.6)).rounded(), likely: likely, high: (likely * (isSure ? 1.2 : 1.9)).rounded())),
        ]
    }

    /// What the example's drafter has saved and asked a colleague.
    private var own: [ExampleTelling] {
        guard let home else { return [] }
        let given = [Given(question: ID("r2-useful"), response: .step(4))]
        return [
            ExampleTelling(
                home.drafter,
                [
                    proposal(.responsesSaved(survey: id, member: home.member, given: given, desk: .member), on: opened.adding(days: 9)),
                    proposal(
                        .remarkWritten(
                            id: ID("r2-remark"), survey: id, member: home.member, question: ID("r2-ships"), text: text("remark").text(in: .en)?.prose ?? "?"),
                        on: opened.adding(days: 9)),
                ])
        ]
    }
}
