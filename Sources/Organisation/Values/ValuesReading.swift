import HashTreeCollections
import Journal

extension Values {
    /// What stands for an indicator and period, of one member or (`nil`) of the whole.
    package func value(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>, member: ID<Member>? = nil) -> ReportedValue? {
        guard let column = series[indicator]?[period], let place = place(of: member), let cell = column.cell(at: place),
            column.isThere(cell)
        else { return nil }
        let words = column.words[place]
        return ReportedValue(
            amount: cell.amount.isNaN ? nil : cell.amount, text: words?.text, note: words?.note, evidence: words?.evidence ?? "",
            by: people[cell.trace.by] ?? .system, at: moment(cell.trace), position: Int(cell.trace.position))
    }

    /// The numbers of all members that reported one, by identifier; that of the whole is not among them.
    package func values(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>) -> [(member: ID<Member>, amount: Double)] {
        guard let column = series[indicator]?[period] else { return [] }
        return column.cells.compactMap { cell in
            cell.amount.isNaN ? nil : members[cell.place].map { ($0, cell.amount) }
        }.sorted { $0.member < $1.member }
    }

    /// The same for those members that are asked for, in no order: what aggregates are computed from.
    package func amounts(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>, among asked: Places) -> [Double] {
        series[indicator]?[period]?.cells.compactMap { !$0.amount.isNaN && asked.holds($0.place) ? $0.amount : nil } ?? []
    }

    /// How many members reported something, number or text.
    package func reporterCount(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>) -> Int {
        guard let column = series[indicator]?[period] else { return 0 }
        return column.cells.count { $0.place != ValueColumn.whole && column.isThere($0) }
    }

    /// How many of some members reported something, number or text.
    package func reporters(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>, among asked: Places) -> Int {
        guard let column = series[indicator]?[period] else { return 0 }
        return column.cells.count { asked.holds($0.place) && column.isThere($0) }
    }

    /// Some members, to be asked after many times.
    package func places(of asked: some Collection<ID<Member>>) -> Places { Places(asked.compactMap { members.known($0) }) }

    /// Some of the members by their numbers in these values; not in others.
    package struct Places: Sendable {
        private var isHeld: [Bool] = []

        fileprivate init(_ numbers: [UInt32]) {
            isHeld = Array(repeating: false, count: numbers.max().map { Int($0) + 1 } ?? 0)
            for number in numbers { isHeld[Int(number)] = true }
        }

        fileprivate func holds(_ number: UInt32) -> Bool { number < isHeld.count && isHeld[Int(number)] }
    }

    /// The members that reported something, number or text.
    package func reporters(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>) -> Set<ID<Member>> {
        guard let column = series[indicator]?[period] else { return [] }
        return Set(column.cells.lazy.filter { column.isThere($0) }.compactMap { members[$0.place] })
    }

    /// What was written beside the values that stand, by period and member; most values have nothing.
    package func words(of indicator: ID<Indicator>) -> [(period: ID<ReportingPeriod>, member: ID<Member>?, text: Prose?, note: Prose?, evidence: String)] {
        (series[indicator] ?? [:]).sorted { $0.key < $1.key }.flatMap { period, column in
            column.words.sorted { $0.key < $1.key }.compactMap { place, words in
                guard words.text != nil || words.note != nil || !words.evidence.isEmpty, let cell = column.cell(at: place), column.isThere(cell) else { return nil }
                return (period, members[place], words.text, words.note, words.evidence)
            }
        }
    }

    /// Why the value that stood there was taken back; `nil` where none was, or another stands.
    package func withdrawal(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>, member: ID<Member>? = nil) -> Prose? {
        place(of: member).flatMap { series[indicator]?[period]?.words[$0]?.withdrawn }
    }

    package func judgement(of indicator: ID<Indicator>, in period: ID<ReportingPeriod>) -> Judgement? {
        guard let verdict = series[indicator]?[period]?.verdict, let met = verdict.met else { return nil }
        return Judgement(
            met: met, because: verdict.because, by: people[verdict.trace.by] ?? .system, at: moment(verdict.trace),
            position: Int(verdict.trace.position))
    }

    /// The periods for which anything stands, whoever reported it; in no order.
    package func periods(of indicator: ID<Indicator>) -> [ID<ReportingPeriod>] {
        (series[indicator] ?? [:]).compactMap { period, column in
            column.verdict?.met != nil || column.cells.contains { column.isThere($0) } ? period : nil
        }
    }

    /// The numbers of one member, or of the whole, in the order of the periods given; gaps stay gaps.
    package func history(
        of indicator: ID<Indicator>, member: ID<Member>? = nil, over periods: [ID<ReportingPeriod>]
    ) -> [(period: ID<ReportingPeriod>, amount: Double?)] {
        periods.map { ($0, value(of: indicator, in: $0, member: member)?.amount) }
    }

    /// The newest value, the periods given oldest first.
    package func latest(
        of indicator: ID<Indicator>, member: ID<Member>? = nil, over periods: [ID<ReportingPeriod>]
    ) -> (period: ID<ReportingPeriod>, value: ReportedValue)? {
        for period in periods.reversed() {
            if let value = value(of: indicator, in: period, member: member) { return (period, value) }
        }
        return nil
    }

    /// How many values stand in all.
    package var count: Int {
        series.values.reduce(0) { all, columns in
            all + columns.values.reduce(0) { sum, column in sum + column.cells.count { column.isThere($0) } }
        }
    }

    /// What the cells take in memory: watched by a test, because a tree node for each value would take ten times as much.
    var heldBytes: Int {
        series.values.reduce(0) { all, columns in
            all + columns.values.reduce(0) { $0 + $1.cells.capacity * MemoryLayout<ValueColumn.Cell>.stride + 200 }
        }
    }

    private func place(of member: ID<Member>?) -> UInt32? {
        guard let member else { return ValueColumn.whole }
        return members.known(member)
    }

    private func moment(_ trace: ValueColumn.Trace) -> Moment { Moment(milliseconds: Int64(trace.at) * 1000) }
}
