import Synchronization

/// Long work that computes, such as hashing a password, reading a file or writing one: on threads of its own, so that meanwhile everybody
/// else is answered.
///
/// At most `workers` pieces compute at once; at most `capacity` run or wait. Beyond that callers are told to come back.
package final class Workbench: Sendable {
    package struct Busy: Error {
        package init() {}
    }

    private let crew: Crew
    private let turns: Turns
    private let waiting = Mutex(0)
    private let capacity: Int

    package init(workers: Int, capacity: Int) {
        crew = Crew(workers)
        turns = Turns(crew)
        self.capacity = capacity
    }

    /// How many run or wait.
    package var load: Int { waiting.withLock { $0 } }

    /// Whether whoever asks is being run here.
    var isHere: Bool { crew.isHere }

    /// - Throws: what the work throws; `Busy`.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            crew.add { continuation.resume(with: Swift.Result { try work() }) }
        }
    }

    /// The same for work that also waits, for the journal say: it holds its place meanwhile, but none of the threads.
    ///
    /// - Throws: what the work throws; `Busy`.
    package func run<Result: Sendable>(waiting work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        try enter()
        defer { leave() }
        return try await withTaskExecutorPreference(turns) { try await work() }
    }

    /// Asks an actor from within such work, off its threads: an actor that is woken on a bench waits there for its turn behind the next long
    /// piece, and with it everybody else who asks the same actor.
    package static func away<Result: Sendable>(_ question: @escaping @Sendable () async throws -> Result) async rethrows -> Result {
        try await withTaskExecutorPreference(globalConcurrentExecutor) { try await question() }
    }

    private func enter() throws(Busy) {
        let isAccepted = waiting.withLock { count in
            guard count < capacity else { return false }
            count += 1
            return true
        }
        guard isAccepted else { throw Busy() }
    }

    private func leave() { waiting.withLock { $0 -= 1 } }
}

/// What is computed between two waits, each piece in its turn.
private final class Turns: TaskExecutor {
    private let crew: Crew

    init(_ crew: Crew) { self.crew = crew }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job), executor = asUnownedTaskExecutor()
        crew.add { job.runSynchronously(on: executor) }
    }
}
