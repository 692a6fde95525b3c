import Exchange
import HashTreeCollections
import Journal
import Organisation

/// What the rows are about. The same few names stand in thousands of rows: each is looked up once.
struct ValuesPlaces {
    private struct Names: Hashable {
        var indicator: String
        var period: String
    }

    private(set) var all: [ValuesPlace] = []
    private var known: [Names: Result<Int, Refusal>] = [:]
    private var numbers: [Names: Int] = [:]
    private var members: [String: Result<ID<Member>, Refusal>] = [:]
    private var called: [String: ID<Member>?] = [:]
    private var latest: (names: Names, number: Int)?

    private let plan: Plan
    private let periods: [(id: ID<ReportingPeriod>, period: ReportingPeriod)]
    private let values: Values
    private let register: Register
    private let index: ValuesIndex
    private let today: Day
    private let mark: DecimalMark

    init(_ organisation: Organisation, _ mark: DecimalMark, today: Day) {
        plan = organisation[Plan.self]
        periods = plan.periodsInOrder
        values = organisation[Values.self]
        register = organisation[Register.self]
        index = ValuesIndex(organisation, day: today)
        self.today = today
        self.mark = mark
    }

    subscript(number: Int) -> ValuesPlace {
        _read { yield all[number] }
        _modify { yield &all[number] }
    }

    /// The number of the place that a row names, among `all`.
    mutating func number(indicator: String, period: String) throws(Refusal) -> Int {
        let names = Names(indicator: indicator, period: period)
        // Rows mostly come place by place.
        if let latest, latest.names == names { return latest.number }
        let result = known[names] ?? look(names)
        known[names] = result
        let number = try result.get()
        latest = (names, number)
        return number
    }

    private mutating func look(_ names: Names) -> Result<Int, Refusal> {
        if names.indicator.isEmpty { return .failure(Refusal("pages.import.blank", in: .indicator, ["column": "indicator"])) }
        if names.period.isEmpty { return .failure(Refusal("pages.import.blank", in: .period, ["column": "period"])) }
        guard let indicatorID = index.indicator(names.indicator), let indicator = plan.indicators[indicatorID] else {
            return .failure(unknown(names.indicator, in: .indicator, index.lookAlike(ofIndicator:)) ?? Refusal("monitoring.import.no-indicator", in: .indicator, ["indicator": names.indicator]))
        }
        guard let periodID = index.period(names.period), let period = plan.periods[periodID] else {
            return .failure(unknown(names.period, in: .period, index.lookAlike(ofPeriod:)) ?? Refusal("monitoring.import.no-period", in: .period, ["period": names.period]))
        }
        // The same place may go by several names.
        let place = Names(indicator: indicatorID.text, period: periodID.text)
        if let number = numbers[place] { return .success(number) }
        numbers[place] = all.count
        all.append(self.place(indicatorID, indicator, periodID, period, refusal(period, called: names.period)))
        return .success(all.count - 1)
    }

    /// Where a name looks like one that is known: that is what is wrong with it.
    private func unknown(_ name: String, in column: ValuesCells.Column, _ lookAlike: (String) -> String?) -> Refusal? {
        lookAlike(name).map { Refusal("pages.refusal.look-alike", in: column, ["text": String(name.prefix(40)), "known": $0]) }
    }

    private func refusal(_ period: ReportingPeriod, called name: String) -> Refusal? {
        if period.isLocked { return Refusal("monitoring.refusal.locked", in: .period, ["period": name]) }
        return period.from > today ? Refusal("monitoring.refusal.not-begun", in: .period, ["period": name]) : nil
    }

    private func place(
        _ indicatorID: ID<Indicator>, _ indicator: Indicator, _ periodID: ID<ReportingPeriod>, _ period: ReportingPeriod, _ refusal: Refusal?
    ) -> ValuesPlace {
        let withValues = Set(values.periods(of: indicatorID))
        return ValuesPlace(
            indicator: indicatorID, periodID: periodID, period: period, kind: indicator.kind, reporting: indicator.reporting,
            plausibility: Plausibility(indicator, mark), units: WrittenUnits(indicator),
            earlier: periods.filter { withValues.contains($0.id) && $0.period.until < period.until }.map(\.id),
            isBlank: !withValues.contains(periodID), refusal: refusal)
    }

    /// The Member that a row names; `nil` for the whole.
    mutating func member(_ text: String) throws(Refusal) -> ID<Member>? {
        if text.isEmpty { return nil }
        if let known = members[text] { return try known.get() }
        let result = look(member: text)
        members[text] = result
        return try result.get()
    }

    /// Whoever is meant, Member or no longer; `nil` where nobody goes by that name.
    mutating func known(_ text: String) -> ID<Member>? {
        if let known = called[text] { return known }
        let found = index.member(text).flatMap { register.described[$0] == nil ? nil : $0 }
        called[text] = .some(found)
        return found
    }

    /// Whether somebody had left before a place's period began.
    func hadLeft(_ member: ID<Member>, before number: Int) -> Bool { register.left[member].map { $0 <= all[number].period.from } ?? false }

    /// A Member, or one that was: for which periods, says `hadLeft`.
    private func look(member text: String) -> Result<ID<Member>, Refusal> {
        let found = index.member(text)
        let former = found.flatMap { register.left[$0] == nil ? nil : register.described[$0] }
        let standing = (found.flatMap { register[$0] } ?? former)?.standing
        guard let found, standing == .member else {
            if standing == nil, let refusal = unknown(text, in: .member, index.lookAlike(ofMember:)) { return .failure(refusal) }
            let key = standing == .observer ? "monitoring.import.observer" : "monitoring.import.not-a-member"
            return .failure(Refusal(key, in: .member, ["member": text]))
        }
        return .success(found)
    }

    /// What stands at a place now; `nil` where nothing does.
    func present(at number: Int, of member: ID<Member>?) -> ReportedValue? {
        all[number].isBlank ? nil : values.value(of: all[number].indicator, in: all[number].periodID, member: member)
    }

    func judgement(at number: Int) -> Judgement? {
        all[number].isBlank ? nil : values.judgement(of: all[number].indicator, in: all[number].periodID)
    }

    func last(before number: Int, of member: ID<Member>?) -> Double? {
        guard !all[number].earlier.isEmpty else { return nil }
        return values.latest(of: all[number].indicator, member: member, over: all[number].earlier)?.value.amount
    }
}
