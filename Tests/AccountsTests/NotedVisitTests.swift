import Journal
import TestKit
import Testing

@testable import Accounts

@Suite("Since somebody's last visit")
struct NotedVisitTests {
    private let morning = Moment(startOf: .testDay).adding(seconds: 9 * 3600)

    private func first(position: Int = 10) -> NotedVisit { NotedVisit(first: ID("amina"), to: ID("test"), at: morning, position: position) }

    @Test("the first visit has nothing before it, however long it lasts")
    func beginning() throws {
        var visit = first()
        for minute in 1...120 { visit = visit.going(on: morning.adding(seconds: minute * 61), position: 10 + minute) ?? visit }
        #expect(visit.endedAt == nil && visit.readTo == 10 && visit.position == 130)
    }

    @Test("after half an hour without a request a new visit begins, and what came since the end of the old one is new")
    func next() throws {
        let at = morning.adding(seconds: NotedVisit.pause + 1)
        let visit = try #require(first().going(on: at, position: 17))
        #expect(visit.endedAt == morning && visit.readTo == 10 && visit.position == 17)
        #expect(first().going(on: morning.adding(seconds: NotedVisit.pause), position: 17)?.endedAt == nil)
    }

    @Test("within the minute nothing need be kept")
    func minute() { #expect(first().going(on: morning.adding(seconds: 60), position: 11) == nil) }

    @Test("marking as seen never takes back what was seen")
    func marking() {
        let seen = first(position: 50).read(to: 40, at: morning.adding(seconds: 5))
        #expect(seen.readTo == 50 && seen.endedAt == morning.adding(seconds: 5))
        #expect(first(position: 50).read(to: 60, at: morning).readTo == 60)
    }

    @Test("what was noted earlier and arrives later takes nothing back")
    func late() async {
        let store = MemoryAccounts(), seen = first(position: 50).read(to: 50, at: morning.adding(seconds: 90))
        await store.note(seen)
        await store.note(first(position: 20))
        #expect(await store.visit(of: ID("amina"), to: ID("test")) == seen)
    }
}
