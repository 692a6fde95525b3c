import Journal
import Organisation
import Pages

/// What of the documents is for a reader: of the past, what was for them then and is not withheld from them today.
struct Reach {
    private let viewer: Viewer
    /// `nil` where now is being read.
    private let closed: Set<Reference>?

    init(_ visit: Visit, present: SearchIndex) {
        viewer = visit.viewer
        guard !visit.isNow else {
            closed = nil
            return
        }
        closed = visit.withheldToday(among: present.documents.lazy.map(\.document))
    }

    func holds(_ document: SearchDocument) -> Bool {
        guard viewer.belongs(to: document.audience) else { return false }
        guard let closed else { return true }
        return !closed.contains(document.reference) && !document.within.contains(where: closed.contains)
    }
}
