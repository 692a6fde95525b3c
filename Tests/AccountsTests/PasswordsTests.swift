import Foundation
import Synchronization
import TestKit
import Testing

@testable import Accounts

@Suite("Passwords")
struct PasswordsTests {
    /// Cheap enough for a test; the product's own cost is tried once.
    private let passwords = Passwords(cost: 4)

    @Test(
        "our scrypt gives the vectors of RFC 7914 (those with r = 8)",
        arguments: [
            (
                "password", "NaCl", 10, 16,
                """
                fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
                """
            ),
            (
                "pleaseletmein", "SodiumChloride", 14, 1,
                """
                7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
                """
            ),
        ])
    func vectors(_ password: String, _ salt: String, _ cost: Int, _ parallelism: Int, _ expected: String) throws {
        let key = try scrypt(password, Data(salt.utf8), cost: cost, parallelism: parallelism, count: 64)
        #expect(key.map { String(format: "%02x", $0) }.joined() == expected)
    }

    @Test("are kept with their parameters and a salt of their own, and known again; others are not")
    func rightAndWrong() async throws {
        let kept = try await passwords.hash("correct horse battery"), again = try await passwords.hash("correct horse battery")
        #expect(kept.hasPrefix("$scrypt$ln=4,r=8,p=3$"))
        #expect(kept != again)
        #expect(try await passwords.verify("correct horse battery", against: kept))
        for wrong in ["", "correct horse batterz", "Correct horse battery", "correct horse battery "] {
            #expect(try await !passwords.verify(wrong, against: kept))
        }
        #expect(try await Passwords().hash("a password of the product").hasPrefix("$scrypt$ln=15,r=8,p=3$"))
    }

    @Test("are the same however the keyboard composes them, and are never cut off")
    func normalised() async throws {
        let long = String(repeating: "0123456789", count: 100), kept = try await passwords.hash("cafe\u{301}" + long + "a")
        #expect(try await passwords.verify("caf\u{E9}" + long + "a", against: kept))
        #expect(try await !passwords.verify("caf\u{E9}" + long + "b", against: kept))
    }

    @Test("an unknown account costs the same work as a known one")
    func sameWork() async throws {
        let probe = Work()
        let passwords = Passwords(workers: 1, capacity: 9, cost: 15) { _, salt, cost in
            probe.note(cost, salt.count)
            return Data(repeating: 0, count: 32)
        }
        let kept = try await passwords.hash("any")
        #expect(try await passwords.verify("any", against: kept))
        // Even where the work's result is what nobody's hash would be.
        #expect(try await !passwords.verify("any", against: nil))
        #expect(probe.done == ["15/16", "15/16", "15/16"])
    }

    @Test(
        "kept hashes that were tampered with ask for no more work than the strongest, and let nobody in",
        arguments: [
            "", "$", "$$$$", "scrypt", "$scrypt$ln=31,r=8,p=3$AAAA$AAAA", "$scrypt$ln=-1,r=8,p=3$AAAA$AAAA", "$scrypt$ln=99999999999999999999,r=8,p=3$AAAA$AAAA",
            "$scrypt$ln=15,r=8,p=1000000$AAAA$AAAA", "$scrypt$ln=15,r=4096,p=3$AAAA$AAAA", "$scrypt$ln=,r=8,p=3$AAAA$AAAA", "$scrypt$ln=15,r=8,p=3$!!!!$!!!!",
            "$scrypt$ln=15,r=8,p=3$AAAA$AAAA", "$bcrypt$ln=15,r=8,p=3$AAAA$AAAA", "$scrypt$ln=15,r=8,p=3$AAAA$\(String(repeating: "A", count: 44))$more",
            "$scrypt$,r=8,p=3$AAAA$\(String(repeating: "A", count: 43))=", "plain text password",
        ])
    func hostile(_ kept: String) async throws {
        let probe = Work()
        let passwords = Passwords(workers: 1, capacity: 9, cost: 15) { _, salt, cost in
            probe.note(cost, salt.count)
            return Data(repeating: 7, count: 32)
        }
        #expect(try await !passwords.verify("any", against: kept))
        #expect(probe.done == ["15/16"])
    }

