import HashTreeCollections
import Journal
import Methods
import Organisation

/// What Members and staff make of a driver: medians for the map, and whether the regions see it differently.
struct DriverSpread {
    /// Of one question.
    struct Answers {
        /// One for each rater, in order.
        let all: [Int]
        let regions: [(id: ID<Region>, values: [Int])]

        /// `nil` where too few rated.
        var median: Double? { all.count < DriverSpread.least ? nil : quantile(0.5, of: all.map(Double.init)) }

        /// How many gave each of 1 to 5.
        var counts: [Int] { DriverRating.range.map { step in all.count { $0 == step } } }

        /// Between the regions.
        var disagreement: Disagreement? { Disagreement(between: regions.map { $0.values.map(Double.init) }) }
    }

    let importance: Answers
    let uncertainty: Answers
    let members: Int
    let staff: Int

    /// How many raters there must be before anything is told of what others gave. House default.
    static let least = 3

    /// - Parameter regions: in their order, by the Members that belong to each.
    init(_ ratings: [Rater: GivenRating], _ regions: [(id: ID<Region>, holds: (ID<Member>) -> Bool)]) {
        let given = ratings.map { (rater: $0.key, rating: $0.value.rating) }.filter { !$0.rating.isEmpty }
        func answers(_ value: (DriverRating) -> Int?) -> Answers {
            Answers(
                all: given.compactMap { value($0.rating) }.sorted(),
                regions: regions.map { region in (region.id, given.compactMap { item in item.rater.member.flatMap { region.holds($0) ? value(item.rating) : nil } }.sorted()) })
        }
        importance = answers(\.importance)
        uncertainty = answers(\.uncertainty)
        members = given.count { $0.rater.member != nil }
        staff = given.count - members
    }

    /// Where it lies on the map.
    var place: (importance: Double, uncertainty: Double)? { importance.median.flatMap { one in uncertainty.median.map { (one, $0) } } }

    /// Importance times uncertainty, 1 to 25: by which the axes are proposed.
    var weight: Double? { place.map { $0.importance * $0.uncertainty } }
}

/// Of the Members of a region; `nil` where too few rated.
struct RegionMedian {
    let value: Double

    init?(_ values: [Int]) {
        guard values.count >= DriverSpread.least, let median = quantile(0.5, of: values.map(Double.init)) else { return nil }
        value = median
    }
}
