import Journal
import Methods
import Organisation
import Pages

/// What follows from a version, in words.
struct StrategyWords {
    let visit: Visit
    let figures: StrategyFigures

    private var say: Say { visit.say }

    /// *Today: rather routine (−0.9), … To be: … Of the budget 78 : 22 exploits and explores; 70 : 30 was agreed.*
    var headline: String {
        var sentences: [String] = []
        for time in MapTime.allCases {
            let places = MapAxis.allCases.compactMap { axis in figures.spread(axis, time).map { mean($0.mean, axis) } }
            if !places.isEmpty { sentences.append(say("innovationstrategy.headline.\(time.rawValue)", ["places": say.list(places)])) }
        }
        if sentences.isEmpty { sentences.append(say("innovationstrategy.headline.none")) }
        if let explore = figures.explore {
            let agreed = figures.strategy.answers.explore
            sentences.append(
                agreed == nil
                    ? say("innovationstrategy.headline.explore", ["ratio": visit.ratio(explore.explore)])
                    : say("innovationstrategy.headline.agreed", ["ratio": visit.ratio(explore.explore), "agreed": visit.ratio(agreed ?? 0)]))
        }
        return sentences.joined(separator: " ")
    }

    /// *rather routine (−0.9)*: by the nearest step, with the figure itself.
    func mean(_ mean: Double, _ axis: MapAxis) -> String {
        let name = ["low2", "low1", "middle", "high1", "high2"][min(4, max(0, Int((max(-2, min(2, mean))).rounded()) + 2))]
        return say("innovationstrategy.step.\(axis.rawValue).\(name)", ["step": visit.signed(mean)])
    }

    /// *−0.9 (± 0.6; −2 to +1)*
    func spread(_ spread: WeightedSpread?) -> String {
        guard let spread else { return say("innovationstrategy.unknown") }
        return say(
            "innovationstrategy.spread",
            [
                "mean": visit.signed(spread.mean), "deviation": say.number(spread.deviation), "low": visit.signed(spread.low, digits: 0), "high": visit.signed(spread.high, digits: 0),
            ])
    }

    func amount(_ value: Double) -> String { say.amount(value, visit.plain(figures.strategy.unit), digits: 1) }

    /// *80 % of 12,400 thousand crowns has a place on the map.*
    var placed: String { say("innovationstrategy.placed", ["share": say.percent(figures.placed), "amount": amount(figures.amount)]) }
}
