/// Ballots that put candidates in an order, perhaps with ties, perhaps naming only some; equal ones are kept once.
///
/// Candidates are numbered from 0. Ballot `b` names `candidates[starts[b]..<starts[b + 1]]`, best first; beside each stands its tier, 0 for the best, and
/// those of one tier are tied and ascend. What a ballot does not name stands below everything it names, tied. It came `counts[b]` times.
package struct RankedBallots: Sendable, Equatable {
    package let candidateCount: Int

    /// One more than there are distinct ballots.
    package let starts: [Int]
    package let candidates: [Int32]

    /// Beside each candidate how many tiers stand above it.
    package let tiers: [Int32]

    /// How many voters cast each distinct ballot.
    package let counts: [Int]
    package let voterCount: Int

    package var distinctCount: Int { counts.count }

    /// The places of a distinct ballot in `candidates` and `tiers`.
    package func range(_ ballot: Int) -> Range<Int> { starts[ballot]..<starts[ballot + 1] }

    /// The same ballots, each cast another number of times: as a sample of them, or without some. Nil unless there is one count for each, none negative.
    package func recounted(_ counts: [Int]) -> RankedBallots? {
        guard counts.count == distinctCount, counts.allSatisfy({ $0 >= 0 && $0 < Int(Int32.max) }) else { return nil }
        return RankedBallots(
            candidateCount: candidateCount, starts: starts, candidates: candidates, tiers: tiers, counts: counts, voterCount: counts.reduce(0, +))
    }

    /// As ballots with points for shares of a budget: of `n` named candidates the first has n - 1 points, the last none, as pabutools' Borda satisfaction.
    ///
    /// Tied ones each have as many points as there are candidates named below them. Distinct ballots keep their places.
    package var points: WeightedBallots {
        var starts = [0], named: [Int32] = [], points: [Int32] = []
        for ballot in 0..<distinctCount {
            let places = range(ballot)
            var below: [(candidate: Int32, points: Int32)] = []
            // From the last place upwards, so that a tier knows how many stand below it.
            var tierEnd = places.upperBound
            for place in places.reversed() {
                if place + 1 < places.upperBound, tiers[place] != tiers[place + 1] { tierEnd = place + 1 }
                below.append((candidates[place], Int32(places.upperBound - tierEnd)))
            }
            for entry in below.sorted(by: { $0.candidate < $1.candidate }) where entry.points > 0 {
                named.append(entry.candidate)
                points.append(entry.points)
            }
            starts.append(named.count)
        }
        return WeightedBallots(candidateCount: candidateCount, starts: starts, candidates: named, points: points, counts: counts, voterCount: voterCount)
    }

    /// As approvals of whoever is named. Distinct ballots keep their places.
    package var approvals: WeightedBallots {
        var named = candidates
        for ballot in 0..<distinctCount { named[range(ballot)].sort() }
        return WeightedBallots(candidateCount: candidateCount, starts: starts, candidates: named, points: nil, counts: counts, voterCount: voterCount)
    }
}

/// Takes ranked ballots one by one, in any order, and keeps equal ones once.
package struct RankedBallotBox: Sendable {
    private let candidateCount: Int
    private var rows = DistinctRows()
    private var voterCount = 0
    private var row: [Int32] = []
    /// The last ballot that named each candidate: tells a second naming without a set for every ballot.
    private var namedBy: [Int]
    private var cast = 0

    /// Nil for a negative number of candidates or one beyond a million.
    package init?(candidateCount: Int) {
        guard candidateCount >= 0, candidateCount <= 1_000_000 else { return nil }
        self.candidateCount = candidateCount
        namedBy = Array(repeating: 0, count: candidateCount)
    }

    /// Casts a ballot `count` times, its tiers best first, and answers its place among the distinct ones.
    ///
    /// Nil, and nothing is cast, where a candidate does not exist or is named twice, where a tier is empty, and where `count` is not above zero.
    package mutating func rank(_ tiers: [[Int]], count: Int) -> Int? {
        cast += 1
        row.removeAll(keepingCapacity: true)
        for (tier, candidates) in tiers.enumerated() {
            guard !candidates.isEmpty else { return nil }
            for candidate in candidates.sorted() {
                guard namedBy.indices.contains(candidate), namedBy[candidate] != cast else { return nil }
                namedBy[candidate] = cast
                row.append(Int32(candidate))
                row.append(Int32(tier))
            }
        }
        let (sum, isOver) = voterCount.addingReportingOverflow(count)
        guard count > 0, !isOver, sum < Int(Int32.max), let place = rows.add(row, count: count) else { return nil }
        voterCount = sum
        return place
    }

    /// What was cast so far.
    package var ballots: RankedBallots {
        let places = stride(from: 0, to: rows.values.count, by: 2)
        return RankedBallots(
            candidateCount: candidateCount, starts: rows.starts.map { $0 / 2 }, candidates: places.map { rows.values[$0] },
            tiers: places.map { rows.values[$0 + 1] }, counts: rows.counts, voterCount: voterCount)
    }
}
