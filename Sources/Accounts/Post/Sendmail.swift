import Foundation
import Journal

/// The system's own `sendmail`, as nearly every mail program for servers brings it.
package struct Sendmail: MailDelivery {
    package enum Failure: Error, Equatable {
        case notThere(String)
        case couldNotStart(Int32)
        /// Ended with another status than 0, or by a signal.
        case ended(Int32)
        case tookTooLong
    }

    private let path: String
    private let limit: Duration
    private let workbench = Workbench(workers: 2, capacity: 1000)

    /// - Parameters:
    ///   - path: from the operator, never from a page; absolute, and there to be run.
    ///   - limit: after which a command that has not ended is ended, with everything that it started.
    package init(path: String, limit: Duration = .seconds(30)) throws(Failure) {
        guard path.hasPrefix("/"), access(path, X_OK) == 0 else { throw .notThere(path) }
        self.path = path
        self.limit = limit
    }

    package func deliver(_ mail: Mail, from sender: Mailbox, id: String, at moment: Moment) async throws {
        let message = mail.message(from: sender, id: id, at: moment, lineEnd: "\n")
        // The address is an argument of its own behind `--`: neither a shell nor a header decides who receives the mail.
        let arguments = [path, "-i", "-f", sender.address, "--", mail.to.address]
        try await workbench.run { [path, limit] in
            let input = try unnamedFile(holding: message)
            defer { close(input) }
            let status = try Command(path: path, arguments: arguments, input: input).run(within: limit)
            guard status == 0 else { throw Failure.ended(status) }
        }
    }
}

/// The mail on disk under no name: the command reads at its own pace, and nothing is left behind.
private func unnamedFile(holding bytes: [UInt8]) throws -> Int32 {
    let path = "\(NSTemporaryDirectory())/portolan-\(Token().text)"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Sendmail.Failure.couldNotStart(errno) }
    unlink(path)
    do {
        try SpoolFile.write(bytes, to: file)
        guard lseek(file, 0, SEEK_SET) == 0 else { throw SpoolFile.Failed(number: errno) }
        return file
    } catch {
        close(file)
        throw error
    }
}

/// One command of the system without a shell, with an empty environment but for a path.
///
/// Not Foundation's `Process`: that waits for everything that inherits its socket, and mail programs leave a process behind that does.
private struct Command {
    var path: String
    var arguments: [String]
    var input: Int32

    /// Waits for its end on the calling thread.
    func run(within limit: Duration) throws(Sendmail.Failure) -> Int32 {
        let child = try start(), end = ContinuousClock.now + limit
        var status: Int32 = 0
        while true {
            let found = waitpid(child, &status, WNOHANG)
            if found == child { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F) }
            guard found == 0 || errno == EINTR else { throw .couldNotStart(errno) }
            if ContinuousClock.now >= end {
                kill(-child, SIGKILL)
                waitpid(child, &status, 0)
                throw .tookTooLong
            }
            usleep(5_000)
        }
    }

    private func start() throws(Sendmail.Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t(), attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // A group of its own, so that all of it can be ended.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var words = arguments.map { strdup($0) } + [nil], environment = [strdup("PATH=/usr/sbin:/usr/bin:/sbin:/bin"), nil]
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, path, &actions, &attributes, &words, &environment)
        guard result == 0 else { throw .couldNotStart(result) }
        return child
    }
}
