import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Scenarios

@Suite("Drivers from a table")
struct ImportStories {
    private func read(_ text: String, _ world: World) throws -> ImportResult { try DriversImport().read(Array(text.utf8), into: world.organisation, today: .testDay) }

    @Test("a line is a driver; a study that is not there yet is begun; an empty cell says nothing")
    func lines() throws {
        var world = try World.begun()
        let result = try read(
            "study,study-title,question,title,text,low,high,signals\nn1,,,Storms,Closer together,As ever,Twice as many,scan:parcels\nnext,Next,What?,Crews,,Many,Few,\nn1,,,Trade,,Less,,\n", world)
        #expect(result.new == 2 && result.changed == 1 && result.refused == 0, "\(result.remarks)")
        for proposal in result.proposals { world.tell(proposal) }
        let state = try world.state
        #expect(
            state.phase(of: ID("next")) == .draft && state.drivers(of: ID("next")).count == 1 && state.drivers[ID("n2")]?.low.plain() == "Less" && state.drivers[ID("n2")]?.high.plain() == "Trade high"
        )
        #expect(state.drivers(of: ID("n1")).contains { $0.driver.signals.map(\.description) == ["scan:parcels"] })
    }

    @Test("each fault is told with its line, and nothing of that line is taken; a published study is not changed")
    func faults() throws {
        var world = try World.written()
        let faults: [(String, String)] = [
            ("study,title,low\nn1,New,a\n", "pages.import.blank"), ("study,title,low,high\nother,New,a,b\n", "pages.import.blank"), ("study,title\n,New\n", "pages.import.blank"),
            ("study,title,low,high,signals\nn1,New,a,b,plan:o1\n", "scenarios.import.no-signal"), ("study,title,low,high\nn1,New,a,b\nn1,New,a,c\n", "scenarios.import.twice"),
            ("study,id,title,low,high\nn1,new,New,a,b\n", "pages.import.not-an-id"),
        ]
        for (text, key) in faults {
            let result = try read(text, world)
            #expect(result.refused == 1 && result.remarks.contains { $0.key == key }, "\(key): \(result.remarks)")
        }
        try world.send("scenarios/studies/{study}/publish", [:], World.study)
        let result = try read("study,title,low,high\nn1,Trade,Trade low,Trade high\nn1,Data,Otherwise,\n", world)
        #expect(result.same == 1 && result.refused == 1 && result.remarks.contains { $0.key == "scenarios.refusal.published" })
    }

    @Test("what is taken along and brought in again changes nothing; others find in it what they may see")
    func roundTrip() throws {
        var world = try World.begun()
        try world.send("scenarios/drivers/{driver}/signals", [:], ["driver": "n2"], several: ["signals": ["scan:parcels", "scan:quiet"]])
        func table(_ viewer: Viewer) throws -> [UInt8] {
            let visit = try world.visit(as: viewer), export = DriversExport()
            var writer = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
            writer.write(export.columns(for: visit.organisation).map { .text($0.name) })
            try export.rows(for: visit) { writer.write($0) }
            return writer.bytes
        }
        let result = try DriversImport().read(try table(.amina), into: world.organisation, today: .testDay)
        #expect(result.same == 3 && result.proposals.isEmpty && result.refused == 0, "\(result.remarks) \(result.changes)")
        #expect(!String(decoding: try table(.public), as: UTF8.self).contains("Trade"))
    }
}
