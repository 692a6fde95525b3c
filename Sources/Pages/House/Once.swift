import Synchronization

/// A value that is made when it is first asked for, and kept.
package final class Once<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    package init() {}

    /// - Parameter make: the same each time; of several who ask first at once, each may make it.
    package func value(_ make: () throws -> Value) rethrows -> Value {
        if let value = kept.withLock({ $0 }) { return value }
        let value = try make()
        kept.withLock { $0 = value }
        return value
    }
}
