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
        var sentences = movement
        if let explore = figures.explore {
            let agreed = figures.strategy.answers.explore
            sentences.append(
                agreed == nil
                    ? say("innovationstrategy.headline.explore", ["ratio": visit.ratio(explore.explore)])
                    : say("innovationstrategy.headline.agreed", ["ratio": visit.ratio(explore.explore), "agreed": visit.ratio(agreed ?? 0)]))
            if let known = known(explore) { sentences.append(known) }
        }
        return sentences.joined(separator: " ")
    }

    /// Of what is placed at both times; of how much of the budget, where that is not all.
    private var movement: [String] {
        let moves = MapAxis.allCases.compactMap { axis in figures.movement(axis).map { (axis, $0) } }
        guard !moves.isEmpty else { return [say(figures.placed > 0 ? "innovationstrategy.headline.unpaired" : "innovationstrategy.headline.none")] }
        let asIs = say.list(moves.map { mean($1.asIs.mean, $0) }), toBe = say.list(moves.map { mean($1.toBe.mean, $0) })
        let said = [say("innovationstrategy.headline.asIs", ["places": asIs]), say("innovationstrategy.headline.toBe", ["places": toBe])]
        return isAll(figures.moving) ? said : said + [say("innovationstrategy.headline.paired", ["share": percent(figures.moving)])]
    }

    /// *That is known of 90 % of the budget; whatever the rest does, it lies between 80 : 20 and 70 : 30.* Nothing where it is known of all.
    func known(_ explore: ExploreShare) -> String? {
        guard !isAll(explore.coverage) else { return nil }
        return say(
            "innovationstrategy.explore-known",
            ["share": percent(explore.coverage), "low": visit.ratio(explore.range.lowerBound), "high": visit.ratio(explore.range.upperBound)])
    }

    /// *78 : 22*, and of how much of the budget that is known where not of all.
    var ratio: String? {
        figures.explore.map { explore in
            let ratio = visit.ratio(explore.explore)
            return isAll(explore.coverage) ? ratio : say("innovationstrategy.ratio-partly", ["ratio": ratio, "share": percent(explore.coverage)])
        }
    }

    private func isAll(_ share: Double) -> Bool { share > 1 - 1e-9 }

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

    /// *Of 12,400 thousand crowns, 72 % has a place on the map as it is, 99 % as it is to be.*
    var placed: String {
        say("innovationstrategy.placed", ["amount": amount(figures.amount), "asIs": percent(figures.placed(.asIs)), "toBe": percent(figures.placed(.toBe))])
    }

    /// Never more than there is: what is nearly all is not all.
    func percent(_ share: Double) -> String { say.percent((share * 100 + 1e-6).rounded(.down) / 100) }
}
