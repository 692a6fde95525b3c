import Testing

@testable import Methods

@Suite("The value chain by the records of ideas")
struct PipelineChainTests {
    @Test("Wilson's interval stays within 0 and 1, and says something of none and of all")
    func wilson() throws {
        let some = try #require(wilsonInterval(8, of: 20))
        #expect(abs(some.lowerBound - 0.218806) < 1e-5 && abs(some.upperBound - 0.613422) < 1e-5, "\(some)")
        #expect(try #require(wilsonInterval(0, of: 10)) == 0...0.27753279146300843 || abs((wilsonInterval(0, of: 10)?.upperBound ?? 0) - 0.277533) < 1e-5)
        #expect(wilsonInterval(10, of: 10)?.upperBound == 1)
        #expect(wilsonInterval(0, of: 0) == nil && wilsonInterval(3, of: 2) == nil)
    }

    @Test("the median of Kaplan and Meier counts what has not come yet as long as it was waited for")
    func waiting() throws {
        func median(_ waits: [(Double, Bool)]) -> Double? { WaitingTime(waits.map { WaitingTime.Wait($0, isReached: $1) })?.median }
        #expect(median([(1, true), (2, true), (3, true)]) == 2)
        // 6-MP by Gehan, 1965: the median of the treated is 23, of the others 8.
        let treated: [(Double, Bool)] = [
            (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false), (13, true), (16, true), (17, false), (19, false), (20, false), (22, true),
            (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
        ]
        #expect(median(treated) == 23)
        let others = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map { (Double($0), true) }
        #expect(median(others) == 8)
        let few = try #require(WaitingTime([.init(3, isReached: true), .init(9, isReached: false), .init(9, isReached: false)]))
        #expect(few.median == nil && few.longest == 9 && few.reached == 1)
        #expect(WaitingTime([]) == nil && WaitingTime([.init(-1, isReached: true)]) == nil)
    }

    @Test(
        "what nobody took up for longer than the weak limit is weak, though the period is shorter; what was taken up at once is strong",
        arguments: [(PipelineMeasure.useMonths, 31), (.spreadMonths, 61)])
    func waiting(_ measure: PipelineMeasure, _ months: Int) {
        let until = 5000, from = until - 730, begun = until - Int(Double(months) * PipelineChain.daysOfMonth) - 1, members = (0..<20).map { "m\($0)" }
        func weakness(_ isTaken: Bool) -> Double? {
            let ideas = (0..<10).map { number -> PipelineIdea in
                var idea = PipelineIdea(putIn: begun - 10)
                (idea.screened, idea.isPassed, idea.decided, idea.funded) = (begun - 5, true, begun - 3, begun)
                if measure == .spreadMonths || isTaken {
                    idea.firstUse = begun + 1
                    idea.uses = Dictionary(uniqueKeysWithValues: members.prefix(isTaken ? 20 : 1).map { ($0, begun + 1) })
                }
                return idea
            }
            let chain = PipelineChain(ideas, from: from, until: until, ground: .init(staff: 80, members: [members]), rule: .init())
            return chain.findings.first { $0.measure == measure }?.weakness
        }
        #expect(weakness(false) == 1 && weakness(true) == 0)
    }

    @Test("seeded ideas: every measure is what counting by hand gives", arguments: [1, 2, 3] as [UInt64])
    func seeded(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func day(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        let members = (0..<20).map { "m\($0)" }
        var ideas: [PipelineIdea] = []
        for _ in 0..<200 {
            var idea = PipelineIdea(putIn: day(0...1500))
            let kind = day(0...3)
            (idea.isInside, idea.isAcross, idea.isOutside, idea.isAligned) = (kind == 0, kind == 1, kind == 2, day(0...1) == 1)
            if day(0...3) > 0 {
                (idea.screened, idea.isPassed) = (idea.putIn + day(5...60), day(0...2) > 0)
                if day(0...4) > 0 { idea.decided = idea.screened.map { $0 + day(0...90) } }
                if idea.isPassed, let decided = idea.decided { idea.funded = decided + day(0...30) }
            }
            if let funded = idea.funded, day(0...2) > 0 {
                for member in members where day(0...2) > 0 { idea.uses[member] = funded + day(100...900) }
                idea.firstUse = idea.uses.values.min()
            }
            if idea.screened == nil, day(0...3) == 0 { idea.ended = idea.putIn + day(10...50) }
            ideas.append(idea)
        }
        let from = 700, until = 1400, regions = [Array(members[..<8]), Array(members[8...])]
        let chain = PipelineChain(ideas, from: from, until: until, ground: .init(staff: 80, members: regions), rule: .init(least: 1, ripe: 6))
        func value(_ measure: PipelineMeasure) -> Double? { chain.findings.first { $0.measure == measure }?.value }
        func near(_ one: Double?, _ other: Double?) -> Bool { one == nil && other == nil || abs((one ?? -1) - (other ?? -2)) < 1e-9 }
        let period = from...until, put = ideas.filter { period ~= $0.putIn }, month = 365.2425 / 12
        let screened = ideas.filter { $0.screened.map { period ~= $0 } ?? false }
        let decided = ideas.filter { idea in (idea.decided ?? (idea.isPassed ? nil : idea.screened)).map { period ~= $0 } ?? false }
        #expect(near(value(.insideRate), Double(screened.count { $0.isPassed && $0.isInside }) / 8 / (701 / 365.2425)))
        #expect(near(value(.acrossShare), Double(put.count { $0.isAcross }) / Double(put.count)))
        #expect(near(value(.outsideShare), Double(put.count { $0.isOutside }) / Double(put.count)))
        #expect(near(value(.passShare), Double(screened.count { $0.isPassed }) / Double(screened.count)))
        #expect(near(value(.alignedShare), Double(decided.count { $0.isAligned }) / Double(decided.count)), "decided: \(decided.count)")
        let funded = ideas.filter { $0.funded.map { period ~= $0 } ?? false }, ripe = funded.filter { Double(until - ($0.funded ?? 0)) >= 6 * month }
        #expect(near(value(.useShare), Double(ripe.count { ($0.firstUse ?? .max) <= until }) / Double(ripe.count)))
        // Waiting is followed from before the period, as long as it may last before it is weak: 30 months here, 60 below.
        let waiting = ideas.filter { idea in idea.funded.map { $0 <= until && $0 >= from - Int((30 * month).rounded(.up)) } ?? false }
        #expect(near(value(.useMonths), byHand(waiting.map { ($0.funded ?? 0, $0.firstUse) }, until).map { $0 / month }))
        let used = ideas.filter { $0.firstUse.map { period ~= $0 } ?? false }, old = used.filter { Double(until - ($0.firstUse ?? 0)) >= 6 * month }
        let uses = old.reduce(0) { $0 + $1.uses.values.count { $0 <= until } }
        #expect(near(value(.spreadShare), Double(uses) / Double(old.count * 20)))
        let half = ideas.filter { $0.firstUse.map { $0 <= until } ?? false }.map { idea -> (Int, Int?) in
            let days = idea.uses.values.sorted()
            return (idea.firstUse ?? 0, days.count >= 10 ? days[9] : nil)
        }
        #expect(near(value(.spreadMonths), byHand(half, until).map { $0 / month }))
        #expect(chain.funnel.putIn == put.count && chain.funnel.steps == chain.funnel.steps.sorted(by: >))
        #expect(chain.regions.count == 2 && chain.regions.allSatisfy { $0.map { 0...1 ~= $0 } ?? false })
        #expect(chain.scores(points: 3).allSatisfy { $0.map { 1...3 ~= $0 } ?? true })
    }

    /// The median of Kaplan and Meier, from the definition: at each day on which something is reached, those who still wait.
    private func byHand(_ spans: [(start: Int, end: Int?)], _ until: Int) -> Double? {
        let waits = spans.map { span in (time: (span.end.map { min($0, until) } ?? until) - span.start, isReached: span.end.map { $0 <= until } ?? false) }
        var left = 1.0
        for time in Set(waits.filter(\.isReached).map(\.time)).sorted() {
            let waiting = waits.count { $0.time >= time }, reached = waits.count { $0.isReached && $0.time == time }
            left *= 1 - Double(reached) / Double(waiting)
            if left <= 0.5 + 1e-9 { return Double(time) }
        }
        return nil
    }

    @Test("of too few nothing is said; without staff or Members neither; what is not reached yet is weak only after the limit")
    func lacks() {
        let four = (0..<4).map { PipelineIdea(putIn: $0) }
        func finding(_ measure: PipelineMeasure, _ ideas: [PipelineIdea], until: Int = 100, _ ground: PipelineChain.Ground = .init(staff: nil, members: [])) -> PipelineChain.Finding? {
            PipelineChain(ideas, from: 0, until: until, ground: ground).findings.first { $0.measure == measure }
        }
        #expect(finding(.acrossShare, four)?.lack == .tooFew && finding(.acrossShare, four)?.value == nil && finding(.acrossShare, four)?.interval == nil)
        #expect(finding(.insideRate, four)?.lack == .noStaff && finding(.spreadShare, four)?.lack == .noMembers && finding(.decisionDays, [])?.lack == .tooFew)
        let waiting = (0..<6).map { _ in PipelineIdea(putIn: 0) }
        #expect(finding(.decisionDays, waiting)?.lack == .notReached && finding(.decisionDays, waiting)?.weakness == nil && finding(.decisionDays, waiting)?.waited == 100)
        #expect(finding(.decisionDays, waiting, until: 200)?.weakness == 1 && finding(.decisionDays, waiting, until: 200)?.value == nil)
        #expect(PipelineChain(four, from: 0, until: 100, ground: .init(staff: nil, members: [])).weaknesses.allSatisfy { $0 == nil })
    }

    @Test("what came after the end is not known yet")
    func later() {
        var idea = PipelineIdea(putIn: 10)
        (idea.screened, idea.isPassed, idea.funded, idea.firstUse, idea.uses) = (20, true, 30, 200, ["a": 200])
        let chain = PipelineChain([idea, PipelineIdea(putIn: 150)], from: 0, until: 100, ground: .init(staff: 10, members: [["a"]]), rule: .init(least: 1, ripe: 0))
        #expect(chain.funnel.steps == [1, 1, 1, 0, 0])
        #expect(chain.findings.first { $0.measure == .useShare }?.value == 0)
    }

    @Test("limits: in between in proportion, beyond them held")
    func limits() {
        let days = PipelineMeasure.decisionDays.usualLimits, share = PipelineMeasure.passShare.usualLimits
        #expect(days.weakness(of: 120) == 0.5 && days.weakness(of: 10) == 0 && days.weakness(of: 400) == 1)
        #expect(abs((share.weakness(of: 0.25) ?? 9) - 0.5) < 1e-9 && share.weakness(of: 0.9) == 0 && share.weakness(of: 0) == 1)
        #expect(PipelineMeasure.Limits(strong: 1, weak: 1).weakness(of: 1) == nil)
        #expect(PipelineMeasure.allCases.allSatisfy { $0.usualLimits.strong != $0.usualLimits.weak && ($0.usualLimits.weak > $0.usualLimits.strong) == $0.isTime })
    }

    @Test("people and records: by the vector six and three together; where they lie apart, and where they name other links")
    func disagreement() throws {
        let people: [Double?] = [1.5, 2.0, 2.5, 1.5, 1.7, 2.6]
        let same = try #require(ChainDisagreement(people: people, records: people, phases: PipelineMeasure.phases, points: 3))
        #expect(same.isAgreement && same.people.weakest == [5, 2] && same.people.poor == [0, 2] && same.apart.isEmpty)
        let other = try #require(ChainDisagreement(people: people, records: [1.5, 2.0, 1.0, 2.8, 1.7, nil], phases: PipelineMeasure.phases, points: 3))
        #expect(other.links == [0, 1, 2, 3, 4] && other.people.weakest == [2] && other.records.weakest == [3], "only what both know is compared")
        #expect(other.apart == [2, 3] && other.weakestDiffer && other.typesDiffer && other.people.poor == [0] && other.records.poor == [1])
        let near = try #require(ChainDisagreement(people: [2, 2.4], records: [2.4, 2.5], phases: [[0], [1]], points: 3))
        #expect(near.apart.isEmpty && near.isAgreement == (near.people.poor == near.records.poor))
        let edge = try #require(ChainDisagreement(people: [2.5], records: [2.0], phases: [[0]], points: 3))
        #expect(edge.apart == [0])
        let wide = try #require(ChainDisagreement(people: [4, 3], records: [3.1, 3], phases: [[0], [1]], points: 5))
        #expect(wide.apart.isEmpty, "half a point of three is a whole one of five")
        #expect(ChainDisagreement(people: [nil, 1], records: [1, nil], phases: [[0], [1]], points: 3) == nil)
    }
}
