import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scan

@Suite("Signals from a table")
struct ImportStories {
    private func read(_ text: String, _ world: World) throws -> ImportResult { try SignalsImport().read(Array(text.utf8), into: world.organisation, today: .testDay) }

    @Test("a line is a signal with its judgement and one source; an empty cell says nothing")
    func lines() throws {
        var world = try World.begun()
        let result = try read(
            """
            title,text,kind,aspect,seen,regions,horizon,direction,opportunity,impact,likelihood,confidence,source,link,read-on,reliability,objectives
            Storms,Closer together,trend,Environmental,2026-03-01,AA; bb,mid,threat,Berths agreed,2-4,4,medium,Weather office,https://example.org/w,2026-02-01,B,o1: -2; O2
            Short,,,,,,,,,,,,,,,,
            """, world)
        #expect(result.new == 2 && result.refused == 0, "\(result.remarks)")
        for proposal in result.proposals { world.tell(proposal) }
        let storms = try #require(try world.state.signals[ID("storms")])
        #expect(storms.aspect == ID("environmental") && storms.regions == [ID("aa"), ID("bb")] && storms.impact == Estimate(low: 2, likely: 3, high: 4) && storms.horizon == .mid)
        #expect(storms.effects == [Effect(objective: ID("o1"), size: -2), Effect(objective: ID("o2"), size: 0)] && storms.evidence.first?.reliability == .b)
        #expect(try world.state.signals[ID("short")]?.kind == .weakSignal)
        // The same once more, and only in part.
        let again = try read("title,impact\nStorms,5\nShort,\n", world)
        #expect(again.changed == 1 && again.same == 1 && again.new == 0)
    }

