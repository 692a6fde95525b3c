/// Between which places a candidate would stand whatever those who did not vote had said.
package struct PlaceBounds: Equatable, Sendable {
    /// From 1: no ballot of theirs could bring it higher.
    package let best: Int
    /// None could bring it lower.
    package let worst: Int

    package init(best: Int, worst: Int) {
        self.best = best
        self.worst = worst
    }
}

/// Bounds of the places under a rule that adds up points, without any assumption on those who did not vote.
///
/// `scores` is what each candidate has, `silent` how many did not vote, and `reach` the most by which one ballot can favour one candidate over another, all in
/// the same unit. Each other candidate is held against it by itself: all silent ballots for the one and against the other, and the other way round. Bounds
/// for pairs need not be reached for all of them at once, so that a place within them may be impossible; one outside them is. Nil for a negative number of silent
/// voters or reach. Source: the worst-case reasoning of Horowitz and Manski, JASA 95, 2000, applied to places.
package func placeBounds(scores: [Int], silent: Int, reach: Int) -> [PlaceBounds]? {
    let (swing, isOver) = silent.multipliedReportingOverflow(by: reach)
    guard silent >= 0, reach >= 0, !isOver else { return nil }
    return scores.map { score in
        let above = scores.count { $0.subtractingReportingOverflow(swing).partialValue > score }
        let possibly = scores.count { $0.addingReportingOverflow(swing).partialValue > score }
        // With a swing above zero it counts itself among those that might be above it.
        return PlaceBounds(best: above + 1, worst: swing > 0 ? possibly : possibly + 1)
    }
}
