import Foundation
import Journal
import TestKit
import Testing

@testable import Server

/// What costs much, and what must not be guessed, can be asked for only so often.
@Suite struct LimitTests {
    private func tries(_ browser: Browser, _ count: Int, email: String, password: String = "not the password") async -> [WebResponse] {
        var answers: [WebResponse] = []
        for _ in 0..<count {
            let csrf = browser.csrf(in: await browser.get("/sign-in"))
            answers.append(await browser.send([("csrf", csrf), ("email", email), ("password", password)], to: "/sign-in"))
        }
        return answers
    }

    @Test func guessingAPasswordIsSlowedDownAndSaysForHowLong() async throws {
        let (server, _, _, stranger) = try await party()
        let answers = await tries(stranger, 12, email: "amina@example.org")
        #expect(answers.prefix(10).allSatisfy { $0.status == 422 })
        #expect(answers.suffix(2).allSatisfy { $0.status == 429 && $0.header("Retry-After") == "60" })
        #expect(answers.last?.text.contains("60 seconds") == true)
        server.advance(seconds: 61)
        #expect(await tries(stranger, 1, email: "amina@example.org").map(\.status) == [422])
    }

    @Test func strangersCannotLockSomebodyOut() async throws {
        let (server, _, _, stranger) = try await party()
        try await server.password("the weather is fine", of: "amina@example.org")
        let home = Browser(server, address: "192.0.2.1")
        #expect(await tries(home, 1, email: "amina@example.org", password: "the weather is fine").first?.status == 303)
        _ = await tries(stranger, 12, email: "amina@example.org")
        for host in 10..<21 { _ = await tries(Browser(server, address: "198.51.100.\(host)"), 10, email: "AMINA@example.org ") }
        // From anywhere new the account is closed for a while; from where it was used before it is not.
        #expect(await tries(Browser(server, address: "203.0.113.5"), 1, email: "amina@example.org").first?.status == 429)
        #expect(await tries(home, 1, email: "amina@example.org", password: "the weather is fine").first?.status == 303)
    }

    @Test func aKnownAndAnUnknownAddressAreLimitedAlike() async throws {
        let (server, _, _, _) = try await party()
        let known = await tries(Browser(server, address: "192.0.2.1"), 11, email: "amina@example.org")
        let unknown = await tries(Browser(server, address: "192.0.2.2"), 11, email: "nobody@example.org")
        #expect(known.map(\.status) == unknown.map(\.status))
    }

    @Test func thePastIsReadInMeasure() async throws {
        let (_, _, _, stranger) = try await party()
        var statuses: [Int] = []
        for _ in 0..<61 { statuses.append(await stranger.get("/test/notes?as-of=2026-01-01").status) }
        #expect(statuses.prefix(60).allSatisfy { $0 == 200 } && statuses.last == 429)
        #expect(await stranger.get("/test/notes").status == 200, "today is not limited")
    }

