import Foundation
import Methods
import Testing

@testable import Exchange

/// Each is refused with a reason, quickly, and without the memory that it asks for.
@Suite("Hostile workbooks are refused", .serialized)
struct HostileWorkbookTests {
    private func fault(_ bytes: [UInt8]) -> WorkbookFault? {
        do throws(CSVFault) { _ = try CSVTable(bytes: bytes, limits: .standard) } catch {
            if case .workbook(let fault) = error { return fault }
        }
        return nil
    }

    /// Refused, and within a second even in a debug build on a busy machine.
    private func refuses(_ bytes: [UInt8], _ expected: WorkbookFault, at: SourceLocation = #_sourceLocation) {
        let start = worked
        #expect(fault(bytes) == expected, sourceLocation: at)
        #expect(worked - start < 3, sourceLocation: at)
    }

    /// Seconds that this thread has been at work: how long it waits for others on a busy machine says nothing about the file.
    private var worked: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static let good = "<row r=\"1\">\(inline("A1", "code"))</row><row r=\"2\">\(inline("A2", "x"))</row>"

    private func with(_ name: String, _ text: String) -> [UInt8] {
        var book = SmallWorkbook(rows: HostileWorkbookTests.good)
        book.zip.add(name, text)
        return book.bytes
    }

    @Test("The workbook that all others are made of is a good one") func good() {
        #expect(fault(SmallWorkbook(rows: HostileWorkbookTests.good).bytes) == nil)
    }

    @Test func bombs() {
        var book = SmallWorkbook(rows: HostileWorkbookTests.good)
        book.zip.add(.init(name: "xl/media/a.bin", content: [UInt8](repeating: 0x41, count: 40 << 20)))
        refuses(book.bytes, .bomb(part: "xl/media/a.bin", limit: 100))
        var large = SmallWorkbook(rows: HostileWorkbookTests.good)
        large.zip.add(.init(name: "xl/media/a.bin", content: [UInt8](repeating: 0x41, count: 51 << 20)))
        refuses(large.bytes, .tooLarge(limit: 50 << 20))
    }

    @Test("What the directory says of sizes and sums is not believed") func lies() {
        var small = SmallWorkbook(rows: HostileWorkbookTests.good)
        small.zip.add(.init(name: "xl/a.xml", content: [UInt8](repeating: 0x41, count: 60 << 20), declaredSize: 10))
        refuses(small.bytes, .damaged(part: "xl/a.xml"))
        var wrong = SmallWorkbook(rows: HostileWorkbookTests.good)
        wrong.zip.add(.init(name: "xl/a.xml", content: Array("abc".utf8), declaredCRC: 1))
        refuses(wrong.bytes, .damaged(part: "xl/a.xml"))
    }

    @Test func manyParts() {
        var book = SmallWorkbook(rows: HostileWorkbookTests.good)
        for number in 0..<60_000 { book.zip.add(.init(name: "\(number)", content: [], isDeflated: false)) }
        refuses(book.bytes, .tooManyEntries(limit: 100))
    }

    @Test("Archives inside, by name and by their first bytes: nothing is ever opened twice") func nested() {
        refuses(with("xl/a.zip", "x"), .hostilePart(part: "xl/a.zip"))
        refuses(with("r/r.xlsx", "x"), .hostilePart(part: "r/r.xlsx"))
        refuses(with("xl/media/image1.png", "PK\u{3}\u{4}"), .hostilePart(part: "xl/media/image1.png"))
    }

    @Test func namesThatLeadOut() {
        for name in ["../evil.xml", "/etc/passwd", "xl/../../x.xml", "xl\\x.xml", "C:x.xml"] { refuses(with(name, "x"), .hostilePart(part: name)) }
        var link = SmallWorkbook(rows: HostileWorkbookTests.good)
        link.zip.add(.init(name: "xl/link", content: Array("/etc/passwd".utf8), attributes: 0xA1FF << 16))
        refuses(link.bytes, .hostilePart(part: "xl/link"))
        var twice = SmallWorkbook(rows: HostileWorkbookTests.good)
        twice.zip.add("xl/workbook.xml", "<workbook/>")
        refuses(twice.bytes, .damaged(part: "ZIP"))
    }

