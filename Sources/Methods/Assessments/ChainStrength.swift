/// Where a chain of links is weak: it is as strong as its weakest link.
///
/// Scores are of statements that name problems, so that high is weak. Source of the chain and the three poor types: Hansen and Birkinshaw, "The innovation value chain", Harvard Business
/// Review, June 2007. House defaults: links within 0.15 of the weakest are named with it; a phase counts by its weakest link; it alone is poor where it exceeds the next by 0.25, and none is
/// poor below the middle of the scale.
package struct ChainStrength: Equatable, Sendable {
    package struct Phase: Equatable, Sendable {
        /// Which links it has, as their places.
        package let links: [Int]
        /// Of its weakest link: what counts.
        package let highest: Double
        /// Of all its links: a second view.
        package let mean: Double
        /// The links that make it weak, the weakest first.
        package let weakest: [Int]
    }

    package static let tie = 0.15, lead = 0.25

    package let scores: [Double]
    /// The weakest link and those as weak, the weakest first.
    package let weakest: [Int]
    package let phases: [Phase]
    /// The phases that are poor, in the order of the chain: none, one, or several.
    package let poor: [Int]

    /// Nil without links, where a phase has none, or names one that there is not.
    ///
    /// - Parameters:
    ///   - scores: of each link; high is weak.
    ///   - phases: of each the places of its links.
    ///   - middle: of the scale.
    package init?(scores: [Double], phases: [[Int]], middle: Double) {
        guard !scores.isEmpty, !phases.isEmpty, phases.allSatisfy({ !$0.isEmpty && $0.allSatisfy(scores.indices.contains) }), scores.allSatisfy(\.isFinite) else { return nil }
        self.scores = scores
        weakest = ChainStrength.weakest(of: Array(scores.indices), scores)
        let made = phases.map { links in
            Phase(
                links: links, highest: links.map { scores[$0] }.max() ?? 0, mean: links.reduce(0) { $0 + scores[$1] } / Double(links.count), weakest: ChainStrength.weakest(of: links, scores))
        }
        let highest = made.map(\.highest).max() ?? 0
        self.phases = made
        poor = made.indices.filter { highest >= middle - 1e-9 && made[$0].highest > highest - ChainStrength.lead + 1e-9 }
    }

    private static func weakest(of links: [Int], _ scores: [Double]) -> [Int] {
        let highest = links.map { scores[$0] }.max() ?? 0
        return links.filter { scores[$0] >= highest - tie - 1e-9 }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    }
}
