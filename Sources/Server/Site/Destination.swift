import Organisation
import Synchronization

/// Where a recorded decision leads: set by the decision that was recorded last.
final class Destination: Sendable {
    private let kept = Mutex<(path: String, notice: Saying?)?>(nil)

    var value: (path: String, notice: Saying?)? { kept.withLock { $0 } }

    func set(_ path: String, _ notice: Saying) { kept.withLock { $0 = (path, notice) } }
}