    @Test func aBudgetIsTakenFromAllThreeOrFromNone() {
        let limits = RateLimits { _ in Allowances(account: Allowance(1, every: 10), address: Allowance(5, every: 10), everybody: Allowance(5, every: 10)) }
        let here = ClientAddress.unknown, noon = Moment(startOf: .testDay)
        #expect(limits.wait(for: .search, account: "a", address: here, isKnown: false, at: noon) == nil)
        for _ in 0..<20 { #expect(limits.wait(for: .search, account: "a", address: here, isKnown: false, at: noon) == 10) }
        for name in ["b", "c", "d", "e"] { #expect(limits.wait(for: .search, account: name, address: here, isKnown: false, at: noon) == nil) }
        #expect(limits.wait(for: .search, account: "f", address: here, isKnown: false, at: noon) == 10)
        #expect(limits.wait(for: .search, account: "f", address: here, isKnown: false, at: noon.adding(seconds: 10)) == nil)
        #expect(limits.wait(for: .export, account: "a", address: here, isKnown: false, at: noon) == nil, "each act has budgets of its own")
    }

    @Test func strangersDoNotUseUpWhatThoseHaveWhoHaveSignedIn() async throws {
        let (server, amina, _, _) = try await party()
        let few = RateLimits { _ in Allowances(account: Allowance(9, every: 60), address: Allowance(9, every: 60), everybody: Allowance(1, every: 60)) }
        let noon = Moment(startOf: .testDay)
        #expect(few.wait(for: .invitation, account: nil, address: .unknown, isKnown: false, at: noon) == nil)
        #expect(few.wait(for: .invitation, account: nil, address: .unknown, isKnown: false, at: noon) == 60)
        #expect(few.wait(for: .invitation, account: "amina", address: .unknown, isKnown: true, at: noon) == nil)
        // And so it is on the pages: the common budget for reading past days is empty, for strangers.
        for host in 0..<4 {
            let stranger = Browser(server, address: "198.51.100.\(host)")
            for _ in 0..<60 { _ = await stranger.get("/test/notes?as-of=2026-01-01") }
        }
        #expect(await Browser(server, address: "203.0.113.5").get("/test/notes?as-of=2026-01-01").status == 429)
        #expect(await amina.get("/test/notes?as-of=2026-01-01").status == 200)
    }

    @Test func whatSomebodyWroteIsNotKeptAtItsLength() {
        let long = RateLimits.Key(act: .signIn, whose: String(repeating: "a", count: 250_000))
        #expect(long.whose.utf8.count < 100)
        #expect(long == RateLimits.Key(act: .signIn, whose: String(repeating: "a", count: 250_000)))
        #expect(long != RateLimits.Key(act: .signIn, whose: String(repeating: "a", count: 250_001)))
    }

    @Test func manyAddressesDoNotFillTheMemory() {
        let limits = RateLimits(capacity: 100) { _ in Allowances(account: Allowance(1, every: 60), address: Allowance(1, every: 60), everybody: Allowance(150, every: 60)) }
        let noon = Moment(startOf: .testDay)
        let answers = (0..<200).map { limits.wait(for: .search, account: nil, address: ClientAddress("10.0.0.\($0)") ?? .unknown, isKnown: false, at: noon) }
        #expect(answers.prefix(150).allSatisfy { $0 == nil } && answers.suffix(50).allSatisfy { $0 != nil }, "what all share holds, whatever is forgotten")
    }

    /// Whoever has one address of IPv6 has 2^64 of them: guessing from each in turn must not be a way around the budget.
    @Test func oneSubscriberOfIPv6IsOneAddress() async throws {
        let (server, _, _, _) = try await party()
        var answers: [WebResponse] = []
        for host in 1...12 { answers += await tries(Browser(server, address: "2001:db8:1:2::\(host)"), 1, email: "amina@example.org") }
        #expect(answers.prefix(10).allSatisfy { $0.status == 422 } && answers.suffix(2).allSatisfy { $0.status == 429 })
        #expect(await tries(Browser(server, address: "2001:db8:1:3::1"), 1, email: "amina@example.org").map(\.status) == [422], "the neighbour's /64 is another's")
    }

    @Test func anIPv4AddressIsTheSameWrittenAsIPv6() async throws {
        let (server, _, _, _) = try await party()
        for spelling in ["192.0.2.7", "::ffff:192.0.2.7", "::FFFF:C000:207"] { _ = await tries(Browser(server, address: spelling), 4, email: "amina@example.org") }
        #expect(await tries(Browser(server, address: "192.0.2.7"), 1, email: "amina@example.org").map(\.status) == [429])
        #expect(await tries(Browser(server, address: "::ffff:192.0.2.8"), 1, email: "amina@example.org").map(\.status) == [422])
    }

    @Test func onlyANamedProxyIsBelievedAboutWhereARequestComesFrom() throws {
        let proxy = try #require(ClientAddress("10.0.0.1"))
        func of(_ peer: String?, _ forwarded: String?, _ proxies: Set<ClientAddress> = []) -> String { ClientAddress.of(peer: peer, forwarded: forwarded, proxies: proxies).text }
        #expect(of("192.0.2.7", "198.51.100.1") == "192.0.2.7")
        #expect(of("10.0.0.1", "6.6.6.6, 198.51.100.1", [proxy]) == "198.51.100.1", "the last one: what stands before it was written by the sender")
        #expect(of("10.0.0.1", "198.51.100.1, 10.0.0.1", [proxy]) == "198.51.100.1")
        #expect(of("10.0.0.1", "nonsense", [proxy]) == "10.0.0.1" && of(nil, "198.51.100.1") == "unknown")
        #expect(of("2001:db8:1:2:3:4:5:6", nil) == of("2001:db8:1:2::9", nil), "one subscriber has a whole /64")
        #expect(of("::ffff:192.0.2.7", nil) == "192.0.2.7")
    }
}

/// The page that operators read says what the program does.
@Suite struct LimitPageTests {
    @Test func everyLimitIsOnThePage() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/security/limits.md"), encoding: .utf8)
        for act in LimitedAct.allCases {
            let allowed = Allowances.standard(act)
            let row = [allowed.account, allowed.address, allowed.everybody].map { "\($0.burst), then one every \(plain($0.every)) s" }.joined(separator: " | ")
            #expect(page.contains(row), "\(act): \(row)")
        }
    }

    @Test func whatMayBeHeldAtOnceIsOnThePage() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/security/limits.md"), encoding: .utf8), held = Capacity.standard
        #expect(page.contains("| open connections | \(held.connectionsPerAddress) | \(held.connections) |"))
        #expect(page.contains("| bytes being sent to the server | \(held.bodiesPerAddress >> 20) MiB | \(held.bodies >> 20) MiB |"))
    }

    private func plain(_ seconds: Double) -> String { seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds) }
}
