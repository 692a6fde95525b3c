import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation

/// Reads the values of an organisation against its plan, on the day for which it was folded.
struct Measuring: Sendable {
    let plan: Plan
    let values: Values
    let register: Register
    let day: Day
    /// Those that have begun, oldest first by their last day.
    let periods: [(id: ID<ReportingPeriod>, period: ReportingPeriod)]

    init(_ organisation: Organisation) {
        plan = organisation[Plan.self]
        values = organisation[Values.self]
        register = organisation[Register.self]
        day = organisation.day
        let day = organisation.day
        periods = plan.periodsInOrder.filter { $0.period.from <= day }.sorted {
            ($0.period.until, $0.period.from, $0.id) < ($1.period.until, $1.period.from, $1.id)
        }
        let members = register.described.compactMap { [register] id, member -> (id: ID<Member>, from: Day, left: Day?)? in
            guard member.standing == .member, register.joined.contains(id) || register.left[id] != nil else { return nil }
            return (id, member.joined.countsFrom, register.left[id])
        }
        self.members = members
        let last = Set(periods.map { min($0.period.until, day) })
        memberships = Dictionary(uniqueKeysWithValues: last.map { [values] in ($0, Membership(members, by: $0, values)) })
    }

    /// Those of today and those who have left, which from that day on they no longer are.
    private let members: [(id: ID<Member>, from: Day, left: Day?)]
    /// By the last days of the periods.
    private let memberships: [Day: Membership]

    /// Who was a Member by a day.
    private struct Membership {
        var there: Set<ID<Member>> = []
        /// Who was not yet, as far as the register knows.
        var late: [ID<Member>] = []
        let ofLate: Values.Places
        let ofAll: Values.Places

        init(_ members: [(id: ID<Member>, from: Day, left: Day?)], by day: Day, _ values: Values) {
            for member in members where member.left.map({ day < $0 }) ?? true {
                if member.from <= day { there.insert(member.id) } else { late.append(member.id) }
            }
            ofLate = values.places(of: late)
            ofAll = values.places(of: Array(there) + late)
        }
    }

    private func membership(by day: Day) -> Membership { memberships[day] ?? Membership(members, by: day, values) }

    /// The least share of Members, or of weight, that makes a figure of the whole. Source: house default (`domain-facts` 2).
    static let leastCoverage = RollUp.Rules.standard.minimumCoverage

    /// Who was a Member at the end of a period: nobody is missing from a time before joining, nor drops out of one by leaving later.
    ///
    /// Who joins again begins anew, and of the time before the register keeps nothing: that a value was taken from them says that they
    /// were Members then.
    func members(by day: Day, reporting id: ID<Indicator>, in period: ID<ReportingPeriod>) -> Set<ID<Member>> {
        let membership = membership(by: day)
        return membership.late.isEmpty ? membership.there : membership.there.union(values.reporters(of: id, in: period).intersection(membership.late))
    }

    /// The same for a value that has been read, by identifier.
    func members(of id: ID<Indicator>, in actual: Actual) -> [(id: ID<Member>, member: Member)] {
        members(by: actual.day, reporting: id, in: actual.id).sorted().compactMap { id in register.described[id].map { (id, $0) } }
    }
}

// MARK: - Values

extension Measuring {
    /// What stands for an indicator in one period; `nil` where nothing was reported.
    func actual(of id: ID<Indicator>, _ indicator: Indicator, in place: (id: ID<ReportingPeriod>, period: ReportingPeriod)) -> Actual? {
        let last = min(place.period.until, day)
        let judgement = values.judgement(of: id, in: place.id)
        guard indicator.reporting == .byMember else {
            let value = values.value(of: id, in: place.id)
            guard value != nil || judgement != nil else { return nil }
            return Actual(
                id: place.id, period: place.period, day: last, amount: value?.amount, text: value?.text, judgement: judgement,
                counted: value == nil ? 0 : 1, of: 1)
        }
        // As `members(by:reporting:in:)`, by their numbers: everything that is measured is measured from this.
        let membership = membership(by: last), late = values.reporters(of: id, in: place.id, among: membership.ofLate)
        let all = membership.there.count + late
        if indicator.kind == .text {
            let reporters = values.reporters(of: id, in: place.id, among: membership.ofAll)
            guard reporters > 0 || judgement != nil else { return nil }
            return Actual(id: place.id, period: place.period, day: last, judgement: judgement, counted: reporters, of: all)
        }
        let amounts = values.amounts(of: id, in: place.id, among: membership.ofAll)
        guard !amounts.isEmpty || judgement != nil else { return nil }
        return Actual(
            id: place.id, period: place.period, day: last, amount: indicator.aggregation.whole(of: amounts), judgement: judgement,
            counted: amounts.count, of: all)
    }

    /// The newest value; where Members report, of the newest period that enough of them have reported, or else of the newest.
    func latest(of id: ID<Indicator>, _ indicator: Indicator) -> Actual? {
        var newest: Actual?
        for place in periods.reversed() {
            guard var actual = actual(of: id, indicator, in: place) else { continue }
            let isEnough = indicator.reporting == .whole || actual.isEnough
            if isEnough {
                if let newest { actual.overtakenBy = (newest.period, newest.counted, newest.of) }
                return actual
            }
            newest = newest ?? actual
        }
        return newest
    }

    /// Every period that has a value, oldest first.
    func history(of id: ID<Indicator>, _ indicator: Indicator) -> [Actual] {
        let known = Set(values.periods(of: id))
        return periods.filter { known.contains($0.id) }.compactMap { actual(of: id, indicator, in: $0) }
    }
}

extension Indicator.Aggregation {
    /// One figure of all; `nil` for none, where nothing was reported, and where it is no number any more.
    func whole(of amounts: [Double]) -> Double? {
        guard !amounts.isEmpty else { return nil }
        let sum = amounts.sorted().reduce(0, +)
        let figure: Double? =
            switch self {
            case .none: nil
            case .sum: sum
            case .mean: sum / Double(amounts.count)
            case .median: middle(of: amounts.sorted())
            }
        return figure.flatMap { $0.isFinite ? $0 : nil }
    }
}

/// The middle one, or half-way between the middle two.
func middle(of sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
}
