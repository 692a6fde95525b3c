import Testing

@testable import Methods

@Suite("Scoring an indicator")
struct ScoringTests {
    @Test(
        "The worked examples of the field come out as printed",
        arguments: [
            (baseline: 40.0, target: 80.0, actual: 60.0, direction: Direction.up, raw: 50.0, clamped: 50.0),
            (baseline: 20, target: 5, actual: 8, direction: .down, raw: 80, clamped: 80),
            (baseline: 10, target: 20, actual: 26, direction: .up, raw: 160, clamped: 100),
            (baseline: 50, target: 70, actual: 45, direction: .up, raw: -25, clamped: 0),
        ])
    func vectors(baseline: Double, target: Double, actual: Double, direction: Direction, raw: Double, clamped: Double) {
        let found = score(actual: actual, baseline: baseline, target: target, direction: direction, tolerance: nil)
        #expect(found?.raw == raw)
        #expect(found?.clamped == clamped)
    }

    @Test("A level to be maintained loses score only on its wrong side")
    func maintain() {
        func kept(_ actual: Double, _ direction: Direction, tolerance: Double? = 10) -> Double? {
            score(actual: actual, baseline: 90, target: 90, direction: direction, tolerance: tolerance)?.raw
        }
        #expect(kept(90, .up) == 100)
        #expect(kept(97, .up) == 100)
        #expect(kept(85, .up) == 50)
        #expect(kept(70, .up) == -100)
        #expect(kept(85, .down) == 100)
        #expect(kept(95, .down) == 50)
        #expect(kept(85, .range) == 50)
        #expect(kept(95, .range) == 50)
        #expect(kept(89.9, .up, tolerance: 0) == 0)
        #expect(kept(90, .up, tolerance: nil) == 100)
        #expect(kept(89, .up, tolerance: nil) == nil)
        #expect(kept(89, .up, tolerance: -1) == nil)
        #expect(kept(89, .up, tolerance: .nan) == nil)
    }

    @Test("A floor and a ceiling move the ends of the way")
    func floorAndCeiling() {
        func scored(floor: Double?, ceiling: Double?) -> Double? {
            score(actual: 60, baseline: 40, target: 80, direction: .up, tolerance: nil, floor: floor, ceiling: ceiling)?.raw
        }
        #expect(scored(floor: 0, ceiling: nil) == 75)
        #expect(scored(floor: nil, ceiling: 140) == 20)
        #expect(scored(floor: 20, ceiling: 100) == 50)
        #expect(scored(floor: .nan, ceiling: nil) == nil)
        #expect(scored(floor: 60, ceiling: 60) == 100)
    }

    @Test("A floor gives a maintained level its slope")
    func floorUnderMaintainedLevel() {
        let found = score(actual: 85, baseline: 90, target: 90, direction: .up, tolerance: nil, floor: 80)
        #expect(found?.raw == 50)
    }

    @Test("A range is full inside, ends included, and empty at the edge of its tolerance")
    func range() {
        func ranged(_ actual: Double, tolerance: Double? = 4) -> Double? {
            score(actual: actual, low: 10, high: 20, tolerance: tolerance)?.raw
        }
        #expect(ranged(10) == 100)
        #expect(ranged(15, tolerance: nil) == 100)
        #expect(ranged(20) == 100)
        #expect(ranged(9) == 75)
        #expect(ranged(22) == 50)
        #expect(ranged(24) == 0)
        #expect(ranged(28) == -100)
        #expect(ranged(21, tolerance: 0) == 0)
        #expect(ranged(21, tolerance: nil) == nil)
        #expect(score(actual: 15, low: 20, high: 10, tolerance: 4) == nil)
        #expect(score(actual: .nan, low: 10, high: 20, tolerance: 4) == nil)
    }

    @Test("Milestones score by the weight of what is done")
    func milestones() {
        let plan = [Milestone(weight: 1, isDone: true), Milestone(weight: 2, isDone: false), Milestone(weight: 1, isDone: true)]
        #expect(score(milestones: plan)?.raw == 50)
        #expect(score(milestones: []) == nil)
        #expect(score(milestones: [Milestone(weight: 0, isDone: true)]) == nil)
        #expect(score(milestones: [Milestone(weight: -1, isDone: true), Milestone(weight: 2, isDone: true)]) == nil)
        #expect(score(milestones: Array(repeating: Milestone(weight: .greatestFiniteMagnitude, isDone: true), count: 2)) == nil)
    }

    @Test("A change from nothing has no percentage")
    func change() {
        #expect(variation(from: 40, to: 50) == 0.25)
        #expect(variation(from: 50, to: 40) == -0.2)
        #expect(variation(from: 0, to: 40) == nil)
        #expect(variation(from: 1, to: .infinity) == nil)
        #expect(variation(from: .leastNonzeroMagnitude, to: 1) == nil)
    }

    @Test("Turning every value and the direction upside down changes no score")
    func signSymmetry() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let isMaintained = Bool.random(using: &random)
            let baseline = Double(Int.random(in: -50...50, using: &random))
            let target = isMaintained ? baseline : Double.random(in: -50...50, using: &random)
            let actual = Double.random(in: -80...80, using: &random)
            let tolerance = Double(Int.random(in: 0...20, using: &random))
            let floor = Int.random(in: 0...3, using: &random) == 0 ? Double.random(in: -80...80, using: &random) : nil
            let up = score(
                actual: actual, baseline: baseline, target: target, direction: .up, tolerance: tolerance, floor: floor)
            let down = score(
                actual: -actual, baseline: -baseline, target: -target, direction: .down, tolerance: tolerance, floor: floor.map { -$0 })
            #expect(up != nil)
            #expect(up == down)
        }
    }

    @Test("No combination of strange numbers traps or yields a score that is not finite")
    func strangeNumbers() {
        for a in strange {
            for b in strange {
                #expect(variation(from: a, to: b)?.isFinite != false)
                for c in strange {
                    for direction in Direction.allCases {
                        let found = score(actual: a, baseline: b, target: c, direction: direction, tolerance: a)
                        #expect(found?.raw.isFinite != false)
                    }
                    #expect(score(actual: a, low: b, high: c, tolerance: b)?.raw.isFinite != false)
                }
            }
        }
    }
}

/// The numbers that break careless arithmetic.
let strange: [Double] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
]
