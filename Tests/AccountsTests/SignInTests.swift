import Foundation
import Journal
import Synchronization
import TestKit
import Testing

@testable import Accounts

@Suite("Signing in")
struct SignInTests {
    private let store = MemoryAccounts(), clock = Clock()
    private var signIn: SignIn { SignIn(store, passwords: Passwords(workers: 2, capacity: 100, cost: 4)) { [clock] in clock.now } }
    private let password = "a quay at low tide"

    private func amina() async throws -> Account {
        let (account, link) = try await signIn.link(name: "Amina", email: "Amina@Example.org")
        try await signIn.end(try await signIn.accept(link: link, password: password))
        return account
    }

    @Test("with the right password, in whatever way the address is written")
    func right() async throws {
        let account = try await amina()
        for address in ["amina@example.org", " AMINA@example.ORG\n"] {
            let token = try await signIn.session(email: address, password: password)
            #expect(try await signIn.account(for: token)?.id == account.id)
        }
    }

    @Test(
        "a wrong password and an unknown address are answered alike",
        arguments: [
            ("amina@example.org", "a quay at high tide"), ("amina@example.org", ""), ("nobody@example.org", "a quay at low tide"), ("", ""),
        ])
    func wrong(_ email: String, _ attempt: String) async throws {
        _ = try await amina()
        await #expect(throws: SignIn.Problem.wrongEmailOrPassword) { try await signIn.session(email: email, password: attempt) }
        #expect(await store.sessionCount == 0)
    }

    @Test("a person who has only a link cannot sign in with any password")
    func noPassword() async throws {
        _ = try await signIn.link(name: "Bruno", email: "bruno@example.org")
        await #expect(throws: SignIn.Problem.wrongEmailOrPassword) { try await signIn.session(email: "bruno@example.org", password: "") }
    }

    @Test("an old password whose check was under way while it was replaced opens nothing")
    func replacedMeanwhile() async throws {
        _ = try await amina()
        let gate = DispatchSemaphore(value: 0)
        let (_, link) = try await signIn.link(name: "", email: "amina@example.org")
        let gated = Gate(gate)
        let slow = SignIn(store, passwords: Passwords(workers: 1, capacity: 9, cost: 4) { try gated.derive($0, $1, $2) }) { [clock] in clock.now }
        let attempt = Task { try await slow.session(email: "amina@example.org", password: password) }
        while !gated.isInside { try await Task.sleep(for: .milliseconds(1)) }
        _ = try await signIn.accept(link: link, password: "another quay entirely")
        gate.signal()
        await #expect(throws: SignIn.Problem.wrongEmailOrPassword) { try await attempt.value }
        #expect(await store.sessionCount == 1)
    }

    @Test("a session ends after 12 hours without use")
    func idle() async throws {
        _ = try await amina()
        let token = try await signIn.session(email: "amina@example.org", password: password)
        for _ in 0..<3 {
            clock.wait(12 * 3600)
            #expect(try await signIn.account(for: token) != nil)
        }
        clock.wait(12 * 3600 + 1)
        #expect(try await signIn.account(for: token) == nil)
        clock.wait(-3600)
        #expect(try await signIn.account(for: token) == nil)
    }

    @Test("a session ends after 7 days however much it is used")
    func absolute() async throws {
        _ = try await amina()
        let token = try await signIn.session(email: "amina@example.org", password: password)
        for _ in 0..<(7 * 4) {
            clock.wait(6 * 3600)
            #expect(try await signIn.account(for: token) != nil)
        }
        clock.wait(1)
        #expect(try await signIn.account(for: token) == nil)
        #expect(await store.sessionCount == 0)
    }

    @Test("signing out ends this session on the server, and no other")
    func signOut() async throws {
        _ = try await amina()
        let one = try await signIn.session(email: "amina@example.org", password: password)
        let two = try await signIn.session(email: "amina@example.org", password: password)
        try await signIn.end(one)
        #expect(try await signIn.account(for: one) == nil)
        #expect(try await signIn.account(for: two) != nil)
    }

    @Test("tokens have 256 bits, a shape of their own, and are kept only as hashes")
    func tokens() {
        let tokens = (0..<1000).map { _ in Token() }
        #expect(Set(tokens.map(\.text)).count == 1000)
        #expect(tokens.allSatisfy { Token($0.text)?.hash == $0.hash && $0.hash.count == 32 })
        for text in ["", String(repeating: "a", count: 42), String(repeating: "a", count: 44), String(repeating: "=", count: 43), String(repeating: "é", count: 43)] {
            #expect(Token(text) == nil)
        }
        #expect(tokens[0].derived(for: "form") == tokens[0].derived(for: "form"))
        #expect(tokens[0].derived(for: "form") != tokens[0].derived(for: "other"))
        #expect(tokens[0].derived(for: "form") != tokens[1].derived(for: "form"))
        #expect(equalInConstantTime([1, 2], [1, 2]) && !equalInConstantTime([1, 2], [1, 3]) && !equalInConstantTime([1], [1, 2]))
    }
}

/// Holds the hash function up until told to go on.
private final class Gate: Sendable {
    private let semaphore: DispatchSemaphore
    private let entered = Mutex(false)

    init(_ semaphore: DispatchSemaphore) { self.semaphore = semaphore }

    var isInside: Bool { entered.withLock { $0 } }

    func derive(_ password: String, _ salt: Data, _ cost: Int) throws -> Data {
        entered.withLock { $0 = true }
        semaphore.wait()
        return try scrypt(password, salt, cost: cost)
    }
}

/// A clock that goes only when told to.
final class Clock: Sendable {
    private let moment = Mutex(Moment(startOf: .testDay))

    var now: Moment { moment.withLock { $0 } }

    func wait(_ seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
