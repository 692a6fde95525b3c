import Journal
import Methods
import Organisation
import Pages

/// What a round comes to, in a sentence or two: by the rule of its framework.
struct Headline {
    let visit: Visit
    let figures: RoundFigures

    private var say: Say { visit.say }
    private var scored: [(category: Category, score: CategoryScore)] { figures.categories.compactMap { category in figures.whole.scores[category.id].map { (category, $0) } } }

    /// Empty where too few answered.
    var sentences: [String] {
        guard !scored.isEmpty else { return [say("assessments.headline.nothing", count: figures.least)] }
        switch figures.framework.rule {
        case .plain: return [ends]
        case .mastery: return mastered
        case .culture: return [culture(of: figures.whole) ?? say("assessments.headline.incomplete"), ends]
        case .chain: return chain
        case .readiness: return readiness
        }
    }

    private func names(_ categories: [Category]) -> String { say.list(categories.map { visit.plain($0.title) }) }

    private var ends: String {
        let sorted = scored.sorted { ($1.score.mean, $0.category.id) < ($0.score.mean, $1.category.id) }
        guard let high = sorted.first, let low = sorted.last else { return "" }
        if sorted.count == 1 { return say("assessments.headline.one", ["title": visit.plain(high.category.title), "mean": say.tenths(high.score.mean)]) }
        return say(
            "assessments.headline.ends",
            ["high": visit.plain(high.category.title), "highest": say.tenths(high.score.mean), "low": visit.plain(low.category.title), "lowest": say.tenths(low.score.mean)])
    }

    private var mastered: [String] {
        let all = scored.compactMap { figures.mastery($0.category, visit.hasEvidence(figures.id, $0.category.id)) }, count = all.count { $0 == .mastered }
        var said = [
            say("assessments.headline.mastered", count: count, ["of": say.number(figures.categories.count), "partly": say.number(all.count { $0 == .partly })])
        ]
        let unshown = scored.count { figures.lacksEvidence($0.category, visit.hasEvidence(figures.id, $0.category.id)) }
        if unshown > 0 { said.append(say("assessments.headline.unshown", count: unshown)) }
        // The bands are of eight; of another number they say nothing.
        if figures.categories.count == 8, all.count == 8 { said.append(say("assessments.band.\(Mastery.Band(mastered: count).rawValue)")) }
        if all.count < figures.categories.count { said.append(say("assessments.headline.incomplete")) }
        return said + [say("assessments.band.how")]
    }

    /// The nearest culture of all, or of a part; `nil` where a category is not shown. Of categories that no prototype knows nothing is said.
    func culture(of part: RoundFigures.Part) -> String? {
        let known = figures.framework.knownByPrototypes.filter { id in figures.categories.contains { $0.id == id } }
        guard known.count >= Prototype.fewest else { return say("assessments.headline.no-prototypes") }
        let profile = known.compactMap { part.scores[$0].map { figures.scaled($0.mean) } }, prototypes = figures.framework.prototypes
        guard profile.count == known.count, let found = NearestPrototype(profile, among: prototypes.map { prototype in known.compactMap { prototype.mean(of: $0, in: figures.framework) } }) else {
            return nil
        }
        let words = ["culture": visit.plain(prototypes[found.nearest].title), "second": visit.plain(prototypes[found.second].title), "margin": say.percent(found.margin)]
        return say(found.isMixed ? "assessments.headline.mixed" : "assessments.headline.culture", words)
    }

    private var chain: [String] {
        let framework = figures.framework, means = figures.categories.compactMap { figures.whole.scores[$0.id]?.mean }
        let phases = framework.levels.map { level in figures.categories.indices.filter { figures.categories[$0].level == level.id } }
        let filled = framework.levels.indices.filter { !phases[$0].isEmpty }
        guard means.count == figures.categories.count, let found = ChainStrength(scores: means, phases: filled.map { phases[$0] }, middle: framework.middle) else {
            return [say("assessments.headline.incomplete")]
        }
        let weakest = found.weakest.map { say("assessments.headline.link", ["n": say.number($0 + 1), "title": visit.plain(figures.categories[$0].title), "mean": say.tenths(means[$0])]) }
        let poor = found.poor.map { place -> String in
            let phase = found.phases[place], level = framework.levels[filled[place]], title = visit.plain(level.weak ?? level.title)
            // Where a phase has one link, it is the phase.
            return phase.links.count > 1 ? say("assessments.headline.poor-by", ["phase": title, "links": names(phase.weakest.map { figures.categories[$0] })]) : title
        }
        let key = poor.isEmpty ? "none" : poor.count == 1 ? "one" : "several"
        return [
            say("assessments.headline.weakest", count: weakest.count, ["links": say.list(weakest)]), say("assessments.headline.poor-\(key)", ["phases": say.list(poor)]),
            say("assessments.headline.chain-\(advice(found.weakest.map { figures.categories[$0].level }))"),
        ]
    }

    /// What to strengthen, by the phases in which the weakest links lie.
    private func advice(_ levels: [ID<Level>]) -> String {
        let areIdeas = Set(levels.map { $0 == ShippedFramework.ideas })
        return areIdeas == [true] ? "ideas" : areIdeas == [false] ? "advice" : "both"
    }

    private var readiness: [String] {
        let top = Double(figures.framework.scale.count)
        guard top > 1 else { return [] }
        let met = scored.count { Readiness(mean: $0.score.mean, points: figures.framework.scale.count) == .met },
            share = scored.reduce(0) { $0 + ($1.score.mean - 1) / (top - 1) } / Double(scored.count)
        return [say("assessments.headline.readiness", count: met, ["of": say.number(figures.categories.count), "share": say.percent(share)]), say("assessments.headline.no-certificate")]
    }
}
