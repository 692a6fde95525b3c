import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// The vectors of `domain-facts` 18, and the rules of its section 2, through the feature.
@Suite struct MeasuringTests {
    /// One indicator of a plan that runs for a year, from 1 January to 31 December 2026.
    private func measure(
        _ indicator: Indicator, _ amount: Double?, by: Day = day("2026-12-31"), on today: Day = day("2027-01-31"), judged: Bool? = nil
    ) throws -> Measurement {
        let id = named("k", Indicator.self)
        let period = named("p", ReportingPeriod.self)
        var values: [Proposal] = []
        if let amount { values.append(Fixture.reported(id, period, [(nil, amount)], on: by)) }
        if let judged { values.append(Proposal(Values.self, .judged(indicator: id, period: period, met: judged, because: "So"), on: by)) }
        let organisation = try organisation(
            frame + [
                Proposal(
                    Plan.self, .periodDescribed(id: period, ReportingPeriod(name: Localized("P"), from: day("2026-01-01"), until: by))),
                Proposal(Plan.self, .indicatorDescribed(id: id, indicator)),
            ] + values, chapters: Fixture.chapters, on: today)
        return Measuring(organisation).measure(id, indicator)
    }

    private var frame: [Proposal] {
        [
            Proposal(
                Plan.self,
                .planDescribed(
                    id: ID("p"), StrategicPlan(title: Localized("P"), from: day("2026-01-01"), until: day("2026-12-31"), status: .adopted))),
            Proposal(Plan.self, .perspectiveDescribed(id: ID("v"), Perspective(plan: ID("p"), name: Localized("V"), level: 0))),
            Proposal(Plan.self, .objectiveDescribed(id: ID("o"), Objective(perspective: ID("v"), code: "O", title: Localized("O")))),
        ]
    }

    private func indicator(
        _ baseline: Double?, _ aims: [(Target.Aim, String)], _ direction: Indicator.Direction = .up, kind: Indicator.Kind = .number,
        tolerance: Double? = nil
    ) -> Indicator {
        Indicator(
            objective: ID("o"), code: "K", title: Localized("K"), kind: kind, direction: direction,
            baseline: baseline.map { Baseline(value: $0, on: day("2025-12-31")) },
            targets: aims.compactMap { aim, by in Day(by).map { Target(aim, by: $0) } },
            tolerance: tolerance)
    }

    @Test(arguments: [(40.0, 80.0, 60.0, 50.0, 50.0), (20, 5, 8, 80, 80), (10, 20, 26, 160, 100), (50, 70, 45, -25, 0)])
    func `the score at the end`(_ baseline: Double, _ target: Double, _ actual: Double, _ raw: Double, _ clamped: Double) throws {
        let measured = try measure(indicator(baseline, [(.value(target), "2026-12-31")], target < baseline ? .down : .up), actual)
        #expect(measured.score?.raw == raw)
        #expect(measured.score?.clamped == clamped)
        #expect(measured.course?.isAtEnd == true)
        #expect(measured.achievement.map { abs($0 - raw / 100) < 1e-9 } == true, "at the end the score itself counts")
    }

    @Test func `half the way at half of the time is on pace`() throws {
        let measured = try measure(indicator(40, [(.value(80), "2026-12-31")]), 60, by: day("2026-07-02"), on: day("2026-07-10"))
        #expect(measured.course?.elapsed == 182)
        #expect(measured.course?.total == 364)
        #expect(measured.course?.expected == 60)
        #expect(measured.achievement == 1)
        #expect(measured.rating == .onTrack)
    }

    @Test func `the next target not yet due is what counts, through the earlier ones`() throws {
        let stepped = indicator(40, [(.value(50), "2026-07-02"), (.value(80), "2026-12-31")])
        let early = try measure(stepped, 45, by: day("2026-04-02"), on: day("2026-04-03"))
        #expect(early.target?.aim == .value(50))
        #expect(early.achievement == 1)
        let late = try measure(stepped, 65, by: day("2026-10-01"), on: day("2026-10-02"))
        #expect(late.target?.aim == .value(80))
        #expect(late.course?.bends.map(\.value) == [50])
        #expect(late.course?.expected == 65)
        #expect(late.rating == .onTrack)
    }

    @Test func `at risk from seventy percent, off track below`() throws {
        let line = indicator(0, [(.value(100), "2026-12-31")])
        #expect(try measure(line, 90).rating == .onTrack)
        #expect(try measure(line, 89).rating == .atRisk)
        #expect(try measure(line, 69).rating == .offTrack)
    }

