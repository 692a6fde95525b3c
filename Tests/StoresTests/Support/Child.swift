import Foundation
import TestKit
import Testing

/// A process of `CrashWriter`; what it acknowledges goes to a file, which outlives it.
struct Child {
    struct NotStarted: Error { let reason: String }

    private let id: pid_t
    private let output: String

    init(_ arguments: [String], output: String) throws {
        let tool = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "CrashWriter").path
        var actions = posix_spawn_file_actions_t(), id: pid_t = 0
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words = ([tool] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let code = posix_spawn(&id, tool, &actions, nil, &words, environ)
        guard code == 0 else { throw NotStarted(reason: "\(tool): \(String(cString: strerror(code)))") }
        (self.id, self.output) = (id, output)
    }

    /// Whole lines only: the last may have been cut off.
    var lines: [String] {
        let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// Waits until so many lines are there, or the process has ended by itself.
    func waitForLines(_ count: Int) async throws {
        do {
            // Among many other tests a sleep can last as long as they do: it is looked once more behind it.
            try await until("\(count) lines of a process", within: .seconds(120)) {
                try await Task.sleep(for: .milliseconds(1))
                return lines.count >= count || kill(id, 0) != 0 || hasEnded
            }
        } catch {
            killNow()
            throw error
        }
    }

    /// Ends it as a loss of power to the process would: it can do nothing more.
    func killNow() {
        kill(id, SIGKILL)
        waitForEnd()
    }

    /// One that does not end of itself is ended, and the test says so.
    func waitForEnd() {
        var status: Int32 = 0
        let end = ContinuousClock.now + .seconds(30)
        while true {
            let ended = waitpid(id, &status, WNOHANG)
            if ended == id || (ended == -1 && errno != EINTR) { return }
            if ContinuousClock.now > end {
                Issue.record("waited in vain for 30 seconds: the end of a process")
                kill(id, SIGKILL)
                waitpid(id, &status, 0)
                return
            }
            usleep(500)
        }
    }

    /// Looks without taking the ended process away.
    private var hasEnded: Bool {
        var information = siginfo_t()
        return waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT) == 0 && information.si_signo != 0
    }
}
