import Accounts
import Features
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite("Readings that are recorded")
struct LeadershipAccessTests {
    /// A guild in which an analysis stands, and everybody's way in.
    private struct World {
        let server: TestServer
        private let beginning: Beginning

        init() async throws {
            beginning = try await Beginning.guild(isPublic: true)
            server = try TestServer(features, house: try Beginning.house.get(), after: beginning.server, allowances: Allowances.unlimited)
        }

        func browser(_ persona: Persona) -> Browser {
            let browser = Browser(server)
            if let session = beginning.sessions[persona.name] { browser.hold(session: session.text) }
            return browser
        }

        func program(_ persona: Persona) -> Client { Client(server: server, token: beginning.tokens[persona.name]) }

        func proof(_ persona: Persona) -> String { beginning.sessions[persona.name].map { $0.derived(for: "csrf") } ?? "" }

        func address(_ path: String, _ values: [String: String], below root: String) -> String {
            values.reduce("\(root)/\(path)") { $0.replacing("{\($1.key)}", with: beginning.names[$1.value] ?? $1.value) }
        }

        var analysis: String { address("leadership/analyses/{analysis}", ["analysis": "@analysis"], below: LeadershipAccessTests.api) }

        /// Where the journal ends.
        func position() async throws -> Int { try await server.site.journals.journal(Pilots.id).standing.position }

        /// Whether one access, and nothing else, was recorded since.
        func isOneAccess(after before: Int) async throws -> Bool {
            let entries = try await server.site.journals.journal(Pilots.id).entries(after: before, through: try await position())
            return entries.map(\.record.chapter) == ["leadership-accesses"]
        }
    }

    private static let pages = "/\(Pilots.id)", api = "/api/v1/organisations/\(Pilots.id)", open = ["leadership/views", "leadership/accesses"]
    private let analyst = Persona.all.first { $0.name == "leadershipAnalyst" } ?? Persona.all[0]

    private func routes() throws -> [(route: Route, sample: Samples.Sample)] {
        let all = try Beginning.house.get().routes.filter { $0.path.hasPrefix("leadership") && !Self.open.contains($0.path) }
        #expect(all.count > 14)
        return all.flatMap { route in (Samples.of(route.path) ?? []).map { (route, $0) } }
    }

    private func endpoints() throws -> [(endpoint: Endpoint, sample: Samples.Sample)] {
        let all = Endpoints(try Beginning.house.get().resources, version: "test").all.filter { $0.path.contains("/leadership/") }
        #expect(all.count == 6)
        return all.flatMap { endpoint in (Samples.of(endpoint: endpoint.path) ?? []).map { (endpoint, $0) } }
    }

    private func path(_ endpoint: Endpoint) -> String { endpoint.path.replacing("organisations/{organisation}/", with: "") }

    @Test("every page, form and file is as if it were not there for everybody else, who leaves no access, and is recorded once for whoever has the role")
    func pages() async throws {
        let world = try await World()
        for (route, sample) in try routes() {
            let address = world.address(route.path, sample.values, below: Self.pages), before = try await world.position()
            for other in Persona.all where other.name != analyst.name {
                let browser = world.browser(other)
                for method in route.methods {
                    let answer = method == .post ? await browser.send([("csrf", world.proof(other))], to: address) : await browser.get(address)
                    if other.account == nil {
                        #expect(answer.status == 303 && answer.location.hasPrefix("/sign-in"), "\(method) \(address) by \(other.name): \(answer.status)")
                    } else {
                        #expect(answer.status == 404, "\(method) \(address) by \(other.name): \(answer.status)")
                    }
                    #expect(!answer.text.contains("Who wants what?") && !answer.text.contains("Arena"))
                }
            }
            #expect(try await world.position() == before, "\(address)")
            #expect(await world.browser(analyst).get(address).status == 200, "\(address)")
            #expect(try await world.isOneAccess(after: before), "\(address)")
        }
    }

