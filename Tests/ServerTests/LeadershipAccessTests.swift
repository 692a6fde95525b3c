import Accounts
import Features
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite("Readings that are recorded")
struct LeadershipAccessTests {
    @Test("page, form, file and answer to a program each leave one access before they go out; nobody else's attempt does, and those who may see accesses see no contents")
    func recorded() async throws {
        let beginning = try await Beginning.guild(isPublic: true)
        let server = try TestServer(features, house: try Beginning.house.get(), after: beginning.server, allowances: Allowances.unlimited)
        func browser(_ name: String) throws -> Browser {
            let browser = Browser(server)
            browser.hold(session: try #require(beginning.sessions[name]).text)
            return browser
        }
        let base = "/\(Pilots.id)/leadership", analysis = "\(base)/analyses/\(beginning.names["@analysis"] ?? "none")"
        let analyst = try browser("leadershipAnalyst"), administrator = try browser("administrator")
        func count() async -> Int { await administrator.get("\(base)/accesses").text.matches(of: /<tr>/).count }
        var before = await count()
        for path in [base, analysis, "\(analysis)/edit", "\(analysis)/table.csv"] {
            let answer = await analyst.get(path)
            #expect(answer.status == 200, "\(path)")
            let after = await count()
            #expect(after == before + 1, "\(path)")
            before = after
        }
        for name in ["planner", "administrator", "auditor", "drafter", "reader"] {
            let other = try browser(name), answer = await other.get(analysis)
            #expect(answer.status != 200 && !answer.text.contains("Who wants what?"))
        }
        #expect(await count() == before)
        let log = await administrator.get("\(base)/accesses").text, events = await administrator.get("/\(Pilots.id)/activity").text
        #expect(log.contains("An analysis") || log.contains("an analysis"))
        #expect(!log.contains("Arena") && !events.contains("Arena") && !events.contains("North"))
    }
}
