import Logging
import ServiceLifecycle
import Synchronization

/// Whether the process has been told to end: `/readyz` then says so.
final class Ending: Sendable {
    private let state = Mutex(false)

    var hasBegun: Bool { state.withLock { $0 } }

    func begin() { state.withLock { $0 = true } }
}

/// The first to be told that the process is to end: before the server stops listening.
struct EndingNotice: Service {
    let ending: Ending
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        ending.begin()
        logger.notice("stopping")
    }
}
