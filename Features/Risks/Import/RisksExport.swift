import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The same table on its way out: the risks that a reader may see, each with its last rating.
struct RisksExport: Exporting {
    let name = "risks"
    let title = "risks.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { RiskColumn.allCases.map(\.described) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        let codes = RiskCells.codes(of: visit.plan, on: visit.times.day)
        for standing in visit.standings.sorted(by: { $0.id < $1.id }) {
            let cells = RisksExport.cells(standing, visit, codes)
            try take(RiskColumn.allCases.map { cells[$0] ?? CSVCell("") })
        }
    }

    private static func cells(_ standing: RiskStanding, _ visit: Visit, _ codes: [Reference: String]) -> [RiskColumn: CSVCell] {
        let language = visit.organisation.firstLanguage, risk = standing.risk, rating = standing.rating?.rating
        func text(_ content: Localized?) -> CSVCell { CSVCell(content?.plain(in: language)) }
        func day(_ day: Day?) -> CSVCell { CSVCell(day.map { "\($0)" }) }
        func step(_ number: Int?) -> CSVCell { CSVCell(number.map { "\($0)" }) }
        let answers = risk.answers.filter { visit.node($0) != nil }.compactMap { codes[$0] }
        return [
            .id: .text(standing.id.text), .title: text(risk.title), .cause: text(risk.cause), .event: text(risk.event), .effect: text(risk.effect), .category: CSVCell(risk.category?.text),
            .owner: CSVCell(risk.owner?.text), .review: day(risk.reviewOn), .treatment: CSVCell(risk.treatment?.rawValue), .treatmentText: text(risk.treatmentText),
            .treatmentDue: day(risk.treatmentDue), .controls: CSVCell(risk.controls.map { $0.what.line(in: language) }.joined(separator: "\n")), .source: text(risk.source?.text),
            .sourceLink: CSVCell(risk.source?.link.text), .sourceOn: day(risk.source?.on), .readers: CSVCell(risk.readers.rawValue), .answers: CSVCell(answers.joined(separator: "; ")),
            .inherentLikelihood: step(rating?.inherent.likelihood), .inherentImpact: step(rating?.inherent.impact), .residualLikelihood: step(rating?.residual.likelihood),
            .residualImpact: step(rating?.residual.impact), .targetLikelihood: step(rating?.target?.likelihood), .targetImpact: step(rating?.target?.impact),
            .ratedOn: day(standing.rating?.on), .ratedBecause: text(rating?.because),
        ]
    }
}
