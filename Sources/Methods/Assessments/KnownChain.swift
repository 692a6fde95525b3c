/// A chain of which some links are not known: what those that are known come to, under the places of all.
package struct KnownChain: Equatable, Sendable {
    /// The weakest link and those as weak, the weakest first.
    package let weakest: [Int]
    /// The phases that are poor, in the order of the chain.
    package let poor: [Int]

    /// Nil where no link of a phase is known.
    package init?(_ scores: [Double?], phases: [[Int]], middle: Double) {
        let places = scores.indices.filter { scores[$0] != nil }, known = phases.map { links in links.compactMap { places.firstIndex(of: $0) } }
        let filled = known.indices.filter { !known[$0].isEmpty }
        guard let strength = ChainStrength(scores: scores.compactMap { $0 }, phases: filled.map { known[$0] }, middle: middle) else { return nil }
        weakest = strength.weakest.map { places[$0] }
        poor = strength.poor.map { filled[$0] }
    }
}
