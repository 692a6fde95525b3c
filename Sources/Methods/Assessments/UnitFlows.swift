/// How information passes between the units of an organisation, and how they answer to one another, as far as it is laid down.
///
/// Units are named by their places. A unit of which nothing is laid down informs nobody as far as is known, and is not said to. Time and memory grow with units times flows; more than `most` units are
/// refused. House default: information finds its way from one unit to another where a chain of flows, however long, leads there.
package struct UnitFlows: Equatable, Sendable {
    /// To whom a unit answers.
    package enum Superior: Hashable, Sendable {
        case unit(Int)
        /// Somebody who is no unit: a body.
        case other
        case nobody
    }

    /// How information gets from one unit to another.
    package enum Way: String, Sendable, CaseIterable { case direct, roundabout, none }

    package static let most = 500

    package let isDescribed: [Bool]
    /// Units that no other informs.
    package let uninformed: [Int]
    /// Of the units of which something is laid down, those that inform no other.
    package let silent: [Int]
    /// Units that answer to nobody.
    package let headless: [Int]
    /// Pairs of which something is laid down of both, without a way between them in either direction: the smaller place first.
    package let apart: [Link]
    /// Chains of command that come back to where they began: each unit answers to the next, and the last to the first.
    package let circles: [[Int]]
    private let direct: [PlaceSet]
    private let reached: [PlaceSet]

    /// Nil for too many units, where lists are of different lengths, and where a place is none.
    ///
    /// - Parameter flows: who informs whom; what a unit passes to itself is none.
    package init?(superiors: [Superior], isDescribed: [Bool], flows: [Link]) {
        let places = superiors.indices, above = superiors.enumerated().compactMap { place, superior in if case .unit(let above) = superior { Link(from: place, to: above) } else { nil } }
        guard superiors.count <= UnitFlows.most, isDescribed.count == superiors.count, flows.allSatisfy({ places.contains($0.from) && places.contains($0.to) }),
            let command = checkLinks(layers: superiors.map { _ in 0 }, links: above)
        else { return nil }
        var direct = places.map { _ in PlaceSet([], of: places.count) }
        for flow in flows where flow.from != flow.to { direct[flow.from].insert(flow.to) }
        let known = direct, reached = UnitFlows.reached(from: direct)
        func isApart(_ one: Int, _ other: Int) -> Bool { isDescribed[one] && isDescribed[other] && !reached[one].contains(other) && !reached[other].contains(one) }
        self.isDescribed = isDescribed
        self.direct = known
        self.reached = reached
        // Alone one has nobody to inform.
        uninformed = places.count < 2 ? [] : places.filter { place in !known.contains { $0.contains(place) } }
        silent = places.count < 2 ? [] : places.filter { isDescribed[$0] && known[$0].isEmpty }
        headless = places.filter { superiors[$0] == .nobody }
        apart = places.flatMap { one in places.dropFirst(one + 1).filter { isApart(one, $0) }.map { Link(from: one, to: $0) } }
        circles = command.cycles.map(\.path)
    }

    package func way(from one: Int, to other: Int) -> Way {
        guard direct.indices.contains(one), direct.indices.contains(other), one != other else { return .none }
        return direct[one].contains(other) ? .direct : reached[one].contains(other) ? .roundabout : .none
    }

    /// Group by group of units that all reach one another, those first that the others lead to.
    private static func reached(from direct: [PlaceSet]) -> [PlaceSet] {
        var reached = direct
        for group in strongComponents(successors: direct.map(\.places)) {
            let inside = PlaceSet(group, of: direct.count)
            var all = PlaceSet(group.count > 1 ? group : [], of: direct.count)
            for place in group {
                for next in direct[place].places {
                    all.insert(next)
                    if !inside.contains(next) { all.formUnion(reached[next]) }
                }
            }
            for place in group { reached[place] = all }
        }
        return reached
    }
}

/// Places among a few hundred, a bit each.
private struct PlaceSet: Equatable, Sendable {
    private var words: [UInt64]

    init(_ places: [Int], of count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        for place in places { insert(place) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var places: [Int] { (0..<words.count * 64).filter(contains) }

    func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }
    mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }
    mutating func formUnion(_ other: PlaceSet) { for index in words.indices { words[index] |= other.words[index] } }
}
