/// Where what people say of a chain and what records show differ: of the links that both know.
///
/// House default: a link is *apart* where the two differ by half a point of a scale from 1 to 3, as much as a quarter of any scale.
package struct ChainDisagreement: Equatable, Sendable {
    /// What the two come to, each by itself.
    package struct Sides: Equatable, Sendable {
        package let people: KnownChain
        package let records: KnownChain
    }

    package static let usualApart = 0.5

    /// By every link that each knows: what each is said to come to wherever it stands alone.
    package let whole: Sides
    /// By the links that both know: only these can be held against each other.
    package let shared: Sides
    /// The links that both know.
    package let links: [Int]
    /// The links that one of them knows and the other does not.
    package let ofPeopleAlone: [Int], ofRecordsAlone: [Int]
    /// Whether there is a link that not both know.
    package let isPartial: Bool
    /// People less records, link by link: above 0 where people see more trouble.
    package let differences: [Double?]
    /// The links that lie apart, the furthest first.
    package let apart: [Int]
    /// The links that both name weakest, the people's weakest first.
    package var common: [Int] { shared.people.weakest.filter(shared.records.weakest.contains) }
    /// They name no weakest link together.
    package var weakestDiffer: Bool { common.isEmpty }
    /// They call other phases poor.
    package var typesDiffer: Bool { shared.people.poor != shared.records.poor }
    package var isAgreement: Bool { apart.isEmpty && !weakestDiffer && !typesDiffer }

    /// Nil where they know no link both.
    ///
    /// - Parameters:
    ///   - people, records: on the same scale from 1 to `points`, high is weak; where one is longer, the other knows nothing of what it has more.
    ///   - told: what of `people` may be told, by which the two are held apart: digits beyond it would tell of single answers.
    ///   - apart: on a scale from 1 to 3.
    package init?(people: [Double?], told: [Double?], records: [Double?], phases: [[Int]], points: Int, apart: Double = ChainDisagreement.usualApart) {
        let count = max(people.count, records.count), places = 0..<count, middle = (1 + Double(points)) / 2
        func score(_ scores: [Double?], _ link: Int) -> Double? { scores.indices.contains(link) ? scores[link] : nil }
        let links = places.filter { score(people, $0) != nil && score(records, $0) != nil }
        func known(_ scores: [Double?], _ isCounted: (Int) -> Bool) -> KnownChain? {
            KnownChain(places.map { isCounted($0) ? score(scores, $0) : nil }, phases: phases, middle: middle)
        }
        func sides(_ isCounted: (Int) -> Bool) -> Sides? {
            guard let said = known(people, isCounted), let shown = known(records, isCounted) else { return nil }
            return Sides(people: said, records: shown)
        }
        guard points > 1, let whole = sides({ _ in true }), let shared = sides(links.contains) else { return nil }
        (self.whole, self.shared, self.links) = (whole, shared, links)
        ofPeopleAlone = places.filter { score(people, $0) != nil && score(records, $0) == nil }
        ofRecordsAlone = places.filter { score(people, $0) == nil && score(records, $0) != nil }
        isPartial = links.count < count
        let differences = places.map { place in score(told, place).flatMap { one in score(records, place).map { one - $0 } } }, limit = apart * Double(points - 1) / 2 - 1e-9
        self.differences = differences
        self.apart = links.filter { abs(differences[$0] ?? 0) >= limit }.sorted { (abs(differences[$1] ?? 0), $0) < (abs(differences[$0] ?? 0), $1) }
    }
}
