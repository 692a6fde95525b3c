import Exchange
import Journal
import Methods
import Organisation
import Pages

/// What is shown of a round, as a table for programs: a line for each category of each part.
enum ResultsFile {
    static let route = Route.file("assessments/rounds/{round}/results.csv", .everyone) { visit in
        let (id, _) = try visit.round(in: .closed, .published), figures = try visit.figures(id)
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: false, decimalMark: .point)
        writer.write(["part", "id", "name", "inside", "category", "category-title", "mean", "spread", "agreement", "answers"].map { .text($0) })
        for part in figures.parts {
            for category in figures.categories {
                guard let score = part.scores[category.id] else { continue }
                func number(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .text("") }
                writer.write([
                    .text(part.kind.rawValue), .text(part.id), .text(visit.plain(part.name)), .text(part.inside.map { figures.parts[$0].id } ?? ""), .text(category.id.text),
                    .text(visit.plain(category.title)), number(score.told.mean), number(score.told.spread), number(score.told.agreement), .number(Double(score.count)),
                ])
            }
        }
        return File(name: "assessment-\(id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
