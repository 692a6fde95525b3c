import Journal
import Methods
import Organisation

/// How an indicator stands on a day, with every number from which that was computed.
struct Measurement: Sendable {
    /// By which rule the value is held against the target.
    enum Rule: String, Sendable {
        /// How far from the baseline to the target.
        case progress
        /// A target that equals the baseline, or has none: to be kept.
        case keeping
        /// Inside a range, or how far outside.
        case range
        /// The share of milestones done.
        case milestones
        /// A text: a person judges.
        case judgement
    }

    /// Why nothing can be said.
    enum Gap: String, Sendable, CaseIterable {
        case noTarget, toBeDetermined, noValue, noNumber, noBaseline, noTolerance, notJudged, notAggregated, tooFew, tooEarly, outOfScale
    }

    var actual: Actual?
    var target: Target?
    var rule: Rule?
    var course: Course?
    var score: Score?
    /// What the score should be by the day of the value.
    var expected: Score?
    /// Score over expected score; at the end the share of the target reached.
    var achievement: Double?
    var rating: Rating
    var gap: Gap?
    /// Whether the value is at least as good as the target, whatever the way to it.
    var met = TargetTest.undetermined
    /// Days between the day of the value and the day read; `nil` without a value.
    var age: Int?
    var isStale = false

    /// Whether anything stands: a value of the whole, that of at least one Member, or a judgement. Everything that counts
    /// “indicators with a value” counts these.
    var hasValue: Bool { actual.map { $0.counted > 0 || $0.judgement != nil } ?? false }
}

/// The newest value and the period that it speaks for.
struct Actual: Sendable {
    var id: ID<ReportingPeriod>
    var period: ReportingPeriod
    /// The last day that it speaks for: the period's last, or the day read where the period is still running.
    var day: Day
    var amount: Double?
    var text: Prose?
    var judgement: Judgement?
    /// How many have a value, of how many: for a value of the whole, 1 of 1.
    var counted: Int
    var of: Int
    /// A newer period that so few have reported that it does not count yet.
    var overtakenBy: (period: ReportingPeriod, counted: Int, of: Int)?

    var coverage: Double { of == 0 ? 0 : Double(counted) / Double(of) }
    /// Whether it speaks for the whole.
    var isEnough: Bool { coverage >= Measuring.leastCoverage }
}

/// The way from the baseline to the target, and how much of the time has passed.
struct Course: Sendable {
    var baseline: Double
    var target: Double
    var from: Day
    var until: Day
    /// The last day that the value speaks for.
    var now: Day
    /// Earlier targets, through which the way leads.
    var bends: [(day: Day, value: Double)]
    var expected: Double?

    var total: Int { from.days(until: until) }
    var elapsed: Int { min(max(from.days(until: now), 0), max(total, 0)) }
    /// At the end the target itself is expected.
    var isAtEnd: Bool { now >= until }
}
