import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The questionnaire as a sheet to be filled in away from here, with what stands in the draft.
struct SheetFile {
    let visit: Visit
    let place: AnswerPlace

    static func routes(at desk: Desk) -> [Route] {
        let path = desk == .member ? "surveys/{survey}/answers/{member}" : "surveys/{survey}/paper/{member}"
        let access: Access = desk == .member ? .roles(Role.ofAdministrations) : .planners
        return [
            .file("\(path)/sheet.xlsx", access) { visit in try SheetFile(visit: visit, place: AnswerPlace(visit, at: desk)).workbook },
            .file("\(path)/sheet.csv", access) { visit in try SheetFile(visit: visit, place: AnswerPlace(visit, at: desk)).text },
        ]
    }

    private var say: Say { visit.say }
    private var name: String { "\(visit.organisation.id)-\(visit.plain(place.survey.title))-\(visit.plain(place.member.name))" }

    private var workbook: File {
        get throws {
            let widths: [SheetColumn: Int] = [.section: 18, .number: 6, .question: 44, .part: 28, .how: 44, .answer: 44, .before: 16, .key: 16]
            let columns = SheetColumn.allCases.map { column in
                var described = WorkbookColumn(
                    name: column.title(in: visit.language), help: say("survey.sheet.column.\(column.rawValue)-help"), example: "", isRequired: column == .answer, choices: [])
                described.width = widths[column]
                return described
            }
            let words = WorkbookWords(
                sheet: say("pages.workbook.sheet"), column: say("pages.workbook.column"), isRequired: say("pages.workbook.required"), help: say("pages.workbook.help"),
                example: say("pages.workbook.example"), yes: say("pages.workbook.yes"))
            let writer = try WorkbookWriter(columns, template: WorkbookTemplate(kind: SheetColumn.template, organisation: visit.organisation.id.text), words: words)
            if visit.language.isRightToLeft { writer.readFromRightToLeft() }
            for row in rows {
                let looks: [WorkbookLook] = [.wrapped, .plain, .wrapped, .wrapped, .wrapped, row.look, .faint, .faint]
                try writer.write(row.cells, looks: looks, choices: row.choices.isEmpty ? [:] : [5: row.choices])
            }
            return File(name: "\(name).xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .onDisc(try writer.finished()))
        }
    }

    private var text: File {
        let mark = visit.language.decimalMark
        var writer = CSVWriter(separator: mark == .comma ? .semicolon : .comma, formulaGuard: true, byteOrderMark: true, decimalMark: mark)
        writer.write(SheetColumn.allCases.map { .text($0.title(in: visit.language)) })
        for row in rows { writer.write(row.cells) }
        return File(name: "\(name).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }

    private struct Row {
        let cells: [CSVCell]
        var look = WorkbookLook.plain
        var choices: [String] = []
    }

    /// Something to read before what follows.
    private func introduction(_ content: Localized, of section: String = "") -> [Row] {
        content.isEmpty ? [] : [Row(cells: [CSVCell(section), .empty, CSVCell(visit.plain(content)), .empty, .empty, .empty, .empty, .empty])]
    }

    /// First whose sheet it is; then a row for each thing to fill in, after what is said before a section.
    private var rows: [Row] {
        let title = [
            "", "", visit.plain(place.survey.title), visit.plain(place.member.name),
            say("survey.sheet.how", ["answer": SheetColumn.answer.title(in: visit.language)]), "", "", SheetColumn.mark(of: place),
        ]
        var rows = [Row(cells: title.map { CSVCell($0) })] + introduction(place.survey.introduction), number = 0
        for part in place.questionnaire.parts {
            rows += introduction(part.section.introduction, of: visit.plain(part.section.title))
            for (id, question) in part.questions {
                number += 1
                let fields = QuestionFields(
                    visit: visit, id: id, question: question, number: number, response: place.draft[id], condition: visit.onlyIf(question, in: place.questionnaire))
                let lines = SheetLine.lines(of: question, id, number: number)
                for (order, line) in lines.enumerated() {
                    let text = SheetText(line: line, fields: fields), standing = text.answer(line.value(of: place.draft[id]))
                    rows.append(
                        Row(
                            cells: [
                                CSVCell(visit.plain(part.section.title)), .integer(number), CSVCell(visit.plain(question.text)), CSVCell(text.part),
                                CSVCell([order == 0 ? fields.help : "", text.manner].filter { !$0.isEmpty }.joined(separator: " ")), standing, standing, .text(line.key),
                            ], look: text.look, choices: text.choices.map(\.label)))
                }
            }
        }
        return rows
    }
}

/// One line of the sheet in the reader's language.
private struct SheetText {
    let line: SheetLine
    let fields: QuestionFields

    private var say: Say { fields.say }

    var part: String {
        switch line.part {
        case .whole: fields.visit.plain(fields.question.unit)
        case .option(let option): fields.options[option - 1].text
        case .row(let row): fields.rows[row - 1].text
        case .low: withUnit("survey.range.low")
        case .likely: withUnit("survey.range.likely")
        case .high: withUnit("survey.range.high")
        case .other: say("survey.sheet.other")
        case .notApplicable: say("survey.not-applicable")
        }
    }

    private func withUnit(_ key: String) -> String {
        let unit = fields.visit.plain(fields.question.unit)
        return unit.isEmpty ? say(key) : "\(say(key)) (\(unit))"
    }

    /// What a cell can be chosen from, as it is offered.
    var choices: [Choice] {
        switch line.manner {
        case .choice: (fields.question.kind == .scale ? fields.stepChoices : fields.optionChoices) + fields.alternatives
        case .tick: [Choice(line.sends ?? "", "x")]
        case .place: (1...places).map { Choice("\($0)", "\($0)") }
        case .number, .day, .text: []
        }
    }

    private var places: Int { max(1, min(fields.question.most ?? fields.question.optionCount, fields.question.optionCount)) }

    var manner: String {
        switch line.manner {
        case .choice: say("survey.sheet.manner.choice", ["choices": choices.map(\.label).joined(separator: " · ")])
        case .tick: say("survey.sheet.manner.tick")
        case .place: say("survey.sheet.manner.place", ["most": say.number(places)])
        case .number: say("survey.sheet.manner.number")
        case .day: say("survey.sheet.manner.day")
        case .text: fields.question.kind == .link && line.part == .whole ? say("survey.link-help") : say("survey.sheet.manner.text")
        }
    }

    var look: WorkbookLook {
        switch line.manner {
        case .choice, .tick, .text: .textEntry
        case .place, .number: .entry
        case .day: .dayEntry
        }
    }

    /// A value as it stands in its cell.
    func answer(_ value: String) -> CSVCell {
        if value.isEmpty { return .empty }
        switch line.manner {
        case .choice: return .text(choices.first { $0.value == value }?.label ?? value)
        case .tick: return .text("x")
        case .place: return Int(value).map { .integer($0) } ?? .text(value)
        case .number: return Double(value).map { .number($0) } ?? .text(value)
        case .day, .text: return .text(value)
        }
    }
}
