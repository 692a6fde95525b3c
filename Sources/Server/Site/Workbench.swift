import Foundation
import Synchronization

/// So much long work is waiting that more would not be done soon.
struct TooMuchWaiting: Error {}

/// Long work that computes without waiting, such as reading a file: one piece after another on a thread of its own, so that meanwhile everybody
/// else is answered.
final class Workbench: Sendable {
    private let queue: OperationQueue
    private let waiting = Mutex(0)
    private let capacity = 16

    init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// - Throws: what the work throws; `TooMuchWaiting`.
    func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        let isAccepted = waiting.withLock { count in
            guard count < capacity else { return false }
            count += 1
            return true
        }
        guard isAccepted else { throw TooMuchWaiting() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
