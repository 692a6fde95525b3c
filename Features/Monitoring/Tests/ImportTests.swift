import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Monitoring

@Suite struct ImportTests {
    private func read(_ text: String, given: [Proposal] = []) throws -> ImportResult {
        try ValuesImport().read(Array(text.utf8), into: try Fixture.organisation(given), today: .testDay)
    }

    @Test func `values come in by code, by name, by days`() throws {
        let file = """
            indicator,period,member,value,note,evidence,judged
            K1,2025/26,,51.5,,,
            K4,2025-07-01/2026-06-30,ALB,3,Estimate,https://example.org,
            K4,y1,Boreal,2.5,,,
            charter,y1,,In the second reading,,,not met
            K2,y1,,,,,
            """
        let result = try read(file)
        #expect(result.new == 4)
        #expect(result.refused == 0)
        #expect(result.remarks == [])
        #expect(result.proposals.count == 4, "one event for each indicator and period, and the judgement")
        #expect(result.proposals.allSatisfy { $0.on == day("2026-06-30") }, "a value holds from the last day of its period")
        let again = try read(file, given: result.proposals)
        #expect(again.proposals.isEmpty, "the same file twice changes nothing")
        #expect(again.same == 4)
    }

    @Test func `what is no Member is refused by name and line`() throws {
        let result = try read("indicator,period,member,value\nK4,y1,Aruba,3\nK4,y1,UNI,3\nK4,y1,Gulf,3\nK4,y1,ALB,3\n")
        #expect(result.refused == 3)
        #expect(result.remarks.first == ImportRemark(.refused, line: 2, "monitoring.import.not-a-member", ["member": "Aruba"]))
        #expect(
            result.remarks.map(\.key) == ["monitoring.import.not-a-member", "monitoring.import.observer", "monitoring.import.not-a-member"])
        #expect(try Fixture.house().catalogue.text("monitoring.import.not-a-member", in: .en) == "{member} is not a Member.")
    }

    @Test func `each mistake is named with its line`() throws {
        let result = try read(
            """
            indicator,period,member,value,judged
            K9,y1,,3,
            K1,1999,,3,
            K1,2024/25,,3,
            K1,2027/28,,3,
            K1,y1,ALB,3,
            K4,y1,,3,
            K1,y1,,many,
            K1,y2,,7,perhaps
            K2,y1,,7,
            K2,y1,,8,
            """)
        #expect(
            result.remarks.map(\.key) == [
                "monitoring.import.no-indicator", "monitoring.import.no-period", "monitoring.refusal.locked",
                "monitoring.refusal.not-begun",
                "monitoring.import.no-members", "monitoring.import.needs-member", "pages.refusal.not-a-number",
                "monitoring.import.not-a-verdict",
                "monitoring.import.repeats",
            ])
        #expect(result.remarks.compactMap(\.line) == [2, 3, 4, 5, 6, 7, 8, 9, 11])
        #expect(result.proposals.count == 1)
        #expect(throws: Refusal("monitoring.import.no-column", ["column": "value"])) { try read("indicator,period\nK1,y1\n") }
    }

    @Test func `the decimal mark is the file's own`() throws {
        func amount(_ file: String) throws -> Double? {
            let result = try read(file)
            return try Fixture.organisation(result.proposals)[Values.self].value(of: Fixture.share, in: Fixture.ended)?.amount
        }
        #expect(try amount("indicator;period;value\nK1;y1;51,5\n") == 51.5)
        #expect(try amount("indicator,period,value\nK1,y1,\"51,5\"\n") == 51.5)
        #expect(try amount("indicator,period,value\nK1,y1,\"1,234\"\n") == 1234)
        #expect(try amount("indicator;period;value\nK1;y1;1,234\n") == 1.234)
        #expect(try read("indicator,period,value\nK1,y1,\"1,234\"\n").remarks.map(\.key) == ["monitoring.import.ambiguous.point"])
    }

    @Test func `an empty cell takes nothing away`() throws {
        let result = try read("indicator,period,value\nK1,y1,\n", given: Fixture.lively)
        #expect(result.proposals.isEmpty)
    }

    @Test func `what goes out comes in again`() throws {
        let house = try Fixture.house()
        let organisation = try Fixture.organisation(Fixture.lively)
        for id in ["share", "charter", "score", "secret"] {
            let file = try valuesFile(visit(house, organisation, as: .amina, parameters: ["id": id]))
            let result = try ValuesImport().read(file.bytes, into: organisation, today: .testDay)
            #expect(result.proposals.isEmpty, "\(id)")
            #expect(result.remarks.allSatisfy { $0.key == "monitoring.refusal.locked" })
        }
    }

    @Test func `ten thousand rows are read in a moment`() throws {
        var proposals: [Proposal] = []
        var text = "indicator,period,member,value\n"
        for index in 0..<400 {
            guard let id = ID<Indicator>("big-\(index)") else { continue }
            proposals.append(
                Proposal(
                    Plan.self,
                    .indicatorDescribed(
                        id: id, Indicator(objective: Fixture.objective, code: "B\(index)", title: Localized("B"), reporting: .byMember))))
            for member in ["ALB", "BOR", "COB", "DEL", "EBO", "FJO"] {
                for period in ["y1", "y2"] { text += "B\(index),\(period),\(member),\(index).5\n" }
            }
        }
        let organisation = try Fixture.organisation(proposals)
        let bytes = Array((text + text.split(separator: "\n").dropFirst().joined(separator: "\n")).utf8)
        let clock = ContinuousClock()
        let begun = clock.now
        let result = try ValuesImport().read(bytes, into: organisation, today: .testDay)
        let taken = begun.duration(to: clock.now)
        print("9,600 rows read in \(taken)")
        #expect(result.new == 4800)
        #expect(result.refused == 4800, "the second half repeats the first")
        #expect(taken < .seconds(20), "a debug build on a busy machine")
    }
}
