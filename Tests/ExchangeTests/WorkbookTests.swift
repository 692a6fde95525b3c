import Foundation
import Testing

@testable import Exchange

@Suite("Workbooks are read as tables")
struct WorkbookTests {
    private func table(_ bytes: [UInt8], kind: String? = nil) throws -> CSVTable { try CSVTable(bytes: bytes, limits: .standard, kind: kind) }

    @Test("Shared and inline texts, numbers, days of both epochs, truth and gaps become cells; lines are rows of the sheet")
    func kinds() throws {
        let styles =
            #"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#
        let rows = """
            <row r="1">\(inline("A1", "name"))\(inline("B1", "day"))\(inline("C1", "value"))</row>
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>46280</v></c><c r="C3"><v>12.5</v></c></row>
            <row r="4"><c r="A4" t="b"><v>1</v></c><c r="C4" s="3"><v>7</v></c></row>
            <row r="5"><c r="B5" s="2"><v>1</v></c><c r="C5" t="str"><f>A1</f><v>a_x000D_b</v></c></row>
            """
        let read = try table(SmallWorkbook(rows: rows, styles: styles, strings: ["no", "Ålesund &amp; Co"]).bytes)
        #expect(read.header == ["name", "day", "value"])
        #expect(read.rows.map(\.line) == [3, 4, 5])
        #expect(read.rows.map(\.cells) == [["Ålesund & Co", "2026-09-15", "12.5"], ["true", "", "7"], ["", "1900-01-01", "a\rb"]])
        #expect(read.cell("value", line: 5) == "C5")
        let old = try table(SmallWorkbook(rows: rows, workbook: #"<workbookPr date1904="1"/>"#, styles: styles, strings: ["no", "x"]).bytes)
        #expect(old.rows[0].cells[1] == "2030-09-16")
    }

    @Test("A formula that came to nothing is named by its cell and takes nothing else with it")
    func errors() throws {
        let rows = "<row r=\"1\">\(inline("A1", "a"))\(inline("B1", "b"))</row><row r=\"2\">\(inline("A2", "x"))<c r=\"B2\" t=\"e\"><v>#N/A</v></c></row><row r=\"3\">\(inline("A3", "y"))</row>"
        let read = try table(SmallWorkbook(rows: rows).bytes)
        #expect(read.rows.map(\.cells) == [["y", ""]])
        #expect(read.problems == [CSVProblem(line: 2, what: .errorInCell(cell: "B2", text: "#N/A"))])
    }

    @Test(
        "A time a moment before midnight stays on its day; what is midnight but for what a fraction cannot tell is the next",
        arguments: [
            ("46280.99999537", "2026-09-15T23:59"), ("46280.9999942", "2026-09-15T23:59"), ("46280.99999999999", "2026-09-16"), ("46280.520833333336", "2026-09-15T12:30"),
            ("46280.52083333333", "2026-09-15T12:30"), ("46280.000694", "2026-09-15T00:00"), ("46280.000695", "2026-09-15T00:01"), ("2958465.9999999999", nil),
        ] as [(String, String?)])
    func midnight(_ written: String, _ expected: String?) throws {
        let styles = #"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#
        let read = try table(SmallWorkbook(rows: "<row r=\"1\">\(inline("A1", "day"))</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>\(written)</v></c></row>", styles: styles).bytes)
        #expect(read.rows.first?.cells == [expected ?? CSVCell.number(Double(written) ?? 0).plain])
    }

    static let hard = [
        "=1+1", "'=1+1", "''=x", "+49 30", "-5", "@SUM(A1)", "\t=x", "＝1", "a\nb", "  edged ", "_x0041_", "x_x000D_", "a,b;\"c\"", "007", "1e5",
        "ثلاثة", "=\u{301}x", "'", "’=1", "\u{1F6A2}",
    ]

    @Test("What we write as a workbook comes back letter by letter, and no text has become a formula")
    func roundTrip() throws {
        let columns = ["code", "text", "number"].map { WorkbookColumn(name: $0, help: "Help.", example: "x", isRequired: true, choices: $0 == "code" ? ["a", "b"] : []) }
        let words = WorkbookWords(sheet: "Columns", column: "Column", isRequired: "Required", help: "Help", example: "Example", yes: "yes")
        let writer = try WorkbookWriter(columns, template: WorkbookTemplate(kind: "members", organisation: "harbours"), words: words)
        for (number, text) in WorkbookTests.hard.enumerated() { try writer.write([.integer(number), .text(text), .number(Double(number) + 0.125)]) }
        let bytes = try writer.finished().bytes, read = try table(bytes, kind: "members")
        #expect(read.template == WorkbookTemplate(kind: "members", organisation: "harbours"))
        #expect(read.rows.map { CSVFormula.unguarded($0.cells[1]) } == WorkbookTests.hard)
        #expect(read.rows.map { $0.cells[2] } == WorkbookTests.hard.indices.map { CSVCell.number(Double($0) + 0.125).plain })
        #expect(throws: CSVFault.workbook(.otherTable(found: "members", wanted: "plan"))) { try table(bytes, kind: "plan") }
        let archive = try Archive(bytes, limits: .standard) { _ in true }
        #expect(!archive.parts.values.contains { String(decoding: $0, as: UTF8.self).contains("<f>") })
        #expect(archive.parts.values.contains { String(decoding: $0, as: UTF8.self).contains("dataValidation type=\"list\"") })
    }

    @Test("The same texts survive both kinds of CSV", arguments: [true, false])
    func csv(_ isGuarded: Bool) throws {
        var writer = CSVWriter(separator: .semicolon, formulaGuard: isGuarded, byteOrderMark: isGuarded, decimalMark: .comma)
        writer.write([.text("text"), .text("number")])
        for text in WorkbookTests.hard { writer.write([.text(text), .number(1.125)]) }
        let read = try table(writer.bytes)
        #expect(read.rows.map { CSVFormula.unguarded($0.cells[0]) } == WorkbookTests.hard)
        #expect(read.decimalMark(in: ["number"]) == .comma)
        let dangerous: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\u{FF1D}"]
        if isGuarded { #expect(!read.rows.contains { $0.cells[0].unicodeScalars.first.map { dangerous.contains($0) } ?? false }) }
    }

    @Test("Another program reads our workbook, and we read its", .enabled(if: Peer.isThere, "python3 with openpyxl is not here: no second opinion on workbooks"))
    func peer() throws {
        let words = WorkbookWords(sheet: "Columns", column: "Column", isRequired: "Required", help: "Help", example: "Example", yes: "yes")
        let column = WorkbookColumn(name: "text", help: "Help.", example: "x", isRequired: true, choices: ["a", "b"])
        let writer = try WorkbookWriter([column], template: WorkbookTemplate(kind: "members", organisation: "harbours"), words: words)
        let plain = WorkbookTests.hard.filter { !$0.contains("_x") && $0.unicodeScalars.first != "'" }
        for text in plain { try writer.write([.text(text)]) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(try writer.finished().bytes).write(to: folder.appending(path: "ours.xlsx"))
        let answer = try Peer.run(Peer.script, in: folder)
        let seen = try JSONDecoder().decode(Peer.Seen.self, from: answer)
        #expect(seen.texts == plain && seen.kinds == ["s"], "every cell is a text")
        #expect(seen.sheets == ["members", "Columns", "_portolan"] && seen.hidden == ["_portolan"] && seen.frozen == "A2" && seen.lists == ["\"a,b\""])
        let theirs = try table(Array(try Data(contentsOf: folder.appending(path: "theirs.xlsx"))))
        #expect(theirs.header == ["code", "day", "value", "flag"])
        #expect(theirs.rows.map(\.cells) == [["=x", "2026-09-15", "0.1", "true"], ["Ünï", "2026-09-15T13:30", "-3", ""]])
    }
}

/// openpyxl, where it is.
enum Peer {
    struct Seen: Decodable {
        var texts: [String]
        var kinds: [String]
        var sheets: [String]
        var hidden: [String]
        var frozen: String
        var lists: [String]
    }

    static let isThere = (try? run("import openpyxl", in: FileManager.default.temporaryDirectory)) != nil

    static func run(_ script: String, in folder: URL) throws -> Data {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return data
    }

    static let script = """
        import openpyxl, json, datetime
        b = openpyxl.load_workbook('ours.xlsx'); s = b['members']
        cells = [row[0] for row in s.iter_rows(min_row=2)]
        print(json.dumps(dict(texts=[c.value for c in cells], kinds=sorted({c.data_type for c in cells}), sheets=b.sheetnames,
            hidden=[w.title for w in b if w.sheet_state != 'visible'], frozen=s.freeze_panes, lists=[v.formula1 for v in s.data_validations.dataValidation])))
        o = openpyxl.Workbook(); w = o.active; w.append(['code', 'day', 'value', 'flag'])
        w.append(['x', datetime.date(2026, 9, 15), 0.1, True]); w['A2'].value = '=x'; w['A2'].data_type = 's'
        w.append(['Ünï', datetime.datetime(2026, 9, 15, 13, 30), -3]); o.save('theirs.xlsx')
        """
}
