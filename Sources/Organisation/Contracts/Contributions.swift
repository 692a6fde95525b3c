import Journal

/// A thing on the golden thread.
package struct Node: Sendable, Equatable {
    package var reference: Reference
    /// What kind of thing it is: a key among the words, such as `planning.kind.objective`.
    package var kind: String
    package var code: String
    package var title: Localized
    /// Its page, below the organisation's address.
    package var path: String
    package var audience: Audience
    /// What is missing around it: keys among the words, such as `planning.gap.objective-without-indicator`.
    package var gaps: [String]

    package init(_ reference: Reference, kind: String, code: String = "", title: Localized, path: String, audience: Audience, gaps: [String] = []) {
        self.reference = reference
        self.kind = kind
        self.code = code
        self.title = title
        self.path = path
        self.audience = audience
        self.gaps = gaps
    }
}

/// One step of the golden thread: `from` is why `to` exists; `to` is what became of `from`.
package struct Strand: Sendable, Hashable {
    package var from: Reference
    package var to: Reference
    /// How they are connected: a key among the words, such as `planning.strand.measured-by`.
    package var kind: String
    package var audience: Audience

    package init(from: Reference, to: Reference, kind: String, audience: Audience) {
        self.from = from
        self.to = to
        self.kind = kind
        self.audience = audience
    }
}

/// What awaits somebody.
package struct TaskItem: Sendable, Equatable {
    /// A key among the words with its arguments.
    package var title: Saying
    package var detail: Saying?
    package var path: String
    package var due: Day?
    package var audience: Audience
    /// How many things it stands for.
    package var count: Int

    package init(_ title: Saying, detail: Saying? = nil, path: String, due: Day? = nil, audience: Audience, count: Int = 1) {
        self.title = title
        self.detail = detail
        self.path = path
        self.due = due
        self.audience = audience
        self.count = count
    }
}

/// What must hold before a plan is adopted, and does not.
package struct Finding: Sendable, Equatable {
    package enum Gravity: String, Sendable, Comparable {
        case blocks, warns, informs
        package static func < (a: Gravity, b: Gravity) -> Bool { a.rank < b.rank }
        private var rank: Int {
            switch self {
            case .blocks: 0
            case .warns: 1
            case .informs: 2
            }
        }
    }

    package var gravity: Gravity
    package var saying: Saying
    /// What it is about.
    package var about: [Reference]
    /// Which rule asks for it, and where the rule comes from: a key among the words.
    package var rule: String
    package var audience: Audience

    package init(_ gravity: Gravity, _ saying: Saying, about: [Reference], rule: String, audience: Audience) {
        self.gravity = gravity
        self.saying = saying
        self.about = about
        self.rule = rule
        self.audience = audience
    }
}

/// How something stands against what was aimed at: what Monitoring tells the other features.
package struct Progress: Sendable, Equatable {
    package enum Status: String, Sendable, CaseIterable { case onTrack, atRisk, offTrack, noData }

    package var status: Status
    /// Why nothing is said although something has a value: too little of it has one.
    package var hasTooLittle: Bool
    /// Where there is no status: a value there is, but nothing to hold it against, or not yet.
    package var isUnrated: Bool
    /// The newest value is older than one and a half reporting periods.
    package var isStale: Bool
    /// 0 to 100.
    package var score: Double?
    /// Share of the weight that has data, 0 to 1.
    package var coverage: Double
    /// How many of how many have a value.
    package var counted: Int
    package var of: Int
    /// The page that shows how it was computed.
    package var explanation: String
    /// Scores over the reporting periods, oldest first, for a small trend.
    package var trend: [Double?]
    /// Who may know it: an indicator's values can be disclosed to members or staff only.
    package var audience: Audience

    package init(
        status: Status, hasTooLittle: Bool = false, isUnrated: Bool = false, isStale: Bool, score: Double?, coverage: Double, counted: Int, of: Int, explanation: String, trend: [Double?] = [],
        audience: Audience = .everyone
    ) {
        self.status = status
        self.hasTooLittle = hasTooLittle
        self.isUnrated = isUnrated
        self.isStale = isStale
        self.score = score
        self.coverage = coverage
        self.counted = counted
        self.of = of
        self.explanation = explanation
        self.trend = trend
        self.audience = audience
    }
}
