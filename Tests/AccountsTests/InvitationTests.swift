import Foundation
import Journal
import Synchronization
import TestKit
import Testing

@testable import Accounts

@Suite("Invitations and forgotten passwords")
struct InvitationTests {
    private let store = MemoryAccounts(), clock = Clock()
    private var signIn: SignIn { SignIn(store, passwords: Passwords(cost: 4)) { [clock] in clock.now } }
    private let password = "a quay at low tide", port: OrganisationID = ID("harbours")

    private func sent(_ email: String = "bruno@example.org", invitation: String = "i1") async throws -> Token {
        try await signIn.letter(for: invitation, in: port, name: "Bruno", email: email, language: "fr").token
    }

    private func known(_ email: String = "bruno@example.org") async throws -> Account {
        let (account, link) = try await signIn.link(name: "Bruno", email: email)
        try await signIn.end(try await signIn.accept(link: link, password: password))
        return account
    }

    private func accept(_ token: Token, _ password: String? = nil, name: String = "Bruno B.", as signedIn: ID<Actor>? = nil, record: (ID<Actor>) async throws -> Void = { _ in }) async throws -> Token
    {
        guard let letter = try await signIn.letter(for: token) else { throw SignIn.Problem.linkUsedOrExpired }
        return try await signIn.accept(letter, signedIn: signedIn, name: name, password: password ?? self.password, record: record)
    }

    @Test("somebody new chooses name and password; before that there is no account, and nothing of the link is kept but its hash")
    func new() async throws {
        let token = try await sent()
        #expect(await store.accounts().isEmpty)
        #expect(await store.letters(in: port).map(\.tokenHash) == [token.hash])
        let session = try await accept(token)
        let account = try #require(try await signIn.account(for: session))
        #expect(account.name == "Bruno B." && account.email == "bruno@example.org" && account.language == "fr")
        #expect(await store.letters(in: port).isEmpty)
        _ = try await signIn.session(email: "bruno@example.org", password: password)
    }

    @Test("looked at twenty times it works once; the second who sends it is told that it was used")
    func once() async throws {
        let token = try await sent()
        for _ in 0..<20 { #expect(try await signIn.letter(for: token)?.name == "Bruno") }
        _ = try await accept(token)
        await #expect(throws: SignIn.Problem.linkUsedOrExpired) { try await accept(token) }
    }

    @Test("of fifty who accept at the same time one does, and one account is made")
    func race() async throws {
        let token = try await sent(), letter = try #require(try await signIn.letter(for: token)), signIn = self.signIn, recorded = Count(), password = self.password
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    (try? await signIn.accept(letter, signedIn: nil, name: "B", password: password) { _ in recorded.add() }) != nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1 && recorded.value == 1)
        #expect(await store.accounts().count == 1)
    }

    @Test("after seven days it opens nothing, and sent anew only the newer link does")
    func overAndAnew() async throws {
        let first = try await sent()
        clock.wait(7 * 86_400 - 1)
        #expect(try await signIn.letter(for: first) != nil)
        clock.wait(1)
        #expect(try await signIn.letter(for: first) == nil)
        await #expect(throws: SignIn.Problem.linkUsedOrExpired) { try await accept(first) }
        let second = try await sent(), third = try await sent()
        #expect(try await signIn.letter(for: second) == nil)
        _ = try await accept(third)
        #expect(try await signIn.letter(for: second) == nil)
    }

    @Test("what cannot be recorded has not happened: no account, and the link can be used again")
    func undone() async throws {
        struct Refused: Error {}
        let token = try await sent()
        await #expect(throws: Refused.self) { try await accept(token) { _ in throw Refused() } }
        #expect(await store.accounts().isEmpty)
        _ = try await accept(token)
    }

