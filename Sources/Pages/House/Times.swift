import Journal

/// The days that are being read. `nil` is today, and as known today.
package struct Times: Sendable, Hashable {
    package var asOf: Day?
    package var knownOn: Day?
    package var today: Day

    package init(asOf: Day? = nil, knownOn: Day? = nil, today: Day) {
        self.asOf = asOf
        self.knownOn = knownOn
        self.today = today
    }

    /// The day whose state is shown.
    package var day: Day { asOf ?? knownOn ?? today }
}
