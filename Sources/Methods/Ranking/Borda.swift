/// Borda's scores in half points, so that they are whole, and the order they give.
package struct BordaScores: Sendable, Hashable {
    /// Twice the score of each candidate.
    package let doubled: [Int]

    package var scores: [Double] { doubled.map { Double($0) / 2 } }
    package var ranking: Ranking { Ranking(scores: doubled) }
}

extension RankedBallots {
    /// Of m candidates the first on a ballot has m - 1 points, the last none; tied ones share the mean of their points, and those a ballot does not name
    /// share the mean of the points left.
    ///
    /// Every ballot gives m(m - 1)/2 points in all. Source: Borda 1781 as in Emerson, "The original Borda count and partial voting", Social Choice and
    /// Welfare 40, 2013, who describes the averaging convention used here among others.
    package var borda: BordaScores {
        var doubled = [Int](repeating: 0, count: candidateCount)
        // What everybody has from ballots that do not name them.
        var unnamed = 0
        for ballot in 0..<distinctCount where counts[ballot] > 0 {
            let places = range(ballot), rest = candidateCount - 1 - places.count
            unnamed += counts[ballot] * rest
            forEachTier(ballot) { tier in
                let points = 2 * (candidateCount - 1) - (tier.lowerBound + tier.upperBound - 1 - 2 * places.lowerBound)
                for place in tier { doubled[Int(candidates[place])] += counts[ballot] * (points - rest) }
            }
        }
        return BordaScores(doubled: doubled.map { $0 + unnamed })
    }

    /// Calls with the places of each tier of a ballot, best first.
    func forEachTier(_ ballot: Int, _ body: (Range<Int>) -> Void) {
        let places = range(ballot)
        var start = places.lowerBound
        while start < places.upperBound {
            var end = start + 1
            while end < places.upperBound, tiers[end] == tiers[start] { end += 1 }
            body(start..<end)
            start = end
        }
    }
}
