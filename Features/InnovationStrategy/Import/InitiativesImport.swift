import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Initiatives of drafts from a table. What was adopted is left as it is; a strategy that is not there yet is begun.
struct InitiativesImport: Importing {
    let name = "initiatives"
    let title = "innovationstrategy.import"
    let columns = InitiativeColumn.allCases.map(\.described)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, numbers: [InitiativeColumn.amount, .exploreInstead, .share].map(\.rawValue), into: organisation)
        var reading = InitiativeRows(organisation, today: today)
        for row in file.rows { reading.take(row) }
        reading.finish()
        return file.finished(reading.result)
    }
}

/// The same table on its way out: the initiatives of every version that a reader may see.
struct InitiativesExport: Exporting {
    let name = "initiatives"
    let title = "innovationstrategy.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { InitiativeColumn.allCases.map(\.described) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        for strategy in visit.innovation.strategiesInOrder.filter({ visit.sees($0.id) }).sorted(by: { $0.id < $1.id }) {
            for listed in visit.innovation.initiatives(of: strategy.id) {
                let own = InitiativesExport.cells(listed.id, listed.initiative, visit)
                let positions: [MapPosition?] = listed.initiative.positions.isEmpty ? [nil] : listed.initiative.positions
                for position in positions {
                    let all = own.merging(position.map { InitiativesExport.cells($0, visit) } ?? [:]) { first, _ in first }
                    try take(InitiativeColumn.allCases.map { all[$0] ?? .text("") })
                }
            }
        }
    }

    private static func cells(_ id: ID<Initiative>, _ initiative: Initiative, _ visit: Visit) -> [InitiativeColumn: CSVCell] {
        let language = visit.organisation.firstLanguage
        func text(_ content: Localized) -> CSVCell { CSVCell(content.plain(in: language)) }
        func number(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .text("") }
        func newness(_ isNew: Bool?) -> CSVCell { .text(isNew.map { $0 ? Newness.new.rawValue : Newness.existing.rawValue } ?? "") }
        var cells: [InitiativeColumn: CSVCell] = [
            .strategy: .text(initiative.strategy.text), .strategyTitle: text(visit.innovation.title(of: initiative.strategy)), .id: .text(id.text), .title: text(initiative.title),
            .text: text(initiative.text), .type: .text(initiative.type.rawValue.asWords),
            .amount: number(initiative.amount), .thing: .text(initiative.thing.flatMap { visit.node($0) != nil ? $0.description : nil } ?? ""),
            .enablers: .text(initiative.enablers.map(\.text).joined(separator: "; ")), .exploreInstead: number(initiative.exploreInstead?.inPercent), .exploreBecause: text(initiative.exploreBecause),
            .competences: newness(initiative.needsNewCompetences), .model: newness(initiative.needsNewModel),
        ]
        for question in ExploreQuestion.allCases { cells[.question(question)] = .text(initiative.explore[question].map { $0 ? YesNo.yes.rawValue : YesNo.no.rawValue } ?? "") }
        return cells
    }

    private static func cells(_ position: MapPosition, _ visit: Visit) -> [InitiativeColumn: CSVCell] {
        var cells: [InitiativeColumn: CSVCell] = [.part: CSVCell(position.part.plain(in: visit.organisation.firstLanguage)), .share: .number(position.share.inPercent)]
        for time in MapTime.allCases {
            for axis in MapAxis.allCases { cells[.step(axis, time)] = position[time][axis].map { .number(Double($0)) } ?? .text("") }
        }
        return cells
    }
}
