/// How long things take to reach something, where some have not yet reached it: the median of Kaplan and Meier.
///
/// What has not reached it is known to take longer than it has been waited for, and counts as long as it was. Source: Kaplan and Meier, "Nonparametric estimation from incomplete
/// observations", Journal of the American Statistical Association 53, 1958.
package struct WaitingTime: Equatable, Sendable {
    package struct Wait: Equatable, Sendable {
        package var time: Double
        package var isReached: Bool

        package init(_ time: Double, isReached: Bool) {
            self.time = time
            self.isReached = isReached
        }
    }

    /// By when half of all have reached it; `nil` where that has not been seen.
    package let median: Double?
    package let reached: Int
    package let count: Int
    /// The longest that was waited for any of them.
    package let longest: Double

    /// Nil without waits, and with one below 0 or not finite.
    package init?(_ waits: [Wait]) {
        guard !waits.isEmpty, waits.allSatisfy({ $0.time >= 0 && $0.time.isFinite }) else { return nil }
        // At the same time, what is reached comes before what is waited for no longer.
        let sorted = waits.sorted { ($0.time, $0.isReached ? 0 : 1) < ($1.time, $1.isReached ? 0 : 1) }
        var left = 1.0, median: Double?
        for (place, wait) in sorted.enumerated() where wait.isReached && median == nil {
            let waiting = Double(sorted.count - place)
            left *= (waiting - 1) / waiting
            if left <= 0.5 + 1e-12 { median = wait.time }
        }
        self.median = median
        reached = waits.count { $0.isReached }
        count = waits.count
        longest = waits.map(\.time).max() ?? 0
    }
}
