import Journal
import Synchronization

/// What was computed from the last few states of organisations.
///
/// A state is told by the hash of its last record and the day on which it is read: the chain of hashes says exactly which events
/// there are, the day which of them hold. What is kept must not hold words of people, for those can be erased without a new record.
final class RecentStates<Value: Sendable>: Sendable {
    private struct Key: Equatable {
        var id: OrganisationID
        var head: Hash
        var day: Day
    }

    private let kept = Mutex<[(key: Key, value: Value)]>([])
    private let capacity = 8

    /// States without a record, which tests fold by hand, all look alike: they are computed each time.
    func value(for organisation: Organisation, _ compute: () -> Value) -> Value {
        guard organisation.head != .origin else { return compute() }
        let key = Key(id: organisation.id, head: organisation.head, day: organisation.day)
        if let known = known(key) { return known }
        // Outside the lock: two that ask at once compute the same twice, and nobody waits for another organisation.
        let value = compute()
        kept.withLock { kept in
            guard !kept.contains(where: { $0.key == key }) else { return }
            kept.append((key, value))
            if kept.count > capacity { kept.removeFirst() }
        }
        return value
    }

    private func known(_ key: Key) -> Value? {
        kept.withLock { kept in
            guard let index = kept.firstIndex(where: { $0.key == key }) else { return nil }
            kept.append(kept.remove(at: index))
            return kept.last?.value
        }
    }
}
