extension WeightedBallots {
    /// How many voters name each candidate; its score under approval.
    package var approvalScores: [Int] { sums { counts[$0] * ($1 > 0 ? 1 : 0) } }

    /// The points of all voters for each candidate; for approvals how many name it. Within 2^62: a ballot gives at most 10^9 points.
    package var pointScores: [Int] { sums { counts[$0] * $1 } }

    /// The mean of each candidate's points over all voters, those who gave it none as 0; nil where there are no voters.
    package var meanScores: [Double]? { voterCount == 0 ? nil : pointScores.map { Double($0) / Double(voterCount) } }

    /// The mean of each candidate's points over those who gave it any; nil for whom nobody gave any.
    package var meanScoresOfNamed: [Double?] { zip(pointScores, approvalScores).map { $1 == 0 ? nil : Double($0) / Double($1) } }

    private func sums(_ weight: (_ ballot: Int, _ points: Int) -> Int) -> [Int] {
        var sums = [Int](repeating: 0, count: candidateCount)
        for ballot in 0..<distinctCount {
            for place in range(ballot) { sums[Int(candidates[place])] += weight(ballot, points(at: place)) }
        }
        return sums
    }
}
