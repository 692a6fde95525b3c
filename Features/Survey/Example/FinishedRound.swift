import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The round from which the plan came: 85 of 100 answered; each region wants other things besides what all want.
struct FinishedRound: ExampleRound {
    let ground: ExampleGround
    let planner: Actor
    let members: [Listed]

    private let id: ID<Survey> = ID("round-one")
    private static let topics = 9

    /// Eight months before the plan begins, for six weeks.
    private var opened: Day { plan.adding(days: -240) }
    private var closed: Day { opened.adding(days: 45) }
    private var plan: Day {
        let plans = ground.organisation[Plan.self]
        return plans.plan(runningOn: ground.today).flatMap { plans.plans[$0]?.from } ?? ground.today
    }

    /// Those who were Members when it was opened.
    private var asked: [Listed] { members.filter { $0.member.joined.countsFrom <= opened } }

    var tellings: [ExampleTelling] {
        var generator = SeededGenerator(seed: ground.seed &+ 18)
        let answers = answered(&generator)
        return [ExampleTelling(planner, made + invited)] + answers.tellings
            + [ExampleTelling(planner, reminded(answers.days))] + [ExampleTelling(planner, [proposal(.surveyClosed(id: id), on: closed)])]
    }

    private var invited: [Proposal] { [letters(.invitation, of: id, to: asked.map(\.id), on: opened)] }

    /// To those who had not answered by then.
    private func reminded(_ days: [ID<Member>: Day]) -> [Proposal] {
        [35, 41].map { opened.adding(days: $0) }.map { day in
            letters(.notStarted, of: id, to: asked.map(\.id).filter { member in days[member].map { $0 > day } ?? true }, on: day)
        }
    }

    private var made: [Proposal] {
        let survey = Survey(
            title: text("first.title"), introduction: text("first.introduction"), thanks: text("first.thanks"), closesOn: closed, readers: .everyone, smallestCell: 3)
        var priorities = question(.ranking, "q.priorities", options: "topics", required: true), money = question(.points, "q.money", options: "means")
        priorities.most = 5
        money.help = text("q.money.help")
        var link = question(.link, "q.link"), staff = question(.number, "q.staff"), single = question(.single, "q.plan", options: "plan-answers", required: true)
        link.condition = Condition(question: ID("r1-plan"), spans: [.init(from: 1, until: 1)])
        staff.lowest = 0
        single.allowsOther = true
        var services = question(.matrix, "q.services", options: "grades", rows: "services")
        services.allowsNotApplicable = true
        let day = opened.adding(days: -20)
        let sections: [(ID<SurveySection>, String, [(ID<Question>, Question)])] = [
            (ID("r1-where"), "where", [(ID("r1-priorities"), priorities), (ID("r1-money"), money), (ID("r1-services"), services)]),
            (ID("r1-you"), "you", [(ID("r1-plan"), single), (ID("r1-link"), link), (ID("r1-staff"), staff), (ID("r1-else"), question(.text, "q.else"))]),
        ]
        return [proposal(.surveyDescribed(id: id, survey), on: day)] + questionnaire(id, sections.map { (id: $0.0, title: $0.1, questions: $0.2) }, on: day)
            + [opening(id, of: asked, on: opened)]
    }

    /// Who answers is a matter of the region as well: some come late, some on paper, some not at all.
    private func answered(_ generator: inout SeededGenerator) -> (tellings: [ExampleTelling], days: [ID<Member>: Day]) {
        let regions = Array(Set(asked.compactMap(\.member.region))).sorted(), wanted = asked.count * 156 / 183
        let order = asked.map { item -> (member: Listed, keen: Double) in
            let region = item.member.region.flatMap { regions.firstIndex(of: $0) } ?? 0
            return (item, generator.share() + Double((region * 5) % 6) * 0.09 + (item.id == home?.member ? 9 : 0))
        }.sorted { ($1.keen, $0.member.id) < ($0.keen, $1.member.id) }
        let taste = Taste(regions: regions, topics: FinishedRound.topics)
        var days: [ID<Member>: Day] = [:], online: [Proposal] = [], paper: [Proposal] = [], own: [Proposal] = []
        for item in order.prefix(wanted) {
            let isLate = generator.share() < 0.3, day = opened.adding(days: isLate ? 38 + Int(generator.share() * 8) : 2 + Int(generator.share() * 34))
            let isPaper = generator.share() < 0.05 && item.member.id != home?.member
            let submitted = Submitted(
                given: responses(of: item.member, taste, regions, &generator), desk: isPaper ? .secretariat : .member,
                clearedBy: isPaper ? nil : item.member.id == home?.member ? home?.head : .system, received: isPaper ? day.adding(days: -1) : nil,
                consent: consent(generator.share()))
            days[item.member.id] = day
            let event = proposal(.answerSubmitted(survey: id, member: item.member.id, answer: submitted), on: day)
            if item.member.id == home?.member { own.append(event) } else if isPaper { paper.append(event) } else { online.append(event) }
        }
        return ([ExampleTelling(.system, online), ExampleTelling(planner, paper)] + (home.map { [ExampleTelling($0.head, own)] } ?? []), days)
    }