    @Test("no more are hashed at once than there are workers; beyond what may wait, callers are told to come back")
    func bounded() async throws {
        let probe = Work(), gate = DispatchSemaphore(value: 0)
        let passwords = Passwords(workers: 2, capacity: 5, cost: 4) { _, salt, cost in
            probe.begin()
            gate.wait()
            probe.end()
            return Data(repeating: 7, count: 32)
        }
        let admitted = (0..<5).map { _ in Task { try await passwords.hash("x") } }
        while probe.running < 2 { try await Task.sleep(for: .milliseconds(1)) }
        while true {
            // Until all five are inside, a sixth may still find room: it is not sent before.
            if passwords.load == 5 { break }
            try await Task.sleep(for: .milliseconds(1))
        }
        await #expect(throws: Passwords.Busy.self) { try await passwords.hash("one too many") }
        for _ in 0..<6 { gate.signal() }
        for task in admitted { _ = try await task.value }
        #expect(probe.peak == 2)
        #expect(try await passwords.hash("room again").isEmpty == false)
    }
}

@Suite("The workbench")
struct WorkbenchTests {
    @Test("work that waits now and then computes on the bench before and after, and holds its place")
    func waiting() async throws {
        let bench = Workbench(workers: 1, capacity: 1), (steps, go) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await bench.run(waiting: {
                let before = bench.isHere
                for await _ in steps { break }
                return [before, bench.isHere]
            })
        }
        try await until("the work has begun") { bench.load > 0 }
        await #expect(throws: Workbench.Busy.self) { try await bench.run(waiting: { bench.isHere }) }
        go.yield()
        #expect(try await task.value == [true, true])
        #expect(bench.load == 0 && !bench.isHere)
    }

    /// Otherwise whoever else asks the same actor waits behind the bench's next long piece.
    @Test("an actor that such work asks is not woken on the bench")
    func actors() async throws {
        let bench = Workbench(workers: 1, capacity: 1), asked = Asked(bench)
        let (away, after) = try await bench.run(waiting: { (await Workbench.away { await asked.isOnTheBench }, bench.isHere) })
        #expect(!away && after)
    }

    private actor Asked {
        private let bench: Workbench
        init(_ bench: Workbench) { self.bench = bench }
        var isOnTheBench: Bool { bench.isHere }
    }

    /// Two password checks at once once stopped a server of two cores for as long as they took.
    @Test("however much computes on benches, everybody else is answered")
    func aside() async throws {
        let cores = ProcessInfo.processInfo.activeProcessorCount, bench = Workbench(workers: 2 * cores, capacity: 100), gate = DispatchSemaphore(value: 0)
        let held = (0..<(2 * cores)).map { _ in Task { try await bench.run { gate.wait() } } }
        try await until("all of them hold a thread") { bench.load == 2 * cores }
        let answered = Task.detached {
            await withTaskGroup(of: Int.self) { group in
                for number in 0..<100 { group.addTask { number } }
                return await group.reduce(0, +)
            }
        }
        #expect(await answered.value == 4950)
        for _ in held { gate.signal() }
        for task in held { try await task.value }
        #expect(bench.load == 0)
    }

    @Test("what it throws is thrown, and its place is free again")
    func throwing() async throws {
        let bench = Workbench(workers: 1, capacity: 1)
        await #expect(throws: Workbench.Busy.self) { try await bench.run(waiting: { () throws -> Bool in throw Workbench.Busy() }) }
        #expect(try await bench.run(waiting: { bench.isHere }))
    }
}

/// Counts what was asked of the hash function.
private final class Work: Sendable {
    private let state = Mutex<(done: [String], running: Int, peak: Int)>(([], 0, 0))

    var done: [String] { state.withLock { $0.done } }
    var running: Int { state.withLock { $0.running } }
    var peak: Int { state.withLock { $0.peak } }

    func note(_ cost: Int, _ salt: Int) { state.withLock { $0.done.append("\(cost)/\(salt)") } }
    func begin() {
        state.withLock {
            $0.running += 1; $0.peak = max($0.peak, $0.running)
        }
    }
    func end() { state.withLock { $0.running -= 1 } }
}
