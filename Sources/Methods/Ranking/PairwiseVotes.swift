/// How many voters prefer each candidate to each other.
package struct PairwiseVotes: Sendable, Hashable {
    package let candidateCount: Int

    /// Row by row.
    private var votes: [Int]

    /// The most candidates compared: the table has a cell for each pair.
    package static let mostCandidates = 2_000

    /// Named candidates are preferred to those named below them and to all that are not named; tied ones and those not named count for neither.
    ///
    /// Nil for more than `mostCandidates`.
    package init?(_ ballots: RankedBallots) {
        let count = ballots.candidateCount
        guard count <= PairwiseVotes.mostCandidates else { return nil }
        candidateCount = count
        votes = Array(repeating: 0, count: count * count)
        // Whoever is named is first taken to be preferred to everybody, and then not to those at least as high.
        var named = [Int](repeating: 0, count: count)
        for ballot in 0..<ballots.distinctCount where ballots.counts[ballot] > 0 {
            let start = ballots.range(ballot).lowerBound
            ballots.forEachTier(ballot) { tier in
                for place in tier {
                    let candidate = Int(ballots.candidates[place])
                    named[candidate] += ballots.counts[ballot]
                    for above in start..<tier.upperBound { votes[candidate * count + Int(ballots.candidates[above])] -= ballots.counts[ballot] }
                }
            }
        }
        for one in 0..<count {
            for other in 0..<count { votes[one * count + other] = one == other ? 0 : votes[one * count + other] + named[one] }
        }
    }

    /// How many prefer the first to the second.
    package subscript(one: Int, other: Int) -> Int { votes[one * candidateCount + other] }
}
