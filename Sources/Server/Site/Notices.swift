import Journal
import Organisation
import Synchronization

/// What was said when something was recorded, for the page shown next; lost without harm, the journal tells it too.
final class Notices: Sendable {
    private struct Key: Hashable {
        var organisation: OrganisationID
        var position: Int
    }

    private let kept = Mutex<(byKey: [Key: [Saying]], order: [Key])>(([:], []))
    private let capacity = 1000

    subscript(organisation: OrganisationID, position: Int) -> [Saying]? {
        kept.withLock { $0.byKey[Key(organisation: organisation, position: position)] }
    }

    func keep(_ sayings: [Saying], for organisation: OrganisationID, at position: Int) {
        kept.withLock { kept in
            let key = Key(organisation: organisation, position: position)
            kept.byKey[key] = sayings
            kept.order.append(key)
            if kept.order.count > capacity { kept.byKey[kept.order.removeFirst()] = nil }
        }
    }
}
