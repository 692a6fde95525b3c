import Foundation
import Journal
import Synchronization
import TestKit
import Testing

@testable import Accounts

// One after another: a script that another test's command still holds open for writing cannot be started.
@Suite("How mails go out", .serialized)
struct DeliveryTests {
    private let folder: TemporaryFolder
    private let sender: Mailbox, mail: Mail
    private let moment = Moment(startOf: .testDay)

    init() throws {
        folder = try TemporaryFolder()
        sender = try Mailbox(name: "Portolan", address: "portolan@example.org")
        mail = try Mail(to: try Mailbox(name: "Bruno", address: "bruno@example.org"), subject: "Réunion", text: "Bonjour\n", language: "fr")
    }

    private func script(_ text: String) throws -> String {
        let path = folder.path("sendmail")
        try "#!/bin/sh\ncd \"\(folder.url.path)\"\n\(text)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private func read(_ name: String) throws -> String { try String(contentsOf: folder.url.appending(path: name), encoding: .utf8) }

    @Test("the spool holds whole mails only, readable by their owner")
    func spool() async throws {
        let spool = try MailSpool(path: folder.path("spool"))
        for number in 0..<3 { try await spool.deliver(mail, from: sender, id: "m\(number)", at: moment) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("spool")).sorted()
        #expect(names == (0..<3).map { "\(moment.milliseconds)-m\($0).eml" })
        #expect(try read("spool/\(names[0])").hasSuffix("\r\n\r\nBonjour\r\n\r\n"))
        for path in ["spool/\(names[0])", "spool"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path(path))[.posixPermissions] as? Int
            #expect((mode ?? 0o777) & 0o077 == 0, "\(path)")
        }
    }

    @Test("the system's command gets the mail and the address as an argument of its own, and nothing of our environment")
    func sendmail() async throws {
        let path = try script("for a in \"$@\"; do echo \"[$a]\" >> arguments; done\ncat > message\nenv > environment")
        try await Sendmail(path: path).deliver(mail, from: sender, id: "m", at: moment)
        #expect(try read("arguments") == "[-i]\n[-f]\n[portolan@example.org]\n[--]\n[bruno@example.org]\n")
        #expect(try read("message").contains("Subject: =?utf-8?B?"))
        #expect(try !read("message").contains("\r"))
        // What the shell says of itself, and the path; no name of ours.
        let names = Set(try read("environment").split(separator: "\n").map { String($0.prefix { $0 != "=" }) })
        #expect(names.contains("PATH") && names.isSubset(of: ["PATH", "PWD", "OLDPWD", "SHLVL", "_"]), "\(names)")
    }

