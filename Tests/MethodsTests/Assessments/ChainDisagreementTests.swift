import Testing

@testable import Methods

@Suite("Where people and records of a chain differ")
struct ChainDisagreementTests {
    private func between(_ people: [Double?], _ records: [Double?], phases: [[Int]] = PipelineMeasure.phases, points: Int = 3) -> ChainDisagreement? {
        ChainDisagreement(people: people, told: people, records: records, phases: phases, points: points)
    }

    private static let people: [Double?] = [1.5, 2.0, 2.5, 1.5, 1.7, 2.6]

    @Test("by the vector six and three together; where they lie apart, and where they name other links")
    func both() throws {
        let same = try #require(between(ChainDisagreementTests.people, ChainDisagreementTests.people))
        #expect(same.isAgreement && same.whole == same.shared && same.shared.people.weakest == [5, 2] && same.shared.people.poor == [0, 2] && same.apart.isEmpty && !same.isPartial)
        let edge = try #require(between([2.5], [2.0], phases: [[0]]))
        #expect(edge.apart == [0])
        let wide = try #require(between([4, 3], [3.1, 3], phases: [[0], [1]], points: 5))
        #expect(wide.apart.isEmpty, "half a point of three is a whole one of five")
        #expect(between([nil, 1], [1, nil], phases: [[0], [1]]) == nil)
    }

    @Test("only what both know is compared; by itself each comes to what it comes to by all links that it knows")
    func partial() throws {
        let other = try #require(between([1.5, 2.0, 2.5, 1.5, 1.7, 3.0], [1.5, 2.0, 1.0, 2.8, 1.7, nil]))
        #expect(other.links == [0, 1, 2, 3, 4] && other.ofPeopleAlone == [5] && other.ofRecordsAlone.isEmpty && other.isPartial)
        #expect(other.whole.people.weakest == [5] && other.whole.people.poor == [2], "as the survey says it of itself")
        #expect(other.shared.people.weakest == [2] && other.shared.people.poor == [0] && other.shared.records.weakest == [3] && other.shared.records.poor == [1])
        #expect(other.apart == [2, 3] && other.weakestDiffer && other.typesDiffer && other.differences[5] == nil)
        let longer = try #require(between(ChainDisagreementTests.people + [2.9], ChainDisagreementTests.people))
        #expect(longer.whole.people.weakest == [6] && longer.ofPeopleAlone == [6] && longer.shared.people.weakest == [5, 2] && longer.isPartial, "what the model has no link for")
        let fewer = try #require(between([nil, 2, 2, nil, nil, nil], ChainDisagreementTests.people))
        #expect(fewer.ofRecordsAlone == [0, 3, 4, 5] && fewer.whole.records.weakest == [5, 2] && fewer.shared.records.weakest == [2])
        let neither = try #require(between([1, nil], [1, nil], phases: [[0], [1]]))
        #expect(neither.isPartial && neither.ofPeopleAlone.isEmpty && neither.ofRecordsAlone.isEmpty)
    }

    @Test("links that all lie near are no agreement where they name another weakest, or another type")
    func near() throws {
        let link = try #require(between([2.0, 2.4], [2.4, 2.0], phases: [[0, 1]]))
        #expect(link.apart.isEmpty && link.weakestDiffer && !link.typesDiffer && !link.isAgreement)
        let type = try #require(between([2.0, 2.4], [2.4, 2.5], phases: [[0], [1]]))
        #expect(type.apart.isEmpty && !type.weakestDiffer && type.typesDiffer && !type.isAgreement)
    }

    @Test("what is told of people decides what lies apart, and nothing more exact")
    func told() throws {
        let found = try #require(ChainDisagreement(people: [2.46], told: [2.5], records: [2.0], phases: [[0]], points: 3))
        #expect(found.differences == [0.5] && found.apart == [0])
    }
}
