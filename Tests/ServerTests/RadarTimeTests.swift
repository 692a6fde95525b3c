import Accounts
import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

/// The scan as it was: through the house and the server, as a reader asks for a day gone by.
@Suite struct RadarTimeTests {
    private let signal = [
        "title.en": "Parcels multiply", "text.en": "Small parcels grow faster than containers.", "direction": "both", "opportunity.en": "Data come with them.", "kind": "trend",
        "horizon": "near", "impact": "4-5", "likelihood": "4", "confidence": "medium",
    ]

    /// Drawing and table, without the day that links carry along.
    private func radar(_ page: String) throws -> String {
        let start = try #require(page.range(of: "<figure class=\"chart radar\"")), end = try #require(page.range(of: "</figure>", range: start.upperBound..<page.endIndex))
        return String(page[start.lowerBound..<end.upperBound]).replacing(/\?as-of=[-0-9]+/, with: "")
    }

    @Test("last year's radar is what it was, whatever was changed, moved, renamed, retired or added since")
    func lastYear() async throws {
        let matrix = Matrix(), planner = try #require(Persona.all.first { $0.name == "planner" }), browser = try await matrix.browser(planner), server = try await matrix.guild()
        #expect(await browser.submit("/guild/scan/aspects/new", ["title.en": "Trade", "question.en": "What moves?"]).status == 303)
        let form = await browser.get("/guild/scan/signals/new").text
        let id = try #require(form.firstMatch(of: /<option value="([^"]+)"[^>]*>Trade</)).output.1
        let reported = await browser.submit("/guild/scan/signals/new", signal.merging(["aspect": String(id)]) { $1 })
        let path = String(try #require(reported.location.split(separator: "?").first, "\(reported.status)"))
        let then = try radar(await browser.get("/guild/scan/radar").text)
        #expect(then.contains("Parcels multiply") && then.contains("Trade"))

        server.advance(seconds: 370 * 86_400)
        browser.hold(session: try await server.site.signIn.session(for: try #require(planner.account)).text)
        let later = signal.merging([
            "aspect": String(id), "title.en": "Parcels vanish", "horizon": "far", "impact": "1", "confidence": "low", "confidence-because.en": "One source", "direction": "opportunity",
        ]) { $1 }
        #expect(await browser.submit("\(path)/edit", later).status == 303)
        #expect(await browser.submit("/guild/scan/aspects/\(id)/edit", ["title.en": "Commerce", "question.en": "What moves?"]).status == 303)
        #expect(
            await browser.submit("/guild/scan/signals/new", signal.merging(["aspect": String(id), "title.en": "Tariffs return overnight", "text.en": "Duties are announced without notice."]) { $1 })
                .status == 303)
        #expect(await browser.submit("\(path)/place", ["status": "retired", "because.en": "It passed"]).status == 303)

        #expect(try radar(await browser.get("/guild/scan/radar?as-of=2026-09-15").text) == then)
        let now = try radar(await browser.get("/guild/scan/radar").text)
        #expect(now.contains("Tariffs return overnight") && now.contains("Commerce") && !now.contains("Parcels multiply"))
    }
}
