import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a file would make of the plan, as rows of its tables before and after.
struct PlanChanges {
    private let before: Plan
    private let after: Plan
    private let names: TableNames

    /// - Parameter events: those that the file brings, in their order.
    init(_ events: [Plan.Event], to plan: Plan, _ names: TableNames) {
        before = plan
        var after = plan
        for event in events { after.apply(event, Stamp(by: .system, at: Moment(milliseconds: 0), position: 0)) }
        self.after = after
        self.names = names
    }

    /// The first of them.
    func shown(_ events: [Plan.Event]) -> [ImportChange] { Array(events.lazy.compactMap { change($0) }.prefix(ImportChange.shown)) }

    private func change(_ event: Plan.Event) -> ImportChange? {
        switch event {
        case .planDescribed(let id, _): change(.plan, id.text)
        case .perspectiveDescribed(let id, _): change(.perspective, id.text)
        case .objectiveDescribed(let id, _): change(.objective, id.text)
        case .focusAreaDescribed(let id, _): change(.focusArea, id.text)
        case .linkDrawn(let id, _): change(.link, id.text)
        case .actionDescribed(let id, _): change(.action, id.text)
        case .deliverableDescribed(let id, _): change(.deliverable, id.text)
        case .periodDescribed(let id, _): change(.period, id.text)
        case .indicatorDescribed(let id, _): change(id)
        case .perspectiveWithdrawn, .objectiveWithdrawn, .focusAreaWithdrawn, .linkWithdrawn, .actionWithdrawn, .deliverableWithdrawn,
            .indicatorWithdrawn:
            nil
        }
    }

    private func change(_ kind: PlanTableMapping.Kind, _ id: String) -> ImportChange? {
        guard let row = PlanCells(plan: after, names: names).cells(kind, id) else { return nil }
        return ImportChange(
            "\(kind.rawValue.asWords) \(id)", columns: PlanTableImport().columns.map(\.name), before: PlanCells(plan: before, names: names).cells(kind, id),
            after: row)
    }

    /// Several targets stand in one cell, one after the other.
    private func change(_ id: ID<Indicator>) -> ImportChange? {
        let old = IndicatorCells(plan: before, names: names).rows(id), new = IndicatorCells(plan: after, names: names).rows(id)
        return ImportChange(
            "indicator \(id)", columns: IndicatorTableImport().columns.map(\.name), before: old.isEmpty ? nil : together(old), after: together(new))
    }

    private func together(_ rows: [[CSVCell]]) -> [CSVCell] {
        guard let first = rows.first else { return [] }
        return first.indices.map { column in
            let texts = rows.map { $0[column].plain }
            return Set(texts).count == 1 ? first[column] : CSVCell(texts.joined(separator: "; "))
        }
    }
}
