import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The earlier register of ideas of an invented organisation: people call diffusion poor, and the records show that ideas wait long for a decision and often serve no objective. All of it is
/// invented, as everything else of it.
func exampleIdeas(_ ground: ExampleGround) -> [ExampleTelling] {
    guard let planner = ground.person(.planner).map({ Actor($0.account) }), ground.organisation[Register.self].units[ID("nav")] != nil else { return [] }
    return [ExampleTelling(planner, ExampleIdeas(ground: ground).proposals)]
}

private struct ExampleIdeas {
    let ground: ExampleGround

    private static let count = 126, daysApart = 10, imported = -100,
        units: [(id: ID<Unit>, people: Double)] = [
            (ID("dig"), 14), (ID("env"), 8), (ID("mem"), 12), (ID("nav"), 18), (ID("sec"), 8),
        ]

    private var last: Day { ground.today.adding(days: ExampleIdeas.imported) }

    var proposals: [Proposal] {
        var measures = ChainMeasures()
        measures.readers = .everyone
        measures.staff = ExampleIdeas.units.filter { ground.organisation[Register.self].units[$0.id] != nil }.map { ChainMeasures.UnitStaff(unit: $0.id, people: $0.people) }
        var generator = SeededGenerator(seed: ground.seed &+ 76)
        let ideas = (1...ExampleIdeas.count).compactMap { number -> Proposal? in
            ID<EarlierIdea>("h-\(number + 1000)").map { Proposal(IdeaLedger.self, .ideaRecorded(id: $0, idea(number, &generator)), on: last) }
        }
        return [Proposal(IdeaLedger.self, .measuresDescribed(measures), on: last)] + ideas
    }

    private func idea(_ number: Int, _ generator: inout SeededGenerator) -> EarlierIdea {
        func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }
        func days(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let begun = last.adding(days: (number - ExampleIdeas.count) * ExampleIdeas.daysApart - days(0...6))
        var idea = EarlierIdea(putIn: begun)
        let isOutside = chance(0.46), isAcross = chance(0.24), objectives = objectives
        if isOutside { idea.source = [.member, .member, .member, .partner, .academia, .public][days(0...5)] }
        let first = days(0...4), second = (first + days(1...4)) % 5
        if !isOutside || isAcross { idea.units = (isAcross ? [first, second] : [first]).map { ExampleIdeas.units[$0].id }.sorted() }
        if isOutside, idea.source == .member, let member = members.randomElement(using: &generator) { idea.members = [member] }
        if chance(0.48), let objective = objectives.randomElement(using: &generator) { idea.objective = objective }
        // Whatever lies behind the day of the file is not known to it.
        let screened = begun.adding(days: days(50...110)), passed = chance(0.44)
        guard screened <= last else { return idea }
        (idea.screened, idea.isPassed) = (screened, passed)
        let decided = passed ? screened.adding(days: days(90...190)) : screened.adding(days: days(60...140))
        guard decided <= last else { return idea }
        idea.decided = decided
        let funded = decided.adding(days: days(5...25)), amount = Double(days(4...30) * 5000)
        guard passed, chance(0.92), funded <= last else { return idea }
        (idea.funded, idea.amount) = (funded, amount)
        let works = chance(0.6), use = funded.adding(days: days(150...420)), stopped = funded.adding(days: days(200...500))
        if works, use <= last {
            idea.firstUse = use
            idea.uses = uses(from: use, &generator)
        } else if !works, stopped <= last {
            (idea.ended, idea.because) = (stopped, .stopped)
        }
        return idea
    }

    /// Two of three Members come to use it within two and a half years, in one region fewer.
    private func uses(from day: Day, _ generator: inout SeededGenerator) -> [IdeaRecord.Use] {
        let register = ground.organisation[Register.self]
        return members.compactMap { member in
            let draw = Double.random(in: 0..<1, using: &generator), on = day.adding(days: Int.random(in: 0...880, using: &generator))
            return draw < (register.described[member]?.region == ID("li") ? 0.3 : 0.72) && on <= last ? IdeaRecord.Use(member, on: on) : nil
        }
    }

    private var members: [ID<Member>] { ground.organisation[Register.self].members.map(\.id).sorted() }

    private var objectives: [ID<Objective>] {
        let plan = ground.organisation[Plan.self]
        return plan.plan(runningOn: ground.today).map { plan.objectives(of: $0).map(\.id).sorted() } ?? []
    }
}
