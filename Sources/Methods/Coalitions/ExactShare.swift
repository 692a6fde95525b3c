/// A share from 0 to 1 as a fraction of whole numbers, so that two thirds of 100 is 67 and never 66.99 or 67.01.
package struct ExactShare: Equatable, Sendable {
    package static let most = 1000

    package let numerator: Int
    package let denominator: Int

    /// Nil unless 0 ≤ numerator ≤ denominator ≤ 1000, and the denominator above 0.
    package init?(_ numerator: Int, of denominator: Int) {
        guard (1...ExactShare.most).contains(denominator), (0...denominator).contains(numerator) else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// From `2/3` or `0.6`, with up to three decimals; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let above = Int(parts[0]), let below = Int(parts[1]) {
            self.init(above, of: below)
        } else {
            let decimals = text.split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(decimals.count), let whole = Int(decimals[0]), (0...1).contains(whole) else { return nil }
            let rest = decimals.count == 2 ? String(decimals[1]) : ""
            guard rest.count <= 3, rest.allSatisfy({ ("0"..."9").contains($0) }), decimals.count == 1 || !rest.isEmpty else { return nil }
            self.init(whole * ExactShare.most + (Int(rest.padding(to: 3)) ?? 0), of: ExactShare.most)
        }
    }

    package var value: Double { Double(numerator) / Double(denominator) }
}

extension String {
    fileprivate func padding(to length: Int) -> String { self + String(repeating: "0", count: max(0, length - count)) }
}
