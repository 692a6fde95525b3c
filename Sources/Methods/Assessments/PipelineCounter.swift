/// The measures of a period, counted from what was known of ideas at its end.
struct PipelineCounter {
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
        case .alignedShare: alignedShare
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

    /// Of what was decided and taken up: what was refused for serving nothing was refused rightly.
    private var alignedShare: Finding {
        let taken = decided.filter(\.isTakenUp)
        return share(.alignedShare, taken.count { $0.isAligned }, of: taken.count)
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

    var regions: [PipelineChain.Spread?] {
        let ripe = ripeInUse
        return ground.members.map { region in
            guard ripe.count >= rule.least, !region.isEmpty else { return nil }
            let uses = region.map { member in ripe.count { $0.uses[member] != nil } }
            return PipelineChain.Spread(members: region.count, users: uses.count { $0 > 0 }, share: Double(uses.reduce(0, +)) / Double(ripe.count * region.count))
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
        let funded = put.count { $0.funded != nil || $0.firstUse != nil }, passed = put.count(where: \.isThrough)
        return PipelineChain.Funnel(putIn: put.count, passed: passed, funded: funded, used: used, spread: spread)
    }
}
