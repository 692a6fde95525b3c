import Journal
import Synchronization

/// Which keyed commands are being carried out: the same once more at that moment is told to wait.
final class CommandsUnderWay: Sendable {
    private struct Name: Hashable {
        var organisation: OrganisationID
        var key: CommandKey
    }

    private let names = Mutex<Set<Name>>([])

    /// Whether it was free; then it is taken until `leave`.
    func enter(_ key: CommandKey, in organisation: OrganisationID) -> Bool {
        names.withLock { $0.insert(Name(organisation: organisation, key: key)).inserted }
    }

    func leave(_ key: CommandKey, in organisation: OrganisationID) {
        names.withLock { _ = $0.remove(Name(organisation: organisation, key: key)) }
    }
}
