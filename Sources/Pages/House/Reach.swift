import Journal
import Organisation

/// What of the documents is for a reader: of the past, what was for them then and is not withheld from them today.
package struct Reach: Sendable {
    private let viewer: Viewer
    /// What is not for the reader today, and therefore not of the past either; `nil` where now is being read.
    private let closed: Set<Reference>?

    fileprivate init(_ visit: Visit) {
        viewer = visit.viewer
        guard !visit.isNow else {
            closed = nil
            return
        }
        let withheld = visit.house.documents(of: visit.present).filter { !visit.viewer.belongs(to: $0.audience) }.map(\.reference)
        closed = visit.house.withheld(of: visit.present, from: visit.viewer).union(withheld)
    }

    /// Whether a document is for the reader.
    package func holds(_ document: SearchDocument) -> Bool {
        guard viewer.belongs(to: document.audience) else { return false }
        guard let closed else { return true }
        return !closed.contains(document.reference) && !document.within.contains(where: closed.contains)
    }
}

extension Visit {
    /// What of `House.documents(of:)` is for this reader of this day.
    package var reach: Reach { Reach(self) }
}
