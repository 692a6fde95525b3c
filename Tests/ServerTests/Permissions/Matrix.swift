import Accounts
import Features
import Foundation
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

    private let isPublic: Bool
    private var beginning: Beginning?
    private var server: TestServer?
    private var browsers: [String: Browser] = [:]
    private var forms: [String: [(String, String)]] = [:]

    init(isPublic: Bool = true) { self.isPublic = isPublic }

    /// The guild as it began; again so after something was recorded.
    func guild() async throws -> TestServer {
        if let server { return server }
        let beginning = try await Beginning.guild(isPublic: isPublic)
        self.beginning = beginning
        let new = try TestServer(features, house: try Beginning.house.get(), after: beginning.server, allowances: Allowances.unlimited)
        server = new
        browsers = [:]
        return new
    }

    /// The next who asks finds the guild as it began.
    func startAnew() { server = nil }

    func browser(_ persona: Persona) async throws -> Browser {
        let server = try await guild()
        if let known = browsers[persona.name] { return known }
        let browser = Browser(server)
        if let session = beginning?.sessions[persona.name] { browser.hold(session: session.text) }
        browsers[persona.name] = browser
        return browser
    }

    func program(of persona: Persona) async throws -> Client {
        let server = try await guild()
        return Client(server: server, token: beginning?.tokens[persona.name])
    }

    /// That a form was sent from a page that this browser was given.
    func proof(of persona: Persona) async throws -> String {
        if let session = beginning?.sessions[persona.name] { return session.derived(for: "csrf") }
        let browser = try await self.browser(persona)
        return browser.csrf(in: await browser.get("/sign-in"))
    }

    /// The form at an address as the first who may sees it.
    func fields(of address: String, entries: [String: String]) async throws -> [(String, String)] {
        if let known = forms[address] { return known }
        // Those who write everything, and those who write for their Member what nobody else sees.
        for name in ["administrator", "planner", "headOfAdministration", "leadershipAnalyst"] {
            guard let persona = Persona.all.first(where: { $0.name == name }) else { continue }
            let browser = try await self.browser(persona), page = await browser.get(address)
            if page.status == 200 {
                forms[address] = browser.filledForm(of: page, entries)
                break
            }
        }
        return forms[address] ?? []
    }

    func position() async throws -> Int { try await guild().site.journals.journal(Pilots.id).standing.position }

    func cell(of answer: WebResponse) -> Cell {
        switch answer.status {
        case 200: .yes
        case 303: answer.location.hasPrefix("/sign-in") ? .signIn : .yes
        case 403, 422: .refused
        case 404: .absent
        default: .failed
        }
    }

    /// What stands in an address for what was made by the program itself.
    func name(_ text: String, for persona: Persona? = nil) -> String {
        persona.flatMap { beginning?.names["\(text) of \($0.name)"] } ?? beginning?.names[text] ?? text
    }

    /// The address of a sample in the guild; what is named with `@` was made there by the program's own forms.
    func address(_ path: String, _ values: [String: String]) async throws -> String {
        _ = try await guild()
        let address = "/\(Pilots.id)" + (path.isEmpty ? "" : "/\(path)")
        return values.reduce(address) { $0.replacing("{\($1.key)}", with: name($1.value)) }
    }
}
