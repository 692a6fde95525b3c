import Journal

/// The full sheet of an indicator (`domain-facts` 12: results-based management).
package struct Indicator: Equatable, Codable, Sendable {
    /// Where in the results chain it measures.
    package enum Level: String, Codable, Sendable, CaseIterable { case input, activity, output, outcome, impact }
    package enum Kind: String, Codable, Sendable, CaseIterable { case number, percentage, milestone, text }
    /// What is better: more, less, or staying within a range.
    package enum Direction: String, Codable, Sendable, CaseIterable { case up, down, range }
    /// Who reports: the organisation as a whole, or each member for itself.
    package enum Reporting: String, Codable, Sendable, CaseIterable { case whole, byMember }
    /// How values of members become one of the whole.
    package enum Aggregation: String, Codable, Sendable, CaseIterable { case mean, median, sum, none }
    package enum Disclosure: String, Codable, Sendable, CaseIterable { case everyone, members, staff }
    /// What a leading indicator foretells a lagging one confirms.
    package enum Timing: String, Codable, Sendable, CaseIterable { case lead, lag }

    package var objective: ID<Objective>
    package var code: String
    package var title: Localized
    package var level: Level
    package var timing: Timing
    package var kind: Kind
    package var unit: Localized
    package var direction: Direction
    package var reporting: Reporting
    package var aggregation: Aggregation
    package var baseline: Baseline?
    package var targets: [Target]
    /// How far outside the target the score falls to 0, for ranges and for targets that equal the baseline.
    package var tolerance: Double?
    package var weight: Double
    package var disclosure: Disclosure
    package var responsible: ID<Unit>?
    /// Months between two reports.
    package var everyMonths: Int
    package var sheet: Sheet
    package var order: Int

    package init(
        objective: ID<Objective>, code: String, title: Localized, level: Level = .outcome, timing: Timing = .lag, kind: Kind = .number,
        unit: Localized = .empty, direction: Direction = .up, reporting: Reporting = .whole, aggregation: Aggregation = .none,
        baseline: Baseline? = nil, targets: [Target] = [], tolerance: Double? = nil, weight: Double = 1, disclosure: Disclosure = .everyone,
        responsible: ID<Unit>? = nil, everyMonths: Int = 12, sheet: Sheet = Sheet(), order: Int = 0
    ) {
        self.objective = objective
        self.code = code
        self.title = title
        self.level = level
        self.timing = timing
        self.kind = kind
        self.unit = unit
        self.direction = direction
        self.reporting = reporting
        self.aggregation = aggregation
        self.baseline = baseline
        self.targets = targets
        self.tolerance = tolerance
        self.weight = weight
        self.disclosure = disclosure
        self.responsible = responsible
        self.everyMonths = everyMonths
        self.sheet = sheet
        self.order = order
    }

    /// The rest of the sheet: in words.
    package struct Sheet: Equatable, Codable, Sendable {
        package var definition: Localized
        package var formula: Localized
        package var numerator: Localized
        package var denominator: Localized
        package var disaggregation: Localized
        package var dataSource: Localized
        package var method: Localized
        package var verification: Localized
        package var quality: Localized
        package var limitations: Localized
        /// A target of the Sustainable Development Goals, such as `17.10`.
        package var sdg: String

        package init(
            definition: Localized = .empty, formula: Localized = .empty, numerator: Localized = .empty, denominator: Localized = .empty,
            disaggregation: Localized = .empty, dataSource: Localized = .empty, method: Localized = .empty, verification: Localized = .empty,
            quality: Localized = .empty, limitations: Localized = .empty, sdg: String = ""
        ) {
            self.definition = definition
            self.formula = formula
            self.numerator = numerator
            self.denominator = denominator
            self.disaggregation = disaggregation
            self.dataSource = dataSource
            self.method = method
            self.verification = verification
            self.quality = quality
            self.limitations = limitations
            self.sdg = sdg
        }
    }
}

/// Where an indicator stood before the plan.
package struct Baseline: Equatable, Codable, Sendable {
    package var value: Double
    package var on: Day
    package var source: Localized

    package init(value: Double, on: Day, source: Localized = .empty) {
        self.value = value
        self.on = on
        self.source = source
    }
}

/// What is aimed at by a day.
package struct Target: Equatable, Codable, Sendable {
    package enum Aim: Equatable, Codable, Sendable {
        case value(Double)
        case range(low: Double, high: Double)
        /// Met when the text says so, judged by a person.
        case text(Prose)
        case toBeDetermined
    }

    package var aim: Aim
    package var by: Day

    package init(_ aim: Aim, by: Day) {
        self.aim = aim
        self.by = by
    }
}