    /// Most let their answer be read, many of them by everybody.
    private func consent(_ share: Double) -> Consent { share < 0.4 ? .everyone : share < 0.7 ? .participants : .nobody }

    private func responses(of item: Listed, _ taste: Taste, _ regions: [ID<Region>], _ generator: inout SeededGenerator) -> [Given] {
        let region = item.member.region.flatMap { regions.firstIndex(of: $0) } ?? 0
        let ranked = Array(taste.ranking(in: region, &generator).prefix(generator.share() < 0.8 ? 5 : 3))
        let stage = generator.share() < 0.45 ? 1 : generator.share() < 0.6 ? 2 : 3
        var given = [
            Given(question: ID("r1-priorities"), response: .ranked(ranked)), Given(question: ID("r1-money"), response: .points(spread(region, &generator))),
            Given(question: ID("r1-services"), response: .matrix((0..<4).map { row in generator.share() < 0.08 ? 0 : grade(row, region, &generator) })),
            Given(question: ID("r1-plan"), response: .chosen([stage], other: nil)),
        ]
        if stage == 1 { given.append(Given(question: ID("r1-link"), response: .link(Prose("https://\(item.member.code.lowercased()).example/plan")))) }
        if generator.share() < 0.9 { given.append(Given(question: ID("r1-staff"), response: .number(Double(1 + Int(pow(generator.share(), 3) * 60))))) }
        let voice = Int(generator.share() * 24)
        if voice < 6, let said = text("voice.\(voice + 1)").text(in: [.en, .fr, .es][(voice + region) % 3]) { given.append(Given(question: ID("r1-else"), response: .text(said.prose))) }
        return given
    }

    /// A hundred points in fives.
    private func spread(_ region: Int, _ generator: inout SeededGenerator) -> [Double] {
        let weights = (0..<4).map { place in 0.3 + generator.share() + (place == region % 4 ? 0.7 : 0) }, sum = weights.reduce(0, +)
        var points = weights.map { ($0 / sum * 20).rounded(.down) * 5 }
        points[region % 4] += 100 - points.reduce(0, +)
        return points
    }

    private func grade(_ row: Int, _ region: Int, _ generator: inout SeededGenerator) -> Int {
        let good = generator.share() + [0.15, -0.1, 0.0, 0.2][row] - (region == 2 ? 0.15 : 0)
        return good < 0.3 ? 1 : good < 0.7 ? 2 : 3
    }
}

/// What regions like: three topics all of them, the others each some.
struct Taste {
    private let liking: [[Double]]

    init(regions: [ID<Region>], topics: Int) {
        liking = regions.indices.map { region in
            (0..<topics).map { topic in
                let common = [2.4, 1.9, 1.7][safe: topic] ?? 0.4
                return common + ((topic + 2 * region) % max(1, topics) == 5 ? 2.2 : 0) + ((topic + region) % 4 == 3 ? 0.6 : 0)
            }
        }
    }

    /// A draw from a Plackett-Luce model: liking and chance (Gumbel), the best first, numbers from 1.
    func ranking(in region: Int, _ generator: inout SeededGenerator) -> [Int] {
        let liked = liking.indices.contains(region) ? liking[region] : []
        return liked.enumerated().map { topic, liking in (topic + 1, liking - log(-log(max(generator.share(), 1e-12)))) }.sorted { $0.1 > $1.1 }.map(\.0)
    }
}
