import Foundation
import Organisation

/// Divides a figure of the whole among the Members that report, so that their mean, median or sum is that figure.
struct HarbourSpread {
    let entry: HarbourIndicator
    let figure: Double
    /// Members that report, and for each how far it is above the others, drawn once for the indicator and a little anew for the period.
    let members: [(member: HarbourMember, lead: Double)]

    var amounts: [Double] {
        if entry.isFlag { return flags }
        return entry.indicator.aggregation == .sum ? counts : levels
    }

    /// The best prepared have it.
    private var flags: [Double] {
        let ranked = members.indices.sorted { (members[$0].lead, $1) > (members[$1].lead, $0) }
        let ready = Set(ranked.prefix(max(Int(figure), 0)))
        return members.indices.map { ready.contains($0) ? 1 : 0 }
    }

    /// Shares by traffic and lead, in whole numbers by largest remainders.
    private var counts: [Double] {
        let weights = members.map { $0.member.size * exp(0.6 * $0.lead) }
        let all = weights.reduce(0, +)
        guard all > 0 else { return members.map { _ in 0 } }
        let exact = weights.map { $0 / all * figure }
        var shares = exact.map { $0.rounded(.down) }
        let left = Int(figure - shares.reduce(0, +))
        let byRemainder = exact.indices.sorted { (exact[$0] - shares[$0], $1) > (exact[$1] - shares[$1], $0) }
        for index in byRemainder.prefix(max(left, 0)) { shares[index] += 1 }
        return shares
    }

    /// Around the figure; where the scale ends, the rest is shifted until the middle is right again.
    private var levels: [Double] {
        let sign: Double = entry.indicator.direction == .down ? -1 : 1
        let spread = entry.spread ?? 1
        let top: Double = entry.indicator.kind == .percentage ? 100 : .infinity
        var values = members.map { figure + sign * spread * $0.lead }
        for _ in 0..<8 {
            let shift = figure - middle(values)
            values = values.map { min(max($0 + shift, 0), top) }
        }
        return values.map(entry.rounded)
    }

    private func middle(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return figure }
        let sorted = values.sorted()
        let half = sorted.count / 2
        guard entry.indicator.aggregation == .median else { return values.reduce(0, +) / Double(values.count) }
        return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }
}
