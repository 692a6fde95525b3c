/// Between which places a candidate stands in most samples of the ballots.
package struct RankInterval: Equatable, Sendable {
    /// Places count from 1; tied candidates share the mean of theirs.
    package let low: Double
    package let high: Double

    /// In which share of the samples it stands first, a share of it where several do.
    package let first: Double
}

/// Draws voters anew within each group, as many as it has, with replacement, and says between which places each candidate stands in the middle
/// `confidence` of the samples.
///
/// `groups` holds for each group how many of its voters cast each distinct ballot; `rank` orders candidates from such counts over all groups. The ends are
/// percentiles by linear interpolation. Says how much the order rests on who happened to vote, not whether they are like those who did not. Nil without
/// voters or samples, where counts are negative or of different length, and where `confidence` is not within 0 and 1.
/// Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979; strata as in Davison and Hinkley 1997, 3.2.
package func bootstrapRanks(
    groups: [[Int]], samples: Int, confidence: Double, using random: inout some RandomNumberGenerator, rank: ([Int]) -> Ranking
) -> [RankInterval]? {
    guard let width = groups.first?.count, groups.allSatisfy({ $0.count == width && $0.allSatisfy { $0 >= 0 } }) else { return nil }
    guard groups.contains(where: { $0.contains { $0 > 0 } }), samples > 0, confidence > 0, confidence < 1 else { return nil }
    let strata = groups.map(Stratum.init)
    var places: [[Double]] = [], first: [Double] = []
    for sample in 0..<samples {
        var counts = [Int](repeating: 0, count: width)
        for stratum in strata { stratum.draw(into: &counts, using: &random) }
        let ranking = rank(counts)
        if sample == 0 {
            places = Array(repeating: [], count: ranking.candidateCount)
            first = Array(repeating: 0, count: ranking.candidateCount)
        }
        for (candidate, place) in ranking.meanPlaces.enumerated() where candidate < places.count { places[candidate].append(place) }
        let leaders = ranking.groups.first ?? []
        for candidate in leaders where candidate < first.count { first[candidate] += 1 / Double(leaders.count) }
    }
    return zip(places, first).map { places, first in
        let sorted = places.sorted()
        return RankInterval(
            low: percentile(sorted, (1 - confidence) / 2), high: percentile(sorted, (1 + confidence) / 2), first: first / Double(samples))
    }
}

/// One group's voters by the ballot they cast.
private struct Stratum {
    /// How many voters cast a ballot up to this one.
    private let cumulated: [Int]

    init(_ counts: [Int]) {
        var sum = 0
        cumulated = counts.map { count in
            sum += count
            return sum
        }
    }

    func draw(into counts: inout [Int], using random: inout some RandomNumberGenerator) {
        guard let all = cumulated.last, all > 0 else { return }
        for _ in 0..<all {
            let voter = Int.random(in: 0..<all, using: &random)
            var low = 0, high = cumulated.count - 1
            while low < high {
                let middle = (low + high) / 2
                if cumulated[middle] > voter { high = middle } else { low = middle + 1 }
            }
            counts[low] += 1
        }
    }
}

/// Of sorted values, at a share of the way from the first to the last.
private func percentile(_ sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    let position = share * Double(last)
    let below = min(Int(position), last), above = min(below + 1, last)
    return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
}

/// The ranking without each group in turn: whether any one of them alone decides it.
///
/// `groups` and `rank` as for `bootstrapRanks`; nil where counts are of different length.
package func rankingsLeavingOneOut(groups: [[Int]], rank: ([Int]) -> Ranking) -> [Ranking]? {
    guard let width = groups.first?.count, groups.allSatisfy({ $0.count == width }) else { return nil }
    let all = (0..<width).map { ballot in groups.reduce(0) { $0 + $1[ballot] } }
    return groups.map { group in rank(zip(all, group).map { $0 - $1 }) }
}
