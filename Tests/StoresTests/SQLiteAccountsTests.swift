import Accounts
import Foundation
import Journal
import Stores
import TestKit
import Testing

@Suite("Accounts in SQLite")
struct SQLiteAccountsTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = Moment(startOf: .testDay)
    private let amina = Account(
        id: ID("amina"), name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: Moment(startOf: .testDay), isExample: true)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.path("accounts.db"))
    }

    @Test("an account is kept, found by its identifier and address, and changed")
    func accounts() async throws {
        try await store.keep(amina)
        #expect(try await store.account(ID("amina")) == amina)
        #expect(try await store.account(email: "amina@example.org") == amina)
        #expect(try await store.account(email: "AMINA@example.org") == nil)
        var changed = amina
        (changed.name, changed.passwordHash) = ("Amina B.", "$scrypt$")
        try await store.keep(changed)
        #expect(try await store.accounts() == [changed])
    }

    @Test("two accounts cannot share an address")
    func sharedAddress() async throws {
        try await store.keep(amina)
        let other = Account(id: ID("other"), name: "O", email: amina.email, passwordHash: nil, createdAt: clock, isExample: false)
        await #expect(throws: (any Error).self) { try await store.keep(other) }
        #expect(try await store.accounts() == [amina])
    }

    @Test("a session that has been ended is not brought back by a page that was noting its use")
    func endedSession() async throws {
        try await store.keep(amina)
        var session = Session(tokenHash: Token().hash, account: amina.id, createdAt: clock, seenAt: clock)
        try await store.keep(session)
        session.seenAt = clock.adding(seconds: 90)
        try await store.touch(session)
        #expect(try await store.session(tokenHash: session.tokenHash) == session)
        try await store.endSession(tokenHash: session.tokenHash)
        try await store.touch(session)
        #expect(try await store.session(tokenHash: session.tokenHash) == nil)
    }

    @Test("of two visits noted at the same time the one that has read further holds, and both go with the account")
    func visits() async throws {
        try await store.keep(amina)
        let first = NotedVisit(first: amina.id, to: ID("test"), at: clock, position: 10)
        #expect(try await store.visit(of: amina.id, to: ID("test")) == nil)
        try await store.note(first)
        #expect(try await store.visit(of: amina.id, to: ID("test")) == first)
        let marked = first.read(to: 20, at: clock.adding(seconds: 5))
        try await store.note(marked)
        var late = first
        late.seenAt = clock.adding(seconds: 90)
        late.position = 15
        try await store.note(late)
        let kept = try await store.visit(of: amina.id, to: ID("test"))
        #expect(kept?.readTo == 20 && kept?.endedAt == marked.endedAt && kept?.seenAt == late.seenAt && kept?.position == 15)
        #expect(try await store.visit(of: amina.id, to: ID("other")) == nil)
        let nobody = NotedVisit(first: ID("nobody"), to: ID("test"), at: clock, position: 1)
        await #expect(throws: (any Error).self) { try await store.note(nobody) }
    }

    @Test("sessions end together, but for the one that asks")
    func sessions() async throws {
        try await store.keep(amina)
        let hashes = (0..<4).map { _ in Token().hash }
        for hash in hashes { try await store.keep(Session(tokenHash: hash, account: amina.id, createdAt: clock, seenAt: clock)) }
        try await store.endSessions(of: amina.id, except: hashes[2])
        for (index, hash) in hashes.enumerated() { #expect((try await store.session(tokenHash: hash) != nil) == (index == 2)) }
        try await store.endSessions(of: amina.id, except: nil)
        #expect(try await store.session(tokenHash: hashes[2]) == nil)
    }

    @Test("a link goes to one of fifty who follow it at once, and takes the other links of its account along")
    func links() async throws {
        try await store.keep(amina)
        let link = SignInLink(tokenHash: Token().hash, account: amina.id, expiresAt: clock)
        let older = SignInLink(tokenHash: Token().hash, account: amina.id, expiresAt: clock)
        for kept in [link, older] { try await store.keep(kept) }
        #expect(try await store.link(tokenHash: link.tokenHash) == link)
        let answers = try await withThrowingTaskGroup(of: SignInLink?.self) { group in
            for _ in 0..<50 { group.addTask { [store] in try await store.consumeLink(tokenHash: link.tokenHash) } }
            return try await group.reduce(into: [SignInLink]()) { if let answer = $1 { $0.append(answer) } }
        }
        #expect(answers == [link])
        #expect(try await store.link(tokenHash: older.tokenHash) == nil)
    }
}
