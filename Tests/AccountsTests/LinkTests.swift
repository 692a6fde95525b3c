import Foundation
import Journal
import TestKit
import Testing

@testable import Accounts

@Suite("Links and the rules for passwords and addresses")
struct LinkTests {
    private let store = MemoryAccounts(), clock = Clock()
    private var signIn: SignIn { SignIn(store, passwords: Passwords(cost: 4)) { [clock] in clock.now } }
    private let password = "a quay at low tide"

    @Test("a link works for one of fifty who follow it at the same time")
    func singleUse() async throws {
        let (account, link) = try await signIn.link(name: "Amina", email: "amina@example.org"), signIn = self.signIn
        let outcomes = await withTaskGroup(of: Result<Token, any Error>.self) { group in
            for number in 0..<50 {
                group.addTask {
                    do { return .success(try await signIn.accept(link: link, password: "a quay at low tide \(number)")) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let tokens = outcomes.compactMap { try? $0.get() }
        #expect(tokens.count == 1)
        for case .failure(let error) in outcomes { #expect(error as? SignIn.Problem == .linkUsedOrExpired) }
        #expect(try await signIn.account(for: try #require(tokens.first))?.id == account.id)
        await #expect(throws: SignIn.Problem.linkUsedOrExpired) { try await signIn.accept(link: link, password: password) }
    }

    @Test("links that have expired go with the next that is made, others stay")
    func purge() async throws {
        let (amina, old) = try await signIn.link(name: "Amina", email: "amina@example.org")
        clock.wait(3 * 86_400)
        let (_, young) = try await signIn.link(name: "Bruno", email: "bruno@example.org")
        clock.wait(4 * 86_400 + 1)
        #expect(try await store.link(tokenHash: old.hash)?.account == amina.id)
        _ = try await signIn.link(name: "Chen", email: "chen@example.org")
        #expect(try await store.link(tokenHash: old.hash) == nil)
        #expect(try await store.link(tokenHash: young.hash) != nil)
    }

    @Test("looking at a link does not use it up; after seven days it shows and opens nothing")
    func expires() async throws {
        let (account, link) = try await signIn.link(name: "Amina", email: "amina@example.org")
        for _ in 0..<3 { #expect(try await signIn.owner(ofLink: link)?.id == account.id) }
        clock.wait(7 * 86_400 - 1)
        #expect(try await signIn.owner(ofLink: link) != nil)
        clock.wait(1)
        #expect(try await signIn.owner(ofLink: link) == nil)
        await #expect(throws: SignIn.Problem.linkUsedOrExpired) { try await signIn.accept(link: link, password: password) }
        #expect(try await signIn.owner(ofLink: Token()) == nil)
    }

    @Test("using a link ends the sessions and the links from before")
    func endsOthers() async throws {
        let (_, first) = try await signIn.link(name: "Amina", email: "amina@example.org")
        let before = try await signIn.accept(link: first, password: password)
        let (_, second) = try await signIn.link(name: "", email: "amina@example.org"), (_, third) = try await signIn.link(name: "", email: "amina@example.org")
        let after = try await signIn.accept(link: third, password: "another quay entirely")
        #expect(try await signIn.account(for: before) == nil)
        #expect(try await signIn.account(for: after) != nil)
        await #expect(throws: SignIn.Problem.linkUsedOrExpired) { try await signIn.accept(link: second, password: password) }
        await #expect(throws: SignIn.Problem.wrongEmailOrPassword) { try await signIn.session(email: "amina@example.org", password: password) }
    }

    @Test("a password that is refused leaves the link as it was")
    func refusedPassword() async throws {
        let (_, link) = try await signIn.link(name: "Amina", email: "amina@example.org")
        await #expect(throws: SignIn.Problem.passwordTooShort) { try await signIn.accept(link: link, password: "short") }
        _ = try await signIn.accept(link: link, password: password)
    }

    @Test("two links for one new address at the same time belong to one account")
    func sameAddress() async throws {
        let signIn = self.signIn
        let accounts = try await withThrowingTaskGroup(of: ID<Actor>.self) { group in
            for number in 0..<20 { group.addTask { try await signIn.link(name: "A\(number)", email: "new@example.org").account.id } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(accounts.count == 1)
        #expect(await store.accounts().count == 1)
    }

    @Test(
        "passwords that anybody would try are refused, and why is said",
        arguments: [
            ("elevenchars", SignIn.Problem.passwordTooShort), (String(repeating: "quay and tide ", count: 80), .passwordTooLong),
            ("my password is long", .passwordTooCommon), ("aaaaaaaaaaaaaaaa", .passwordTooCommon), ("ababababababab", .passwordTooCommon),
            ("amina@example.org!", .passwordTooCommon), ("AMINA AMINA AMINA", .passwordTooCommon), ("Portolan-2026-go", .passwordTooCommon),
            ("x1234567890123x", .passwordTooCommon),
        ])
    func refusedPasswords(_ text: String, _ problem: SignIn.Problem) {
        let account = Account(id: ID("amina"), name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: clock.now, isExample: false)
        #expect(throws: problem) { try SignIn.check(text, for: account) }
    }

    @Test(
        "any other is taken: spaces, other scripts, up to 1,024 bytes",
        arguments: [
            "a quay at low tide", "причал при отливе", "رصيف عند الجزر المنخفض", "Nj7!kQ2#vX9z", String(String(repeating: "quay and tide ", count: 73).prefix(1024)),
        ])
    func takenPasswords(_ text: String) throws {
        let account = Account(id: ID("amina"), name: "Amina", email: "amina@example.org", passwordHash: nil, createdAt: clock.now, isExample: false)
        try SignIn.check(text, for: account)
    }

    @Test(
        "an address is the same however it is typed",
        arguments: [
            ("Amina@Example.ORG", "amina@example.org"), ("\t amina@example.org \n", "amina@example.org"), ("CAFE\u{301}@example.org", "caf\u{E9}@example.org"),
            ("caf\u{C9}@example.org", "caf\u{E9}@example.org"), ("\u{212A}im@example.org", "kim@example.org"),
        ])
    func addresses(_ typed: String, _ kept: String) {
        #expect(Array(SignIn.normalised(typed).utf8) == Array(kept.utf8))
        #expect(Array(SignIn.normalised(SignIn.normalised(typed)).utf8) == Array(kept.utf8))
    }

    @Test(
        "what cannot be an address, or would look like another, is refused",
        arguments: [
            "", "amina", "@example.org", "amina@", "amina@x", "a@b@c.org", "am ina@example.org", "amina@example.org\r\nBcc: x@y.org", "a\0@example.org",
            "amina@exam\u{202E}ple.org", "ami\u{200B}na@example.org", "<amina@example.org>", "amina@example.org,b@example.org", String(repeating: "a", count: 250) + "@x.org",
        ])
    func refusedAddresses(_ email: String) async throws {
        await #expect(throws: SignIn.Problem.emailUnreadable) { try await signIn.link(name: "A", email: email) }
        #expect(await store.accounts().isEmpty)
    }

    @Test("a new person needs a name; one who is known does not")
    func names() async throws {
        await #expect(throws: SignIn.Problem.nameMissing) { try await signIn.link(name: "  ", email: "new@example.org") }
        _ = try await signIn.link(name: "New", email: "new@example.org")
        #expect(try await signIn.link(name: "", email: "NEW@example.org").account.name == "New")
    }
}
