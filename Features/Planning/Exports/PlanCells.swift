import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The things of a plan as rows of its table: in the columns in which they come in.
struct PlanCells {
    let plan: Plan
    let names: TableNames

    /// What stands in one row; the rest is blank.
    private struct Row {
        var title = ""
        var parent = ""
        var code = CSVCell.empty
        var description = ""
        var owner = ""
        var from: Day?
        var until: Day?
        var status = ""
        var areas: [ID<FocusArea>] = []
        var perspective = ""
        var due: Day?
    }

    /// `nil` where there is no such thing.
    func cells(_ kind: PlanTableMapping.Kind, _ id: String) -> [CSVCell]? {
        guard let row = row(kind, id) else { return nil }
        return [
            .text(kind.rawValue.asWords), .text(id), CSVCell(row.title), CSVCell(row.parent), row.code, CSVCell(row.description), CSVCell(row.owner),
            CSVCell(row.from?.description), CSVCell(row.until?.description), CSVCell(row.status),
            CSVCell(row.areas.map(\.text).joined(separator: "; ")), CSVCell(row.perspective), CSVCell(row.due?.description),
        ]
    }

    private func row(_ kind: PlanTableMapping.Kind, _ id: String) -> Row? {
        switch kind {
        case .unit: ID(id).flatMap { names.unit($0) }.map(unit)
        case .period: ID(id).flatMap { plan.periods[$0] }.map(period)
        case .plan: ID(id).flatMap { plan.plans[$0] }.map(whole)
        case .perspective: ID(id).flatMap { plan.perspectives[$0] }.map(perspective)
        case .focusArea: ID(id).flatMap { plan.focusAreas[$0] }.map(focusArea)
        case .objective: ID(id).flatMap { plan.objectives[$0] }.map(objective)
        case .action: ID(id).flatMap { plan.actions[$0] }.map(action)
        case .deliverable: ID(id).flatMap { plan.deliverables[$0] }.map(deliverable)
        case .link: ID(id).flatMap { plan.links[$0] }.map(link)
        }
    }

    private func text(_ content: Localized) -> String { names.text(of: content) }

    private func unit(_ unit: Unit) -> Row {
        var parent = ""
        if case .unit(let superior)? = unit.answersTo { parent = superior.text }
        return Row(title: text(unit.name), parent: parent, description: text(unit.answersFor), status: unit.kind.rawValue.asWords)
    }

    private func period(_ period: ReportingPeriod) -> Row {
        Row(title: text(period.name), from: period.from, until: period.until, due: period.due)
    }

    private func whole(_ plan: StrategicPlan) -> Row {
        Row(title: text(plan.title), description: text(plan.vision), from: plan.from, until: plan.until, status: plan.status.rawValue.asWords)
    }

    private func perspective(_ perspective: Perspective) -> Row {
        Row(title: text(perspective.name), parent: perspective.plan.text, code: .integer(perspective.level), status: perspective.kind.rawValue.asWords)
    }

    private func focusArea(_ area: FocusArea) -> Row {
        Row(title: text(area.title), parent: area.plan.text, code: CSVCell(area.code), description: text(area.description))
    }

    private func objective(_ objective: Objective) -> Row {
        Row(
            title: text(objective.title), parent: objective.parent?.text ?? "", code: CSVCell(objective.code), description: text(objective.description),
            owner: names.text(of: objective.owner), areas: objective.focusAreas, perspective: objective.perspective.text)
    }

    private func action(_ action: Action) -> Row {
        Row(
            title: text(action.title), parent: action.objective.text, code: CSVCell(action.code), description: text(action.description),
            owner: names.text(of: action.owner), from: action.from, until: action.until, status: action.status.rawValue.asWords,
            areas: action.focusAreas, perspective: action.function?.text ?? "")
    }

    private func deliverable(_ deliverable: Deliverable) -> Row {
        Row(
            title: text(deliverable.title), parent: deliverable.action.text, description: deliverable.evidence, from: deliverable.deliveredOn,
            until: deliverable.due)
    }

    private func link(_ link: CauseLink) -> Row {
        Row(parent: link.from.text, code: .text(link.to.text), description: text(link.assumption))
    }
}
