import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The sheets of the indicators that a reader may see on their way out: a row for each target, in the order of the objectives.
struct IndicatorTableExport: Exporting {
    let name = "indicators"
    let title = "planning.export.indicators"

    func columns(for organisation: Organisation) -> [ImportColumn] { IndicatorTableImport().columns }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) rethrows {
        let cells = IndicatorCells(plan: visit.plan, names: TableNames(visit.register))
        for whole in visit.visiblePlans.reversed() {
            for (objective, _) in visit.plan.objectives(of: whole.id) {
                for (id, _) in visit.plan.indicators(of: objective) where visit.sees(id) {
                    for row in cells.rows(id) { try take(row) }
                }
            }
        }
    }
}

/// The sheet of an indicator as rows of its table.
struct IndicatorCells {
    let plan: Plan
    let names: TableNames

    /// One for each target, or one without; none where there is no such indicator.
    func rows(_ id: ID<Indicator>) -> [[CSVCell]] {
        guard let indicator = plan.indicators[id] else { return [] }
        return (indicator.targets.isEmpty ? [nil] : indicator.targets.map { $0 }).map { row(id, indicator, $0) }
    }

    private func row(_ id: ID<Indicator>, _ indicator: Indicator, _ target: Target?) -> [CSVCell] {
        let sheet = indicator.sheet, before = beforeTarget(id, indicator)
        let after: [CSVCell] = [
            number(indicator.tolerance), .number(indicator.weight), .integer(indicator.everyMonths), CSVCell(names.text(of: indicator.responsible)),
            text(sheet.definition), text(sheet.formula), text(sheet.dataSource), text(sheet.method), text(sheet.verification),
            text(sheet.limitations), CSVCell(sheet.sdg), .text(indicator.disclosure.rawValue.asWords),
        ]
        return before + aim(target) + [CSVCell(target?.by.description)] + after
    }

    private func beforeTarget(_ id: ID<Indicator>, _ indicator: Indicator) -> [CSVCell] {
        [
            .text(id.text), .text(indicator.objective.text), text(indicator.title), CSVCell(indicator.code), .text(indicator.level.rawValue.asWords),
            .text(indicator.kind.rawValue.asWords), text(indicator.unit), .text(indicator.direction.rawValue.asWords),
            .text(indicator.reporting.rawValue.asWords), .text(indicator.aggregation.rawValue.asWords), number(indicator.baseline?.value),
            CSVCell(indicator.baseline?.on.description),
        ]
    }

    /// In the four columns for a number, the two ends of a range, and a text.
    private func aim(_ target: Target?) -> [CSVCell] {
        switch target?.aim {
        case nil: [.empty, .empty, .empty, .empty]
        case .value(let value): [.number(value), .empty, .empty, .empty]
        case .range(let low, let high): [.empty, .number(low), .number(high), .empty]
        case .text(let prose): [.empty, .empty, .empty, CSVCell(prose.text)]
        case .toBeDetermined: [.text("tbd"), .empty, .empty, .empty]
        }
    }

    private func text(_ content: Localized) -> CSVCell { CSVCell(names.text(of: content)) }
    private func number(_ number: Double?) -> CSVCell { number.map { .number($0) } ?? .empty }
}
