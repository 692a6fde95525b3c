import Exchange
import Journal
import Organisation
import Pages

/// One thing to fill in: a row of the sheet, and a field of the form in the browser.
struct SheetLine: Equatable {
    enum Manner: Equatable {
        case choice, tick, place, number, day, text
    }

    let question: ID<Question>
    /// Its place in the questionnaire, from 1.
    let number: Int
    /// The field of the form that it fills.
    let field: String
    /// What it sends there where it is ticked; `nil` for what is written.
    let sends: String?
    let manner: Manner
    /// Which option, row or end of a range it is about.
    let part: Part

    enum Part: Equatable {
        case whole, option(Int), row(Int), low, likely, high, other, notApplicable
    }

    /// By which it is found again: nothing that a spreadsheet takes for a day or a number.
    var key: String {
        switch (sends, part) {
        case (_?, .option(let option)): "\(field)-\(option)"
        case (_?, .notApplicable) where !field.hasSuffix("-na"): "\(field)-na"
        default: field
        }
    }
}

extension SheetLine {
    /// All lines of a questionnaire, in its order.
    static func all(of questionnaire: Questionnaire) -> [SheetLine] {
        questionnaire.questions.enumerated().flatMap { place, item in lines(of: item.question, item.id, number: place + 1) }
    }

    static func lines(of question: Question, _ id: ID<Question>, number: Int) -> [SheetLine] {
        let names = QuestionField(id: id)
        func line(_ field: String, _ manner: Manner, _ part: Part, sends: String? = nil) -> SheetLine {
            SheetLine(question: id, number: number, field: field, sends: sends, manner: manner, part: part)
        }
        let options = question.optionCount > 0 ? Array(1...question.optionCount) : [], rows = question.rowCount > 0 ? Array(1...question.rowCount) : []
        let other = question.allowsOther ? [line(names.other, .text, .other)] : []
        let notApplicable = question.allowsNotApplicable ? [line("\(names.own)-na", .tick, .notApplicable, sends: "yes")] : []
        switch question.kind {
        case .single: return [line(names.own, .choice, .whole)] + other
        case .multiple:
            let none = question.allowsNotApplicable ? [line(names.own, .tick, .notApplicable, sends: QuestionField.notApplicable)] : []
            return options.map { line(names.own, .tick, .option($0), sends: "\($0)") } + other + none
        case .scale: return [line(names.own, .choice, .whole)]
        case .ranking: return options.map { line(names.part($0), .place, .option($0)) } + notApplicable
        case .points: return options.map { line(names.part($0), .number, .option($0)) } + notApplicable
        case .number: return [line(names.own, .number, .whole)] + notApplicable
        case .range: return [line(names.low, .number, .low), line(names.likely, .number, .likely), line(names.high, .number, .high)] + notApplicable
        case .date: return [line(names.own, .day, .whole)] + notApplicable
        case .matrix: return rows.map { line(names.part($0), .choice, .row($0)) }
        case .text, .link: return [line(names.own, .text, .whole)] + notApplicable
        }
    }

    /// What stands in its field for an answer, as the form would send it; empty for nothing.
    func value(of response: Response?) -> String {
        switch response {
        case nil: return ""
        case .notApplicable:
            switch manner {
            case .choice: return QuestionField.notApplicable
            case .tick: return part == .notApplicable ? sends ?? "" : ""
            default: return ""
            }
        case .chosen(let chosen, let other)?:
            switch part {
            case .whole: return chosen.first.map(String.init) ?? (other == nil ? "" : "other")
            case .option(let option): return chosen.contains(option) ? sends ?? "" : ""
            case .other: return other?.text ?? ""
            default: return ""
            }
        case .ranked(let best)?:
            guard case .option(let option) = part else { return "" }
            return best.firstIndex(of: option).map { "\($0 + 1)" } ?? ""
        case .points(let points)?:
            guard case .option(let option) = part, points.indices.contains(option - 1) else { return "" }
            return plainDigits(points[option - 1], .point)
        case .matrix(let cells)?:
            guard case .row(let row) = part, cells.indices.contains(row - 1), let cell = cells[row - 1] else { return "" }
            return cell == 0 ? QuestionField.notApplicable : "\(cell)"
        case .range(let low, let likely, let high)?:
            switch part {
            case .low: return plainDigits(low, .point)
            case .likely: return plainDigits(likely, .point)
            case .high: return plainDigits(high, .point)
            default: return ""
            }
        case .step(let step)?: return part == .whole ? "\(step)" : ""
        case .number(let number)?: return part == .whole ? plainDigits(number, .point) : ""
        case .day(let day)?: return part == .whole ? "\(day)" : ""
        case .text(let prose)?, .link(let prose)?: return part == .whole ? prose.text ?? "" : ""
        }
    }
}
