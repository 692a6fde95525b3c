import Foundation
import Testing

@testable import Exchange

@Suite("The example document that comes with the product")
struct StratMLExampleTests {
    private func example() throws -> (StratMLDocument, [Repair]) {
        let file = projectRoot.appendingPathComponent("Examples/Documents/harbour-pilot.stratml.xml")
        return try readStratML([UInt8](Data(contentsOf: file)), limits: .standard)
    }

    @Test("says that it is invented, and has three goals of two objectives each")
    func content() throws {
        let document = try example().0
        #expect(document.name == "Safe Passage 2024–2027" && document.description.contains("INVENTED"))
        #expect(document.organisations.map(\.name) == ["Pilots' Guild of the Invented Sea"])
        #expect(document.goals.map(\.objectives.count) == [2, 2, 2])
        let indicators = document.goals.flatMap(\.objectives).map(\.indicators.count)
        #expect(indicators == [1, 2, 1, 1, 1, 1])
        let first = try #require(document.goals.first?.objectives.first?.indicators.first)
        #expect(first.relationships.map(\.referents) == [["_3f0c2a4e-guild"]])
        #expect(first.instances.flatMap(\.actuals).map(\.units?.value) == [6.2, 4.8, nil])
    }

    @Test("has the damages of real documents, each repaired and reported")
    func repairs() throws {
        let found = try example().1.map(\.what)
        let expected: [RepairKind] = [
            .caretBreak(element: "Description"), .identifierPrefixed(text: "3f0c2a4e-guild"), .emptyChoice(element: "RoleType"),
            .unreadableNumber(element: "NumberOfUnits", text: "about 4½"), .childOrder(element: "StartDate", parent: "TargetResult"),
            .placeholder(element: "Description", text: "[To be determined]"), .emptyIdentifier(parent: "Goal"),
            .childOrder(element: "NumberOfUnits", parent: "TargetResult"), .identifierDuplicate(text: "objective-2-1"),
            .missing(element: "UnitOfMeasurement", parent: "PerformanceIndicator"), .emptyDay(element: "EndDate"),
            .unknownElement(element: "id", parent: "Goal"), .contactLeftOut(element: "EmailAddress"),
        ]
        #expect(Set(found) == Set(expected) && found.count == expected.count)
    }
}