    @Test("Document types, in any part and any encoding") func documentTypes() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>"
        refuses(with("xl/worksheets/sheet2.xml", bomb), .doctype(part: "xl/worksheets/sheet2.xml"))
        var wide = SmallWorkbook(rows: HostileWorkbookTests.good)
        wide.zip.add(.init(name: "xl/theme.xml", content: bomb.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        refuses(wide.bytes, .doctype(part: "xl/theme.xml"))
    }

    @Test func macrosAndLinks() {
        refuses(with("xl/vbaProject.bin", "x"), .macros)
        refuses(with("xl/activeX/activeX1.xml", "<x/>"), .macros)
        refuses(with("xl/externalLinks/externalLink1.xml", "<x/>"), .externalLink)
        refuses(with("xl/connections.xml", "<x/>"), .externalLink)
        let outside = #"<Relationships><Relationship Id="r" Type="x/oleObject" Target="http://evil.example" TargetMode="External"/></Relationships>"#
        refuses(with("xl/worksheets/_rels/sheet1.xml.rels", outside), .externalLink)
        let typed = outside.replacing("oleObject", with: "hyperlink")
        #expect(fault(with("xl/worksheets/_rels/sheet1.xml.rels", typed)) == nil, "an address that somebody typed is no link to data")
        let types = SmallWorkbook.types.replacing("application/xml", with: "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
        refuses(SmallWorkbook(rows: HostileWorkbookTests.good, types: types).bytes, .macros)
        refuses(SmallWorkbook(rows: HostileWorkbookTests.good, workbook: "<externalReferences/>").bytes, .externalLink)
    }

    /// A cell at the far end of each row makes all those before it, and a wide header all those that a row lacks.
    @Test("Blank cells count too, and reading ends where there are too many") func blankCells() {
        var generator = SeededGenerator(seed: 3)
        func number() -> UInt32 { UInt32.random(in: 0 ... .max, using: &generator) }
        let header = "<row r=\"1\">\((0..<199).map { inline("\(CellName.letters($0))1", "c\($0)") }.joined())</row>"
        let far = (2...6_000).map { "<row r=\"\($0)\"><c r=\"GQ\($0)\"><v>\(number())</v></c></row>" }.joined()
        refuses(SmallWorkbook(rows: header + far).bytes, .tooManyCells(limit: 1_000_000))
        let narrow = (2...6_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\(number())</v></c></row>" }.joined()
        refuses(SmallWorkbook(rows: header + narrow).bytes, .tooManyCells(limit: 1_000_000))
    }

    @Test("What is no table is called by its name, whatever its file is called") func otherFiles() throws {
        func fault(_ bytes: [UInt8]) -> CSVFault? { do throws(CSVFault) { _ = try CSVTable(bytes: bytes, limits: .standard) } catch { return error }; return nil }
        func old(_ stream: String) -> [UInt8] { [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600) + stream.utf8.flatMap { [$0, 0] } }
        #expect(fault(old("Workbook")) == .foreign(.spreadsheet("Excel 97 (.xls)")))
        #expect(fault(old("WordDocument")) == .foreign(.document("Word 97 (.doc)")))
        #expect(fault(old("EncryptedPackage")) == .foreign(.protected))
        #expect(fault([0xD0, 0xCF, 0x11, 0xE0]) == .foreign(.spreadsheet("Office 97")))
        #expect(fault(Array("%PDF-1.7\n".utf8)) == .foreign(.document("PDF")))
        #expect(fault(Array("\u{FEFF} <!DOCTYPE html><html>".utf8)) == .foreign(.spreadsheet("HTML")))
        #expect(fault(Array("<?xml version=\"1.0\"?><a/>".utf8)) == .foreign(.xml))
        for (name, text, expected) in [
            ("word/document.xml", "<w/>", ForeignFile.document("Word (.docx)")), ("ppt/presentation.xml", "<p/>", .document("PowerPoint (.pptx)")),
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", .spreadsheet("OpenDocument (.ods)")), ("xl/workbook.bin", "x", .spreadsheet("Excel (.xlsb)")),
        ] {
            var zip = ZIPWriting()
            zip.add(name, text)
            #expect(fault(zip.bytes) == .workbook(.other(expected)))
        }
        #expect(fault(Array("name,day\nPDF,1\n".utf8)) == nil)
        #expect(CSVFault.foreign(.document("PDF")).arguments == ["what": "PDF"] && CSVFault.workbook(.other(.spreadsheet("Numbers"))).key == "csv.fault.other-spreadsheet")
    }

    @Test func encryptedAndOther() {
        var book = SmallWorkbook(rows: HostileWorkbookTests.good)
        book.zip.add(.init(name: "xl/a.xml", content: Array("abc".utf8), isDeflated: false, flags: 1))
        refuses(book.bytes, .encrypted)
        var other = ZIPWriting()
        other.add("content.txt", "hello")
        refuses(other.bytes, .notAWorkbook)
    }

    @Test("Cut off anywhere, turned over anywhere: refused or read, and never anything worse") func truncated() {
        let whole = SmallWorkbook(rows: HostileWorkbookTests.good).bytes
        for length in stride(from: 4, to: whole.count - 1, by: 7) { #expect(fault(Array(whole.prefix(length))) != nil) }
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator) }
            _ = fault(bytes)
        }
    }

    @Test func deepAndWide() {
        let deep = String(repeating: "<a>", count: 50_000)
        refuses(SmallWorkbook(rows: deep).bytes, .tooDeep(part: "xl/worksheets/sheet1.xml"))
        let pieces = (0..<250_000).map { "<r><t>\($0 &* 2_654_435_761 % 1_000_003)</t></r>" }.joined()
        refuses(SmallWorkbook(rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>\(pieces)</is></c></row>").bytes, .tooManyCells(limit: 200_000))
        refuses(SmallWorkbook(rows: "<row r=\"1\">\(inline("A1", "a"))\(inline("ZZZ1", "b"))</row>").bytes, .damaged(part: "xl/worksheets/sheet1.xml"))
        refuses(SmallWorkbook(rows: "<row r=\"1\">\(inline("A1", "a"))\(inline("XFD1", "b"))</row>").bytes, .tooManyCells(limit: 200))
        refuses(SmallWorkbook(rows: "<row r=\"2\"/><row r=\"1\"/>").bytes, .damaged(part: "xl/worksheets/sheet1.xml"))
        refuses(SmallWorkbook(rows: "<row r=\"99999999999999999999\"/>").bytes.map { $0 }, .damaged(part: "xl/worksheets/sheet1.xml"))
    }

    /// More rows than are taken, each with a number of its own so that no ratio gives it away.
    @Test func aMillionRows() {
        var generator = SeededGenerator(seed: 1)
        let rows = (1...110_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\(UInt32.random(in: 0 ... .max, using: &generator))</v></c></row>" }.joined()
        let start = worked
        #expect(fault(SmallWorkbook(rows: rows).bytes) == .tooManyRows(limit: 100_000))
        #expect(worked - start < 30)
        let same = String(repeating: "<row><c><v>1</v></c></row>", count: 1_000_000)
        refuses(SmallWorkbook(rows: same).bytes, .bomb(part: "xl/worksheets/sheet1.xml", limit: 100))
    }
}
