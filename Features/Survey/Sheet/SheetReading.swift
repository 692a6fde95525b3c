import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a sheet would change in a draft, question by question: three states are held against each other, what stood when it was taken along, what stands in
/// it, and what stands in the draft now. What was not touched away from here never replaces what a colleague has saved since.
struct SheetReading {
    /// A cell that is wrong.
    struct Fault {
        let number: Int
        let question: ID<Question>
        let cell: String
        let typed: String
        let refusal: Refusal
    }

    /// A question that was answered differently here and there.
    struct Conflict {
        let number: Int
        let question: ID<Question>
        let cells: [(cell: String, typed: String)]
    }

    private(set) var given: [Given] = []
    private(set) var faults: [Fault] = []
    private(set) var conflicts: [Conflict] = []
    let remarks: [SheetTable.Remark]
    /// Cells from which each question was changed.
    private(set) var cells: [ID<Question>: [String]] = [:]
    private let table: SheetTable
    private let draft: TreeDictionary<ID<Question>, Response>
    private let language: Language
    private let isMineFirst: Bool

    /// - Parameter isMineFirst: whether the sheet holds where a colleague has meanwhile answered differently.
    init(_ table: SheetTable, for place: AnswerPlace, language: Language, isMineFirst: Bool) {
        self.table = table
        self.language = language
        self.isMineFirst = isMineFirst
        draft = place.draft
        remarks = table.remarks
        for (order, item) in place.questionnaire.questions.enumerated() { take(item.question, item.id, number: order + 1) }
    }

    /// What is not taken over, by its cell and the number of its question.
    var left: [(cell: String, number: Int)] {
        (faults.map { ($0.cell, $0.number) } + conflicts.flatMap { conflict in conflict.cells.map { ($0.cell, conflict.number) } }).sorted { $0.1 < $1.1 }
    }

    private mutating func take(_ question: Question, _ id: ID<Question>, number: Int) {
        let present = draft[id]
        var fields: [String: [String]] = [:], changed: [(line: SheetLine, row: SheetTable.Row)] = [], clashing: [(String, String)] = [], own: [Fault] = []
        for line in SheetLine.lines(of: question, id, number: number) {
            let now = line.value(of: present)
            var value = now
            // Whatever a spreadsheet makes of a value, it makes the same of both: then nobody has touched it.
            if let row = table.rows[line.key], row.answer != row.before {
                let cell = SheetCell(line, question, isWorkbook: table.isWorkbook, mark: table.mark, language: language)
                switch merged(row, cell, now: now) {
                case .kept: break
                case .changed(let new): (value, changed) = (new, changed + [(line, row)])
                case .clash(let new):
                    clashing.append((row.cell, row.answer))
                    (value, changed) = (new, changed + [(line, row)])
                case .wrong(let refusal): own.append(Fault(number: number, question: id, cell: row.cell, typed: row.answer, refusal: refusal))
                }
            }
            if let second = table.doubled[line.key] {
                own.append(Fault(number: number, question: id, cell: second.cell, typed: second.answer, refusal: Refusal("survey.sheet.doubled", ["cell": table.rows[line.key]?.cell ?? ""])))
            }
            if !value.isEmpty { fields[line.field, default: []].append(value) }
        }
        if !own.isEmpty { return faults += own }
        guard let first = changed.first else { return }
        if !clashing.isEmpty, !isMineFirst { return conflicts.append(Conflict(number: number, question: id, cells: clashing)) }
        // The reading is that of the form; English, because values stand as its numbers are written.
        let reading = ResponseReading(entered: Entered(fields.flatMap { field in field.value.map { (field.key, $0) } }, language: .en), id: id, question: question)
        do throws(Refusal) {
            let response = try reading.response()
            try requireAll(of: changed, in: response)
            if response == present { return }
            given.append(Given(question: id, response: response))
            cells[id] = changed.map(\.row.cell)
        } catch {
            let at = changed.last { $0.line.field == error.field } ?? first
            faults.append(Fault(number: number, question: id, cell: at.row.cell, typed: at.row.answer, refusal: error))
        }
    }

    /// What was typed and an answer does not hold: beside “not applicable”, or beside an option that was left chosen.
    private func requireAll(of changed: [(line: SheetLine, row: SheetTable.Row)], in response: Response?) throws(Refusal) {
        for (line, row) in changed where !row.answer.isEmpty && line.value(of: response).isEmpty && line.manner != .tick {
            if response == .notApplicable { throw Refusal("survey.refusal.not-applicable-and-more", field: line.field) }
            if line.part == .other { throw Refusal("survey.refusal.other-not-chosen", field: line.field) }
        }
    }

    private enum Merged {
        case kept
        case changed(String), clash(String)
        case wrong(Refusal)
    }

    private func merged(_ row: SheetTable.Row, _ cell: SheetCell, now: String) -> Merged {
        guard case .read(let mine) = cell.value(of: row.answer) else {
            if case .unread(let refusal) = cell.value(of: row.answer) { return .wrong(refusal) }
            return .kept
        }
        if mine == now { return .kept }
        guard let before = row.before else { return mine.isEmpty ? .kept : now.isEmpty ? .changed(mine) : .clash(mine) }
        let base = cell.value(of: before)
        if base == .read(mine) { return .kept }
        return base == .read(now) ? .changed(mine) : .clash(mine)
    }
}
