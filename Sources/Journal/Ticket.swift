import Synchronization

/// A promise of an answer, settled once.
package final class Ticket: Sendable {
    private enum State {
        case open([CheckedContinuation<AppendOutcome, any Error>])
        case settled(Result<AppendOutcome, any Error>)
    }

    private let state = Mutex(State.open([]))

    /// Waits for the answer where the caller is: every command waits for one.
    package func outcome(isolation: isolated (any _Concurrency.Actor)? = #isolation) async throws -> AppendOutcome {
        try await withCheckedThrowingContinuation { continuation in
            let settled: Result<AppendOutcome, any Error>? = state.withLock { state in
                switch state {
                case .open(let others):
                    state = .open(others + [continuation])
                    return nil
                case .settled(let result): return result
                }
            }
            if let settled { continuation.resume(with: settled) }
        }
    }

    func settle(_ result: Result<AppendOutcome, any Error>) {
        let waiting: [CheckedContinuation<AppendOutcome, any Error>] = state.withLock { state in
            guard case .open(let waiting) = state else { return [] }
            state = .settled(result)
            return waiting
        }
        for continuation in waiting { continuation.resume(with: result) }
    }
}
