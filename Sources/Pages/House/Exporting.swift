import Exchange
import Journal
import Organisation

/// A door for tables on their way out: the other side of the import of the same name.
///
/// What is taken along and brought in again changes nothing; brought into an empty organisation, it gives the same table.
package protocol Exporting: Sendable {
    /// As that of the import.
    var name: String { get }
    /// What people call it: a key among the feature's words; with `.holds` behind it, what is in it.
    var title: String { get }
    /// Whom it is offered to; what each of them finds in it is narrowed row by row.
    var audience: Audience { get }
    /// Of the import's columns those that this organisation needs, in the order of the file.
    func columns(for organisation: Organisation) -> [ImportColumn]
    /// Hands out, row by row and in the same order each time, what the reader may see of the day read.
    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws
    /// How many they are at least, as far as that is known without making them: a workbook that could not hold them is not begun.
    func fewestRows(for visit: Visit) -> Int
}

/// In which form a table is taken along; the raw value stands in addresses.
package enum TableForm: String, Sendable, CaseIterable {
    /// A workbook.
    case workbook = "xlsx"
    /// CSV for a spreadsheet in the reader's language: with byte order mark, and guarded against being run as formulas.
    case spreadsheet = "csv"
    /// CSV for programs: without mark, comma and point in every language, texts as they are.
    case data = "data.csv"
}

extension Exporting {
    package var audience: Audience { .everyone }
    package func fewestRows(for visit: Visit) -> Int { 0 }

    /// The whole table as a file; a large one is written to the disc row by row, beside what its rows are made from.
    ///
    /// - Throws: `WorkbookWriting` where a workbook cannot hold it; what goes wrong on the disc.
    package func file(_ form: TableForm, for visit: Visit) throws -> File {
        let name = "\(visit.organisation.id)-\(name)-\(visit.times.day)"
        switch form {
        case .workbook:
            return File(name: "\(name).xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .onDisc(try workbook(visit)))
        case .spreadsheet:
            let mark = visit.language.decimalMark
            let writer = CSVWriter(separator: mark == .comma ? .semicolon : .comma, formulaGuard: true, byteOrderMark: true, decimalMark: mark)
            return File(name: "\(name).csv", type: "text/csv; charset=utf-8", try text(visit, writer))
        case .data:
            let writer = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
            return File(name: "\(name)-data.csv", type: "text/csv; charset=utf-8", try text(visit, writer))
        }
    }

    private func text(_ visit: Visit, _ writer: CSVWriter) throws -> ScratchWriting.Content {
        var writer = writer, file = ScratchWriting()
        writer.write(columns(for: visit.organisation).map { .text($0.name) })
        try rows(for: visit) { cells in
            writer.write(cells)
            if writer.bytes.count > 64 << 10 { try file.write(writer.drained()) }
        }
        try file.write(writer.drained())
        return try file.finished()
    }

    private func workbook(_ visit: Visit) throws -> ScratchFile {
        guard fewestRows(for: visit) <= WorkbookLimits.standard.rows else { throw WorkbookWriting.tooManyRows(limit: WorkbookLimits.standard.rows) }
        let say = visit.say
        let columns = columns(for: visit.organisation).map { column in
            WorkbookColumn(
                name: column.name, help: say(column.help), example: column.example, isRequired: column.isRequired, choices: column.choices)
        }
        let words = WorkbookWords(
            sheet: say("pages.workbook.sheet"), column: say("pages.workbook.column"), isRequired: say("pages.workbook.required"),
            help: say("pages.workbook.help"), example: say("pages.workbook.example"), yes: say("pages.workbook.yes"))
        let writer = try WorkbookWriter(columns, template: WorkbookTemplate(kind: name, organisation: visit.organisation.id.text), words: words)
        try rows(for: visit) { try writer.write($0) }
        return try writer.finished()
    }
}
