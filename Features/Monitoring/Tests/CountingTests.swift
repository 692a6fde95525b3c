import Foundation
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

/// Counted once, and in one way.
@Suite struct CountingTests {
    @Test func `the first page, the list and the roll-up count the same`() throws {
        let organisation = try Fixture.organisation(hidden: [Fixture.hidden: .staff])
        let whole = try #require(progress(of: organisation)[Reference(Plan.self, Fixture.plan)])
        #expect(whole.counted == 6 && whole.of == 6, "what has a value counts, with a status or without, disclosed or not")
        for viewer in [Viewer.public, .bruno, .amina] {
            let reader = visit(try Fixture.house(), organisation, as: viewer)
            let count = IndicatorList(reader).count
            #expect((count.withValue, count.all) == (whole.counted, whole.of))
            #expect(overview(reader).first?.sentence?.text.contains("Indicators with a value: 6 of 6") == true)
            #expect(
                try ProgressPage(visit(try Fixture.house(), organisation, as: viewer, parameters: ["id": "p1"])).answer().body.text
                    .contains("Indicators below it that have a value: 6 of 6"))
        }
        let open = overview(visit(try Fixture.house(), organisation)).first?.sentence?.text ?? ""
        #expect(open.contains("2 indicators are not disclosed to you"), "and nobody learns their statuses by counting")
    }

    @Test func `what was computed once is not computed again`() throws {
        let states = RecentStates<Int>()
        var computed = 0
        func ask(_ organisation: Organisation) -> Int {
            states.value(for: organisation) {
                computed += 1
                return computed
            }
        }
        var chained = try Fixture.organisation()
        let entry = try Entry.unchained(Fixture.lively[0], position: 1, at: Moment(startOf: .testDay))
        chained.pass(entry, hash: try #require(Hash(Data(repeating: 1, count: 32))))
        #expect((ask(chained), ask(chained)) == (1, 1))
        var next = chained
        next.pass(entry, hash: try #require(Hash(Data(repeating: 2, count: 32))))
        #expect(ask(next) == 2, "another record")
        next.advance(to: Day.testDay.adding(days: 1))
        #expect((ask(next), ask(chained)) == (3, 1), "another day")
        #expect((ask(try Fixture.organisation()), ask(try Fixture.organisation())) == (4, 5), "what has no record is not told apart")
        for byte in UInt8(10)..<20 {
            next.pass(entry, hash: try #require(Hash(Data(repeating: byte, count: 32))))
            _ = ask(next)
        }
        #expect(ask(chained) > 5, "only the last few are kept")
    }
}
