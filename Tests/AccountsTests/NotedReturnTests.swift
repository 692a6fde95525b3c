import Accounts
import Journal
import Testing

@Suite("Whose mails come back")
struct NotedReturnTests {
    private func noted(_ status: String, _ day: Int, in organisation: OrganisationID? = ID("league")) -> NotedReturn {
        NotedReturn(account: ID("bruno"), organisation: organisation, on: Day(2026, 11, day) ?? .beginning, status: status, reason: "")
    }

    @Test("in whatever order reports are read, and however often, the same holds")
    func order() {
        let all = [noted("5.1.1", 9), noted("4.4.1", 12), noted("5.2.2", 10)]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 1, 2, 0, 1, 2]] {
            let last = order.map { all[$0] }.reduce(nil as NotedReturn?) { kept, next in kept.map { next.holds(over: $0) ? next : $0 } ?? next }
            #expect(last?.status == "5.2.2", "\(order)")
        }
    }

    @Test("an address that is tried again is no longer left out, until mail comes back once more")
    func again() {
        let again = NotedReturn.triedAgain(ID("bruno"), in: ID("league"), on: Day(2026, 11, 15) ?? .beginning)
        #expect(again.holds(over: noted("5.1.1", 9)) && !noted("5.1.1", 9).holds(over: again) && noted("5.1.1", 16).holds(over: again))
        #expect([noted("5.1.1", 9, in: nil), again].holding.isEmpty, "also where whoever runs the server had said so")
        #expect([noted("5.1.1", 16, in: nil), again].holding.count == 1)
        #expect([noted("5.1.1", 9), noted("4.4.1", 12, in: nil)].holding.values.map(\.status) == ["5.1.1"])
    }

    @Test("gone with the account, and with its address")
    func gone() async throws {
        let store = MemoryAccounts()
        try await store.keep(Account(id: ID("bruno"), name: "Bruno", email: "bruno@example.org", passwordHash: nil, createdAt: .now, isExample: false))
        await store.note(noted("5.1.1", 9))
        #expect(await store.returns(in: ID("league")).count == 1)
        #expect(await store.returns(in: ID("other")).isEmpty)
        try await store.move(ID("bruno"), to: "b@example.org")
        #expect(await store.returns(in: ID("league")).isEmpty)
        await store.note(noted("5.1.1", 9))
        await store.forget(ID("bruno"))
        #expect(await store.returns(in: ID("league")).isEmpty)
    }
}