    @Test func `a range is met inside and falls to nothing at the tolerance`() throws {
        let range = indicator(nil, [(.range(low: 10, high: 20), "2026-12-31")], .range, tolerance: 10)
        #expect(try measure(range, 15).score?.raw == 100)
        #expect(try measure(range, 25).score?.raw == 50)
        #expect(try measure(range, 25).met == .notMet)
        #expect(try measure(indicator(nil, [(.range(low: 10, high: 20), "2026-12-31")], .range), 25).gap == .noTolerance)
    }

    @Test func `without a baseline a target can be met, and how far it is missed cannot be said`() throws {
        let open = indicator(nil, [(.value(80), "2026-12-31")])
        #expect(try measure(open, 81).rating == .onTrack)
        let missed = try measure(open, 79)
        #expect(missed.rating == .noData)
        #expect(missed.gap == .noBaseline)
        #expect(missed.met == .notMet)
    }

    @Test func `milestones are a share of those planned`() throws {
        let steps = indicator(nil, [(.value(5), "2026-12-31")], kind: .milestone)
        let measured = try measure(steps, 4)
        #expect(measured.rule == .milestones)
        #expect(measured.score?.raw == 80)
    }

    @Test func `a text is judged by a person`() throws {
        let text = indicator(nil, [(.text("Adopted"), "2026-12-31")], kind: .text)
        #expect(try measure(text, nil).gap == .noValue)
        #expect(try measure(text, nil, judged: true).rating == .onTrack)
        #expect(try measure(text, nil, judged: false).rating == .offTrack)
        #expect(try measure(text, nil, judged: false).score?.raw == 0)
    }

    @Test func `what is missing is named`() throws {
        #expect(try measure(indicator(1, []), 2).gap == .noTarget)
        #expect(try measure(indicator(1, [(.toBeDetermined, "2026-12-31")]), 2).gap == .toBeDetermined)
        #expect(try measure(indicator(1, [(.value(3), "2026-12-31")]), nil).gap == .noValue)
        #expect(try measure(indicator(1, [(.value(3), "2026-12-31")]), 1, by: day("2026-01-01"), on: day("2026-01-01")).gap == .tooEarly)
    }

    @Test func `a value is out of date after one and a half periods`() throws {
        let line = indicator(0, [(.value(100), "2026-12-31")])
        let until = day("2026-12-31")
        #expect(try measure(line, 90, on: until.adding(days: 547)).isStale == false)
        #expect(try measure(line, 90, on: until.adding(days: 548)).isStale == true)
        #expect(try measure(line, 90, on: until.adding(days: 548)).rating == .onTrack, "it keeps its status and says that it is old")
    }

    @Test func `what Members report becomes one figure only with enough of them`() throws {
        let organisation = try Fixture.organisation(Fixture.lively)
        let measured = try #require(Standings(organisation).indicators[Fixture.score])
        #expect(measured.actual?.amount == 2.75)
        #expect(measured.actual?.counted == 4)
        #expect(measured.actual?.of == 6, "the observer is not counted")
        let few = try Fixture.organisation([
            Fixture.reported(Fixture.score, Fixture.locked, Fixture.members.map { ($0, 2) }, on: day("2025-06-30")),
            Fixture.reported(Fixture.score, Fixture.ended, [(Fixture.members[0], 4)]),
        ])
        let older = try #require(Standings(few).indicators[Fixture.score])
        #expect(older.actual?.id == Fixture.locked, "one of six is no figure of the whole")
        #expect(older.actual?.overtakenBy?.counted == 1)
        #expect(Indicator.Aggregation.median.whole(of: [5, 1, 3, 4]) == 3.5)
        #expect(Indicator.Aggregation.sum.whole(of: [5, 1]) == 6)
        #expect(Indicator.Aggregation.none.whole(of: [5, 1]) == nil)
    }

    @Test func `nobody is missing from a time before joining`() throws {
        let late = Member(name: Localized("Late"), region: nil, code: "LAT", joined: Joining(day("2026-01-15"), .exact))
        let organisation = try Fixture.organisation(
            Fixture.lively + [
                Proposal(Register.self, .memberDescribed(id: ID("late"), late)), Proposal(Register.self, .memberJoined(id: ID("late"))),
            ])
        let measuring = Measuring(organisation)
        let history = measuring.history(of: Fixture.score, Fixture.indicators[3].1)
        #expect(history.map(\.of) == [6, 7])
    }

