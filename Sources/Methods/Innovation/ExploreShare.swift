/// How much of what is spent explores: `E = Σ xᵢ mᵢ / Σ mᵢ`, where each line has an amount and the share of it that explores.
///
/// Source: exploration and exploitation after March (Organization Science 2, 1991); the ratio of both "at any point in time" after Ventresca (2020) as the founding paper has it; its measure is
/// a house default.
package struct ExploreShare: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        /// Zero or more, in any unit.
        package let amount: Double
        /// 0 (exploits what is known) to 1 (explores).
        package let share: Double

        /// Nil for what is no amount, and for a share beyond 0 and 1.
        package init?(amount: Double, share: Double) {
            guard amount.isFinite, amount >= 0, (0...1).contains(share) else { return nil }
            self.amount = amount
            self.share = share
        }
    }

    /// From 0 to 1.
    package let explore: Double
    package var exploit: Double { 1 - explore }
    /// Of all lines together.
    package let amount: Double
    /// From 0 to 1: of all that is spent, the part of which it is known whether it explores.
    package let coverage: Double
    /// Between which shares of all lies, whatever the rest does.
    package var range: ClosedRange<Double> { explore * coverage...explore * coverage + (1 - coverage) }

    /// Nil where nothing is spent.
    ///
    /// - Parameter total: of all that is spent, where more is than these lines.
    package init?(_ lines: [Line], of total: Double = 0) {
        let amount = lines.reduce(0) { $0 + $1.amount }, total = max(amount, total)
        guard amount > 0, total.isFinite else { return nil }
        self.amount = amount
        coverage = amount / total
        explore = min(1, max(0, lines.reduce(0) { $0 + $1.amount * $1.share } / amount))
    }

    /// The share that follows from five questions with yes or no: how many of them were answered with yes, of all. Nil where one is open.
    ///
    /// - Parameter answers: new to us, new users, new competence needed, outcome uncertain, benefit beyond this plan period.
    package static func share(answers: [Bool?]) -> Double? {
        guard !answers.isEmpty, answers.allSatisfy({ $0 != nil }) else { return nil }
        return Double(answers.count { $0 == true }) / Double(answers.count)
    }
}

/// How far the share that explores lies from the one that was agreed.
package struct ExploreGap: Equatable, Sendable {
    package enum Verdict: String, Sendable, CaseIterable {
        case within, below, above
        /// It depends on what is not known.
        case undecided
    }

    /// What is known less what was agreed, as a share: −0.03 is three points too few.
    package let difference: Double
    package let verdict: Verdict

    /// - Parameters:
    ///   - agreed: from 0 to 1.
    ///   - tolerance: how far on either side is within; its ends belong to it.
    package init(_ share: ExploreShare, agreed: Double, tolerance: Double) {
        func verdict(_ difference: Double) -> Verdict { abs(difference) <= max(0, tolerance) + 1e-9 ? .within : difference < 0 ? .below : .above }
        difference = share.explore - agreed
        let least = verdict(share.range.lowerBound - agreed)
        self.verdict = least == verdict(share.range.upperBound - agreed) ? least : .undecided
    }
}
