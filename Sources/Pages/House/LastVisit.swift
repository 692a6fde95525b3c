import Journal

/// How far a reader had read before the present visit.
package struct LastVisit: Equatable, Sendable {
    /// When the visit before ended, or when all was marked as seen.
    package var endedAt: Moment
    /// The position in the journal up to which everything counts as seen.
    package var readTo: Int

    package init(endedAt: Moment, readTo: Int) {
        self.endedAt = endedAt
        self.readTo = readTo
    }
}
