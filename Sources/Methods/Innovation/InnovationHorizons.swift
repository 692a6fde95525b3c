/// How a budget divides into what is at the core, beside it and far from it, and how far that lies from a reference.
///
/// 70-20-10 after Nagji and Tuff, "Managing your innovation portfolio", Harvard Business Review, May 2012: a band seen in some firms, not a target. Which line belongs where follows from the
/// share that explores, in thirds: a house default.
package struct InnovationHorizons: Equatable, Sendable {
    package enum Horizon: String, Sendable, CaseIterable {
        case core, adjacent, transformational

        /// By thirds of the share that explores.
        package init(share: Double) { self = share < 1.0 / 3 ? .core : share < 2.0 / 3 ? .adjacent : .transformational }
    }

    /// Of core, adjacent and transformational, in this order.
    package static let reference = [0.7, 0.2, 0.1]

    /// In the order of `Horizon`; together 1.
    package let shares: [Double]
    /// From 70-20-10: 0 (the same) to 1.
    package var distance: Double { totalVariation(shares, InnovationHorizons.reference) ?? 0 }

    /// Nil where nothing is spent.
    package init?(_ lines: [ExploreShare.Line]) {
        let all = lines.reduce(0) { $0 + $1.amount }
        guard all > 0, all.isFinite else { return nil }
        shares = Horizon.allCases.map { horizon in lines.filter { Horizon(share: $0.share) == horizon }.reduce(0) { $0 + $1.amount } / all }
    }
}

/// Half of the sum of what the parts of two divisions differ by: 0 where they are the same, 1 where they have nothing in common. Nil where they have not as many parts.
package func totalVariation(_ one: [Double], _ other: [Double]) -> Double? {
    guard one.count == other.count else { return nil }
    return zip(one, other).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
}

/// Whether an organisation exploits and explores alike, and how much of both it does.
///
/// Balance `1 − |P − X| / (P + X)`, combined `P X` as a share of the most that the scale allows. Both are shown: performance goes with the combined dimension more than with balance (Junni,
/// Sarala, Taras and Tarba, Academy of Management Perspectives 27, 2013).
package struct Ambidexterity: Equatable, Sendable {
    /// 0 (only one of both) to 1 (alike).
    package let balance: Double
    /// 0 to 1.
    package let combined: Double

    /// Nil for scores below zero or above the end of the scale, and where both are zero.
    ///
    /// - Parameters:
    ///   - exploit, explore: scores on a scale that begins at zero.
    ///   - most: where the scale ends.
    package init?(exploit: Double, explore: Double, most: Double) {
        guard most > 0, most.isFinite, (0...most).contains(exploit), (0...most).contains(explore), exploit + explore > 0 else { return nil }
        balance = 1 - abs(exploit - explore) / (exploit + explore)
        combined = (exploit / most) * (explore / most)
    }
}
