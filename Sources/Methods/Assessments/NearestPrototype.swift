/// Which of several prototypes a profile is nearest to, and by how much.
///
/// Distances are Euclidean. The margin is how much nearer the first is than the second, as a share of the distance to the second; below 0.15 the profile is *mixed* (house default). The
/// cultures are those that Meyer found among 200 people of German, Austrian and Swiss firms (Technology Innovation Management Review 4(12), 2014); their prototypes are a house default.
package struct NearestPrototype: Equatable, Sendable {
    package static let mixedBelow = 0.15

    /// The places of the nearest and of the second.
    package let nearest: Int
    package let second: Int
    package let distances: [Double]
    /// 0 (as near to both) to 1 (it is the prototype).
    package let margin: Double
    package var isMixed: Bool { margin < NearestPrototype.mixedBelow }

    /// Nil where there are fewer than two prototypes, or one is of another length than the profile.
    package init?(_ profile: [Double], among prototypes: [[Double]]) {
        guard prototypes.count > 1, !profile.isEmpty, prototypes.allSatisfy({ $0.count == profile.count }), profile.allSatisfy(\.isFinite) else { return nil }
        let distances = prototypes.map { prototype in zip(profile, prototype).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot() }
        self.distances = distances
        let order = distances.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
        nearest = order[0]
        second = order[1]
        margin = distances[order[1]] > 0 ? (distances[order[1]] - distances[order[0]]) / distances[order[1]] : 0
    }
}
