import Synchronization

/// Counts the changes of something, so that whoever remembers a part of it knows when to look again.
package final class ChangeCount: Sendable {
    private let count = Mutex(0)

    package init() {}

    package var value: Int { count.withLock { $0 } }

    /// To be called after the change and before anybody is told of it.
    package func next() { count.withLock { $0 &+= 1 } }
}
