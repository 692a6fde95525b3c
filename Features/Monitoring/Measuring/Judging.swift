import HashTreeCollections
import Journal
import Methods
import Organisation

extension Measuring {
    /// How an indicator stands on the day read.
    func measure(_ id: ID<Indicator>, _ indicator: Indicator) -> Measurement {
        guard let actual = latest(of: id, indicator) else {
            let target = indicator.target(on: day)
            return Measurement(
                target: target, rating: .noData, gap: target.map { $0.isToBeDetermined ? .toBeDetermined : .noValue } ?? .noTarget)
        }
        var measurement = judge(actual, indicator)
        let age = actual.day.days(until: day)
        measurement.age = age
        measurement.isStale = isStale(age: Double(age), period: Double(max(indicator.everyMonths, 1)) * daysInMonth) ?? false
        return measurement
    }

    /// How a value stands against the target that was next on its day.
    func judge(_ actual: Actual, _ indicator: Indicator) -> Measurement {
        judge(actual, indicator, against: indicator.target(on: actual.day))
    }

    /// - Parameter target: the one towards which is measured.
    func judge(_ actual: Actual, _ indicator: Indicator, against target: Target?) -> Measurement {
        var result = Measurement(actual: actual, target: target, rating: .noData)
        if indicator.isJudged(against: target) {
            result.rule = .judgement
            guard target != nil || actual.judgement != nil else { return result.without(.noTarget) }
            guard let met = actual.judgement?.met else {
                return result.without(target?.isToBeDetermined == true ? .toBeDetermined : .notJudged)
            }
            result.met = met ? .met : .notMet
            return result.rated(Score(raw: met ? 100 : 0), expected: Score(raw: 100))
        }
        guard let target else { return result.without(.noTarget) }
        if target.isToBeDetermined { return result.without(.toBeDetermined) }
        guard let amount = actual.amount else {
            return result.without(indicator.reporting == .byMember && indicator.aggregation == .none ? .notAggregated : .noNumber)
        }
        result.met = target.test(amount, indicator.direction)
        if !actual.isEnough { return result.without(.tooFew) }
        switch target.aim {
        case .range(let low, let high):
            result.rule = .range
            return result.rated(score(actual: amount, low: low, high: high, tolerance: indicator.tolerance), expected: Score(raw: 100))
        case .value(let aim):
            return indicator.start.map { measureProgress(result, amount, from: $0, to: aim, target, indicator) }
                ?? keep(result, amount, aim, indicator, else: .noBaseline)
        case .text, .toBeDetermined: return result.without(.notJudged)
        }
    }

    private func measureProgress(
        _ begun: Measurement, _ amount: Double, from start: (value: Double, on: Day), to aim: Double, _ target: Target,
        _ indicator: Indicator
    ) -> Measurement {
        guard start.value != aim, indicator.direction != .range else { return keep(begun, amount, aim, indicator, else: .noTolerance) }
        var result = begun
        result.rule = indicator.kind == .milestone ? .milestones : .progress
        var course = course(from: start, to: aim, target, indicator, now: begun.actual?.day ?? day)
        course.expected = expectedValue(
            baseline: course.baseline, target: aim, elapsed: Double(course.elapsed), total: Double(max(course.total, 1)),
            along: course.bends.map {
                CurvePoint(fraction: Double(course.from.days(until: $0.day)) / Double(course.total), value: $0.value)
            })
        if course.isAtEnd { course.expected = aim }
        result.course = course
        func scored(_ value: Double) -> Score? {
            score(actual: value, baseline: start.value, target: aim, direction: indicator.direction.method, tolerance: indicator.tolerance)
        }
        return result.rated(scored(amount), expected: course.expected.flatMap(scored))
    }

    /// From the day of the baseline, but not before the plan begins: only then does anybody work on it.
    private func course(
        from start: (value: Double, on: Day), to aim: Double, _ target: Target, _ indicator: Indicator, now: Day
    ) -> Course {
        let planned = plan.plan(of: indicator.objective).flatMap { plan.plans[$0]?.from }
        let from = planned.map { max($0, start.on) } ?? start.on
        var bends: [(day: Day, value: Double)] = []
        for earlier in indicator.targetsInOrder where earlier.by > from && earlier.by < target.by && earlier.by > bends.last?.day ?? from {
            if case .value(let value) = earlier.aim { bends.append((earlier.by, value)) }
        }
        return Course(baseline: start.value, target: aim, from: from, until: target.by, now: now, bends: bends)
    }

    private func keep(_ begun: Measurement, _ amount: Double, _ aim: Double, _ indicator: Indicator, else gap: Measurement.Gap)
        -> Measurement
    {
        var result = begun
        result.rule = .keeping
        let kept = score(actual: amount, baseline: aim, target: aim, direction: indicator.direction.method, tolerance: indicator.tolerance)
        return kept == nil ? result.without(gap) : result.rated(kept, expected: Score(raw: 100))
    }
}

extension Measurement {
    fileprivate func without(_ gap: Gap) -> Measurement {
        var copy = self
        copy.gap = gap
        return copy
    }

    fileprivate func rated(_ score: Score?, expected: Score?) -> Measurement {
        guard let score else { return without(rule == .range ? .noTolerance : .outOfScale) }
        var copy = self
        copy.score = score
        copy.expected = expected
        copy.achievement = paceIndex(score: score, expected: expected)
        // On the first day nothing is expected yet; who is already there is on track all the same.
        if copy.achievement == nil, met == .met { copy.achievement = 1 }
        copy.rating = Rating(achievement: copy.achievement, thresholds: .standard)
        return copy.achievement == nil ? copy.without(.tooEarly) : copy
    }
}
