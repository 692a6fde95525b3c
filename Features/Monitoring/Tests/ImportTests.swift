import Exchange
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

    @Test func `names are found whatever they were typed with, and what only looks like one is told from it`() throws {
        let file = """
            indicator,period,member,value
            K\u{0661},\u{0662}\u{0660}\u{0662}\u{0665}/\u{06F2}\u{06F6},,51.5
            \u{FF4B}\u{FF14},2025/26,a\u{200D}lb,3
            \u{041A}4,2025/26,BOR,3
            K4,2025/26,\u{0410}LB,4
            K9,2025/26,BOR,3
            """
        let result = try read(file)
        #expect(result.new == 2)
        #expect(
            result.remarks == [
                ImportRemark(.refused, line: 4, column: "indicator", "pages.refusal.look-alike", ["text": "\u{041A}4", "known": "K4"]),
                ImportRemark(.refused, line: 5, column: "member", "pages.refusal.look-alike", ["text": "\u{0410}LB", "known": "ALB"]),
                ImportRemark(.refused, line: 6, column: "indicator", "monitoring.import.no-indicator", ["indicator": "K9"]),
            ])
    }

    @Test func `what is no Member is refused by name and line`() throws {
        let result = try read("indicator,period,member,value\nK4,y1,Aruba,3\nK4,y1,UNI,3\nK4,y1,Gulf,3\nK4,y1,ALB,3\n")
        #expect(result.refused == 3)
        #expect(result.remarks.first == ImportRemark(.refused, line: 2, column: "member", "monitoring.import.not-a-member", ["member": "Aruba"]))
        #expect(
            result.remarks.map(\.key) == ["monitoring.import.not-a-member", "monitoring.import.observer", "monitoring.import.not-a-member"])
        #expect(try Fixture.house().catalogue.text("monitoring.import.not-a-member", in: .en) == "{member} is not a Member.")
    }

    @Test func `a row that names no indicator is not taken for one without a code`() throws {
        var bare = Fixture.indicators[0].1
        bare.code = ""
        let given = [Proposal(Plan.self, .indicatorDescribed(id: Fixture.share, bare))]
        let result = try read("indicator,period,value\n,y1,51\nshare,,51\nshare,y1,51\n", given: given)
        #expect(
            result.remarks == [
                ImportRemark(.refused, line: 2, "pages.import.blank", ["column": "indicator"]),
                ImportRemark(.refused, line: 3, "pages.import.blank", ["column": "period"]),
            ])
        #expect(result.new == 1)
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
                "monitoring.import.no-members", "monitoring.import.needs-member", "pages.import.not-a-number",
                "monitoring.import.not-a-verdict",
                "monitoring.import.repeats",
            ])
        #expect(result.remarks.compactMap(\.line) == [2, 3, 4, 5, 6, 7, 8, 9, 11])
        #expect(result.remarks.map(\.column) == ["indicator", "period", "period", "period", "member", "member", "value", "judged", nil])
        #expect(result.proposals.count == 1)
        #expect(throws: Refusal("pages.import.no-column", ["column": "value"])) { try read("indicator,period\nK1,y1\n") }
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
        #expect(
            try read("indicator,period,value\nK1,y1,\"1,234\"\n").remarks.map(\.key) == [
                "monitoring.unlikely.over-hundred", "monitoring.import.ambiguous.point",
            ])
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

    /// Twenty-five indicators that 192 Members report for two periods.
    @Test func `a judgement travels with its reason, beside a value and alone`() throws {
        let judged = [Proposal(Values.self, .judged(indicator: Fixture.charter, period: Fixture.ended, met: false, because: "=Only a draft, so far"), on: day("2026-06-30"))]
        let house = try Fixture.house(), organisation = try Fixture.organisation(Fixture.lively + judged)
        let file = try valuesFile(visit(house, organisation, as: .amina, parameters: ["id": "charter"])).bytes
        #expect(String(decoding: file, as: UTF8.self).contains(",not met,\"'=Only a draft, so far\""))
        #expect(try ValuesImport().read(file, into: organisation, today: .testDay).proposals.isEmpty)
        func judgement(_ table: String, given: [Proposal] = judged) throws -> Judgement? {
            try Fixture.organisation(given + (try read(table, given: given)).proposals)[Values.self].judgement(of: Fixture.charter, in: Fixture.ended)
        }
        let header = "indicator,period,value,note,judged,reason\n"
        #expect(try judgement(header + "charter,y1,,,not met,Still a draft\n")?.because.text == "Still a draft", "another reason is something new")
        #expect(try judgement(header + "charter,y1,,,not met,\n")?.because.text == "=Only a draft, so far", "an empty cell takes nothing away")
        #expect(try judgement(header + "charter,y1,Adopted,Said so,met,The Council met\n")?.because.text == "The Council met")
        #expect(try judgement("indicator,period,value,note,judged\ncharter,y1,,As before,met\n")?.because.text == "As before", "a table without the column says it in the note")
        #expect(try read(header + "charter,y1,,,,Alone\n").remarks == [ImportRemark(.refused, line: 2, column: "reason", "monitoring.import.reason-alone")])
    }

    private func large() -> (given: [Proposal], rows: String) {
        var given: [Proposal] = []
        var rows = ""
        let members = (0..<192).map { "X\($0)" }
        for code in members {
            guard let id = ID<Member>(code.lowercased()) else { continue }
            given.append(Proposal(Register.self, .memberDescribed(id: id, Member(name: Localized(code), region: nil, code: code))))
            given.append(Proposal(Register.self, .memberJoined(id: id)))
        }
        for index in 0..<25 {
            guard let id = ID<Indicator>("big-\(index)") else { continue }
            let indicator = Indicator(objective: Fixture.objective, code: "B\(index)", title: Localized("B"), reporting: .byMember)
            given.append(Proposal(Plan.self, .indicatorDescribed(id: id, indicator)))
            for period in ["y1", "y2"] { for member in members { rows += "B\(index),\(period),\(member),\(index).5\n" } }
        }
        return (given, rows)
    }

    @Test func `of twenty thousand rows every one that repeats another is refused`() throws {
        let (given, rows) = large()
        let organisation = try Fixture.organisation(given)
        let result = try ValuesImport().read(
            Array("indicator,period,member,value\n\(rows)\(rows)".utf8), into: organisation, today: .testDay)
        #expect(result.new == 9600)
        #expect(result.refused == 9600, "the second half repeats the first")
    }

    @Test func `a plain number is read as the slower way reads it`() throws {
        for mark in DecimalMark.allCases {
            let separator = mark == .point ? "," : ";"
            let cells = ValuesCells(try CSVTable(bytes: Array("a\(separator)value\nx\(separator)1\n".utf8), limits: .standard))
            #expect(cells.mark == mark)
            for text in [
                "0", "7", "007", "-3", "12.5", "-0.25", "1.2345", "1.234", "1234.5", "0.1", "123456789012345", "1.23456789012", "1,5", "-",
                ".5",
                "5.", "1.2.3", "", "+4", "9007199254740993", "12.5 %", "1e5", "0.3", "99.99",
            ] {
                let slow = WrittenNumber(text, decimalMark: mark)
                let fast = cells.number(text)
                #expect(fast?.value == slow?.value && fast?.wasAmbiguous == slow?.wasAmbiguous, "\(text) with \(mark)")
            }
        }
    }
}
