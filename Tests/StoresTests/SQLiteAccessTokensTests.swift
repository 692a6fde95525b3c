import Accounts
import Foundation
import Journal
import Stores
import TestKit
import Testing

@Suite("Access tokens in SQLite")
struct SQLiteAccessTokensTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let clock = Moment(startOf: .testDay)

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.path("accounts.db"))
    }

    private func token(_ id: ID<AccessToken>, _ byte: UInt8, organisation: OrganisationID? = nil) -> AccessToken {
        AccessToken(
            id: id, tokenHash: Array(repeating: byte, count: 32), account: ID("amina"), name: "Dashboard", scope: .report, organisation: organisation,
            createdAt: clock.adding(seconds: Int(byte)), expiresAt: clock.adding(seconds: 86_400))
    }

    private func amina() async throws {
        try await store.keep(
            Account(id: ID("amina"), name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: clock, isExample: false))
    }

    @Test("a token is kept, found by its hash, listed the newest first, and noted when it is used")
    func kept() async throws {
        try await amina()
        let first = token(ID("one"), 1), second = token(ID("two"), 2, organisation: ID("league"))
        try await store.keep(first)
        try await store.keep(second)
        #expect(try await store.accessToken(hash: first.tokenHash) == first)
        #expect(try await store.accessTokens(of: ID("amina")) == [second, first])
        var used = first
        used.usedAt = clock.adding(seconds: 100)
        try await store.touch(used)
        #expect(try await store.accessToken(hash: first.tokenHash) == used)
        var earlier = first
        earlier.usedAt = clock
        try await store.touch(earlier)
        #expect(try await store.accessToken(hash: first.tokenHash)?.usedAt == used.usedAt)
    }

    @Test("only its owner revokes a token, and one that was revoked is not brought back by its last use")
    func revoked() async throws {
        try await amina()
        var one = token(ID("one"), 1)
        try await store.keep(one)
        try await store.revoke(ID("one"), of: ID("bruno"))
        #expect(try await store.accessToken(hash: one.tokenHash) != nil)
        try await store.revoke(ID("one"), of: ID("amina"))
        one.usedAt = clock
        try await store.touch(one)
        #expect(try await store.accessToken(hash: one.tokenHash) == nil)
        #expect(try await store.accessTokens(of: ID("amina")).isEmpty)
    }

    @Test("a token of nobody cannot be kept")
    func nobody() async throws {
        await #expect(throws: (any Error).self) { try await store.keep(token(ID("one"), 1)) }
    }
}
