/// How widely something is a priority.
package enum Consensus: String, Codable, Sendable, CaseIterable {
    /// Of nearly all groups, of many, of at least one, of none.
    case common, shared, regional, none
}

/// From which share of groups on something is common, and from which it is shared.
package struct ConsensusThresholds: Equatable, Sendable {
    package let common: Double
    package let shared: Double

    package init(common: Double, shared: Double) {
        self.common = common
        self.shared = shared
    }

    /// Common from four fifths of the groups, shared from a third. Source: house default.
    package static let standard = ConsensusThresholds(common: 0.8, shared: 1.0 / 3)
}

/// Classes each candidate by the share of groups in whose first `k` it stands.
///
/// `groups` holds one ranking of the same candidates for each group; whom fewer than `k` stand strictly above is among its first `k`. A share within one
/// billionth below a threshold reaches it. Nil without groups, where they rank different numbers of candidates, and where `k` is not above zero.
package func consensus(of groups: [Ranking], top k: Int, thresholds: ConsensusThresholds) -> [Consensus]? {
    guard let count = groups.first?.candidateCount, k > 0, groups.allSatisfy({ $0.candidateCount == count }) else { return nil }
    return consensus(ofTops: groups.map { $0.top(k) }, candidateCount: count, thresholds: thresholds)
}

/// The same of groups that name their first ones themselves: where fewer than `k` have any support, those only.
///
/// Nil without groups, and where one names a candidate that does not exist.
package func consensus(ofTops tops: [[Int]], candidateCount: Int, thresholds: ConsensusThresholds) -> [Consensus]? {
    guard !tops.isEmpty, candidateCount >= 0, tops.allSatisfy({ $0.allSatisfy { (0..<candidateCount).contains($0) } }) else { return nil }
    var supporting = [Int](repeating: 0, count: candidateCount)
    for top in tops {
        for candidate in Set(top) { supporting[candidate] += 1 }
    }
    return supporting.map { number in
        let share = Double(number) / Double(tops.count)
        if number > 0, share.reaches(thresholds.common) { return .common }
        if number > 0, share.reaches(thresholds.shared) { return .shared }
        return number > 0 ? .regional : .none
    }
}