    @Test("a command that fails says so, and one that hangs is ended with what it started")
    func failing() async throws {
        let failing = try Sendmail(path: try script("exit 75"))
        await #expect(throws: Sendmail.Failure.ended(75)) { try await failing.deliver(mail, from: sender, id: "m", at: moment) }
        let hanging = try Sendmail(path: try script("echo $$ > own\nsleep 1000 &\necho $! > child\nwait"), limit: .milliseconds(300))
        await #expect(throws: Sendmail.Failure.tookTooLong) { try await hanging.deliver(mail, from: sender, id: "m", at: moment) }
        let child = try #require(Int32(try read("child").trimmingCharacters(in: .whitespacesAndNewlines)))
        // What is left of it, if anything, waits for whoever collects the dead.
        try await until("the child is gone") {
            let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8))?.split(separator: " ").dropFirst(2).first
            return state == nil || state == "Z"
        }
    }

    @Test("a command that leaves a process behind, as mail programs do, is not waited for")
    func leavingBehind() async throws {
        let leaving = try Sendmail(path: try script("cat > message\nsleep 3 > /dev/null &\nexit 0"), limit: .seconds(20))
        let start = ContinuousClock.now
        try await leaving.deliver(mail, from: sender, id: "m", at: moment)
        #expect(ContinuousClock.now - start < .seconds(3))
    }

    @Test("only a whole path to something that can be run is taken", arguments: ["sendmail", "", "/", "/nowhere/sendmail", "/etc/passwd", "../sendmail"])
    func notThere(_ path: String) {
        // A folder can be entered, so `/` is refused only when it is to be run.
        guard path != "/" else { return }
        #expect(throws: Sendmail.Failure.notThere(path)) { try Sendmail(path: path) }
    }

    @Test("what is not taken is tried again, after longer and longer pauses, and the log never says to whom or what")
    func retries() async throws {
        let program = Unreliable(failures: 3), pauses = Kept<Duration>(), reports = Kept<MailRoom.Report>(), mail = self.mail
        let room = MailRoom(
            program, from: sender, now: { [moment] in moment }, pauses: [.seconds(30), .seconds(60), .seconds(120)], wait: { pauses.add($0) }, report: { reports.add($0) })
        await room.send("invitation") { mail }
        await room.settle()
        #expect(program.taken == 1 && program.asked == 4)
        #expect(pauses.all == [.seconds(30), .seconds(60), .seconds(120)])
        #expect(reports.all.count == 4)
        for report in reports.all { #expect(!"\(report)".contains("bruno") && !"\(report)".contains("Bonjour")) }
        if case .sent(let kind, _)? = reports.all.last { #expect(kind == "invitation") } else { Issue.record("\(reports.all)") }
    }

    @Test("after the last attempt a mail is given up, and the next goes out all the same")
    func givenUp() async throws {
        let program = Unreliable(failures: 2), reports = Kept<MailRoom.Report>(), mail = self.mail
        let room = MailRoom(program, from: sender, now: { [moment] in moment }, pauses: [.seconds(30)], wait: { _ in }, report: { reports.add($0) })
        await room.send("reset") { mail }
        await room.settle()
        if case .givenUp(let kind, _, _)? = reports.all.last { #expect(kind == "reset") } else { Issue.record("\(reports.all)") }
        await room.send("reset") { mail }
        await room.settle()
        #expect(program.taken == 1)
    }

    @Test("many go out one after another; one that is not taken is tried again by itself, and one that nobody gets is none")
    func many() async throws {
        let program = Unreliable(failures: 2), reports = Kept<MailRoom.Report>(), mail = self.mail
        let room = MailRoom(program, from: sender, now: { [moment] in moment }, pauses: [.seconds(30), .seconds(120)], wait: { _ in }, report: { reports.add($0) })
        let settled = Kept<String>(), writes: [@Sendable () throws -> Mail?] = [{ mail }, { nil }, { mail }, { throw CancellationError() }, { mail }]
        let parcels = writes.enumerated().map { number, write in MailRoom.Parcel(id: "\(number)", write: write, settled: { settled.add("\(number)") }) }
        await room.send("reminder", each: parcels)
        #expect(await room.hasRoom)
        await room.settle()
        #expect(program.taken == 3 && program.asked == 5 && settled.all.sorted() == ["0", "1", "2", "3", "4"])
        let closed = MailRoom(nil, from: sender, now: { [moment] in moment }, report: { _ in })
        #expect(await !closed.hasRoom)
    }

    @Test("what still waits when the server stops is not settled")
    func stopped() async throws {
        let program = Unreliable(failures: 1), settled = Kept<String>(), mail = self.mail
        let room = MailRoom(program, from: sender, now: { [moment] in moment }, pauses: [.seconds(30)], wait: { _ in throw CancellationError() }, report: { _ in })
        await room.send("reminder", each: ["a", "b"].map { id in MailRoom.Parcel(id: id, write: { mail }, settled: { settled.add(id) }) })
        await room.settle()
        #expect(settled.all == ["b"] && program.taken == 1)
    }

    @Test("whoever asks is answered before the mail is written; nothing to send sends nothing")
    func later() async throws {
        let program = Unreliable(failures: 0), gate = AsyncStream<Void>.makeStream(), mail = self.mail
        let room = MailRoom(program, from: sender, now: { [moment] in moment }, report: { _ in })
        await room.send("reset") {
            for await _ in gate.stream { return mail }
            return nil
        }
        #expect(program.asked == 0)
        await room.send("reset") { nil }
        gate.continuation.yield()
        await room.settle()
        #expect(program.taken == 1)
        let closed = MailRoom(nil, from: sender, now: { [moment] in moment }, report: { _ in })
        #expect(!closed.isOpen && room.isOpen)
        await closed.send("reset") { throw CancellationError() }
        await closed.settle()
    }
}

/// A mail program that fails a few times.
private final class Unreliable: MailDelivery {
    struct Down: Error {}

    private let state: Mutex<(failures: Int, asked: Int, taken: Int)>

    init(failures: Int) { state = Mutex((failures, 0, 0)) }

    var asked: Int { state.withLock { $0.asked } }
    var taken: Int { state.withLock { $0.taken } }

    func deliver(_ mail: Mail, from sender: Mailbox, id: String, at moment: Moment) async throws {
        try state.withLock { state in
            state.asked += 1
            guard state.failures == 0 else {
                state.failures -= 1
                throw Down()
            }
            state.taken += 1
        }
    }
}

/// Things in the order in which they came.
private final class Kept<Thing: Sendable>: Sendable {
    private let kept = Mutex<[Thing]>([])
    var all: [Thing] { kept.withLock { $0 } }
    func add(_ thing: Thing) { kept.withLock { $0.append(thing) } }
}
