import Exchange
import Foundation
import Journal

/// An answer to one question as cells of a table, and from them the same answer again.
struct ResponseCells {
    let question: Question
    let roles: [Variable.Role]

    /// A cell for each role; empty where nothing was answered.
    func cells(_ response: Response?) -> [CSVCell] {
        guard let response else { return roles.map { _ in .empty } }
        if response == .notApplicable { return roles.map { _ in .text(Variable.Missing.notApplicable.rawValue) } }
        return roles.map { cell(of: response, $0) }
    }

    private func cell(of response: Response, _ role: Variable.Role) -> CSVCell {
        switch (response, role) {
        case (.chosen(let options, let other), .answer): options.first.map { .integer($0) } ?? (other == nil ? .empty : .integer(0))
        case (.chosen(let options, _), .option(let number)): .integer(options.contains(number) ? 1 : 0)
        case (.chosen(_, let other), .other): other.map(text) ?? .empty
        case (.step(let step), .answer): .integer(step)
        case (.ranked(let best), .option(let number)): best.firstIndex(of: number).map { .integer($0 + 1) } ?? .empty
        case (.points(let points), .option(let number)): points[safe: number - 1].map { .number($0) } ?? .empty
        case (.number(let number), .answer): .number(number)
        case (.range(let low, _, _), .low): .number(low)
        case (.range(_, let likely, _), .likely): .number(likely)
        case (.range(_, _, let high), .high): .number(high)
        case (.day(let day), .answer): .text("\(day)")
        case (.matrix(let cells), .row(let row)): cells[safe: row - 1].flatMap { $0 }.map { $0 == 0 ? .text(Variable.Missing.notApplicable.rawValue) : .integer($0) } ?? .empty
        case (.text(let prose), .answer), (.link(let prose), .answer): text(prose)
        default: .empty
        }
    }

    private func text(_ prose: Prose) -> CSVCell {
        guard let text = prose.text else { return .text(Variable.Missing.erased.rawValue) }
        return .text(text.hasPrefix(".") ? ".\(text)" : text)
    }

    enum Read: Equatable {
        case response(Response?)
        case withheld
    }

    /// `nil` for what cannot be an answer to this question.
    func response(_ cells: [String]) -> Read? {
        guard cells.count == roles.count else { return nil }
        if cells.contains(Variable.Missing.withheld.rawValue) { return cells.allSatisfy { $0 == Variable.Missing.withheld.rawValue } ? .withheld : nil }
        if cells.allSatisfy(\.isEmpty) { return .response(nil) }
        if question.kind != .matrix, cells.allSatisfy({ $0 == Variable.Missing.notApplicable.rawValue }) { return .response(.notApplicable) }
        return given(cells).map { .response($0) }
    }

    private func given(_ cells: [String]) -> Response? {
        let numbers = cells.map { Double($0) }
        switch question.kind {
        case .single: return single(cells)
        case .multiple:
            let flags = cells.prefix(question.optionCount)
            guard flags.allSatisfy({ $0 == "0" || $0 == "1" }) else { return nil }
            let other = question.allowsOther ? cells.last.flatMap { $0.isEmpty ? nil : prose($0) } : nil
            return .chosen(flags.indices.filter { flags[$0] == "1" }.map { $0 + 1 }, other: other)
        case .scale: return Int(cells[0]).flatMap { question.steps.contains($0) ? .step($0) : nil }
        case .ranking:
            let places = cells.enumerated().compactMap { option, cell in Int(cell).map { (place: $0, option: option + 1) } }.sorted { $0.place < $1.place }
            return places.count == cells.count(where: { !$0.isEmpty }) && places.map(\.place) == Array(1...max(1, places.count)) ? .ranked(places.map(\.option)) : nil
        case .points: return numbers.allSatisfy { $0?.isFinite == true } ? .points(numbers.compactMap { $0 }) : nil
        case .number: return numbers[0].flatMap { $0.isFinite ? .number($0) : nil }
        case .range:
            guard let low = numbers[0], let likely = numbers[1], let high = numbers[2], low <= likely, likely <= high, high.isFinite, low.isFinite else { return nil }
            return .range(low: low, likely: likely, high: high)
        case .date: return Day(cells[0]).map { .day($0) }
        case .matrix: return matrix(cells)
        case .text: return .text(prose(cells[0]))
        case .link: return .link(prose(cells[0]))
        }
    }

    private func single(_ cells: [String]) -> Response? {
        guard let number = Int(cells[0]), (0...question.optionCount).contains(number), number > 0 || cells.count > 1 else { return nil }
        return .chosen(number > 0 ? [number] : [], other: cells.count > 1 && !cells[1].isEmpty ? prose(cells[1]) : nil)
    }

    private func matrix(_ cells: [String]) -> Response? {
        var read: [Int?] = []
        for cell in cells {
            switch cell {
            case "": read.append(nil)
            case Variable.Missing.notApplicable.rawValue: read.append(0)
            default:
                guard let column = Int(cell), (1...max(1, question.optionCount)).contains(column) else { return nil }
                read.append(column)
            }
        }
        return .matrix(read)
    }

    private func prose(_ cell: String) -> Prose {
        if cell == Variable.Missing.erased.rawValue { return .erased }
        return Prose(cell.hasPrefix("..") ? String(cell.dropFirst()) : cell)
    }
}
