/// Groups in which every two are alike enough: agglomerative clustering with complete linkage.
///
/// The two groups whose least similar pair is most similar are joined, again and again, until no two can be joined without bringing together a pair that does not reach the
/// threshold. Complete linkage, because in a coalition every two members reach the threshold: single linkage would chain one pole to the other over those between, average
/// linkage would admit pairs below it. Of equally similar pairs the one with the earlier members is joined. Source: Sørensen 1948; Lance and Williams, Computer Journal 9,
/// 1967. Time grows with the cube of the number.
///
/// - Parameter similarity: of two different places; nil where they must not be together. Symmetric.
/// - Returns: every place once, members ascending, groups by their first member.
package func completeLinkage(_ count: Int, similarity: (Int, Int) -> Double?) -> [[Int]] {
    var groups = (0..<max(0, count)).map { [$0] }
    // The least similarity between two groups; of those that must not be together, none.
    var least = [[Double]](repeating: [Double](repeating: -.infinity, count: groups.count), count: groups.count)
    for one in groups.indices {
        for other in groups.indices where other > one {
            let value = similarity(one, other) ?? -.infinity
            least[one][other] = value
            least[other][one] = value
        }
    }
    var alive = Array(groups.indices)
    while let (one, other) = closest(alive, least) {
        groups[one] = (groups[one] + groups[other]).sorted()
        groups[other] = []
        alive.removeAll { $0 == other }
        for third in alive where third != one {
            let value = min(least[one][third], least[other][third])
            least[one][third] = value
            least[third][one] = value
        }
    }
    return alive.map { groups[$0] }
}

/// The two that are joined next; nil where none may be.
private func closest(_ alive: [Int], _ least: [[Double]]) -> (Int, Int)? {
    var best = -Double.infinity, pair: (Int, Int)?
    for (place, one) in alive.enumerated() {
        let row = least[one]
        for other in alive[(place + 1)...] where row[other] > best {
            best = row[other]
            pair = (one, other)
        }
    }
    return pair
}
