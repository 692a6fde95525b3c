import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Trajectories

@Suite("S-curves from tables")
struct ImportStories {
    private func read(_ text: String, _ world: World) throws -> ImportResult { try PointsImport().read(Array(text.utf8), into: world.organisation, today: .testDay) }

    @Test("lines become points of new and known series; faulty ones are named; the same file again changes nothing")
    func taken() throws {
        var world = try World.rising()
        let file = """
            series,time,value,title,measure,kind,way
            n1,2021,79.9,,,,
            n1,2020,12,,,,
            faxes,2019,41,Faxes,Notices,service,down
            faxes,2019,42,,,,
            faxes,never,1,,,,
            faxes,2020,,,,,
            ,2020,1,,,,
            """
        let result = try read(file, world)
        #expect(result.new == 2 && result.changed == 1 && result.refused == 4)
        #expect(result.remarks.filter { $0.line != nil }.compactMap(\.line).filter { $0 > 4 } == [5, 6, 7, 8])
        world.take(result)
        let state = try world.state
        #expect(state.points[ID("n1")]?.count == 22 && state.points[ID("n1")]?.last == TrajectoryPoint(time: 2021, value: 79.9) && state.trajectories[ID("faxes")]?.way == .down)
        let again = try read(file, world)
        #expect(again.proposals.isEmpty && again.same == 3 && again.refused == 4)
    }

    @Test("what is taken along comes back as the same")
    func there() throws {
        let world = try World.rising()
        let bytes = try PointsExport().file(.data, for: visit(world.house, world.organisation, as: .amina)).bytes
        let result = try PointsImport().read(bytes, into: world.organisation, today: .testDay)
        #expect(result.proposals.isEmpty && result.same == 21 && result.refused == 0)
    }

    @Test("no more series than are kept worked out, by form and by table; the page shows fifty at once")
    func many() async throws {
        var world = World()
        let rows = (1...Trajectories.most).map { "s\($0),2020,1" }, read = try self.read("series,time,value\n\(rows.joined(separator: "\n"))\nmore,2020,1\n", world)
        #expect(read.new == Trajectories.most && read.refused == 1 && read.remarks.contains { $0.line == Trajectories.most + 2 && $0.key == "trajectories.refusal.too-many-series" })
        world.take(read)
        let again = try self.read("series,time,value\ns1,2021,2\nmore,2020,1\n", world)
        #expect(again.new == 1 && again.refused == 1)
        let page = try await world.page(TrajectoryPath.front)
        #expect(page.components(separatedBy: "<th scope=\"row\">").count == 51 && page.contains("page=2"))
        #expect(throws: Refusal("trajectories.refusal.too-many-series", ["most": "\(Trajectories.most)"])) {
            try world.send(TrajectoryPath.new, ["title.en": "A", "measure.en": "B", "kind": "service", "way": "up", "horizon": "10", "readers": "everyone"])
        }
    }
}
