import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The largest organisation that is promised: 186 Members, 400 indicators with full sheets in two languages, 12 periods, and a value of each
/// Member in each of them.
struct LargeWorld: Sendable {
    static let members = 186, indicators = 400, periods = 12
    static let today = Day(2026, 9, 15) ?? .beginning

    let house: House
    let organisation: Organisation

    init(_ house: House, changed: Bool = false) throws {
        self.house = house
        var plan = Plan(), values = Values(), register = Register()
        let story = Story(changed: changed), stamp = Stamp(by: .system, at: Moment(startOf: LargeWorld.today), position: 1)
        for event in story.register { register.apply(event, stamp) }
        for event in story.plan { plan.apply(event, stamp) }
        for event in story.values { values.apply(event, stamp) }
        var organisation = Organisation(ID("large"), house.chapters, on: LargeWorld.today)
        try LargeWorld.take(register, into: &organisation)
        try LargeWorld.take(plan, into: &organisation)
        try LargeWorld.take(values, into: &organisation)
        self.organisation = organisation
    }

    /// The same as something to record.
    static var proposals: [Proposal] {
        let story = Story(changed: false)
        return story.register.map { Proposal(Register.self, $0, on: Story.from) } + story.plan.map { Proposal(Plan.self, $0, on: Story.from) }
            + story.values.map { Proposal(Values.self, $0) }
    }

    func visit(_ query: [String: String] = [:], parameters: [String: String] = [:]) -> Visit {
        Visit(
            organisation: organisation, present: organisation, viewer: Viewer(account: nil, name: "", grants: [], isPublicAdmitted: true),
            say: Say(.en, house.catalogue), times: Times(today: LargeWorld.today), house: house, parameters: parameters, query: query, names: [:],
            history: { _ in [] })
    }

    /// As from a snapshot: folding a million reports as entries is not what is measured.
    private static func take<C: Chapter>(_ chapter: C, into organisation: inout Organisation) throws {
        let state = try JSONEncoder().encode(chapter)
        let snapshot = Snapshot(
            chapter: C.name, version: C.stateVersion, position: 1, day: LargeWorld.today, latest: LargeWorld.today, waiting: [], state: state)
        guard organisation.restore(snapshot, waiting: []) else { throw Wrong() }
    }
}

/// What was recorded of it.
private struct Story {
    static let from = Day(2020, 1, 1) ?? .beginning

    private(set) var register: [Register.Event] = []
    private(set) var plan: [Plan.Event] = []
    private(set) var values: [Values.Event] = []

    /// - Parameter changed: one title is another.
    init(changed: Bool) {
        var random = Words()
        let members: [ID<Member>] = Story.ids("m", LargeWorld.members), periods: [ID<ReportingPeriod>] = Story.ids("y", LargeWorld.periods)
        register.append(.profileDescribed(Profile(name: Localized("The largest"), acronym: "L", isInvented: true)))
        plan.append(.planDescribed(id: ID("p"), StrategicPlan(title: random.text(4), from: Story.from, until: LargeWorld.today, status: .adopted)))
        plan.append(.perspectiveDescribed(id: ID("v"), Perspective(plan: ID("p"), name: random.text(2), level: 1)))
        plan.append(.objectiveDescribed(id: ID("o"), Objective(perspective: ID("v"), code: "O", title: random.text(6))))
        for (number, id) in members.enumerated() {
            register.append(.memberDescribed(id: id, Member(name: random.text(2), region: nil, code: "M\(number)", note: random.text(18))))
            register.append(.memberJoined(id: id))
        }
        for (number, id) in periods.enumerated() {
            let start = Story.from.adding(days: number * 182)
            plan.append(.periodDescribed(id: id, ReportingPeriod(name: Localized("Half-year \(number + 1)"), from: start, until: start.adding(days: 181))))
        }
        let indicators: [ID<Indicator>] = Story.ids("k", LargeWorld.indicators)
        for (number, id) in indicators.enumerated() {
            var indicator = Indicator(objective: ID("o"), code: "KPI \(number)", title: random.text(changed && number == 7 ? 7 : 6), reporting: .byMember)
            (indicator.sheet.definition, indicator.sheet.formula, indicator.sheet.method) = (random.text(30), random.text(18), random.text(30))
            (indicator.sheet.dataSource, indicator.sheet.quality, indicator.sheet.limitations) = (random.text(18), random.text(18), random.text(18))
            plan.append(.indicatorDescribed(id: id, indicator))
            for period in periods {
                values.append(.reported(indicator: id, period: period, members.enumerated().map { Report(member: $0.element, amount: Double($0.offset) * 1.25 + Double(number)) }))
            }
        }
    }

    private static func ids<Kind>(_ name: String, _ count: Int) -> [ID<Kind>] { (0..<count).compactMap { ID("\(name)\($0)") } }
}

/// Texts in two languages, the same in each run.
struct Words {
    private var random = SeededGenerator(seed: 2026)

    mutating func text(_ count: Int) -> Localized {
        Localized([.en: Prose(row(count, Words.english)), .fr: Prose(row(count, Words.french))], original: .en)
    }

    private mutating func row(_ count: Int, _ words: [String]) -> String {
        (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    private static let english = ["trade", "customs", "value", "release", "time", "harbour", "indicator", "of", "the", "average", "between", "declared", "goods", "a", "data", "from"]
    private static let french = ["commerce", "douane", "valeur", "délai", "données", "indicateur", "des", "la", "moyenne", "entre", "déclarées", "marchandises", "à", "où"]
}
