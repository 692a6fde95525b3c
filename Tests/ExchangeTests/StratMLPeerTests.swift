import Foundation
import Testing

@testable import Exchange

/// What another reader (lxml, in Python) finds in a document; it keeps 200 characters of a text and 30 points of a series.
private struct Extract: Decodable {
    let root: String
    let type: String?
    let name: String
    let organizations: [String]
    let vision: String
    let mission: String
    let values: [String]
    let goals: [Goal]

    struct Goal: Decodable {
        let seq: String
        let name: String
        let stakeholders: [String]
        let objectives: [Objective]
    }

    struct Objective: Decodable {
        let seq: String
        let name: String
        let indicators: [Indicator]
    }

    struct Indicator: Decodable, Equatable {
        let seq: String
        let dim: String
        let unit: String
        let instances: Int
        let targets: Int
        let actuals: Int
        let series: [[String]]

        enum CodingKeys: String, CodingKey {
            case seq, dim, unit, instances, targets, actuals
            case series = "actual_series"
        }

        init(_ indicator: StratMLDocument.Indicator) {
            let actuals = indicator.instances.flatMap(\.actuals)
            seq = indicator.sequence
            dim = indicator.dimension
            unit = indicator.unit
            instances = indicator.instances.count
            targets = indicator.instances.reduce(0) { $0 + $1.targets.count }
            self.actuals = actuals.count
            let points = actuals.compactMap { actual in actual.units.map { [actual.start ?? "", actual.end ?? "", $0.text] } }
            series = Array(points.prefix(30))
        }
    }
}

private let documents = sharedData.appendingPathComponent("stratml/dev")
private let extracts = sharedData.appendingPathComponent("expected/stratml_extract.json")

// The documents are other people's and not ours to publish: without the shared data beside the project, these tests have nothing to read.
@Suite(
    "Real documents, read as another reader reads them",
    .enabled(if: FileManager.default.fileExists(atPath: extracts.path), "the shared data is not beside the project"))
struct StratMLPeerTests {
    @Test(
        "all of it: names, organisations, goals, objectives, indicators, series",
        arguments: ["HHISAP2025.xml", "OECD_AI_Policy_Observatory.xml", "PMOAI_part1.xml", "SMLC2023.xml", "US_Assistance_to_Albania.xml"])
    func peer(_ file: String) throws {
        let all = try JSONDecoder().decode([String: Extract].self, from: Data(contentsOf: extracts))
        let expected = try #require(all[file])
        let bytes = [UInt8](try Data(contentsOf: documents.appendingPathComponent(file)))
        let (document, repairs) = try readStratML(bytes, limits: .standard)

        #expect(document.part == (expected.root == "StrategicPlan" ? .one : .two))
        #expect(document.type?.rawValue == expected.type)
        #expect(document.name == expected.name)
        #expect(document.organisations.map(\.name) == expected.organizations)
        #expect(document.vision.map { String($0.text.prefix(200)) } == expected.vision)
        #expect(document.mission.map { String($0.text.prefix(200)) } == expected.mission)
        #expect(document.values.map(\.name) == expected.values)
        #expect(document.goals.map(\.sequence) == expected.goals.map(\.seq))
        #expect(document.goals.map(\.name) == expected.goals.map(\.name))
        for (goal, peer) in zip(document.goals, expected.goals) {
            // The peer keeps "[To be named]" as a name, which we read as none.
            #expect(goal.stakeholders.map(\.name).filter { !$0.isEmpty } == peer.stakeholders.filter { !$0.hasPrefix("[To be") })
            #expect(goal.objectives.map(\.sequence) == peer.objectives.map(\.seq))
            #expect(goal.objectives.map(\.name) == peer.objectives.map(\.name))
            #expect(goal.objectives.map { $0.indicators.map(Extract.Indicator.init) } == peer.objectives.map(\.indicators))
        }
        #expect(repairs.isEmpty == (file == "PMOAI_part1.xml"))
    }

    @Test("the damages known from validating against the schemas are all reported")
    func damages() throws {
        func repairs(_ file: String) throws -> [Repair] {
            try readStratML([UInt8](Data(contentsOf: documents.appendingPathComponent(file))), limits: .standard).1
        }
        let albania = try repairs("US_Assistance_to_Albania.xml")
        #expect(albania.contains { $0.what == .identifierPrefixed(text: "5337e65c-3f06-11f0-813e-b6ae5fbabdf6") && $0.line == 15 })
        let town = try repairs("HHISAP2025.xml")
        #expect(town.count { $0.what.name == "child-order" } == 170)
        #expect(town.count { $0.what == .placeholder(element: "Description", text: "[To be determined]") } == 85)
        #expect(town.count { $0.what.name == "caret-break" } == 28)
        let community = try repairs("SMLC2023.xml")
        #expect(community.count { $0.what.name == "identifier-duplicate" } == 20)
    }
}
