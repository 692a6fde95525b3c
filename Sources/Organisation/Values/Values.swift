import HashTreeCollections
import Journal

/// What was reported on the indicators: values by period, of the whole or of each member, and how texts were judged.
///
/// The order in which events take effect never matters: of two for the same value, the one that stands later in the journal holds.
package struct Values: Chapter {
    package static let name = "values"
    package static let stateVersion = 1

    package enum Event: Codable, Equatable, Sendable {
        case reported(indicator: ID<Indicator>, period: ID<ReportingPeriod>, [Report])
        case withdrawn(indicator: ID<Indicator>, period: ID<ReportingPeriod>, member: ID<Member>?, because: Prose)
        /// Whether a target that is a text is met; `nil` takes an earlier judgement back.
        case judged(indicator: ID<Indicator>, period: ID<ReportingPeriod>, met: Bool?, because: Prose)
    }

    var series: TreeDictionary<ID<Indicator>, [ID<ReportingPeriod>: ValueColumn]> = [:]
    var members = Interned<ID<Member>>()
    var people = Interned<Actor>()

    package init() {}

    package mutating func apply(_ event: Event, _ stamp: Stamp) {
        let trace = ValueColumn.Trace(stamp, by: people.number(of: stamp.by))
        switch event {
        case .reported(let indicator, let period, let reports):
            let places = reports.map { $0.member.map { members.number(of: $0) } ?? ValueColumn.whole }
            series[indicator, default: [:]][period, default: ValueColumn()].put(reports, at: places, trace)
        case .withdrawn(let indicator, let period, let member, let reason):
            let place = member.map { members.number(of: $0) } ?? ValueColumn.whole
            series[indicator, default: [:]][period, default: ValueColumn()].withdraw(at: place, because: reason, trace)
        case .judged(let indicator, let period, let met, let reason):
            series[indicator, default: [:]][period, default: ValueColumn()].judge(met, because: reason, trace)
        }
    }

    package static func commutes(_ event: Event) -> Bool { true }

    /// The proposal of an event on a period: it holds from the period's last day, however late it is recorded,
    /// but never from a day to come.
    package static func proposal(_ event: Event, for period: ReportingPeriod, today: Day) -> Proposal {
        Proposal(Values.self, event, on: min(period.until, today))
    }
}

/// Things by a small number, in the order in which they first came up; 0 is none of them.
struct Interned<Thing: Hashable & Sendable>: Sendable {
    private(set) var things: [Thing] = []
    private var numbers: [Thing: UInt32] = [:]

    mutating func number(of thing: Thing) -> UInt32 {
        if let known = numbers[thing] { return known }
        things.append(thing)
        let number = UInt32(clamping: things.count)
        numbers[thing] = number
        return number
    }

    func known(_ thing: Thing) -> UInt32? { numbers[thing] }

    subscript(number: UInt32) -> Thing? { number > 0 && number <= things.count ? things[Int(number) - 1] : nil }
}
