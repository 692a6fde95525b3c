/// The selection with the most points in which no group is left without its share.
package struct GuaranteedSelection: Equatable, Sendable {
    /// Ascending.
    package let selected: [Int]

    /// Groups whose guarantee no selection of this size could keep together with the others; empty where all are kept.
    package let unkept: [Int]
}

/// Selects `size` candidates with the highest sum of scores such that of each group's own first ones at least `least` are selected.
///
/// `groups[g]` holds the candidates that stand first in group `g`; a group with fewer than `least` of them is content with all. Where all guarantees cannot
/// be kept together, as many groups as possible are kept, and of such selections again the one with the highest sum; of equal ones the first by number. Exact:
/// candidates are tried in the order of their scores, and a branch is left where even the best of the rest would not do. Nil for a size that is not within the
/// number of candidates, for more than 64 candidates or groups, or where the search would take more than
/// `mostSteps` steps.
package func guaranteedSelection(scores: [Int], size: Int, groups: [Set<Int>], least: Int, mostSteps: Int = 3_000_000) -> GuaranteedSelection? {
    guard 0...scores.count ~= size, scores.count <= 64, groups.count <= 64, least >= 0 else { return nil }
    var search = GuaranteeSearch(scores: scores, size: size, groups: groups, least: least, stepsLeft: mostSteps)
    search.extend(0, chosen: 0, sum: 0)
    return search.selection
}

/// Sets of candidates are bits, the candidate with the highest score the lowest of them.
private struct GuaranteeSearch {
    private let size: Int
    private let groups: [UInt64]
    private let needs: [Int]
    /// By score, the highest first; of equal ones by number.
    private let order: [Int]
    /// In that order.
    private let scores: [Int]
    private var stepsLeft: Int
    private var best: (chosen: UInt64, kept: Int, sum: Int)?

    init(scores: [Int], size: Int, groups: [Set<Int>], least: Int, stepsLeft: Int) {
        let order = scores.indices.sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
        self.order = order
        self.scores = order.map { scores[$0] }
        self.size = size
        self.stepsLeft = stepsLeft
        self.groups = groups.map { group in order.indices.reduce(UInt64(0)) { group.contains(order[$1]) ? $0 | 1 << UInt64($1) : $0 } }
        needs = self.groups.map { min(least, $0.nonzeroBitCount, size) }
    }

    /// Nil where the search was not ended.
    var selection: GuaranteedSelection? {
        guard stepsLeft > 0, let best else { return nil }
        let selected = order.indices.filter { best.chosen & 1 << UInt64($0) != 0 }.map { order[$0] }
        return GuaranteedSelection(selected: selected.sorted(), unkept: groups.indices.filter { (best.chosen & groups[$0]).nonzeroBitCount < needs[$0] })
    }

    /// Goes on from a place of the order: first with the candidate there, then without.
    mutating func extend(_ place: Int, chosen: UInt64, sum: Int) {
        stepsLeft -= 1
        let left = size - chosen.nonzeroBitCount
        guard stepsLeft > 0, place + left <= order.count else { return }
        // How many groups could still be kept, and what the best of the rest would come to.
        let rest = place < 64 ? ~UInt64(0) << UInt64(place) : 0
        let keepable = groups.indices.count { group in
            (chosen & groups[group]).nonzeroBitCount + min(left, (groups[group] & rest).nonzeroBitCount) >= needs[group]
        }
        let bound = sum + scores[place..<(place + left)].reduce(0, +)
        if let best, (keepable, bound) <= (best.kept, best.sum) { return }
        if left == 0 {
            best = (chosen, keepable, sum)
        } else {
            extend(place + 1, chosen: chosen | 1 << UInt64(place), sum: sum + scores[place])
            extend(place + 1, chosen: chosen, sum: sum)
        }
    }
}
