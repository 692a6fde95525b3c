import Dispatch
import Foundation
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
    let lastResort: LastResort
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        ending.begin()
        logger.notice("stopping")
        lastResort.arm(logger)
    }
}

/// What cannot be asked to stop, such as a long calculation, ends with the process once everything else was given up. Nothing is lost by that: what was told to be recorded is on the disc.
final class LastResort: Sendable {
    private let patience: Double
    private let isNeeded = Mutex(true)

    /// - Parameter drain: how long what is under way may take; a little more is left for giving it up.
    init(after drain: Duration) { patience = Double(drain.components.seconds) + 5 }

    func arm(_ logger: Logger) {
        DispatchQueue.global().asyncAfter(deadline: .now() + patience) { [self] in
            guard isNeeded.withLock({ $0 }) else { return }
            logger.critical("something is still under way that does not stop: ending all the same")
            _exit(1)
        }
    }

    func disarm() { isNeeded.withLock { $0 = false } }
}
