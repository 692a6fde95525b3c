/// The six links of the value chain by what became of ideas in a period.
///
/// Each step counts what entered it in the period, as it stood at the end: what came later is not known yet. What is ended stays in the count and never reaches anything; only before a decision
/// does an ended idea stop waiting. A link's score is the mean of its measures' scores, as that of a survey is the mean of its statements.
package struct PipelineChain: Equatable, Sendable {
    /// Of whom the organisation is.
    package struct Ground: Equatable, Sendable {
        /// Of the units whose ideas count as in-house; `nil` where nobody says.
        package var staff: Double?
        /// Region by region, and last those that are of none.
        package var members: [[String]]

        package init(staff: Double?, members: [[String]]) {
            self.staff = staff
            self.members = members
        }
    }

    /// By what it is measured and scored.
    package struct Rule: Equatable, Sendable {
        package var limits: [PipelineMeasure: PipelineMeasure.Limits]
        /// Of fewer nothing is said.
        package var least: Int
        /// How many months ago something must have been funded, or first used, so that its share is counted.
        package var ripe: Double

        package static let usualLeast = 5, usualRipe = 12.0

        package init(limits: [PipelineMeasure: PipelineMeasure.Limits] = [:], least: Int = Rule.usualLeast, ripe: Double = Rule.usualRipe) {
            self.limits = limits
            self.least = least
            self.ripe = ripe
        }

        package func limits(of measure: PipelineMeasure) -> PipelineMeasure.Limits { limits[measure] ?? measure.usualLimits }
    }

    package enum Lack: String, Sendable, CaseIterable {
        /// Fewer than it takes.
        case tooFew
        /// Nobody says how many people there are.
        case noStaff, noMembers
        /// Half of them have not reached it yet.
        case notReached
        /// Fewer than it takes have reached it, so that a median would hang on one or two.
        case fewReached
    }

    package struct Finding: Equatable, Sendable {
        package let measure: PipelineMeasure
        package internal(set) var value: Double?
        package internal(set) var hits: Int
        /// How many ideas it rests on.
        package internal(set) var count: Int
        /// Of the spread, how many uses there could be; `nil` where hits are ideas themselves.
        package internal(set) var chances: Int?
        /// Of how many the hits are.
        package var whole: Int { chances ?? count }
        /// Of a share, with 95 % confidence.
        package internal(set) var interval: ClosedRange<Double>?
        package internal(set) var lack: Lack?
        /// Where half have not reached it: for how long the longest was waited.
        package internal(set) var waited: Double?
        /// 0 (strong) to 1 (weak).
        package internal(set) var weakness: Double?
    }

    /// Of the ideas put in during the period, how many came how far.
    package struct Funnel: Equatable, Sendable {
        package let putIn: Int
        package let passed: Int
        package let funded: Int
        package let used: Int
        /// By half of the Members.
        package let spread: Int

        package var steps: [Int] { [putIn, passed, funded, used, spread] }
    }

    /// How far what has been in use long enough came in one region.
    package struct Spread: Equatable, Sendable {
        /// Of the region.
        package let members: Int
        /// How many of them use any of it.
        package let users: Int
        /// Uses, of all that there could be: everything by every Member.
        package let share: Double
    }

    package let from: Int
    package let until: Int
    package let findings: [Finding]
    package let funnel: Funnel
    /// In the order of the ground; `nil` where there are no Members, or too few things.
    package let regions: [Spread?]

    package static let daysOfMonth = 365.2425 / 12

    /// - Parameters:
    ///   - from, until: both days belong to the period.
    ///   - ideas: also those of other times; without those that were merged into others.
    package init(_ ideas: [PipelineIdea], from: Int, until: Int, ground: Ground, rule: Rule = Rule()) {
        let counter = PipelineCounter(ideas.compactMap { $0.known(on: until) }, from: from, until: until, ground: ground, rule: rule)
        self.from = from
        self.until = until
        findings = PipelineMeasure.allCases.map(counter.finding)
        funnel = counter.funnel
        regions = counter.regions
    }

    package func findings(of link: Int) -> [Finding] { findings.filter { $0.measure.link == link } }

    /// Of which measures a link's score is the mean: fewer than it has where not all are known, so that two scores compare only where these are the same.
    package func scored(_ link: Int) -> [PipelineMeasure] { findings(of: link).filter { $0.weakness != nil }.map(\.measure) }

    /// 0 (strong) to 1 (weak), link by link; `nil` where nothing can be said.
    package var weaknesses: [Double?] {
        (0..<PipelineMeasure.linkCount).map { link in
            let known = findings(of: link).compactMap(\.weakness)
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
    }

    /// On a scale from 1 to `points`, high is weak.
    package func scores(points: Int) -> [Double?] { weaknesses.map { $0.map { 1 + $0 * Double(points - 1) } } }
}
