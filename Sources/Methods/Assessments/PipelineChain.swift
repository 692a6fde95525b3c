/// An idea as far as it came; days are numbers.
package struct PipelineIdea: Equatable, Sendable {
    package var putIn: Int
    /// Of one unit whose people are counted, and of nobody else.
    package var isInside = false
    package var isAcross = false
    package var isOutside = false
    package var screened: Int?
    package var isPassed = false
    package var decided: Int?
    package var isAligned = false
    package var funded: Int?
    package var firstUse: Int?
    /// By Member, since when.
    package var uses: [String: Int] = [:]
    package var ended: Int?

    package init(putIn: Int) { self.putIn = putIn }
}

/// The six links of the value chain by what became of ideas in a period.
///
/// Each step counts what entered it in the period, as it stood at the end: what came later is not known yet. What is ended stays in the count and never reaches anything; only before a decision
/// does an ended idea stop waiting. A link's score is the mean of its measures' scores, as that of a survey is the mean of its statements.
package struct PipelineChain: Equatable, Sendable {
    /// Of whom the organisation is.
    package struct Ground: Equatable, Sendable {
        /// Of the units whose ideas count as in-house; `nil` where nobody says.
        package var staff: Double?
        /// By region.
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
        package fileprivate(set) var value: Double?
        package fileprivate(set) var hits: Int
        /// How many ideas it rests on.
        package fileprivate(set) var count: Int
        /// Of the spread, how many uses there could be; `nil` where hits are ideas themselves.
        package fileprivate(set) var chances: Int?
        /// Of how many the hits are.
        package var whole: Int { chances ?? count }
        /// Of a share, with 95 % confidence.
        package fileprivate(set) var interval: ClosedRange<Double>?
        package fileprivate(set) var lack: Lack?
        /// Where half have not reached it: for how long the longest was waited.
        package fileprivate(set) var waited: Double?
        /// 0 (strong) to 1 (weak).
        package fileprivate(set) var weakness: Double?
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

    package let from: Int
    package let until: Int
    package let findings: [Finding]
    package let funnel: Funnel
    /// Of what has been in use long enough, region by region: the share of its Members that use it.
    package let regions: [Double?]

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

extension PipelineIdea {
    /// As it was known on a day; `nil` where it was not there.
    fileprivate func known(on day: Int) -> PipelineIdea? {
        guard putIn <= day else { return nil }
        var known = self
        func past(_ other: Int?) -> Int? { other.flatMap { $0 <= day ? $0 : nil } }
        (known.screened, known.decided, known.funded, known.firstUse, known.ended) = (past(screened), past(answered), past(funded), past(firstUse), past(ended))
        known.isPassed = isPassed && known.screened != nil
        known.uses = uses.filter { $0.value <= day }
        return known
    }

    /// What did not pass was decided with that, and what came further had been decided by then.
    fileprivate var answered: Int? { decided ?? (screened != nil && !isPassed ? screened : nil) ?? [funded, firstUse].compactMap { $0 }.min() }
}

private struct PipelineCounter {
    typealias Finding = PipelineChain.Finding

    let ideas: [PipelineIdea]
    let from: Int
    let until: Int
    let ground: PipelineChain.Ground
    let rule: PipelineChain.Rule
    private let members: Set<String>
    private let screened: [PipelineIdea], put: [PipelineIdea], decided: [PipelineIdea], funded: [PipelineIdea], used: [PipelineIdea]

    init(_ ideas: [PipelineIdea], from: Int, until: Int, ground: PipelineChain.Ground, rule: PipelineChain.Rule) {
        func within(_ day: (PipelineIdea) -> Int?) -> [PipelineIdea] { ideas.filter { idea in day(idea).map { $0 >= from && $0 <= until } ?? false } }
        self.ideas = ideas
        self.from = from
        self.until = until
        self.ground = ground
        self.rule = rule
        members = Set(ground.members.joined())
        put = within(\.putIn)
        screened = within(\.screened)
        decided = within(\.decided)
        funded = within(\.funded)
        used = within(\.firstUse)
    }

    func finding(_ measure: PipelineMeasure) -> Finding {
        switch measure {
        case .insideRate: rate
        case .acrossShare: share(measure, put.count { $0.isAcross }, of: put.count)
        case .outsideShare: share(measure, put.count { $0.isOutside }, of: put.count)
        case .passShare: share(measure, screened.count { $0.isPassed }, of: screened.count)
        case .decisionDays: time(measure, begun(measure, unit: 1) { $0.putIn }.map { wait($0.putIn, $0.decided, giving: $0.ended, unit: 1) })
        case .alignedShare: share(measure, decided.count { $0.isAligned }, of: decided.count)
        case .useShare: useShare
        case .useMonths:
            time(measure, begun(measure, unit: PipelineChain.daysOfMonth) { $0.funded }.compactMap { idea in idea.funded.map { wait($0, idea.firstUse, unit: PipelineChain.daysOfMonth) } })
        case .spreadShare: spreadShare
        case .spreadMonths: spreadMonths
        }
    }

    // MARK: - Shares

    private var rate: Finding {
        let hits = screened.count { $0.isPassed && $0.isInside }
        guard let staff = ground.staff, staff > 0 else { return Finding(measure: .insideRate, hits: hits, count: screened.count, lack: .noStaff) }
        let years = Double(until - from + 1) / 365.2425
        return scored(Finding(measure: .insideRate, value: Double(hits) / (staff / 10) / years, hits: hits, count: screened.count))
    }

    private func share(_ measure: PipelineMeasure, _ hits: Int, of count: Int) -> Finding {
        scored(
            Finding(measure: measure, value: count > 0 ? Double(hits) / Double(count) : nil, hits: hits, count: count, interval: wilsonInterval(Double(hits), of: Double(count))))
    }

    private func isRipe(_ day: Int?) -> Bool { day.map { Double(until - $0) >= rule.ripe * PipelineChain.daysOfMonth } ?? false }

    private var useShare: Finding {
        let ripe = funded.filter { isRipe($0.funded) }
        return share(.useShare, ripe.count { $0.firstUse != nil }, of: ripe.count)
    }

    private var ripeInUse: [PipelineIdea] { used.filter { isRipe($0.firstUse) } }

    /// Uses of one thing are no chances of their own, so that the interval is that of as many draws as there are things.
    private var spreadShare: Finding {
        let ripe = ripeInUse
        guard !members.isEmpty else { return Finding(measure: .spreadShare, hits: 0, count: ripe.count, lack: .noMembers) }
        guard !ripe.isEmpty else { return Finding(measure: .spreadShare, hits: 0, count: 0, lack: .tooFew) }
        let uses = ripe.reduce(0) { $0 + users(of: $1) }, chances = ripe.count * members.count, share = Double(uses) / Double(chances)
        return scored(
            Finding(
                measure: .spreadShare, value: share, hits: uses, count: ripe.count, chances: chances, interval: wilsonInterval(share * Double(ripe.count), of: Double(ripe.count))))
    }

    var regions: [Double?] {
        let ripe = ripeInUse
        return ground.members.map { region in
            guard ripe.count >= rule.least, !region.isEmpty else { return nil }
            return ripe.reduce(0) { sum, idea in sum + Double(region.count { idea.uses[$0] != nil }) } / Double(ripe.count * region.count)
        }
    }

    private func users(of idea: PipelineIdea) -> Int { idea.uses.keys.count { members.contains($0) } }

    private func isSpread(_ idea: PipelineIdea) -> Bool { half(of: idea) != nil }

    /// When half of the Members used it.
    private func half(of idea: PipelineIdea) -> Int? {
        let days = idea.uses.filter { members.contains($0.key) }.map(\.value).sorted(), needed = (members.count + 1) / 2
        return needed > 0 && days.count >= needed ? days[needed - 1] : nil
    }

    // MARK: - Times

    private func wait(_ start: Int, _ end: Int?, giving up: Int? = nil, unit: Double) -> WaitingTime.Wait {
        if let end { return WaitingTime.Wait(Double(max(0, end - start)) / unit, isReached: true) }
        return WaitingTime.Wait(Double(max(0, min(up ?? until, until) - start)) / unit, isReached: false)
    }

    /// What began in the period, or before it by no more than the limit at which waiting is weak: else nothing could ever have waited as long.
    private func begun(_ measure: PipelineMeasure, unit: Double, _ day: (PipelineIdea) -> Int?) -> [PipelineIdea] {
        let reach = min((rule.limits(of: measure).weak * unit).rounded(.up), PipelineCounter.furthestBack), start = from - Int(max(0, reach))
        return ideas.filter { idea in day(idea).map { $0 >= start && $0 <= until } ?? false }
    }

    /// Days; a limit may be set as far away as anybody likes.
    private static let furthestBack = 36_525.0

    private func time(_ measure: PipelineMeasure, _ waits: [WaitingTime.Wait]) -> Finding {
        guard let time = WaitingTime(waits) else { return Finding(measure: measure, hits: 0, count: 0, lack: .tooFew) }
        return scored(Finding(measure: measure, value: time.median, hits: time.reached, count: time.count, waited: time.median == nil ? time.longest : nil))
    }

    private var spreadMonths: Finding {
        guard !members.isEmpty else { return Finding(measure: .spreadMonths, hits: 0, count: used.count, lack: .noMembers) }
        return time(
            .spreadMonths, begun(.spreadMonths, unit: PipelineChain.daysOfMonth) { $0.firstUse }.compactMap { idea in idea.firstUse.map { wait($0, half(of: idea), unit: PipelineChain.daysOfMonth) } })
    }

    // MARK: - Scores

    /// Of too few nothing is said; what half have not reached is weak where the wait has already been as long as that, and otherwise not known.
    private func scored(_ finding: Finding) -> Finding {
        var finding = finding
        if finding.count < rule.least {
            (finding.value, finding.interval, finding.lack, finding.waited) = (nil, nil, .tooFew, nil)
            return finding
        }
        let limits = rule.limits(of: finding.measure)
        if finding.measure.isTime, finding.value != nil, finding.hits < rule.least {
            (finding.value, finding.lack) = (nil, .fewReached)
        } else if let value = finding.value {
            finding.weakness = limits.weakness(of: value)
        } else if let waited = finding.waited {
            finding.lack = .notReached
            if limits.weak > limits.strong, waited >= limits.weak { finding.weakness = 1 }
        }
        return finding
    }

    var funnel: PipelineChain.Funnel {
        // Whatever came further has also passed what lies before.
        let spread = put.count { isSpread($0) }, used = put.count { $0.firstUse != nil }
        let funded = put.count { $0.funded != nil || $0.firstUse != nil }, passed = put.count { $0.isPassed || $0.funded != nil || $0.firstUse != nil }
        return PipelineChain.Funnel(putIn: put.count, passed: passed, funded: funded, used: used, spread: spread)
    }
}
