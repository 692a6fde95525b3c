/// How information passes between the units of an organisation, and how they answer to one another, as far as it is laid down.
///
/// Units are named by their places. Of a unit whose flows are not known nothing is ruled out: it may inform every other, and whatever reaches it may be passed on to all. Time and memory grow with
/// units times flows; more than `most` units are refused. House default: information finds its way from one unit to another where a chain of flows, however long, leads there.
package struct UnitFlows: Equatable, Sendable {
    /// To whom a unit answers.
    package enum Superior: Hashable, Sendable {
        case unit(Int)
        /// Somebody who is no unit: a body.
        case other
        case nobody
    }

    /// How information gets from one unit to another.
    package enum Way: String, Sendable, CaseIterable {
        case direct, roundabout
        /// No chain is laid down, and none leads through a unit that might pass it on to anybody.
        case none
        /// None is laid down, and one may lead through a unit whose flows are not known.
        case unknown
    }

    package static let most = 500

    /// Whether all that a unit passes on is known.
    package let isKnown: [Bool]
    /// Units that none of the others informs, as far as the flows of at least one other are known; an unknown one may inform them all the same.
    package let uninformed: [Int]
    /// Of the units whose flows are known, those that inform no other.
    package let silent: [Int]
    /// Units that answer to nobody.
    package let headless: [Int]
    /// Pairs between which there can be no way in either direction, whatever unknown units pass on: the smaller place first.
    package let apart: [Link]
    /// Pairs with a way from one to the other, and none back, whatever unknown units pass on; in the order of who reaches whom.
    package let oneWay: [Link]
    /// Chains of command that come back to where they began: each unit answers to the next, and the last to the first.
    package let circles: [[Int]]
    private let direct: [PlaceSet]
    private let reached: [PlaceSet]
    /// Units from which information gets to one that may pass it on to anybody, or that are such a one.
    private let isOpen: [Bool]

    /// Nil for too many units, where lists are of different lengths, and where a place is none.
    ///
    /// - Parameters:
    ///   - isKnown: whether `flows` holds all that a unit passes on.
    ///   - flows: who informs whom; what a unit passes to itself is none.
    package init?(superiors: [Superior], isKnown: [Bool], flows: [Link]) {
        let places = superiors.indices, above = superiors.enumerated().compactMap { place, superior in if case .unit(let above) = superior { Link(from: place, to: above) } else { nil } }
        guard superiors.count <= UnitFlows.most, isKnown.count == superiors.count, flows.allSatisfy({ places.contains($0.from) && places.contains($0.to) }),
            let command = checkLinks(layers: superiors.map { _ in 0 }, links: above)
        else { return nil }
        var direct = places.map { _ in PlaceSet([], of: places.count) }
        for flow in flows where flow.from != flow.to { direct[flow.from].insert(flow.to) }
        let laid = direct, reached = UnitFlows.reached(from: direct), unknown = PlaceSet(places.filter { !isKnown[$0] }, of: places.count)
        let isOpen = places.map { !isKnown[$0] || reached[$0].meets(unknown) }
        func hasNoWay(_ one: Int, _ other: Int) -> Bool { !isOpen[one] && !reached[one].contains(other) }
        self.isKnown = isKnown
        self.direct = laid
        self.reached = reached
        self.isOpen = isOpen
        let known = places.filter { isKnown[$0] }, informed = laid.reduce(into: PlaceSet([], of: places.count)) { $0.formUnion($1) }
        uninformed = places.filter { place in !informed.contains(place) && (known.count > 1 || (known.count == 1 && known[0] != place)) }
        // Alone one has nobody to inform.
        silent = places.count < 2 ? [] : known.filter { laid[$0].isEmpty }
        headless = places.filter { superiors[$0] == .nobody }
        apart = places.flatMap { one in places.dropFirst(one + 1).filter { hasNoWay(one, $0) && hasNoWay($0, one) }.map { Link(from: one, to: $0) } }
        oneWay = places.flatMap { one in places.filter { $0 != one && reached[one].contains($0) && hasNoWay($0, one) }.map { Link(from: one, to: $0) } }
        circles = command.cycles.map(\.path)
    }

    /// From a unit to itself there is none.
    package func way(from one: Int, to other: Int) -> Way {
        guard direct.indices.contains(one), direct.indices.contains(other), one != other else { return .none }
        if direct[one].contains(other) { return .direct }
        if reached[one].contains(other) { return .roundabout }
        return isOpen[one] ? .unknown : .none
    }

    /// Whether there are several units, all their flows are known, and each has a way to each.
    package var isWhole: Bool {
        let places = isKnown.indices
        return places.count > 1 && isKnown.allSatisfy { $0 } && places.allSatisfy { one in places.allSatisfy { $0 == one || reached[one].contains($0) } }
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
    func meets(_ other: PlaceSet) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }
    mutating func formUnion(_ other: PlaceSet) { for index in words.indices { words[index] |= other.words[index] } }
}
