/// What is measured of the six links between idea and spread, from the records of ideas.
///
/// The links are those of Hansen and Birkinshaw (see `ChainStrength`), numbered from 0; the measures are those of an international organisation.
package enum PipelineMeasure: String, Sendable, CaseIterable {
    /// Ideas of one unit that pass the screen, a year for ten of its people.
    case insideRate
    /// Ideas by authors of at least two directorates or regions, of those put in.
    case acrossShare
    /// Ideas put in by Members, partners, academia, others, of those put in.
    case outsideShare
    /// Ideas that pass, of those screened.
    case passShare
    /// Days from putting in to a decision, the median.
    case decisionDays
    /// Ideas that serve an objective, of those decided and taken up.
    case alignedShare
    /// Ideas that a Member uses, of those funded long enough ago.
    case useShare
    /// Months from funding to the first use, the median.
    case useMonths
    /// Members that use it, of all, over what has been in use long enough.
    case spreadShare
    /// Months from the first use until half of the Members use it, the median.
    case spreadMonths

    package static let linkCount = 6
    /// The links of the three phases.
    package static let phases = [[0, 1, 2], [3, 4], [5]]

    package var link: Int {
        switch self {
        case .insideRate: 0
        case .acrossShare: 1
        case .outsideShare: 2
        case .passShare, .decisionDays, .alignedShare: 3
        case .useShare, .useMonths: 4
        case .spreadShare, .spreadMonths: 5
        }
    }

    /// How many a link has.
    package static func count(of link: Int) -> Int { allCases.count { $0.link == link } }

    package var isShare: Bool {
        switch self {
        case .acrossShare, .outsideShare, .passShare, .alignedShare, .useShare, .spreadShare: true
        case .insideRate, .decisionDays, .useMonths, .spreadMonths: false
        }
    }

    package var isTime: Bool { self == .decisionDays || self == .useMonths || self == .spreadMonths }

    /// From which value on it is strong, and from which on weak; in between in proportion. House defaults: no study publishes any.
    package struct Limits: Equatable, Sendable {
        package var strong: Double
        package var weak: Double

        package init(strong: Double, weak: Double) {
            self.strong = strong
            self.weak = weak
        }

        /// 0 (strong) to 1 (weak); `nil` where the two are one.
        package func weakness(of value: Double) -> Double? {
            guard strong != weak, value.isFinite else { return nil }
            return min(1, max(0, (value - strong) / (weak - strong)))
        }
    }

    package var usualLimits: Limits {
        switch self {
        case .insideRate: Limits(strong: 1, weak: 0.2)
        case .acrossShare, .outsideShare, .passShare: Limits(strong: 0.4, weak: 0.1)
        case .decisionDays: Limits(strong: 60, weak: 180)
        case .alignedShare: Limits(strong: 0.9, weak: 0.5)
        case .useShare: Limits(strong: 0.6, weak: 0.2)
        case .useMonths: Limits(strong: 12, weak: 30)
        case .spreadShare: Limits(strong: 0.5, weak: 0.1)
        case .spreadMonths: Limits(strong: 24, weak: 60)
        }
    }
}
