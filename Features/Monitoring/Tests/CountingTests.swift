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
}
