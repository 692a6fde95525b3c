import Exchange
import Journal
import Organisation
import Pages

/// A sheet that comes back: its rows by their keys, and what is to be said of it before an answer is read.
struct SheetTable {
    struct Row {
        /// As a spreadsheet calls it: `F14`.
        let cell: String
        let answer: String
        /// What stood there when it was taken along; `nil` where that is not known.
        let before: String?
    }

    /// A remark about the file, as a key of words with its arguments.
    typealias Remark = (key: String, arguments: [String: String])

    private(set) var rows: [String: Row] = [:]
    /// Of those that stand twice with different answers: the second.
    private(set) var doubled: [String: Row] = [:]
    private(set) var remarks: [Remark] = []
    let isWorkbook: Bool
    let mark: DecimalMark

    /// How many rows are named of which nothing was read.
    private static let mostRemarks = 50
    static let limits = CSVLimits(bytes: 5 << 20, columns: 60, rows: 20_000, cellBytes: 64 << 10)

    /// - Throws: for what is no such sheet, or one of another survey or Member.
    init(_ bytes: [UInt8], for place: AnswerPlace, language: Language) throws(Refusal) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: Self.limits, kind: SheetColumn.template) } catch {
            throw Refusal(error.key, error.arguments.mapValues(\.asTyped), field: "file")
        }
        let keys = try SheetTable.column(.key, in: table, language), answers = try SheetTable.column(.answer, in: table, language)
        let before = SheetColumn.before.column(in: table)
        isWorkbook = table.isWorkbook
        let separator = table.assumed.separator
        mark = !table.isWorkbook && (separator == .tab || separator == .bar) ? language.decimalMark : table.decimalMark(in: [answers] + (before.map { [$0] } ?? []))
        if before == nil { remarks.append(("survey.sheet.no-before", ["column": SheetColumn.before.title(in: language)])) }
        try read(table, keys, answers, before, place)
    }

    private static func column(_ column: SheetColumn, in table: CSVTable, _ language: Language) throws(Refusal) -> String {
        guard let found = column.column(in: table) else { throw Refusal("survey.sheet.no-column", ["column": column.title(in: language)], field: "file") }
        return found
    }

    private mutating func read(_ table: CSVTable, _ keys: String, _ answers: String, _ before: String?, _ place: AnswerPlace) throws(Refusal) {
        let known = Set(SheetLine.all(of: place.questionnaire).map(\.key)), numbers = SheetRows(table)
        let letters = CellName.of(column: table.header.firstIndex(of: answers) ?? 0, row: 1).dropLast()
        var isNamed = false, broken: [Remark] = []
        for row in table.rows {
            let key = (row[keys] ?? "").fromCell.lowercased(), answer = (row[answers] ?? "").fromCell
            if key.hasPrefix(SheetColumn.mark) {
                guard key == SheetColumn.mark(of: place) else { throw Refusal("survey.sheet.of-another", field: "file") }
                isNamed = true
                continue
            }
            let found = Row(cell: "\(letters)\(numbers.number(of: row.line))", answer: answer, before: before.map { (row[$0] ?? "").fromCell })
            guard known.contains(key) else {
                // A row that somebody wrote between two others says nothing to us, and must not be lost.
                if !answer.isEmpty { broken.append(("survey.sheet.unknown-row", ["cell": found.cell, "text": String(answer.prefix(80))])) }
                continue
            }
            if let first = rows[key] {
                if first.answer != answer { doubled[key] = found }
                continue
            }
            rows[key] = found
        }
        for problem in table.problems where problem.what != .blankLine { broken.append(("survey.sheet.broken-row", ["line": "\(numbers.number(of: problem.line))"])) }
        remarks += broken.prefix(Self.mostRemarks)
        if broken.count > Self.mostRemarks { remarks.append(("survey.sheet.more-remarks", ["count": "\(broken.count - Self.mostRemarks)"])) }
        let missing = known.subtracting(rows.keys).count
        if rows.isEmpty, !isNamed { throw Refusal("survey.sheet.no-row", field: "file") }
        if missing > 0 { remarks.append(("survey.sheet.missing-rows", ["count": "\(missing)"])) }
        if !isNamed { remarks.append(("survey.sheet.unnamed", [:])) }
    }
}

/// The rows of a file as a spreadsheet numbers them: a cell of several lines is one row there.
private struct SheetRows {
    private let numbers: [Int: Int]

    init(_ table: CSVTable) {
        guard !table.isWorkbook else {
            numbers = [:]
            return
        }
        let left = table.problems.filter { $0.what != .textAfterQuote }.map(\.line), lines = Set(table.rows.map(\.line) + left).sorted()
        numbers = Dictionary(lines.enumerated().map { ($0.element, $0.offset + 2) }) { first, _ in first }
    }

    func number(of line: Int) -> Int { numbers[line] ?? line }
}

/// The columns of the sheet. They are called in the language of whoever takes it along, and known again in each.
enum SheetColumn: String, CaseIterable {
    case section, number, question, part, how, answer, before, key

    /// What a workbook says of itself.
    static let template = "survey-answer"
    /// With which the row begins that says whose sheet it is.
    static let mark = "sheet "

    static func mark(of place: AnswerPlace) -> String { "\(mark)\(place.surveyID) \(place.memberID)" }

    func title(in language: Language) -> String { SurveyWords.content("survey.sheet.column.\(rawValue)").plain(in: language) }

    /// As the table calls it.
    func column(in table: CSVTable) -> String? {
        let names = Set(Language.allCases.map { NameKey(title(in: $0)) })
        return table.header.first { names.contains(NameKey($0)) }
    }
}
