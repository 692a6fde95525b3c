import HashTreeCollections
import Journal
import Methods
import Organisation

/// What Members and staff make of a signal on one axis: own rating against the spread, and whether the regions see it differently.
struct RatingSpread {
    enum Axis: String, Sendable, CaseIterable { case impact, desirability, likelihood }

    struct Regional {
        let id: ID<Region>
        /// From 1 to 5.
        let values: [Int]
        var median: Double? { quantile(0.5, of: values.map(Double.init)) }
    }

    let axis: Axis
    /// One for each Member, and one for each of the staff.
    let members: [Int]
    let staff: [Int]
    let regions: [Regional]

    /// How many Members there must be before medians and regions are told. House default.
    static let least = 3

    init(_ axis: Axis, _ ratings: [Rater: GivenRating], _ register: Register) {
        var byRegion: [ID<Region>: [Int]] = [:], members: [Int] = [], staff: [Int] = []
        for (rater, given) in ratings {
            guard let value = given.rating.value(on: axis) else { continue }
            switch rater {
            case .person: staff.append(value)
            case .member(let id):
                members.append(value)
                if let region = register.described[id]?.region { byRegion[region, default: []].append(value) }
            }
        }
        self.axis = axis
        self.members = members.sorted()
        self.staff = staff.sorted()
        regions = register.regionsInOrder.map { Regional(id: $0.id, values: (byRegion[$0.id] ?? []).sorted()) }
    }

    /// Of the Members; `nil` where too few rated.
    var quartiles: (low: Double, middle: Double, high: Double)? {
        let values = members.map(Double.init)
        guard members.count >= RatingSpread.least, let low = quantile(0.25, of: values), let middle = quantile(0.5, of: values), let high = quantile(0.75, of: values) else { return nil }
        return (low, middle, high)
    }

    /// How many Members gave each of 1 to 5.
    var counts: [Int] { Estimate.range.map { step in members.count { $0 == step } } }

    /// Between the regions.
    var disagreement: Disagreement? { Disagreement(between: regions.map { $0.values.map(Double.init) }) }
}

extension SignalRating {
    func value(on axis: RatingSpread.Axis) -> Int? {
        switch axis {
        case .impact: impact
        case .desirability: desirability
        case .likelihood: likelihood
        }
    }
}
