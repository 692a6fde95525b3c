import Journal
import Organisation

extension HarbourIndicator {
    /// The figure of the whole at the end of a period; `nil` where the story has none.
    func figure(at day: Day, _ noise: Double) -> Double? {
        guard story != .none, story != .text, let baseline = indicator.baseline?.value else { return nil }
        let years = Double(from.days(until: day) + 1) / 365.25
        let value: Double
        if case .range(let low, let high)? = indicator.targets.first?.aim {
            value = inRange(baseline, low, high, years)
        } else {
            value = baseline + (planned(baseline, years) - baseline) * (years > 0 ? share : 1) + noise * 0.02 * abs(firstStep(baseline))
        }
        return rounded(max(value, 0))
    }

    /// How much of what was planned comes about.
    private var share: Double {
        switch story {
        case .risk: 0.8
        case .off: 0.45
        default: 1.06
        }
    }

    /// Straight from target to target; before the plan the same way at a third of the pace.
    private func planned(_ baseline: Double, _ years: Double) -> Double {
        guard years > 0 else { return baseline + firstStep(baseline) * 0.35 * years }
        let marks = [baseline] + aims(baseline)
        let year = min(Int(years), marks.count - 2)
        return marks[year] + (marks[year + 1] - marks[year]) * min(years - Double(year), 1)
    }

    private func aims(_ baseline: Double) -> [Double] {
        indicator.targets.enumerated().map { number, target in
            if case .value(let aim) = target.aim { aim } else { baseline + 0.5 * Double(number + 1) }
        }
    }

    private func firstStep(_ baseline: Double) -> Double { (aims(baseline).first ?? baseline) - baseline }

    /// Towards the middle of the range within a year and a half, or slowly away from it.
    private func inRange(_ baseline: Double, _ low: Double, _ high: Double, _ years: Double) -> Double {
        let way = (low + high) / 2 - baseline
        return story == .off ? baseline - way * 0.25 * max(years, -1) : baseline + way * min(max(years, -1) * 0.75, 1)
    }

    func rounded(_ value: Double) -> Double {
        let steps = (value / step).rounded()
        // Divided by the inverse, so that 0.1 gives 4.2 and not 4.2000000000000002.
        return step < 1 ? steps / (1 / step).rounded() : steps * step
    }

    /// Whether there is something to report for a period: only once it is over.
    func isReported(for period: HarbourPeriod, today: Day) -> Bool {
        let last = story == .stale ? today.adding(days: -300) : today
        return story != .none && period.until < last && period.until <= until && (indicator.everyMonths < 12 || period.isSecondHalf)
    }
}
