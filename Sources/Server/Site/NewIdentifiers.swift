import Journal
import Synchronization

/// The identifiers that a submission gives to new things: the same, in the same order, however often it is decided.
final class NewIdentifiers: Sendable {
    private let given = Mutex<[String]>([])

    /// Answers the first, then the second, and so on.
    var fromTheFirst: @Sendable () -> String {
        let used = Used()
        return { self[used.next] }
    }

    private subscript(index: Int) -> String {
        given.withLock { given in
            var generator = SystemRandomNumberGenerator()
            while given.count <= index { given.append(ID<Never>.random(using: &generator).text) }
            return given[index]
        }
    }

    private final class Used: Sendable {
        private let count = Mutex(0)

        var next: Int {
            count.withLock { count in
                defer { count += 1 }
                return count
            }
        }
    }
}
