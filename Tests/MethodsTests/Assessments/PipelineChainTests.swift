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
                if idea.isPassed, let decided = idea.decided {
                    let kind = day(0...4)
                    if kind > 1 { idea.funded = decided + day(0...30) } else if kind == 1 { idea.ended = decided }
                }
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
        // What did not pass was decided with that.
        func answered(_ idea: PipelineIdea) -> Int? { idea.decided ?? (idea.isPassed ? nil : idea.screened) }
        let decided = ideas.filter { idea in answered(idea).map { period ~= $0 } ?? false }
        #expect(near(value(.insideRate), Double(screened.count { $0.isPassed && $0.isInside }) / 8 / (701 / 365.2425)))
        #expect(near(value(.acrossShare), Double(put.count { $0.isAcross }) / Double(put.count)))
        #expect(near(value(.outsideShare), Double(put.count { $0.isOutside }) / Double(put.count)))
        #expect(near(value(.passShare), Double(screened.count { $0.isPassed }) / Double(screened.count)))
        let taken = decided.filter { idea in idea.isPassed && (idea.funded != nil || idea.ended.map { $0 > (idea.decided ?? 0) } ?? true) }
        #expect(taken.count < decided.count && taken.contains { $0.funded == nil } && decided.contains { $0.isPassed && $0.ended == $0.decided }, "the seed gives each of them")
        #expect(near(value(.alignedShare), Double(taken.count { $0.isAligned }) / Double(taken.count)), "taken up: \(taken.count)")
        let asked = ideas.filter { $0.putIn >= from - 180 && $0.putIn <= until }
        #expect(near(value(.decisionDays), byHand(asked.map { Span(start: $0.putIn, end: answered($0), given: $0.ended) }, until)))
        let funded = ideas.filter { $0.funded.map { period ~= $0 } ?? false }, ripe = funded.filter { Double(until - ($0.funded ?? 0)) >= 6 * month }
        #expect(near(value(.useShare), Double(ripe.count { ($0.firstUse ?? .max) <= until }) / Double(ripe.count)))
        // Waiting is followed from before the period, as long as it may last before it is weak: 30 months here, 60 below.
        let waiting = ideas.filter { idea in idea.funded.map { $0 <= until && $0 >= from - Int((30 * month).rounded(.up)) } ?? false }
        #expect(near(value(.useMonths), byHand(waiting.map { Span(start: $0.funded ?? 0, end: $0.firstUse) }, until).map { $0 / month }))
        let used = ideas.filter { $0.firstUse.map { period ~= $0 } ?? false }, old = used.filter { Double(until - ($0.firstUse ?? 0)) >= 6 * month }
        let uses = old.reduce(0) { $0 + $1.uses.values.count { $0 <= until } }
        #expect(near(value(.spreadShare), Double(uses) / Double(old.count * 20)))
        let half = ideas.filter { $0.firstUse.map { $0 <= until } ?? false }.map { idea -> Span in
            let days = idea.uses.values.sorted()
            return Span(start: idea.firstUse ?? 0, end: days.count >= 10 ? days[9] : nil)
        }
        #expect(near(value(.spreadMonths), byHand(half, until).map { $0 / month }))
        #expect(chain.funnel.putIn == put.count && chain.funnel.steps == chain.funnel.steps.sorted(by: >))
        #expect(chain.regions.count == regions.count)
        for (region, spread) in zip(regions, chain.regions) {
            let used = region.map { member in old.count { ($0.uses[member] ?? .max) <= until } }
            #expect(spread?.members == region.count && spread?.users == used.count { $0 > 0 } && near(spread?.share, Double(used.reduce(0, +)) / Double(old.count * region.count)))
        }
        #expect(chain.scores(points: 3).allSatisfy { $0.map { 1...3 ~= $0 } ?? true })
    }

    /// From when on something was waited for, when it came, and when it was given up.
    private struct Span {
        var start: Int
        var end: Int?
        var given: Int?
    }

    /// The median of Kaplan and Meier, from the definition: at each day on which something is reached, those who still wait.
    private func byHand(_ spans: [Span], _ until: Int) -> Double? {
        let waits = spans.map { span -> (time: Int, isReached: Bool) in
            if let end = span.end, end <= until { return (end - span.start, true) }
            return (min(span.given ?? until, until) - span.start, false)
        }
        var left = 1.0
        for time in Set(waits.filter(\.isReached).map(\.time)).sorted() {
            let waiting = waits.count { $0.time >= time }, reached = waits.count { $0.isReached && $0.time == time }
            left *= 1 - Double(reached) / Double(waiting)
            if left <= 0.5 + 1e-9 { return Double(time) }
        }
        return nil
    }

    @Test("good selection is no loose one: what was refused for serving nothing is not held against those who refused it, nor what ended with the decision")
    func aligned() {
        func share(_ ideas: [PipelineIdea]) -> PipelineChain.Finding? {
            PipelineChain(ideas, from: 0, until: 100, ground: .init(staff: nil, members: [])).findings.first { $0.measure == .alignedShare }
        }
        func idea(passed: Bool, aligned: Bool, ended: Int? = nil, funded: Int? = nil) -> PipelineIdea {
            var idea = PipelineIdea(putIn: 0)
            (idea.screened, idea.isPassed, idea.decided, idea.isAligned, idea.ended, idea.funded) = (10, passed, 20, aligned, ended, funded)
            return idea
        }
        let served = Array(repeating: idea(passed: true, aligned: true), count: 5), refused = Array(repeating: idea(passed: false, aligned: false), count: 5)
        #expect(share(served + refused)?.value == 1 && share(served + refused)?.count == 5 && share(served + refused)?.weakness == 0)
        #expect(share(served + Array(repeating: idea(passed: true, aligned: false, ended: 20), count: 5))?.value == 1, "refused at the decision")
        #expect(share(served + Array(repeating: idea(passed: true, aligned: false, ended: 60), count: 5))?.value == 0.5, "begun and stopped later")
        #expect(share(served + Array(repeating: idea(passed: true, aligned: false, ended: 20, funded: 20), count: 5))?.value == 0.5, "funded")
        #expect(share(served + Array(repeating: idea(passed: false, aligned: false, funded: 20), count: 5))?.value == 0.5, "begun though it did not pass")
    }

    @Test("a link says on which of its measures its score rests; regions and those without one how many Members they are")
    func makeUp() {
        let ideas = (0..<6).map { number -> PipelineIdea in
            var idea = PipelineIdea(putIn: 0)
            (idea.screened, idea.isPassed, idea.decided, idea.isAligned) = (10, number < 4, number < 4 ? 30 : nil, true)
            if number < 2 { (idea.funded, idea.firstUse, idea.uses) = (40, 50, number == 0 ? ["a": 50, "c": 60] : ["c": 50]) }
            return idea
        }
        func chain(_ least: Int) -> PipelineChain {
            PipelineChain(ideas, from: 0, until: 100, ground: .init(staff: nil, members: [["a", "b"], [], ["c"]]), rule: .init(least: least, ripe: 0))
        }
        #expect(chain(5).scored(3) == [.passShare, .decisionDays] && chain(4).scored(3) == [.passShare, .decisionDays, .alignedShare] && chain(7).scored(3).isEmpty)
        #expect(PipelineMeasure.count(of: 3) == 3 && PipelineMeasure.count(of: 0) == 1)
        #expect(chain(2).regions == [.init(members: 2, users: 1, share: 0.25), nil, .init(members: 1, users: 1, share: 1)])
        #expect(chain(3).regions == [nil, nil, nil], "of too few nothing")
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
}