    @Test func `what a Member reported goes on counting after it left, and after it came back`() throws {
        let alba = Fixture.members[0]
        func history(_ events: [Register.Event]) throws -> [[Int]] {
            let running = Fixture.reported(
                Fixture.score, Fixture.running, Fixture.members.prefix(4).map { ($0, 3) }, on: .testDay)
            let organisation = try Fixture.organisation(Fixture.lively + [running] + events.map { Proposal(Register.self, $0) })
            let page = try IndicatorPage(visit(try Fixture.house(), organisation, parameters: ["id": "score"])).page().body.text
            let history = Measuring(organisation).history(of: Fixture.score, Fixture.indicators[3].1)
            #expect(page.contains("members/alba") == (history.last?.counted == 4), "whoever counts is listed, and nobody else")
            return history.map { [$0.counted, $0.of] }
        }
        let left = Register.Event.memberLeft(id: alba, because: "Left")
        var back = try #require(try Fixture.organisation()[Register.self][alba])
        back.joined = Joining(.testDay, .exact)
        #expect(try history([]) == [[6, 6], [4, 6], [4, 6]])
        #expect(try history([left]) == [[6, 6], [4, 6], [3, 5]], "of the period that runs it is none any more")
        #expect(try history([left, .memberDescribed(id: alba, back), .memberJoined(id: alba)]) == [[6, 6], [4, 6], [4, 6]])
    }

    /// Weights .5, .3, .2 with scores 80, 40 and no data: 65 from 80 % of the weight.
    @Test func `a roll-up counts those with data and says how much they are`() throws {
        let whole = try rolled([0.5, 0.3, 0.2], [80, 40, nil])
        #expect(whole.rollUp.score.map { abs($0 - 65) < 1e-9 } == true)
        #expect(abs(whole.rollUp.coverage - 0.8) < 1e-9)
        #expect(whole.rollUp.rating == .offTrack)
    }

    @Test func `below sixty percent the whole is grey`() throws {
        let whole = try rolled([0.5, 0.5], [100, nil])
        #expect(whole.rollUp.rating == .noData)
        #expect(whole.rollUp.score == 100, "the score is shown with its coverage, never as a status")
    }

    private func rolled(_ weights: [Double], _ scores: [Double?]) throws -> Whole {
        var proposals =
            frame + [
                Proposal(
                    Plan.self,
                    .periodDescribed(id: ID("p"), ReportingPeriod(name: Localized("P"), from: day("2026-01-01"), until: day("2026-12-31"))))
            ]
        for (index, weight) in weights.enumerated() {
            guard let id = ID<Indicator>("k\(index)") else { continue }
            var one = indicator(0, [(.value(100), "2026-12-31")])
            one.weight = weight
            proposals.append(Proposal(Plan.self, .indicatorDescribed(id: id, one)))
            if let score = scores[index] { proposals.append(Fixture.reported(id, ID("p"), [(nil, score)], on: day("2026-12-31"))) }
        }
        let organisation = try organisation(proposals, chapters: Fixture.chapters, on: day("2027-01-31"))
        let all = progress(of: organisation)
        #expect(all[Reference(Plan.self, named("o", Objective.self))]?.of == weights.count)
        #expect(all[Reference(Plan.self, named("o", Objective.self))]?.explanation == "progress/o")
        #expect(all[Reference(Plan.self, named("p", StrategicPlan.self))] != nil)
        return try #require(Standings(organisation).whole(of: named("o", Objective.self)))
    }

    @Test func `a circle of parents does not go on for ever`() throws {
        let a = named("a", Objective.self)
        let b = named("b", Objective.self)
        let circle = try Fixture.organisation([
            Proposal(
                Plan.self, .objectiveDescribed(id: a, Objective(perspective: ID("results"), parent: b, code: "A", title: Localized("A")))),
            Proposal(
                Plan.self, .objectiveDescribed(id: b, Objective(perspective: ID("results"), parent: a, code: "B", title: Localized("B")))),
            Proposal(Plan.self, .indicatorDescribed(id: ID("k"), Indicator(objective: a, code: "K", title: Localized("K")))),
        ])
        #expect(progress(of: circle)[Reference(Plan.self, a)]?.of == 1)
    }

    @Test func `a status is only for those to whom the sheet discloses it`() throws {
        let organisation = try Fixture.organisation(Fixture.lively)
        let house = try Fixture.house()
        let reference = Reference(Plan.self, Fixture.secret)
        #expect(visit(house, organisation).progress[reference] == nil)
        #expect(visit(house, organisation, as: .amina).progress[reference]?.status == .noData)
        #expect(visit(house, organisation).progress[Reference(Plan.self, Fixture.share)]?.status == .onTrack)
    }
}
