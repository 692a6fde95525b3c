/// How far an attribute is mastered, on a scale of 1 to 5.
///
/// The studies count mastered attributes and publish no cut-off. House default: *mastered* with a mean of 3.5 at least, no statement below 2.5, and evidence for one statement at least;
/// *partly* from a mean of 2.5 on.
package enum Mastery: String, Sendable, CaseIterable {
    case mastered, partly, not

    package static let mean = 3.5, floor = 2.5

    /// - Parameters:
    ///   - lowest: the mean of the lowest statement.
    ///   - hasEvidence: whether something was shown for one of its statements.
    package init(mean: Double, lowest: Double, hasEvidence: Bool) {
        let near = 1e-9
        if mean >= Mastery.mean - near, lowest >= Mastery.floor - near, hasEvidence {
            self = .mastered
        } else {
            self = mean >= Mastery.floor - near ? .partly : .not
        }
    }

    /// What the public papers report of firms by how many of eight attributes they master: an association, no proof, and none of it about administrations.
    ///
    /// Source: de Jong, Marston and Roth, "The eight essentials of innovation", McKinsey Quarterly, April 2015: an effect from five on, a stronger one from seven on.
    package enum Band: String, Sendable, CaseIterable {
        case below, reported, strongest

        package init(mastered: Int) { self = mastered >= 7 ? .strongest : mastered >= 5 ? .reported : .below }
    }
}
