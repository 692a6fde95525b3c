import Synchronization

/// A few values by their keys; the one unused for longest goes first.
package final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let entries = Mutex<[(key: Key, value: Value)]>([])
    private let capacity: Int

    /// - Parameter capacity: how many are kept at most.
    package init(capacity: Int) { self.capacity = capacity }

    /// Looking for one counts as using it; `nil` forgets it.
    package subscript(key: Key) -> Value? {
        get {
            entries.withLock { entries in
                guard let place = entries.firstIndex(where: { $0.key == key }) else { return nil }
                entries.append(entries.remove(at: place))
                return entries.last?.value
            }
        }
        set {
            entries.withLock { entries in
                entries.removeAll { $0.key == key }
                if let newValue { entries.append((key, newValue)) }
                if entries.count > capacity { entries.removeFirst() }
            }
        }
    }

    /// The one that is kept, or else made and kept from now on.
    ///
    /// - Parameter make: of several who ask first at once, each may make it: nobody waits for another.
    package func value(for key: Key, _ make: () throws -> Value) rethrows -> Value {
        if let known = self[key] { return known }
        let value = try make()
        self[key] = value
        return value
    }

    /// The one used last among those that fit.
    package func newest(where fits: (Value) -> Bool) -> Value? { entries.withLock { $0.last { fits($0.value) }?.value } }
}
