import Accounts
import Activity
import Assessments
import Foundation
import Journal
import Membership
import Monitoring
import Organisation
import Pages
import Planning
import Synchronization
import TestKit
import Trajectories
import Testing

@testable import Server

/// A program that speaks to the API: with a token, or without.
struct Client: Sendable {
    let server: TestServer
    var token: String?

    func send(
        _ method: WebRequest.Method, _ path: String, _ body: String? = nil, headers: [String: String] = [:]
    ) async -> WebResponse {
        var all = headers
        if let token { all["authorization"] = "Bearer \(token)" }
        if body != nil, all["content-type"] == nil { all["content-type"] = "application/json" }
        let target = path.hasPrefix("/") ? path : "/api/v1/organisations/test/\(path)"
        return await server.site.respond(to: WebRequest(method: method, target: target, headers: all, body: Array((body ?? "").utf8)))
    }

    func get(_ path: String, headers: [String: String] = [:]) async -> WebResponse { await send(.get, path, headers: headers) }

    /// A change to what was just read.
    func patch(_ path: String, _ body: String, headers: [String: String] = [:]) async -> WebResponse {
        let tag = await get(path).header("ETag") ?? "none"
        return await send(.patch, path, body, headers: headers.merging(["if-match": tag]) { own, _ in own })
    }

    func post(_ path: String, _ body: String, key: String? = UUID().uuidString, headers: [String: String] = [:]) async -> WebResponse {
        await send(.post, path, body, headers: headers.merging(key.map { ["idempotency-key": $0] } ?? [:]) { own, _ in own })
    }

    /// The `id`s of all pages of a list, and how many pages there were.
    func everything(_ path: String, id: String = "id") async throws -> (ids: [String], pages: Int) {
        var next: String? = path, ids: [String] = [], pages = 0
        while let address = next, pages < 100 {
            let answer = await get(address)
            let json = try answer.json()
            ids += (json["items"]?.items ?? []).compactMap { $0[id]?.text ?? $0[id]?.amount.map { "\(Int($0))" } }
            next = json["next"]?.text
            #expect((answer.header("Link") == nil) == (next == nil))
            pages += 1
        }
        return (ids, pages)
    }
}

extension WebResponse {
    func json() throws -> JSON { try JSONReader.read(body) }

    /// The same, and `null` for what is no JSON.
    var content: JSON { (try? json()) ?? .null }

    /// The places at fault of a problem.
    var pointers: Set<String> { Set((content["errors"]?.items ?? []).compactMap { $0["pointer"]?.text ?? $0["parameter"]?.text }) }
    var codes: Set<String> { Set((content["errors"]?.items ?? []).compactMap { $0["code"]?.text }) }
    var problem: String { (content["type"]?.text ?? "").replacing("/api/problems/", with: "") }
}

/// A public organisation with Members, a plan and indicators, and programs of its people.
struct APIWorld {
    static let features = [membership, planning, monitoring, trajectories, assessments, activity]

    let server: TestServer
    let stranger: Client
    /// A planner.
    let amina: Client
    /// A drafter of the Member `fik`.
    let bruno: Client
    /// A reader.
    let elif: Client

    init() async throws {
        server = try TestServer(APIWorld.features)
        for (id, name) in [("amina", "Amina"), ("bruno", "Bruno"), ("elif", "Elif")] { try await server.person(try #require(ID<Actor>(id)), name) }
        try await server.given(APIWorld.proposals)
        stranger = Client(server: server)
        amina = try await APIWorld.client(server, ID("amina"))
        bruno = try await APIWorld.client(server, ID("bruno"), .report)
        elif = try await APIWorld.client(server, ID("elif"))
    }

    static func client(
        _ server: TestServer, _ account: ID<Actor>, _ scope: AccessToken.Scope = .write, in organisation: OrganisationID? = nil, days: Int = 30
    ) async throws -> Client {
        let made = try await server.site.signIn.newAccessToken(for: account, name: "test", scope: scope, organisation: organisation, days: days)
        return Client(server: server, token: made.text)
    }

    var position: Int { get async throws { try await server.site.journals.store.head(of: ID("test"))?.position ?? 0 } }

    private static var proposals: [Proposal] {
        let year = Day(2025, 1, 1) ?? .beginning, end = Day(2025, 12, 31) ?? .beginning
        return [
            Proposal(Register.self, .profileDescribed(Profile(name: Localized("League"), acronym: "L"))),
            Proposal(Register.self, .regionDescribed(id: ID("north"), Region(code: "N", name: Localized("North"))), on: .beginning),
            member("fik", ID("fik"), "Fikland"), Proposal(Register.self, .memberJoined(id: ID("fik")), on: .beginning),
            member("gol", ID("gol"), "Golia"), Proposal(Register.self, .memberJoined(id: ID("gol")), on: .beginning),
            Proposal(Register.self, .bodyDescribed(id: ID("council"), Body(name: Localized("Council"))), on: .beginning),
            Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("amina"), role: .planner, scope: .organisation))),
            Proposal(Grants.self, .granted(id: ID("g2"), Grant(account: ID("bruno"), role: .drafter, scope: .member(ID("fik"))))),
            Proposal(Grants.self, .granted(id: ID("g3"), Grant(account: ID("elif"), role: .reader, scope: .organisation))),
            Proposal(
                Plan.self,
                .planDescribed(id: ID("p1"), StrategicPlan(title: Localized("Plan"), from: year, until: Day(2030, 12, 31) ?? end, status: .adopted))),
            Proposal(Plan.self, .perspectiveDescribed(id: ID("results"), Perspective(plan: ID("p1"), name: Localized("Results"), level: 1))),
            Proposal(Plan.self, .objectiveDescribed(id: ID("so1"), Objective(perspective: ID("results"), code: "SO1", title: Localized("Faster")))),
            Proposal(Plan.self, .periodDescribed(id: ID("2025"), ReportingPeriod(name: Localized("2025"), from: year, until: end))),
            Proposal(Plan.self, .indicatorDescribed(id: ID("whole"), Indicator(objective: ID("so1"), code: "I1", title: Localized("Whole")))),
            Proposal(
                Plan.self,
                .indicatorDescribed(id: ID("each"), Indicator(objective: ID("so1"), code: "I2", title: Localized("Each"), reporting: .byMember, aggregation: .mean))),
            Proposal(
                Plan.self,
                .indicatorDescribed(id: ID("secret"), Indicator(objective: ID("so1"), code: "I3", title: Localized("Secret"), disclosure: .staff))),
        ]
    }

    private static func member(_ code: String, _ id: ID<Member>, _ name: String) -> Proposal {
        Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized(name), region: ID("north"), code: code)), on: .beginning)
    }
}
