import Accounts
import Foundation
import Journal
import Membership
import Organisation
import Pages
import TestKit

@testable import Server

/// A guild of two Members: Ada administers it, Mira the people of Norland.
struct Guild {
    let server: TestServer
    static let password = "a quay at low tide"

    init(sendsMail: Bool = true, languages: [Language] = [.en, .ar]) async throws {
        server = try TestServer([membership], sendsMail: sendsMail)
        for (id, name) in [("ada", "Ada"), ("mira", "Mira"), ("olav", "Olav")] { try await server.person(ID(id) ?? ID("x"), name) }
        try await server.given([
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("Guild of Quays", .en), acronym: "GoQ", isExample: true, isPublic: false))),
            Proposal(Register.self, .memberDescribed(id: ID("nor"), Member(name: Localized("Norland", .en), region: nil, code: "NOR", joined: Joining(.testDay, .exact)))),
            Proposal(Register.self, .memberDescribed(id: ID("eas"), Member(name: Localized("Eastmark", .en), region: nil, code: "EAS", joined: Joining(.testDay, .exact)))),
            Proposal(Register.self, .memberJoined(id: ID("nor"))), Proposal(Register.self, .memberJoined(id: ID("eas"))),
            Proposal(Grants.self, .granted(id: ID("g-ada"), Grant(account: ID("ada"), role: .administrator, scope: .organisation))),
            Proposal(Grants.self, .granted(id: ID("g-mira"), Grant(account: ID("mira"), role: .memberAdministrator, scope: .member(ID("nor"))))),
            Proposal(Grants.self, .granted(id: ID("g-olav"), Grant(account: ID("olav"), role: .drafter, scope: .member(ID("eas"))))),
        ])
    }

    func browser(of account: String? = nil) async -> Browser {
        let browser = Browser(server)
        if let account { await browser.signIn(as: account) }
        return browser
    }

    /// Invites and waits until the mail is out.
    @discardableResult
    func invite(_ email: String, as role: String = "drafter", for member: String = "nor", by browser: Browser, name: String = "Bruno", language: String = "en") async -> WebResponse {
        let answer = await browser.submit(
            "/test/people/invite", ["name": name, "email": email, "language": language, "role": role, "member": member])
        await server.site.mailRoom.settle()
        return answer
    }

    /// Opens the newest link to an address and accepts with a name and a password.
    func accept(_ link: String, by browser: Browser, name: String = "Bruno B.", password: String = Guild.password) async -> WebResponse {
        await browser.submit(link, ["name": name, "password": password])
    }

    /// An account with a password that has no part in the guild.
    func known(_ email: String, name: String = "Known") async throws -> Account {
        let (account, link) = try await server.site.signIn.link(name: name, email: email)
        try await server.site.signIn.end(try await server.site.signIn.accept(link: link, password: Guild.password))
        return account
    }

    func standing() async throws -> Grants { try await server.site.journals.journal(ID("test")).standing[Grants.self] }

    func roles(of email: String) async throws -> [Role] {
        guard let account = try await server.site.signIn.store.account(email: email) else { return [] }
        return try await standing().of(account.id).map(\.role)
    }

    func position() async throws -> Int { try await server.site.journals.store.head(of: ID("test"))?.position ?? 0 }
}