    @Test("a link never sets the password of an account that is there: it asks for the present one")
    func takenOver() async throws {
        let bruno = try await known(), token = try await sent()
        await #expect(throws: SignIn.Problem.wrongPassword) { try await accept(token, "another quay entirely") }
        let session = try await accept(token, password)
        #expect(try await signIn.account(for: session)?.id == bruno.id)
        #expect(try await signIn.account(for: session)?.name == "Bruno")
        _ = try await signIn.session(email: "bruno@example.org", password: password)
    }

    @Test("an account that has not been entered yet is not taken over either")
    func notEntered() async throws {
        _ = try await signIn.link(name: "Chair", email: "chair@example.org")
        let token = try await sent("chair@example.org")
        await #expect(throws: SignIn.Problem.wrongPassword) { try await accept(token) }
        #expect(await store.account(email: "chair@example.org")?.passwordHash == nil)
    }

    @Test("whoever is signed in with the address just accepts; anybody else does not by being signed in")
    func signedIn() async throws {
        let bruno = try await known(), other = try await known("other@example.org"), token = try await sent()
        await #expect(throws: SignIn.Problem.wrongPassword) { try await accept(token, "", as: other.id) }
        _ = try await accept(token, "", as: bruno.id)
    }

    @Test("a forgotten password ends sessions, older links and the links of invitations, which then wait for the account")
    func reset() async throws {
        let bruno = try await known(), session = try await signIn.session(email: "bruno@example.org", password: password)
        let invitation = try await sent(), older = try #require(try await signIn.resetLink(email: "bruno@example.org"))
        let reset = try #require(try await signIn.resetLink(email: " BRUNO@example.org"))
        for _ in 0..<20 { #expect(try await signIn.owner(ofLink: reset.token)?.id == bruno.id) }
        let after = try await signIn.accept(link: reset.token, password: "another quay entirely")
        #expect(try await signIn.account(for: session) == nil)
        #expect(try await signIn.account(for: after)?.id == bruno.id)
        #expect(try await signIn.owner(ofLink: older.token) == nil)
        #expect(try await signIn.letter(for: invitation) == nil)
        let waiting = try #require(try await signIn.letters(boundTo: bruno.id).first)
        await #expect(throws: SignIn.Problem.linkUsedOrExpired) { try await signIn.accept(waiting, signedIn: nil, name: "", password: "") { _ in } }
        _ = try await signIn.accept(waiting, signedIn: bruno.id, name: "", password: "") { #expect($0 == bruno.id) }
        #expect(try await signIn.letters(boundTo: bruno.id).isEmpty)
    }

    @Test("an expired invitation or first link is not revived by a forgotten password")
    func notRevived() async throws {
        _ = try await sent()
        #expect(try await signIn.resetLink(email: "bruno@example.org") == nil)
        _ = try await signIn.link(name: "Chair", email: "chair@example.org")
        clock.wait(8 * 86_400)
        #expect(try await signIn.resetLink(email: "chair@example.org") == nil)
        let bruno = try await known()
        let reset = try #require(try await signIn.resetLink(email: "bruno@example.org"))
        _ = try await signIn.accept(link: reset.token, password: "another quay entirely")
        #expect(try await signIn.letters(boundTo: bruno.id).isEmpty)
        #expect(try await signIn.resetLink(email: "nobody@example.org") == nil)
        let late = try #require(try await signIn.resetLink(email: "bruno@example.org"))
        clock.wait(3600)
        #expect(try await signIn.owner(ofLink: late.token) == nil)
    }

    @Test("a password is changed by whoever knows the present one; every other session and link ends")
    func changed() async throws {
        let bruno = try await known()
        let here = try await signIn.session(email: "bruno@example.org", password: password, browser: "Firefox · Linux")
        let there = try await signIn.session(email: "bruno@example.org", password: password)
        let reset = try #require(try await signIn.resetLink(email: "bruno@example.org"))
        await #expect(throws: SignIn.Problem.wrongPassword) { try await signIn.changePassword(of: bruno.id, from: "a quay at high tide", to: "another quay entirely") }
        await #expect(throws: SignIn.Problem.passwordTooShort) { try await signIn.changePassword(of: bruno.id, from: password, to: "short") }
        #expect(try await signIn.account(for: there) != nil)
        let new = try await signIn.changePassword(of: bruno.id, from: password, to: "another quay entirely", browser: "Firefox · Linux")
        for old in [here, there] { #expect(try await signIn.account(for: old) == nil) }
        #expect(try await signIn.account(for: new)?.id == bruno.id)
        #expect(try await signIn.owner(ofLink: reset.token) == nil)
        #expect(try await signIn.sessions(of: bruno.id).map(\.browser) == ["Firefox · Linux"])
    }

    @Test("one session can be ended by its name, which is not its token, and nobody else's")
    func sessions() async throws {
        let bruno = try await known(), other = try await known("other@example.org")
        let one = try await signIn.session(for: bruno.id), two = try await signIn.session(for: bruno.id), theirs = try await signIn.session(for: other.id)
        let names = try await signIn.sessions(of: bruno.id).map(\.name)
        #expect(Set(names).count == 2 && !names.contains { one.text.contains($0) || two.text.contains($0) })
        let name = Session(tokenHash: one.hash, account: bruno.id, createdAt: clock.now, seenAt: clock.now).name
        let theirName = Session(tokenHash: theirs.hash, account: other.id, createdAt: clock.now, seenAt: clock.now).name
        try await signIn.endSession(named: name, of: bruno.id)
        try await signIn.endSession(named: theirName, of: bruno.id)
        #expect(try await signIn.account(for: one) == nil)
        for still in [two, theirs] { #expect(try await signIn.account(for: still) != nil) }
        clock.wait(13 * 3600)
        #expect(try await signIn.sessions(of: bruno.id).isEmpty, "one that is over is not listed")
    }

    @Test("somebody forgotten leaves nothing: no session, no link, no letter")
    func forgotten() async throws {
        let bruno = try await known(), session = try await signIn.session(for: bruno.id), token = try await sent()
        let reset = try #require(try await signIn.resetLink(email: bruno.email))
        try await signIn.forget(bruno)
        #expect(try await signIn.account(for: session) == nil)
        #expect(try await signIn.owner(ofLink: reset.token) == nil)
        #expect(try await signIn.letter(for: token) == nil)
        #expect(await store.accounts().isEmpty)
        #expect(try await store.names(of: [bruno.id]).isEmpty)
    }

    @Test("names with line breaks are refused wherever they come from", arguments: ["A\r\nBcc: x@y.org", "A\nB", "A\0", ""])
    func names(_ name: String) async throws {
        await #expect(throws: SignIn.Problem.self) { try await signIn.link(name: name, email: "new@example.org") }
        let token = try await sent()
        await #expect(throws: SignIn.Problem.self) { try await accept(token, name: name) }
        let bruno = try await known("b@example.org")
        await #expect(throws: SignIn.Problem.self) { try await signIn.describe(bruno.id, name: name, language: "en") }
        #expect(await store.accounts().map(\.name) == ["Bruno"])
    }

    @Test(
        "what is only the organisation's name, or what everybody tries, with figures around it, is refused",
        arguments: [
            "League-of-Harbours!", "LoH 2026 Harbours", "princess123456", "123dragon45678", "monkeymonkeymonkey", "123qweasdzxc",
        ])
    func refused(_ text: String) {
        let account = Account(id: ID("amina"), name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: clock.now, isExample: false)
        #expect(throws: SignIn.Problem.passwordTooCommon) { try SignIn.check(text, for: account, avoiding: ["League of Harbours", "LoH"]) }
    }

    @Test("a sentence in which a word of it stands is taken", arguments: ["two harbours and a lighthouse", "dragon under the old quay"])
    func taken(_ text: String) throws {
        let account = Account(id: ID("amina"), name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: clock.now, isExample: false)
        try SignIn.check(text, for: account, avoiding: ["League of Harbours", "LoH"])
    }
}

private final class Count: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}
