/// Whether a value meets its target; a yes or no beside the score, which says how far.
package enum TargetTest: String, Codable, Sendable, CaseIterable {
    case met, notMet, undetermined
}

extension TargetTest {
    /// Tests `minimum <= actual <= maximum`, both ends included.
    ///
    /// Where larger is better there is only a minimum, where smaller is better only a maximum, for a range both; all in one unit. Undetermined
    /// without a value, without any bound, when an input is not finite, and when the minimum exceeds the maximum. Source: house default.
    package init(actual: Double?, minimum: Double?, maximum: Double?) {
        let bounds = [minimum, maximum].compactMap { $0 }
        guard let actual, actual.isFinite, !bounds.isEmpty, bounds.allSatisfy(\.isFinite) else {
            self = .undetermined
            return
        }
        let low = minimum ?? -.infinity
        let high = maximum ?? .infinity
        guard low <= high else {
            self = .undetermined
            return
        }
        self = low <= actual && actual <= high ? .met : .notMet
    }
}
