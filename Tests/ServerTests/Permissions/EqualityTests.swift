import Features
import Journal
import Pages
import TestKit
import Testing

@testable import Server

/// What is another's and what is not there cannot be told apart: not by the status, the headers, a byte of the page, or the work done for it.
@Suite(.serialized) struct EqualityTests {
    /// A persona, what it may not see, and something of the same length that is not there.
    private static let pairs: [(who: String, hidden: String, absent: String)] = [
        ("drafter", "report/y-open/m-two", "report/y-open/m-xxx"), ("drafter", "indicators/i-staff", "indicators/i-xxxxx"),
        ("drafter", "indicators/i-staff/how", "indicators/i-xxxxx/how"),
        ("drafter", "indicators/i-staff/values.csv", "indicators/i-xxxxx/values.csv"),
        ("reader", "activity/plan:i-staff", "activity/plan:i-xxxxx"), ("reader", "thread/plan:i-staff", "thread/plan:i-xxxxx"),
        ("reader", "activity/receipts/21", "activity/receipts/99"), ("memberAdministrator", "people/g-two/revoke", "people/g-xxx/revoke"),
        ("drafter", "indicators/i-each/withdraw/y-open/m-two", "indicators/i-each/withdraw/y-open/m-xxx"),
        ("projectOwner", "indicators/i-two/withdraw/y-open", "indicators/i-xxx/withdraw/y-open"),
        ("projectOwner", "plan/actions/a-now-two/edit", "plan/actions/a-now-xxx/edit"),
        ("Stranger", "indicators/i-members", "indicators/i-xxxxxxx"), ("Stranger", "plan/plans/p-draft", "plan/plans/p-xxxxx"),
        ("Outsider", "plan/objectives/o-draft-high", "plan/objectives/o-xxxxx-high"),
        ("Stranger", "progress/o-draft-high", "progress/o-xxxxx-high"),
        ("Outsider", "map/p-draft", "map/p-xxxxx"),
    ]

    @Test func anothersThingAndAnAbsentOneAreAnsweredAlike() async throws {
        let matrix = Matrix()
        let server = try await matrix.guild()
        for pair in EqualityTests.pairs {
            let persona = try #require(Persona.all.first { $0.name == pair.who })
            let browser = try await matrix.browser(persona)
            _ = await browser.get("/\(Pilots.id)/about")
            let hidden = try await measured(browser, server, pair.hidden)
            let absent = try await measured(browser, server, pair.absent)
            #expect(
                hidden.status == absent.status && [404, 403].contains(hidden.status),
                "\(pair.who) \(pair.hidden): \(hidden.status), \(absent.status)")
            #expect(hidden.headers == absent.headers, "\(pair.who) \(pair.hidden)")
            #expect(hidden.body.replacing(pair.hidden, with: pair.absent) == absent.body, "\(pair.who) \(pair.hidden)")
            #expect(
                hidden.statements == absent.statements, "\(pair.who) \(pair.hidden): \(hidden.statements) statements, \(absent.statements)")
        }
    }

    private func measured(_ browser: Browser, _ server: TestServer, _ path: String) async throws -> (
        status: Int, headers: [String], body: String, statements: Int
    ) {
        let before = server.statements
        let answer = await browser.get("/\(Pilots.id)/\(path)")
        let headers = answer.headers.map { "\($0.name): \($0.value)" }.filter { !$0.hasPrefix("Set-Cookie: \(Site.visitorCookie)") }
        return (answer.status, headers, answer.text, server.statements - before)
    }
}
