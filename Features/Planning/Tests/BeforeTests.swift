import Journal
import Organisation
import Pages
import TestKit
import Testing

@Suite("Days before the first plan")
struct BeforeTests {
    @Test("The plan's page of a day before anything says so and leads to the first", arguments: ["plan", "plan/timeline", "plan/annual"])
    func before(_ path: String) async throws {
        let scene = try Scene(), first = day(2025, 7, 1)
        let entries = try scene.events.enumerated().map { index, proposal in
            try Entry.unchained(proposal, position: index + 1, at: Moment(startOf: first))
        }
        let past = Visit(
            organisation: try scene.empty(), present: try scene.organisation(), viewer: .public, say: Say(.en, scene.house.catalogue),
            times: Times(asOf: day(1990, 1, 1), today: .testDay), house: scene.house, parameters: [:], query: [:], names: [:],
            history: { $0.chosen(from: entries) })
        guard case .read(let read) = try scene.route(path).handler, case .page(let page) = try await read(past) else { throw Missing() }
        #expect(page.body.text.contains("On 1 January 1990 no plan was recorded here. The first one holds from 1 July 2025."))
        #expect(page.body.text.contains("/test/\(path)?as-of=2025-07-01"))
    }
}
