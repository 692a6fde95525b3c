import Testing

@testable import Exchange

func table(_ text: String) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), limits: .standard)
}

@Suite("Reading a table")
struct CSVReadingTests {
    /// One nasty file and what it says.
    struct Case: Sendable, CustomTestStringConvertible {
        let title: String
        let text: String
        let header: [String]
        let cells: [[String]]
        var testDescription: String { title }
    }

    static let cases: [Case] = [
        Case(title: "plain", text: "a,b\r\n1,2\r\n", header: ["a", "b"], cells: [["1", "2"]]),
        Case(title: "no line break at the end", text: "a,b\n1,2", header: ["a", "b"], cells: [["1", "2"]]),
        Case(title: "CR only, as old Macs wrote", text: "a,b\r1,2\r3,4", header: ["a", "b"], cells: [["1", "2"], ["3", "4"]]),
        Case(title: "doubled quotes", text: "a,b\n\"say \"\"ah\"\"\",\"\"\"\"", header: ["a", "b"], cells: [["say \"ah\"", "\""]]),
        Case(title: "separator and line break in quotes", text: "a,b\n\"1,\r\n2\",3", header: ["a", "b"], cells: [["1,\r\n2", "3"]]),
        Case(title: "a quote inside an unquoted cell", text: "a,b\n5\" pipe,x", header: ["a", "b"], cells: [["5\" pipe", "x"]]),
        Case(title: "spaces after a closing quote", text: "a,b\n\"x\"  ,y", header: ["a", "b"], cells: [["x", "y"]]),
        Case(title: "an empty last cell", text: "a,b\n1,", header: ["a", "b"], cells: [["1", ""]]),
        Case(title: "only separators", text: "a,b\n,\n", header: ["a", "b"], cells: [["", ""]]),
        Case(title: "semicolons with decimal commas", text: "a;b\n1,5;2,5\n", header: ["a", "b"], cells: [["1,5", "2,5"]]),
        Case(title: "semicolons beside commas in prose", text: "a, so;b\nx, y;1\n", header: ["a, so", "b"], cells: [["x, y", "1"]]),
        Case(title: "tabs", text: "a\tb\n1\t2", header: ["a", "b"], cells: [["1", "2"]]),
        Case(title: "bars", text: "a|b\n1|2", header: ["a", "b"], cells: [["1", "2"]]),
        Case(title: "separators in quotes do not count", text: "\"a;;;\",b\n\"1;;;\",2", header: ["a;;;", "b"], cells: [["1;;;", "2"]]),
        Case(title: "Excel's first line", text: "sep=;\r\na;b,c\r\n1;2", header: ["a", "b,c"], cells: [["1", "2"]]),
        Case(title: "Excel's first line in quotes", text: "\"SEP=|\"\na|b,c\n1|2", header: ["a", "b,c"], cells: [["1", "2"]]),
        Case(title: "a single column", text: "a\n1\n\n2\n\n\n", header: ["a"], cells: [["1"], [""], ["2"]]),
        Case(title: "a quoted empty cell at the end is a row", text: "a\n1\n\"\"\n\n", header: ["a"], cells: [["1"], [""]]),
        Case(title: "blank lines before and after", text: "\n  \na,b\n1,2\n\n   \n", header: ["a", "b"], cells: [["1", "2"]]),
        Case(title: "names trimmed and composed", text: " a ,\u{A0}e\u{301}\n1,2", header: ["a", "é"], cells: [["1", "2"]]),
        Case(title: "header only", text: "a,b", header: ["a", "b"], cells: []),
    ]

    @Test("says what the file says", arguments: cases)
    func reads(_ nasty: Case) throws {
        let table = try table(nasty.text)
        #expect(table.header == nasty.header)
        #expect(table.rows.map(\.cells) == nasty.cells)
        #expect(table.problems.isEmpty)
    }

    @Test("finds a cell by the name of its column, whatever its case or composition")
    func columns() throws {
        let table = try table("Name,Été\nx,1")
        let row = try #require(table.rows.first)
        #expect(row["name"] == "x")
        #expect(row[" E\u{301}TE\u{301} "] == "1")
        #expect(row["other"] == nil)
        #expect(table.hasColumn("NAME") && !table.hasColumn("other"))
    }

    @Test("gives each row the line it starts on, also after line breaks in quotes")
    func lines() throws {
        let table = try table("a,b\r\n\"x\r\ny\",1\r\"p\rq\nr\",2\n3,4")
        #expect(table.rows.map(\.line) == [2, 4, 7])
    }

    @Test("leaves out the rows that do not fit, says where, and reads on")
    func ragged() throws {
        let table = try table("a,b\n1\n1,2\n1,2,3\n\n\"x\"y,z\n")
        #expect(table.rows.map(\.cells) == [["1", "2"], ["xy", "z"]])
        let expected = [
            CSVProblem(line: 2, what: .tooFewCells(found: 1, expected: 2)), CSVProblem(line: 4, what: .tooManyCells(found: 3, expected: 2)),
            CSVProblem(line: 5, what: .blankLine), CSVProblem(line: 6, what: .textAfterQuote),
        ]
        #expect(table.problems == expected)
        #expect(table.problems[0].arguments == ["line": "2", "found": "1", "expected": "2"])
    }

    @Test("reports the separator it chose, and whether the file named it")
    func assumptions() throws {
        #expect(try table("a;b\n1;2").assumed == .init(encoding: .utf8, separator: .semicolon, separatorIsDeclared: false))
        #expect(try table("sep=\t\na\tb").assumed == .init(encoding: .utf8, separator: .tab, separatorIsDeclared: true))
        #expect(try table("a").assumed.separator == .comma)
        #expect(try table("sep=,b\n1,2").header == ["sep=", "b"])
    }
}
