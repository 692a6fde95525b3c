/// What the parts say about the whole: a weighted mean score, how much of the whole it rests on, and a rating.
package struct RollUp: Equatable, Sendable {
    /// Weighted mean of the counted children's scores, 0...100; nil when none counts. Kept below the minimum coverage, to be shown with it.
    package let score: Double?

    /// Weight of the counted children over the weight of all, 0...1; 0 when there is no weight at all.
    package let coverage: Double

    /// Rates the mean score against the mean expected score; never a mean of the children's ratings.
    package let rating: Rating

    /// How many children had data.
    package let counted: Int

    /// How many children there are.
    package let of: Int
}

extension RollUp {
    /// One part of the whole.
    package struct Child: Equatable, Sendable {
        /// Any non-negative unit; only its share of the sum matters.
        package let weight: Double

        /// Percent, held to 0...100 when counted; nil when there is no data.
        package let score: Double?

        /// The score expected by now, percent, held to 0...100: 100 at the end of the period, less on the way there.
        package let expected: Double

        /// The child's own rating; a child rated `noData` does not count, whatever its score.
        package let rating: Rating

        package init(weight: Double, score: Double?, expected: Double, rating: Rating) {
            self.weight = weight
            self.score = score
            self.expected = expected
            self.rating = rating
        }
    }

    /// What a group has decided about its roll-ups.
    package struct Rules: Equatable, Sendable {
        /// Share of weight, 0...1; with less of it counted, the parent is rated `noData`.
        package let minimumCoverage: Double

        /// Share of all weight, 0...1; an off-track child that weighs more holds the parent at `atRisk` or worse. Nil switches this off.
        package let worstChildShare: Double?

        /// Where the parent's ratings begin.
        package let thresholds: Thresholds

        package init(minimumCoverage: Double, worstChildShare: Double?, thresholds: Thresholds) {
            self.minimumCoverage = minimumCoverage
            self.worstChildShare = worstChildShare
            self.thresholds = thresholds
        }

        /// Coverage of 60 %, no worst-child rule. Source: house default, standard Balanced Scorecard practice.
        package static let standard = Rules(minimumCoverage: 0.6, worstChildShare: nil, thresholds: .standard)

        /// `standard`, and an off-track child over 25 % holds the parent at risk. Source: as `standard`.
        package static let strict = Rules(minimumCoverage: 0.6, worstChildShare: 0.25, thresholds: .standard)
    }

    /// Rolls the children up: `sum(weight * score) / sum(weight)` over those with data.
    ///
    /// A child counts when it has a finite score, a finite expected score and a rating other than `noData`. The order of the children never
    /// matters, to the last digit. No children, none with data, or no weight give `noData`. Nil when a weight is negative or not finite, or
    /// when the sum of weights overflows. Source: house default, standard Balanced Scorecard practice.
    package init?(of children: [Child], rules: Rules) {
        guard children.allSatisfy({ $0.weight.isFinite && $0.weight >= 0 }) else { return nil }
        let all = stableSum(children.map(\.weight))
        guard (all * 100).isFinite else { return nil }

        let counted = children.filter(\.hasData)
        let weight = stableSum(counted.map(\.weight))
        let score = counted.mean(of: { $0.score ?? 0 }, over: weight)
        let expected = counted.mean(of: \.expected, over: weight)

        self.score = score
        self.coverage = all > 0 ? weight / all : 0
        self.counted = counted.count
        self.of = children.count
        guard coverage > 0, coverage.reaches(rules.minimumCoverage) else {
            rating = .noData
            return
        }
        let achievement = paceIndex(score: score.flatMap(Score.init), expected: expected.flatMap(Score.init))
        let own = Rating(achievement: achievement, thresholds: rules.thresholds)
        let isHeld = own == .onTrack && counted.contains { $0.isOffTrack(over: rules.worstChildShare, of: all) }
        rating = isHeld ? .atRisk : own
    }
}

extension RollUp.Child {
    fileprivate var hasData: Bool {
        guard let score else { return false }
        return score.isFinite && expected.isFinite && rating != .noData
    }

    fileprivate func isOffTrack(over limit: Double?, of all: Double) -> Bool {
        guard let limit else { return false }
        return rating == .offTrack && !limit.reaches(weight / all)
    }
}

extension [RollUp.Child] {
    /// The weighted mean of a percentage, each held to 0...100 so that one over-achiever never hides a failing sibling.
    fileprivate func mean(of percentage: (RollUp.Child) -> Double, over weight: Double) -> Double? {
        guard weight > 0 else { return nil }
        return stableSum(map { $0.weight * Swift.min(Swift.max(percentage($0), 0), 100) }) / weight
    }
}

/// A sum that does not depend on the order of its terms: floating-point addition does.
private func stableSum(_ terms: [Double]) -> Double {
    terms.sorted().reduce(0, +)
}
