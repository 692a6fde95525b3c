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
        var cells: [Cell]
        /// What the first who was refused was told.
        var problem = ""
    }

    private let isPublic: Bool
    private var server: TestServer?
    private var browsers: [String: Browser] = [:]
    private var names: [String: String] = [:]
    private var forms: [String: [(String, String)]] = [:]
    private var proofs: [String: String] = [:]

    init(isPublic: Bool = true) { self.isPublic = isPublic }

    private var beginning: TestServer?

    /// The guild as it began; again so after something was recorded.
    func guild() async throws -> TestServer {
        if let server { return server }
        let beginning = if let beginning { beginning } else { try await begin() }
        let new = try TestServer(features, house: beginning.site.house, after: beginning, allowances: Allowances.unlimited)
        server = new
        (browsers, forms, proofs) = ([:], [:], [:])
        return new
    }

    private func begin() async throws -> TestServer {
        let new = try TestServer(features, allowances: Allowances.unlimited)
        for persona in Persona.all { if let account = persona.account { try await new.person(account, persona.name) } }
        try await new.person(ID("two"), "Two")
        try await new.given(Pilots.proposals(isPublic: isPublic), in: Pilots.id)
        server = new
        try await makeByForms()
        try new.freeze()
        beginning = new
        return new
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
        if let account = persona.account {
            let session = try await server.site.signIn.session(for: account)
            browser.hold(session: session.text)
            proofs[persona.name] = session.derived(for: "csrf")
        }
        browsers[persona.name] = browser
        return browser
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

    func reads(_ path: String, _ sample: Samples.Sample) async throws -> Row {
        let address = try await address(path, sample.values)
        var cells: [Cell] = []
        for persona in Persona.all { cells.append(cell(of: await (try browser(persona)).get(address))) }
        return Row(method: "GET", address: path, of: sample.of, cells: cells)
    }

    /// The same form, as the first who may sees it, sent by everybody with their own proof of origin.
    func decides(_ path: String, _ sample: Samples.Sample, entries: [String: String]) async throws -> Row {
        var cells: [Cell] = []
        var problem = ""
        for persona in Persona.all {
            // What was made by forms has another name in a guild made anew.
            let address = try await address(path, sample.values)
            let fields = try await fields(of: address, entries: entries)
            let browser = try await browser(persona)
            let position = try await position()
            let own = fields.filter { $0.0 != "csrf" } + [("csrf", proofs[persona.name] ?? "")]
            let file = Matrix.file(for: address)
            let answer = if let file { await browser.send(own, file: file, to: address) } else { await browser.send(own, to: address) }
            cells.append(cell(of: answer))
            if answer.status == 422, problem.isEmpty {
                problem = String(answer.text.components(separatedBy: "class=\"error-summary\"").last?.prefix(300) ?? "")
            }
            if try await self.position() != position { server = nil }
        }
        return Row(method: "POST", address: path, of: sample.of, cells: cells, problem: problem)
    }

    private func fields(of address: String, entries: [String: String]) async throws -> [(String, String)] {
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

    private static func file(for address: String) -> (name: String, text: String)? {
        guard address.contains("/imports/") else { return nil }
        let texts = [
            "members": "code,name,region\nMNEW,New,ONE\n", "plan": "kind,id,title\nplan,p-new,New plan\n",
            "indicators": "id,objective,title\ni-new,o-now-high,New\n", "values": "indicator,period,value\ni-open,y-open,56\n",
            "stratml": stratML,
        ]
        return ("file", texts[String(address.split(separator: "/").last ?? "")] ?? "")
    }

    private static let stratML = """
        <StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>Plan</Name><StrategicPlanCore>
        <Organization><Name>Guild of Pilots</Name></Organization><Goal><Name>Goal</Name><Description>A goal</Description></Goal>
        </StrategicPlanCore></StrategicPlan>
        """

    func position() async throws -> Int { try await guild().site.journals.store.head(of: Pilots.id)?.position ?? 0 }
}

extension Matrix {
    /// The address of a sample in the guild; what is named with `@` was made there by the program's own forms.
    func address(_ path: String, _ values: [String: String]) async throws -> String {
        _ = try await guild()
        let address = "/\(Pilots.id)" + (path.isEmpty ? "" : "/\(path)")
        return values.reduce(address) { $0.replacing("{\($1.key)}", with: names[$1.value] ?? $1.value) }
    }
}
