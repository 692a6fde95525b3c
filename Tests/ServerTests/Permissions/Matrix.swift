import Accounts
import Features
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit

@testable import Server

/// What the program answers to whom: every address, in every state of what it names, asked by everybody.
final class Matrix {
    enum Cell: String {
        case yes = "●"
        case signIn = "→"
        case refused = "×"
        case absent = "○"
        case failed = "!"
    }

    struct Row {
        var method: String
        var address: String
        var of: String
        var cells: [Cell] = []
        /// What the first who was refused was told.
        var problem = ""
        /// By what another's thing can be told from one that is not there.
        var tales: [String] = []
    }

    static let house = Result { try House(features) }

    private let isPublic: Bool
    private var server: TestServer?
    private var beginning: TestServer?
    private var browsers: [String: Browser] = [:]
    /// Made before the guild was frozen, so that they hold in each that begins from it.
    private var sessions: [String: Token] = [:]
    private var tokens: [String: String] = [:]
    private var names: [String: String] = [:]
    private var forms: [String: [(String, String)]] = [:]

    init(isPublic: Bool = true) { self.isPublic = isPublic }

    /// The guild as it began; again so after something was recorded.
    func guild() async throws -> TestServer {
        if let server { return server }
        let frozen = if let beginning { beginning } else { try await begin() }
        let new = try TestServer(features, house: try Matrix.house.get(), after: frozen, allowances: Allowances.unlimited)
        server = new
        browsers = [:]
        return new
    }

    /// The next who asks finds the guild as it began.
    func startAnew() { server = nil }

    private func begin() async throws -> TestServer {
        let new = try TestServer(features, house: try Matrix.house.get(), allowances: Allowances.unlimited)
        for persona in Persona.all {
            guard let account = persona.account else { continue }
            try await new.person(account, persona.name)
            try await new.password(Guild.password, of: "\(account)@example.org")
            sessions[persona.name] = try await new.site.signIn.session(for: account)
            let made = try await new.site.signIn.newAccessToken(for: account, name: "test", scope: .write, organisation: nil, days: 7)
            tokens[persona.name] = made.text
            names["@token of \(persona.name)"] = made.token.id.text
        }
        try await new.person(ID("two"), "Two")
        try await new.password(Guild.password, of: "two@example.org")
        try await new.given(Pilots.proposals(isPublic: isPublic), in: Pilots.id)
        server = new
        try await makeByForms()
        try await makeLinks(new.site.signIn)
        names["@style"] = String(new.site.assets.styleSheet.dropFirst("/static/".count))
        try new.freeze()
        beginning = new
        return new
    }

    /// Links that are sent to people, one of each kind.
    private func makeLinks(_ signIn: SignIn) async throws {
        names["@welcome"] = try await signIn.link(name: "New", email: "welcome@example.org").token.text
        names["@reset"] = try await signIn.resetLink(email: "two@example.org")?.token.text
        names["@confirm"] = try await signIn.addressLink(of: ID("two"), password: Guild.password, to: "second@example.org").text
    }

    /// What only the program's own forms can make: a draft paper, a final one, and the report of an import.
    private func makeByForms() async throws {
        guard let planner = Persona.all.first(where: { $0.name == "planner" }) else { return }
        let browser = try await browser(planner)
        let base = "/\(Pilots.id)"
        func made(_ answer: WebResponse) -> String {
            String(answer.location.split(separator: "?").first?.split(separator: "/").last ?? "none")
        }
        names["@final"] = made(await browser.submit("\(base)/paper/new", [:]))
        _ = await browser.submit("\(base)/paper/\(names["@final"] ?? "")/finalise", [:])
        names["@paper"] = made(await browser.submit("\(base)/paper/new", [:]))
        let form = browser.form(of: await browser.get("\(base)/imports/members"))
        try await invite()
        await server?.site.mailRoom.settle()
        names["@invitation"] = server.map { String($0.mails.link(to: "one@example.net").dropFirst("/invitations/".count)) }
        names["@report"] = made(
            await browser.send(form, file: ("file", "code,name,region\nMADE,Made,ONE\n"), to: "\(base)/imports/members"))
    }

    /// Somebody is invited for each of the two Members.
    private func invite() async throws {
        guard let administrator = Persona.all.first(where: { $0.name == "administrator" }), let server else { return }
        let browser = try await browser(administrator)
        for half in ["one", "two"] {
            _ = await browser.submit(
                "/\(Pilots.id)/people/invite",
                ["name": "New", "email": "\(half)@example.net", "role": "drafter", "member": "m-\(half)", "region": "", "body": "", "unit": ""])
        }
        for (id, pending) in try await server.site.journals.journal(Pilots.id).standing[Grants.self].invitations {
            if case .member(let member) = pending.invitation.scope { names["@invitation-\(member.text.dropFirst(2))"] = id.text }
        }
    }

    func browser(_ persona: Persona) async throws -> Browser {
        let server = try await guild()
        if let known = browsers[persona.name] { return known }
        let browser = Browser(server)
        if let session = sessions[persona.name] { browser.hold(session: session.text) }
        browsers[persona.name] = browser
        return browser
    }

    /// What a program of a persona sends with each request; a stranger has no token.
    func token(of persona: Persona) -> String? { tokens[persona.name] }

    /// That a form was sent from a page that this browser was given.
    func proof(of persona: Persona) async throws -> String {
        if let session = sessions[persona.name] { return session.derived(for: "csrf") }
        let browser = try await browser(persona)
        return browser.csrf(in: await browser.get("/sign-in"))
    }

    /// What stands in an address for what was made by the program itself.
    func name(_ text: String, for persona: Persona? = nil) -> String {
        persona.flatMap { names["\(text) of \($0.name)"] } ?? names[text] ?? text
    }

    func cell(of answer: WebResponse) -> Cell {
        switch answer.status {
        case 200: .yes
        case 303: answer.location.hasPrefix("/sign-in") ? .signIn : .yes
        case 403, 422: .refused
        case 404: .absent
        default: .failed
        }
    }

    /// The form at an address as the first who may sees it.
    func fields(of address: String, entries: [String: String]) async throws -> [(String, String)] {
        if let known = forms[address] { return known }
        for name in ["administrator", "planner"] {
            guard let persona = Persona.all.first(where: { $0.name == name }) else { continue }
            let browser = try await browser(persona)
            let page = await browser.get(address)
            if page.status == 200 {
                forms[address] = browser.filledForm(of: page, entries)
                break
            }
        }
        return forms[address] ?? []
    }

    func position() async throws -> Int { try await guild().site.journals.journal(Pilots.id).standing.position }
}

extension Matrix {
    /// The address of a sample in the guild; what is named with `@` was made there by the program's own forms.
    func address(_ path: String, _ values: [String: String]) async throws -> String {
        _ = try await guild()
        let address = "/\(Pilots.id)" + (path.isEmpty ? "" : "/\(path)")
        return values.reduce(address) { $0.replacing("{\($1.key)}", with: names[$1.value] ?? $1.value) }
    }
}