    @Test("every address of the API, read and written, is as if it were not there for everybody else, who leaves no access, and is recorded for whoever has the role")
    func programs() async throws {
        let world = try await World()
        for (endpoint, sample) in try endpoints() {
            let address = world.address(path(endpoint), sample.values, below: Self.api), before = try await world.position()
            for other in Persona.all where other.name != analyst.name {
                for method in endpoint.methods {
                    let content = Samples.contents["\(method) \(endpoint.path)"]?.body
                    let answer = await world.program(other).send(
                        WebRequest.Method(rawValue: method) ?? .get, address, content, headers: ["idempotency-key": UUID().uuidString, "if-match": "*"])
                    #expect(answer.status == (other.account == nil ? 401 : 404), "\(method) \(address) by \(other.name): \(answer.status)")
                    #expect(!answer.text.contains("Arena"))
                }
            }
            #expect(try await world.position() == before, "\(address)")
            for method in [WebRequest.Method.get, .head] {
                let before = try await world.position()
                #expect(await world.program(analyst).send(method, address).status == 200, "\(address)")
                #expect(try await world.isOneAccess(after: before), "\(method) \(address)")
            }
        }
    }

    @Test("an analysis is begun, filled, changed and read by a program: coalitions, who decides, who blocks and who stands between come with it")
    func writing() async throws {
        let world = try await World(), program = world.program(analyst), list = "\(Self.api)/leadership/analyses"
        let made = await program.post(list, #"{"title":{"en":"Fees"},"question":{"en":"Who?"},"quota":"1/2","moreThan":true,"quorum":null,"entitled":9}"#)
        #expect(made.status == 201, "\(made.text)")
        let analysis = try #require(made.header("Location"))
        var issues: [String] = []
        for title in ["One", "Other"] {
            let issue = await program.post("\(analysis)/issues", #"{"title":{"en":"\#(title)"}}"#)
            #expect(issue.status == 201, "\(issue.text)")
            issues.append(try #require(issue.content["id"]?.text))
        }
        func actor(_ name: String, _ votes: Int, _ positions: [Int]) -> String {
            let stances = zip(issues, positions).map { #"{"issue":"\#($0)","position":\#($1),"salience":3}"# }.joined(separator: ",")
            return #"{"name":{"en":"\#(name)"},"kind":"region","votes":\#(votes),"power":2,"stances":[\#(stances)]}"#
        }
        var actors: [String] = []
        for (name, votes, positions) in [("A", 3, [2, 2]), ("B", 2, [2, 0]), ("C", 4, [1, -1])] {
            let answer = await program.post("\(analysis)/actors", actor(name, votes, positions))
            #expect(answer.status == 201, "\(answer.text)")
            actors.append(try #require(answer.content["id"]?.text))
        }
        let read = try await program.get(analysis).json()
        // A and B at 45 degrees, B and C at 45, A and C at 90: B stands between.
        #expect(read["bridges"]?.items?.map { $0["actor"]?.text } == [actors[1]] && read["coalitions"]?.items?.first?["fewestShared"] == .integer(2))
        #expect(read["pivotal"]?.items?.count == 3 && read["blocking"]?["votes"] == .integer(5) && read["presence"]?["isQuorate"] == .flag(true) && read["votes"]?.items?.count == 2)
        let lists = await program.patch(analysis, #"{"quorum":"1/2","entitled":186}"#)
        #expect(lists.status == 200 && lists.content["pivotal"] == .null && lists.content["blocking"] == .null && lists.content["presence"]?["quorum"] == .integer(94), "\(lists.text)")
        #expect(lists.content["coalitions"]?.items?.allSatisfy { $0["canCarry"] == .flag(false) && $0["canBlock"] == .flag(false) } == true)

        // What is not named stays; a whole list replaces the one that stood; what has no place is named.
        let changed = await program.patch("\(analysis)/actors/\(actors[0])", #"{"power":4}"#)
        #expect(changed.status == 200 && changed.content["stances"]?.items?.count == 2 && changed.content["power"] == .integer(4))
        let fewer = await program.patch("\(analysis)/actors/\(actors[0])", #"{"stances":[{"issue":"\#(issues[1])","position":-2,"salience":1}]}"#)
        #expect(fewer.content["stances"]?.items?.count == 1, "\(fewer.text)")
        let foreign = await program.patch("\(analysis)/actors/\(actors[0])", #"{"stances":[{"issue":"none-such","position":1,"salience":1}]}"#)
        #expect(foreign.status == 422 && foreign.text.contains("/stances/0/issue"))
        // An actor of one analysis is not one of another.
        #expect(await program.get("\(world.analysis)/actors/\(actors[0])").status == 404)
        // With an issue goes what was wanted of it.
        let tag = try #require(await program.get("\(analysis)/issues/\(issues[1])").header("ETag"))
        #expect(await program.send(.delete, "\(analysis)/issues/\(issues[1])", headers: ["if-match": tag]).status == 204)
        let left = try await program.get(analysis).json()
        #expect(left["issues"]?.items?.count == 1 && left["actors"]?.items?.allSatisfy { $0["stances"]?.items?.allSatisfy { $0["issue"]?.text == issues[0] } == true } == true)
    }

    @Test("what a program is told when its condition does not hold is a reading too, and so is that nothing has changed")
    func conditions() async throws {
        let world = try await World(), program = world.program(analyst)
        var before = try await world.position()
        let stale = await program.send(.patch, world.analysis, #"{"title":{"en":"Otherwise"}}"#, headers: ["if-match": #""stale""#])
        #expect(stale.status == 412 && stale.content["current"] != nil)
        #expect(try await world.isOneAccess(after: before))
        let tag = try #require(await program.get(world.analysis).header("ETag"))
        before = try await world.position()
        #expect(await program.get(world.analysis, headers: ["if-none-match": tag]).status == 304)
        #expect(try await world.isOneAccess(after: before))
    }

    @Test("where the reading cannot be recorded nothing is answered")
    func unrecorded() async throws {
        let tooLarge = Proposal(Notes.self, .written(id: ID("n"), Notes.Note(title: "T", text: .empty, mood: String(repeating: "far ", count: Entry.largest / 4))))
        var shut = Route.page("shut", .everyone) { _ in Page("Shut", place: nil) { "what nobody may read unseen" } }
        var feature = notesFeature
        feature.routes.append(.page("open", .everyone) { _ in Page("Open", place: nil) { "what everybody may read" } })
        shut.reading = { _ in [tooLarge] }
        feature.routes.append(shut)
        let (server, amina, _, _) = try await party(with: [feature])
        #expect(await amina.get("/test/open").status == 200)
        let answer = await amina.get("/test/shut")
        #expect(answer.status == 500 && !answer.text.contains("unseen"))
        #expect(await server.site.readiness().status == 200)
    }

    @Test("the list of accesses, the log, a thing's history and a notice name no analysis, neither to administrators nor to those who may read it")
    func untold() async throws {
        let world = try await World(), administrator = Persona.all.first { $0.name == "administrator" } ?? analyst
        let browser = world.browser(analyst), page = world.address("leadership/analyses/{analysis}", ["analysis": "@analysis"], below: Self.pages)
        let id = page.split(separator: "/").last ?? ""
        let changed = await browser.submit("\(page)/edit", ["title.en": "Arena renamed", "question.en": "Who wants what now?", "quota": "2/3"])
        #expect(changed.status == 303)
        let position = changed.location.split(separator: "recorded=").last ?? ""
        let asked = ["leadership/accesses", "activity", "activity/leadership:\(id)", "activity/receipts/\(position)", "leadership/views?recorded=\(position)", "changes"]
        for persona in [analyst, administrator] {
            for path in asked {
                let answer = await world.browser(persona).get("\(Self.pages)/\(path)")
                #expect(!["Arena", "Who wants what", "North"].contains { answer.text.contains($0) }, "\(path) by \(persona.name)")
            }
            let events = await world.program(persona).get("\(Self.api)/events?chapter=leadership&limit=200")
            #expect(events.status == 200 && !["Arena", "Who wants what", "North"].contains { events.text.contains($0) })
        }
        let log = await world.browser(analyst).get("\(Self.pages)/leadership/accesses").text
        #expect(log.contains("<code>\(id)</code>") && log.contains("a form"))
    }
}
