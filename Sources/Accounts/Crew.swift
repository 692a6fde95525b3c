import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Threads that take pieces of work from one line. They are their own: those that answer everybody are no more than there are cores, and those
/// of Dispatch are the same, so that two long pieces of work among them stopped a server of two cores. And they stand back: while there is
/// somebody to answer, answering goes first.
final class Crew: Sendable {
    private let line = Line()
    private let size: Int
    private let threads = Mutex<[Thread]>([])

    /// - Parameter size: how many work at once; each begins when there is work.
    init(_ size: Int) { self.size = size }

    deinit { line.close(size) }

    /// Whether whoever asks is one of them.
    var isHere: Bool { threads.withLock { $0.contains { $0 === Thread.current } } }

    func add(_ piece: @escaping @Sendable () -> Void) {
        hire()
        line.add(piece)
    }

    private func hire() {
        threads.withLock { threads in
            guard threads.count < size else { return }
            let thread = Thread { [line] in
                standBack()
                while let piece = line.next() { piece() }
            }
            threads.append(thread)
            thread.start()
        }
    }
}

/// What waits to be done, oldest first.
private final class Line: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let there = DispatchSemaphore(value: 0)

    func add(_ piece: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(piece) }
        there.signal()
    }

    /// Waits for a piece; `nil` once there is none and there will be none.
    func next() -> (@Sendable () -> Void)? {
        there.wait()
        return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    /// What is in the line is done; then as many as work there are sent home.
    func close(_ count: Int) { for _ in 0..<count { there.signal() } }
}

/// Takes its turns after the threads of others: in Linux each thread has a niceness of its own, and 0 means whoever asks.
private func standBack() {
    #if canImport(Glibc)
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    #endif
}
