import Accounts
import Features
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit

@testable import Server

/// The guild with everything that people and the program's own forms made in it, frozen: made once, and the beginning of every server that is asked.
struct Beginning: Sendable {
    let server: TestServer
    private(set) var sessions: [String: Token] = [:]
    /// What the programs of the personas send.
    private(set) var tokens: [String: String] = [:]
    /// What stands in addresses for what was not named beforehand.
    var names: [String: String] = [:]

    static let house = Result { try House(features) }
    private static let open = Task { try await Beginning(isPublic: true) }
    private static let closed = Task { try await Beginning(isPublic: false) }

    static func guild(isPublic: Bool) async throws -> Beginning { try await (isPublic ? open : closed).value }

    private init(isPublic: Bool) async throws {
        server = try TestServer(features, house: try Beginning.house.get(), allowances: Allowances.unlimited)
        for persona in Persona.all { try await enrol(persona) }
        try await server.person(ID("two"), "Two")
        try await server.password(Guild.password, of: "two@example.org")
        try await server.given(Pilots.proposals(isPublic: isPublic), in: Pilots.id)
        try await makePapers(by: browser("planner"))
        try await invite(by: browser("administrator"))
        await makeSurveys(by: browser("planner"))
        await makePriorities(by: browser("planner"))
        await makeScan(by: browser("planner"))
        await makeRisks(by: browser("planner"))
        await makeScenarios(by: browser("planner"))
        await makeTrajectories(by: browser("planner"))
        await makeInnovation(by: browser("planner"))
        await makeAssessments(by: browser("planner"))
        await makeLeadership(by: browser("leadershipAnalyst"))
        try await makeLinks(server.site.signIn)
        names["@style"] = String(server.site.assets.styleSheet.dropFirst("/static/".count))
        try server.freeze()
    }

    private mutating func enrol(_ persona: Persona) async throws {
        guard let account = persona.account else { return }
        try await server.person(account, persona.name)
        try await server.password(Guild.password, of: "\(account)@example.org")
        sessions[persona.name] = try await server.site.signIn.session(for: account)
        let made = try await server.site.signIn.newAccessToken(for: account, name: "test", scope: .write, organisation: nil, days: 7)
        tokens[persona.name] = made.text
        names["@token of \(persona.name)"] = made.token.id.text
    }

    func browser(_ persona: String) -> Browser {
        let browser = Browser(server)
        if let session = sessions[persona] { browser.hold(session: session.text) }
        return browser
    }

    /// What only forms can make: a draft paper, a final one, and the report of an import.
    private mutating func makePapers(by browser: Browser) async throws {
        let base = "/\(Pilots.id)"
        func made(_ answer: WebResponse) -> String {
            String(answer.location.split(separator: "?").first?.split(separator: "/").last ?? "none")
        }
        names["@final"] = made(await browser.submit("\(base)/paper/new", [:]))
        _ = await browser.submit("\(base)/paper/\(names["@final"] ?? "")/finalise", [:])
        names["@paper"] = made(await browser.submit("\(base)/paper/new", [:]))
        let form = browser.form(of: await browser.get("\(base)/imports/members"))
        names["@report"] = made(
            await browser.send(form, file: ("file", "code,name,region\nMADE,Made,ONE\n"), to: "\(base)/imports/members"))
    }

    /// Somebody is invited for each of the two Members.
    private mutating func invite(by browser: Browser) async throws {
        for half in ["one", "two"] {
            _ = await browser.submit(
                "/\(Pilots.id)/people/invite",
                ["name": "New", "email": "\(half)@example.net", "role": "drafter", "member": "m-\(half)", "region": "", "body": "", "unit": ""])
        }
        for (id, pending) in try await server.site.journals.journal(Pilots.id).standing[Grants.self].invitations {
            if case .member(let member) = pending.invitation.scope { names["@invitation-\(member.text.dropFirst(2))"] = id.text }
        }
        await server.site.mailRoom.settle()
        names["@invitation"] = String(server.mails.link(to: "one@example.net").dropFirst("/invitations/".count))
    }

    /// Links that are sent to people, one of each kind.
    private mutating func makeLinks(_ signIn: SignIn) async throws {
        names["@welcome"] = try await signIn.link(name: "New", email: "welcome@example.org").token.text
        names["@reset"] = try await signIn.resetLink(email: "two@example.org")?.token.text
        names["@confirm"] = try await signIn.addressLink(of: ID("two"), password: Guild.password, to: "second@example.org").text
    }
}
