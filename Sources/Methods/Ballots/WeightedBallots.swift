/// Ballots that give each candidate a whole number of points, or simply approve of some; equal ones are kept once.
///
/// Candidates are numbered from 0. Distinct ballots lie one after the other: ballot `b` names `candidates[starts[b]..<starts[b + 1]]`, ascending, and
/// came `counts[b]` times. An empty ballot counts as a voter.
package struct WeightedBallots: Sendable, Equatable {
    package let candidateCount: Int

    /// One more than there are distinct ballots.
    package let starts: [Int]

    /// Ascending within each ballot, each at most once.
    package let candidates: [Int32]

    /// Beside each candidate its points, above zero; nil where every named candidate counts one.
    package let points: [Int32]?

    /// How many voters cast each distinct ballot.
    package let counts: [Int]

    /// All of them, those with empty ballots too.
    package let voterCount: Int

    /// How many distinct ballots there are.
    package var distinctCount: Int { counts.count }

    /// The places of a distinct ballot in `candidates` and `points`.
    package func range(_ ballot: Int) -> Range<Int> { starts[ballot]..<starts[ballot + 1] }

    /// The points at a place; 1 where ballots only approve.
    package func points(at place: Int) -> Int { points.map { Int($0[place]) } ?? 1 }

    /// The same ballots as approvals of whoever has points in them; their distinct ballots keep their places, though some may now be alike.
    package var approvals: WeightedBallots {
        WeightedBallots(candidateCount: candidateCount, starts: starts, candidates: candidates, points: nil, counts: counts, voterCount: voterCount)
    }
}

/// Takes ballots one by one, in any order, and keeps equal ones once.
package struct WeightedBallotBox: Sendable {
    /// The most points a ballot may give to one candidate: sums over all voters stay far from what 64 bits hold.
    package static let mostPoints = 1_000_000_000

    private let candidateCount: Int
    private let isApproval: Bool
    private var rows = DistinctRows()
    private var row: [Int32] = []
    private var voterCount = 0

    /// Nil for a negative number of candidates or one beyond 32 bits.
    package init?(approvalsOf candidateCount: Int) { self.init(candidateCount, isApproval: true) }

    /// Nil for a negative number of candidates or one beyond 32 bits.
    package init?(pointsFor candidateCount: Int) { self.init(candidateCount, isApproval: false) }

    private init?(_ candidateCount: Int, isApproval: Bool) {
        guard candidateCount >= 0, candidateCount < Int32.max else { return nil }
        self.candidateCount = candidateCount
        self.isApproval = isApproval
    }

    /// Casts a ballot `count` times that approves of these candidates, and answers its place among the distinct ones.
    ///
    /// Nil, and nothing is cast, where a candidate does not exist or is named twice, where `count` is not above zero, and where the box takes points.
    package mutating func approve(_ candidates: [Int], count: Int) -> Int? {
        guard isApproval, candidates.allSatisfy({ $0 >= 0 && $0 < candidateCount }) else { return nil }
        row.removeAll(keepingCapacity: true)
        for candidate in candidates { row.append(Int32(candidate)) }
        row.sort()
        guard zip(row, row.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        return cast(count)
    }

    /// Casts a ballot `count` times that gives points to candidates; those with no points are as if they were not named.
    ///
    /// Nil, and nothing is cast, where a candidate does not exist or is named twice, where points are negative or above `mostPoints`, where `count` is
    /// not above zero, and where the box takes approvals.
    package mutating func give(_ points: [(candidate: Int, points: Int)], count: Int) -> Int? {
        let isValid = points.allSatisfy { $0.candidate >= 0 && $0.candidate < candidateCount && $0.points >= 0 && $0.points <= WeightedBallotBox.mostPoints }
        guard !isApproval, isValid else { return nil }
        let ordered = points.sorted { $0.candidate < $1.candidate }
        guard zip(ordered, ordered.dropFirst()).allSatisfy({ $0.candidate < $1.candidate }) else { return nil }
        row.removeAll(keepingCapacity: true)
        for entry in ordered where entry.points > 0 {
            row.append(Int32(entry.candidate))
            row.append(Int32(entry.points))
        }
        return cast(count)
    }

    private mutating func cast(_ count: Int) -> Int? {
        let (sum, isOver) = voterCount.addingReportingOverflow(count)
        guard count > 0, !isOver, sum < Int(Int32.max), let place = rows.add(row, count: count) else { return nil }
        voterCount = sum
        return place
    }

    /// What was cast so far.
    package var ballots: WeightedBallots {
        guard !isApproval else {
            return WeightedBallots(
                candidateCount: candidateCount, starts: rows.starts, candidates: rows.values, points: nil, counts: rows.counts, voterCount: voterCount)
        }
        let places = stride(from: 0, to: rows.values.count, by: 2)
        return WeightedBallots(
            candidateCount: candidateCount, starts: rows.starts.map { $0 / 2 }, candidates: places.map { rows.values[$0] },
            points: places.map { rows.values[$0 + 1] }, counts: rows.counts, voterCount: voterCount)
    }
}
