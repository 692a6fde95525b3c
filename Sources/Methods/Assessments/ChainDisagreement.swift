/// A chain of which some links are not known: what those that are known come to, under the places of all.
package struct KnownChain: Equatable, Sendable {
    /// The weakest link and those as weak, the weakest first.
    package let weakest: [Int]
    /// The phases that are poor, in the order of the chain.
    package let poor: [Int]

    /// Nil where no link is known.
    package init?(_ scores: [Double?], phases: [[Int]], middle: Double) {
        let places = scores.indices.filter { scores[$0] != nil }, known = phases.map { links in links.compactMap { places.firstIndex(of: $0) } }
        let filled = known.indices.filter { !known[$0].isEmpty }
        guard let strength = ChainStrength(scores: scores.compactMap { $0 }, phases: filled.map { known[$0] }, middle: middle) else { return nil }
        weakest = strength.weakest.map { places[$0] }
        poor = strength.poor.map { filled[$0] }
    }
}

/// Where what people say of a chain and what records show differ: of the links that both know.
///
/// House default: a link is *apart* where the two differ by half a point of a scale from 1 to 3, as much as a quarter of any scale.
package struct ChainDisagreement: Equatable, Sendable {
    package static let usualApart = 0.5

    package let people: KnownChain
    package let records: KnownChain
    /// The links that both know.
    package let links: [Int]
    /// People less records, link by link: above 0 where people see more trouble.
    package let differences: [Double?]
    /// The links that lie apart, the furthest first.
    package let apart: [Int]
    /// They name no weakest link together.
    package var weakestDiffer: Bool { Set(people.weakest).isDisjoint(with: records.weakest) }
    /// They call other phases poor.
    package var typesDiffer: Bool { people.poor != records.poor }
    package var isAgreement: Bool { apart.isEmpty && !weakestDiffer && !typesDiffer }

    /// Nil where they know no link both.
    ///
    /// - Parameters:
    ///   - people, records: on the same scale from 1 to `points`, high is weak.
    ///   - apart: on a scale from 1 to 3.
    package init?(people: [Double?], records: [Double?], phases: [[Int]], points: Int, apart: Double = ChainDisagreement.usualApart) {
        let count = min(people.count, records.count), links = (0..<count).filter { people[$0] != nil && records[$0] != nil }, middle = (1 + Double(points)) / 2
        func common(_ scores: [Double?]) -> [Double?] { (0..<count).map { links.contains($0) ? scores[$0] : nil } }
        guard points > 1, let said = KnownChain(common(people), phases: phases, middle: middle), let shown = KnownChain(common(records), phases: phases, middle: middle) else { return nil }
        (self.people, self.records, self.links) = (said, shown, links)
        let differences = (0..<count).map { place in people[place].flatMap { one in records[place].map { one - $0 } } }, limit = apart * Double(points - 1) / 2 - 1e-9
        self.differences = differences
        self.apart = links.filter { abs(differences[$0] ?? 0) >= limit }.sorted { (abs(differences[$1] ?? 0), $0) < (abs(differences[$0] ?? 0), $1) }
    }
}
