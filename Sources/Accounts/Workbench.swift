import Foundation
import Synchronization

/// Long work that computes without waiting, such as hashing a password or reading a file: on threads of its own, so that meanwhile everybody
/// else is answered.
///
/// At most `workers` pieces run at once; at most `capacity` run or wait. Beyond that callers are told to come back.
package final class Workbench: Sendable {
    package struct Busy: Error {}

    private let queue = OperationQueue()
    private let waiting = Mutex(0)
    private let capacity: Int

    package init(workers: Int, capacity: Int) {
        queue.maxConcurrentOperationCount = workers
        self.capacity = capacity
    }

    /// How many run or wait.
    package var load: Int { waiting.withLock { $0 } }

    /// - Throws: what the work throws; `Busy`.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        let isAccepted = waiting.withLock { count in
            guard count < capacity else { return false }
            count += 1
            return true
        }
        guard isAccepted else { throw Busy() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
