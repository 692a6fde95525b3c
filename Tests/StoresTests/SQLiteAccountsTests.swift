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
        (changed.name, changed.language, changed.passwordHash, changed.email) = ("Amina B.", "fr", "$scrypt$", "new@example.org")
        try await store.describe(amina.id, name: "Amina B.", language: "fr")
        try await store.setPassword("$scrypt$", of: amina.id)
        try await store.move(amina.id, to: "new@example.org")
        #expect(try await store.accounts() == [changed])
        try await store.keep(amina)
        #expect(try await store.accounts() == [changed], "what was read before is not written back")
    }

    @Test("whose mails come back is kept beside the account, newest and gravest first, until its address changes or the person is forgotten")
    func returns() async throws {
        try await store.keep(amina)
        func noted(_ status: String, _ days: Int, in organisation: OrganisationID?) -> NotedReturn {
            NotedReturn(account: amina.id, organisation: organisation, on: .testDay.adding(days: days), status: status, reason: "why")
        }
        for (status, days) in [("5.1.1", 3), ("4.4.1", 5), ("5.2.2", 1)] { try await store.note(noted(status, days, in: ID("league"))) }
        try await store.note(noted("5.7.1", 2, in: nil))
        #expect(try await store.returns(in: ID("league")) == [noted("5.7.1", 2, in: nil), noted("5.1.1", 3, in: ID("league"))])
        #expect(try await store.returns(in: ID("other")) == [noted("5.7.1", 2, in: nil)])
        try await store.note(.triedAgain(amina.id, in: ID("league"), on: .testDay.adding(days: 9)))
        #expect(try await store.returns(in: ID("league")).holding.isEmpty)
        try await store.move(amina.id, to: "new@example.org")
        #expect(try await store.returns(in: ID("league")).isEmpty)
        try await store.note(noted("5.1.1", 3, in: ID("league")))
        try await store.forget(amina.id)
        #expect(try await store.returns(in: ID("league")).isEmpty)
    }

    @Test("whoever remembers people looks again when a row has changed, and not when somebody tries links that are none")
    func counted() async throws {
        try await store.keep(amina)
        let link = SignInLink(tokenHash: Token().hash, account: amina.id, expiresAt: clock)
        var changes = store.changes.value, renamings = store.renamings.value
        #expect(try await store.consumeLink(tokenHash: link.tokenHash) == nil)
        try await store.endLinks(of: amina.id)
        try await store.endLinks(expiredBefore: clock)
        try await store.describe(ID("nobody"), name: "Nobody", language: "fr")
        #expect(store.changes.value == changes && store.renamings.value == renamings, "nothing was there to change")
        try await store.keep(link)
        #expect(store.changes.value > changes)
        changes = store.changes.value
        #expect(try await store.consumeLink(tokenHash: link.tokenHash) == link)
        #expect(store.changes.value > changes && store.renamings.value == renamings)
        (changes, renamings) = (store.changes.value, store.renamings.value)
        // By what the database does of itself with the row of an account too.
        try await store.forget(amina.id)
        #expect(store.changes.value > changes && store.renamings.value > renamings)
    }

    @Test("links that expired before a moment are removed, and letters that a crash left open can be opened again")
    func leftovers() async throws {
        try await store.keep(amina)
        let links = [0, 60].map { SignInLink(tokenHash: Token().hash, account: amina.id, expiresAt: clock.adding(seconds: $0)) }
        for link in links { try await store.keep(link) }
        try await store.endLinks(expiredBefore: clock.adding(seconds: 1))
        #expect(try await store.link(tokenHash: links[0].tokenHash) == nil)
        #expect(try await store.link(tokenHash: links[1].tokenHash) == links[1])
        let letter = Letter(
            tokenHash: Token().hash, organisation: ID("league"), invitation: "one", name: "Bruno", email: "bruno@example.org", language: nil, sentAt: clock,
            expiresAt: clock.adding(seconds: 60))
        try await store.keep(letter)
        #expect(try await store.open(tokenHash: letter.tokenHash) == letter)
        #expect(try await store.letter(tokenHash: letter.tokenHash) == nil)
        try await store.closeLetters()
        #expect(try await store.letter(tokenHash: letter.tokenHash) == letter)
    }

    @Test("who was forgotten does not come back with a change that was under way")
    func forgotten() async throws {
        try await store.keep(amina)
        try await store.forget(amina.id)
        try await store.describe(amina.id, name: "Amina", language: "fr")
        try await store.setPassword("$scrypt$", of: amina.id)
        #expect(try await store.accounts().isEmpty)
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

    @Test("a file of the first schema opens, with everybody and their sessions and links in it")
    func firstSchema() async throws {
        let path = folder.path("old.db")
        try RawDatabase(path).run(schemaOne)
        try RawDatabase(path).run(
            """
            INSERT INTO account VALUES ('amina', 'Amina', 'amina@example.org', NULL, \(clock.milliseconds), 1);
            INSERT INTO session VALUES (zeroblob(32), 'amina', \(clock.milliseconds), \(clock.milliseconds));
            INSERT INTO sign_in_link VALUES (zeroblob(32), 'amina', \(clock.milliseconds));
            """)
        let old = try SQLiteStore(path: path), hash = [UInt8](repeating: 0, count: 32)
        #expect(try await old.accounts() == [amina])
        #expect(try await old.session(tokenHash: hash) == Session(tokenHash: hash, account: amina.id, createdAt: clock, seenAt: clock))
        #expect(try await old.link(tokenHash: hash)?.account == amina.id)
        try await old.keep(letter("i1", Token().hash))
        try await old.describe(amina.id, name: "Amina", language: "fr")
        #expect(try await old.account(amina.id)?.language == "fr")
        try old.close()
        let again = try SQLiteStore(path: path)
        #expect(try await again.letters(to: "bruno@example.org").count == 1)
        try again.close()
    }

    private func letter(_ invitation: String, _ hash: [UInt8], in organisation: OrganisationID = ID("north"), to email: String = "bruno@example.org") -> Letter {
        Letter(
            tokenHash: hash, organisation: organisation, invitation: invitation, name: "Bruno", email: email, language: "ar", sentAt: clock,
            expiresAt: clock.adding(seconds: 100))
    }

    @Test("only the newest letter of an invitation opens, once, and can be closed again")
    func letters() async throws {
        let first = letter("i1", Token().hash), second = letter("i1", Token().hash), elsewhere = letter("i1", Token().hash, in: ID("south"))
        for letter in [first, elsewhere, second] { try await store.keep(letter) }
        #expect(try await store.letter(tokenHash: first.tokenHash) == nil)
        #expect(try await store.letter(tokenHash: second.tokenHash) == second)
        #expect(try await store.letters(in: ID("north")) == [second])
        #expect(try await store.letters(to: "bruno@example.org") == [elsewhere, second])
        let answers = try await withThrowingTaskGroup(of: Letter?.self) { group in
            for _ in 0..<50 { group.addTask { [store] in try await store.open(tokenHash: second.tokenHash) } }
            return try await group.reduce(into: [Letter]()) { if let answer = $1 { $0.append(answer) } }
        }
        #expect(answers == [second])
        try await store.close(second)
        #expect(try await store.open(tokenHash: second.tokenHash) == second)
        try await store.discard(second)
        #expect(try await store.letter(tokenHash: first.tokenHash) == first, "what was taken back makes room for the one before")
        try await store.endLetters(of: "i1", in: ID("north"), except: nil)
        #expect(try await store.letters(to: "bruno@example.org") == [elsewhere])
        try await store.endLetters(expiredBefore: clock.adding(seconds: 101))
        #expect(try await store.letters(to: "bruno@example.org").isEmpty)
    }

    @Test("letters bound to an account open for it alone, and go with it")
    func boundLetters() async throws {
        try await store.keep(amina)
        let sent = letter("i1", Token().hash), other = letter("i2", Token().hash, to: "other@example.org")
        for letter in [sent, other] { try await store.keep(letter) }
        try await store.bindLetters(to: "bruno@example.org", account: amina.id)
        #expect(try await store.letter(tokenHash: sent.tokenHash) == nil)
        let bound = try #require(try await store.letters(boundTo: amina.id).first)
        #expect(bound.invitation == "i1" && bound.tokenHash != sent.tokenHash)
        #expect(try await store.letter(tokenHash: other.tokenHash) == other)
        try await store.forget(amina.id)
        #expect(try await store.letters(to: "bruno@example.org").isEmpty)
        try await store.endLetters(to: "other@example.org")
        #expect(try await store.letters(in: ID("north")).isEmpty)
    }

    @Test("names are those that were asked for, and forgetting takes sessions and links along")
    func namesAndForgetting() async throws {
        try await store.keep(amina)
        for name in ["o'brien", "zoë"] {
            try await store.keep(
                Account(id: ID(slug: name) ?? ID("x"), name: name, email: "\(name)@example.org", passwordHash: nil, createdAt: clock, isExample: false))
        }
        #expect(try await store.names(of: [ID("amina"), ID("o-brien"), ID("nobody")]) == [ID("amina"): "Amina", ID("o-brien"): "o'brien"])
        #expect(try await store.names(of: []).isEmpty)
        let hash = Token().hash
        try await store.keep(Session(tokenHash: hash, account: amina.id, createdAt: clock, seenAt: clock, browser: "Firefox · Linux"))
        try await store.keep(SignInLink(tokenHash: hash, account: amina.id, expiresAt: clock))
        #expect(try await store.sessions(of: amina.id).map(\.browser) == ["Firefox · Linux"])
        try await store.forget(amina.id)
        #expect(try await store.session(tokenHash: hash) == nil)
        #expect(try await store.link(tokenHash: hash) == nil)
    }
}
