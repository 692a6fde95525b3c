import Synchronization

/// Lets one caller in at a time, in the order in which they came.
final class Turnstile: Sendable {
    /// `nil` while nobody is inside.
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]?>(nil)

    var isFree: Bool { waiting.withLock { $0 == nil } }

    func enter() async {
        if enterIfFree() { return }
        await withCheckedContinuation { continuation in
            let isIn = waiting.withLock { waiting in
                defer { waiting = waiting.map { $0 + [continuation] } ?? [] }
                return waiting == nil
            }
            if isIn { continuation.resume() }
        }
    }

    /// Enters at once, or not at all.
    func enterIfFree() -> Bool {
        waiting.withLock { waiting in
            defer { waiting = waiting ?? [] }
            return waiting == nil
        }
    }

    func leave() {
        let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
            guard let first = waiting?.first else {
                waiting = nil
                return nil
            }
            waiting?.removeFirst()
            return first
        }
        next?.resume()
    }
}
