import Foundation
import HashTreeCollections
import Journal
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
        var plan = Plan(), values = Values(), register = Register(), random = Words()
        let stamp = Stamp(by: .system, at: Moment(startOf: LargeWorld.today), position: 1), from = Day(2020, 1, 1) ?? .beginning
        plan.apply(.planDescribed(id: ID("p"), StrategicPlan(title: random.text(4), from: from, until: LargeWorld.today, status: .adopted)), stamp)
        plan.apply(.perspectiveDescribed(id: ID("v"), Perspective(plan: ID("p"), name: random.text(2), level: 1)), stamp)
        plan.apply(.objectiveDescribed(id: ID("o"), Objective(perspective: ID("v"), code: "O", title: random.text(6))), stamp)
        let members: [ID<Member>] = LargeWorld.ids("m", LargeWorld.members), periods: [ID<ReportingPeriod>] = LargeWorld.ids("y", LargeWorld.periods)
        for (number, id) in members.enumerated() {
            register.apply(.memberDescribed(id: id, Member(name: random.text(2), region: nil, code: "M\(number)", note: random.text(18))), stamp)
            register.apply(.memberJoined(id: id), stamp)
        }
        for (number, id) in periods.enumerated() {
            let start = from.adding(days: number * 182)
            plan.apply(.periodDescribed(id: id, ReportingPeriod(name: Localized("Half-year \(number + 1)"), from: start, until: start.adding(days: 181))), stamp)
        }
        let indicators: [ID<Indicator>] = LargeWorld.ids("k", LargeWorld.indicators)
        for (number, id) in indicators.enumerated() {
            var indicator = Indicator(objective: ID("o"), code: "KPI \(number)", title: random.text(changed && number == 7 ? 7 : 6), reporting: .byMember)
            (indicator.sheet.definition, indicator.sheet.formula, indicator.sheet.method) = (random.text(30), random.text(18), random.text(30))
            (indicator.sheet.dataSource, indicator.sheet.quality, indicator.sheet.limitations) = (random.text(18), random.text(18), random.text(18))
            plan.apply(.indicatorDescribed(id: id, indicator), stamp)
            for period in periods {
                let reports = members.enumerated().map { Report(member: $0.element, amount: Double($0.offset) * 1.25 + Double(number)) }
                values.apply(.reported(indicator: id, period: period, reports), stamp)
            }
        }
        var organisation = Organisation(ID("large"), house.chapters, on: LargeWorld.today)
        try LargeWorld.take(register, into: &organisation)
        try LargeWorld.take(plan, into: &organisation)
        try LargeWorld.take(values, into: &organisation)
        self.organisation = organisation
    }

    func visit(_ query: [String: String] = [:], parameters: [String: String] = [:]) -> Visit {
        Visit(
            organisation: organisation, present: organisation, viewer: Viewer(account: nil, name: "", grants: [], isPublicAdmitted: true),
            say: Say(.en, house.catalogue), times: Times(today: LargeWorld.today), house: house, parameters: parameters, query: query, names: [:],
            history: { _ in [] })
    }

    private static func ids<Kind>(_ name: String, _ count: Int) -> [ID<Kind>] { (0..<count).compactMap { ID("\(name)\($0)") } }

    /// As from a snapshot: folding a million reports as entries is not what is measured.
    private static func take<C: Chapter>(_ chapter: C, into organisation: inout Organisation) throws {
        let state = try JSONEncoder().encode(chapter)
        let snapshot = Snapshot(
            chapter: C.name, version: C.stateVersion, position: 1, day: LargeWorld.today, latest: LargeWorld.today, waiting: [], state: state)
        guard organisation.restore(snapshot, waiting: []) else { throw Wrong() }
    }
}

/// Texts in two languages, the same in each run.
struct Words {
    private var random = Seed(state: 2026)

    mutating func text(_ count: Int) -> Localized {
        Localized([.en: Prose(row(count, Words.english)), .fr: Prose(row(count, Words.french))], original: .en)
    }

    private mutating func row(_ count: Int, _ words: [String]) -> String {
        (0..<count).map { _ in words[random.next(words.count)] }.joined(separator: " ")
    }

    private static let english = ["trade", "customs", "value", "release", "time", "harbour", "indicator", "of", "the", "average", "between", "declared", "goods", "a", "data", "from"]
    private static let french = ["commerce", "douane", "valeur", "délai", "données", "indicateur", "des", "la", "moyenne", "entre", "déclarées", "marchandises", "à", "où"]
}

/// Knuth's linear congruential generator: enough for words.
struct Seed {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }
}