    @Test("each fault is told with its line and its column, and nothing of that line is taken")
    func faults() throws {
        let world = try World.begun()
        let faults: [(String, String, String)] = [
            ("title,impact\nA,6\n", "scan.refusal.estimate", "impact"), ("title,direction,opportunity\nA,threat,\n", "scan.refusal.no-opportunity", "opportunity"),
            ("title,aspect\nA,magic\n", "scan.import.no-aspect", "aspect"),
            ("title,regions\nA,ZZ\n", "scan.import.no-region", "regions"), ("title,objectives\nA,X9\n", "scan.import.no-objective", "objectives"),
            ("title,objectives\nA,O1: 7\n", "scan.import.effect", "objectives"),
            ("title,seen\nA,2027-01-01\n", "scan.refusal.seen-later", "seen"), ("title,kind\nA,fashion\n", "pages.import.not-among", ""),
            ("title,source,link\nA,,https://x.org\n", "scan.refusal.no-source", "source"),
            ("title,source,link\nA,B,javascript:1\n", "scan.refusal.not-an-address", "link"), ("title,text\n,B\n", "pages.import.blank", ""), ("title,text\nA,B\nA,C\n", "scan.import.twice", "title"),
        ]
        for (text, key, column) in faults {
            let result = try read(text, world)
            #expect(
                result.refused == 1 && result.remarks.contains { $0.key == key && $0.line == (key == "scan.import.twice" ? 3 : 2) && (column.isEmpty || $0.column == column) },
                "\(key): \(result.remarks)")
            #expect(result.proposals.count == (key == "scan.import.twice" ? 1 : 0))
        }
    }

    @Test("entries of a feed become new signals with their source; what is known by its address is not taken again, and what is like another is said")
    func feed() throws {
        var world = try World.begun()
        let feed = """
            <rss><channel><title>Trade News</title><language>fr</language>
            <item><title>Small parcels multiply</title><link>https://example.org/a</link><description>Parcels grow faster than containers.</description><pubDate>Fri, 1 May 2026 08:00:00 GMT</pubDate></item>
            <item><title>Known</title><link>https://example.org/report</link></item>
            <item><title>Twice</title><link>https://example.org/a</link></item>
            <item><link>https://example.org/empty</link></item></channel></rss>
            """
        let result = try FeedImport().read(Array(feed.utf8), into: world.organisation, today: .testDay)
        #expect(result.new == 1 && result.same == 1 && result.refused == 2, "\(result.remarks)")
        #expect(result.remarks.contains { $0.key == "scan.feed.similar" && $0.arguments["other"] == "Parcels multiply" })
        for proposal in result.proposals { world.tell(proposal) }
        let signal = try #require(try world.state.signals[ID("small-parcels-multiply")])
        #expect(signal.title.original == .fr && signal.firstSeen == Day("2026-05-01") && signal.kind == .weakSignal)
        #expect(signal.evidence.map(\.link) == ["https://example.org/a"] && signal.evidence.first?.source.plain() == "Trade News")
        #expect(try FeedImport().read(Array(feed.utf8), into: world.organisation, today: .testDay).proposals.isEmpty, "a second time it is the same")
        #expect(throws: Refusal("scan.feed.empty")) { try FeedImport().read(Array("<rss><channel/></rss>".utf8), into: world.organisation, today: .testDay) }
    }

    @Test("of five thousand with forty faulty lines forty are told, the rest arrives once, and a second reading changes nothing")
    func many() throws {
        var world = try World.begun()
        var text = "id,title,aspect,horizon,impact,likelihood,confidence\n"
        let aspects = AspectDecisions.pestel, horizons = Signal.Horizon.allCases
        for number in 1...5000 {
            let isFaulty = number % 125 == 0
            text += "m\(number),Signal \(number),\(aspects[number % 6]),\(horizons[number % 4].rawValue),\(isFaulty ? "9" : "\(1 + number % 5)"),\(1 + number % 4),medium\n"
        }
        let result = try read(text, world), lines = result.remarks.compactMap(\.line)
        #expect(result.refused == 40 && result.new == 4960 && result.proposals.count == 4960)
        #expect(lines == (1...40).map { $0 * 125 + 1 }, "each with its line")
        #expect(try world.state.signals.count == 1, "reading changes nothing")
        for proposal in result.proposals { world.tell(proposal) }
        #expect(try world.state.signals.count == 4961)
        let again = try read(text, world)
        #expect(again.new == 0 && again.changed == 0 && again.same == 4960 && again.refused == 40)
    }

    @Test("of five thousand the radar draws what has room and says how many it does not; the list is paged")
    func shown() async throws {
        var world = try World.begun()
        let aspects = AspectDecisions.pestel, horizons = Signal.Horizon.allCases
        for number in 1...5000 {
            guard let id = ID<Signal>("m\(number)") else { continue }
            var signal = Signal(title: Localized("Signal \(number)"), aspect: ID<Aspect>(aspects[number % 6]), firstSeen: .testDay)
            (signal.horizon, signal.impact, signal.likelihood) = (horizons[number % 4], Estimate(1 + number % 5), Estimate(1 + number % 4))
            world.tell(Proposal(Scan.self, .signalDescribed(id: id, signal)))
        }
        let radar = try await world.page(ScanPath.radar), list = try await world.page(ScanPath.signals), front = try await world.page(ScanPath.scan)
        #expect(radar.components(separatedBy: "class=\"blip").count < 200 && radar.contains("signals are not drawn for want of room"))
        #expect(list.contains("5,001 signals") && list.components(separatedBy: "<tr>").count < 60)
        #expect(front.contains("and 1,2") || front.contains("and 1,") || front.contains("and 9"))
    }

    @Test("what is taken along and brought in again changes nothing")
    func roundTrip() throws {
        var world = try World.begun()
        try world.send("scan/signals/{signal}/edit", World.trend.merging(["effect-o1": "-2", "evidence-2-source.en": "Another"]) { $1 }, ["signal": "n3"])
        let visit = TestKit.visit(try world.house, try world.organisation, as: .amina), export = SignalsExport()
        var writer = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
        writer.write(export.columns(for: visit.organisation).map { .text($0.name) })
        try export.rows(for: visit) { writer.write($0) }
        let result = try SignalsImport().read(writer.bytes, into: world.organisation, today: .testDay)
        #expect(result.same == 1 && result.changed == 0 && result.new == 0 && result.refused == 0, "\(result.remarks) \(result.changes)")
    }
}
