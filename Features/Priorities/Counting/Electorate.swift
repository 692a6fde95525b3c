import Journal
import Methods
import Organisation

extension Votes {
    /// Beside each vote how often it counts.
    func weights(_ electorate: Round.Electorate) -> [Int] {
        switch electorate {
        case .members: return votes.map { _ in 1 }
        case .regions:
            let sizes = Dictionary(grouping: votes.compactMap(\.region)) { $0 }.mapValues(\.count)
            guard let each = Votes.leastCommonMultiple(sizes.values.sorted(), most: mostWeight) else { return votes.map { _ in 0 } }
            // Who belongs to no region is not among those who are made equal.
            return votes.map { vote in vote.region.flatMap { sizes[$0] }.map { each / $0 } ?? 0 }
        }
    }

    /// How much all ballots may weigh together: points are counted in thousandths, and sums of them stay whole in a double.
    private var mostWeight: Int {
        let highest = kind == .points ? votes.flatMap(\.points.values).max() ?? 1 : 1
        return min(2_000_000_000, max(1, Int(0x1p50 / max(1, highest * Count.pointScale))))
    }

    /// By which each region's ballots can be weighed in whole numbers; where all of them would then be more than can be counted, as many as can, so that a ballot
    /// is off by a millionth or less.
    private static func leastCommonMultiple(_ numbers: [Int], most: Int) -> Int? {
        guard !numbers.isEmpty else { return nil }
        let most = max(most / numbers.count, numbers.last ?? 1)
        var multiple = 1
        for number in numbers {
            var (one, other) = (multiple, number)
            while other != 0 { (one, other) = (other, one % other) }
            multiple = multiple / one * number
            if multiple > most { return most }
        }
        return multiple
    }

    /// The order of one region's own Members by Borda's rule; `nil` where nobody there has a ballot.
    func ranking(of region: ID<Region>?) -> Ranking? {
        let scores = points(.borda), own = votes.indices.filter { votes[$0].region == region }
        guard !own.isEmpty else { return nil }
        return Ranking(scores: candidates.indices.map { candidate in own.reduce(0) { $0 + scores[$1][candidate] } })
    }

    /// What each vote gives each candidate under a rule that adds up: Borda's in half points, approvals as ones.
    func points(_ rule: AddingRule) -> [[Int]] {
        let count = candidates.count
        return votes.map { vote in
            switch rule {
            case .approval(let size):
                let first = Set(vote.first(size))
                return candidates.indices.map { first.contains($0) ? 1 : 0 }
            case .borda:
                let named = vote.tiers.reduce(0) { $0 + $1.count }
                var points = [Int](repeating: count - 1 - named, count: count), above = 0
                for tier in vote.tiers {
                    for candidate in tier { points[candidate] = 2 * (count - 1) - (2 * above + tier.count - 1) }
                    above += tier.count
                }
                return points
            }
        }
    }

    /// What each vote gives the candidates that it names: its points, or Borda's; `nil` for the others.
    var given: [[Double?]] {
        guard kind != .points else { return votes.map { vote in candidates.indices.map { vote.points[$0] } } }
        return zip(votes, points(.borda)).map { vote, points in
            let named = Set(vote.tiers.joined())
            return candidates.indices.map { named.contains($0) ? Double(points[$0]) / 2 : nil }
        }
    }

    /// The mean of what each candidate was given over those who named it; `nil` where nobody did.
    func means(of given: [[Double?]], _ weights: [Int]) -> [Double?] {
        candidates.indices.map { candidate in
            var sum = 0.0, voters = 0
            for (row, weight) in zip(given, weights) where weight > 0 {
                guard let points = row[candidate] else { continue }
                sum += points * Double(weight)
                voters += weight
            }
            return voters > 0 ? sum / Double(voters) : nil
        }
    }

    enum AddingRule {
        case borda
        case approval(size: Int)

        /// The most by which one ballot of a kind can favour one of so many candidates over another: Borda's points reach from the first to the last only where
        /// a ballot can put that many in an order.
        func reach(_ candidates: Int, _ kind: BallotBox.Kind, most: Int?) -> Int {
            let others = max(0, candidates - 1), named = min(most ?? candidates, candidates)
            switch (self, kind) {
            case (.approval, _): return 1
            case (.borda, .approval): return min(candidates, 2 * others)
            case (.borda, .ranking) where named < others: return others + named
            case (.borda, .ranking), (.borda, .points): return 2 * others
            }
        }
    }
}
