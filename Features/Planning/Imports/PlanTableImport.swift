import Exchange
import Journal
import Organisation
import Pages

/// The plan as a table: units, periods, perspectives, objectives, focus areas, actions, deliverables and links, one a row, found again by their identifier.
struct PlanTableImport: Importing {
    let name = "plan"
    let title = "planning.import.plan"
    let columns: [ImportColumn] = [
        ImportColumn("kind", required: true, help: "planning.column.kind", example: "objective", choices: PlanTableMapping.Kind.allCases.map(\.rawValue.asWords)),
        ImportColumn("id", required: true, help: "planning.column.id", example: "so1"),
        ImportColumn("title", required: true, help: "planning.column.title", example: "Trade facilitation"),
        ImportColumn("parent", help: "planning.column.parent", example: "sg"),
        ImportColumn("code", help: "planning.column.code", example: "SO1"),
        ImportColumn("description", help: "planning.column.description", example: "Goods cross borders in less time and at less cost."),
        ImportColumn("owner", help: "planning.column.owner", example: "Compliance and Facilitation"),
        ImportColumn("from", help: "planning.column.from", example: "2026-07-01"),
        ImportColumn("until", help: "planning.column.until", example: "2027-06-30"),
        ImportColumn("status", help: "planning.column.status", example: "in-progress"),
        ImportColumn("focus_areas", help: "planning.column.focus-areas", example: "FA1; FA2"),
        ImportColumn("perspective", help: "planning.column.perspective", example: "Members"),
        ImportColumn("due", help: "planning.column.due", example: ""),
    ]

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        var mapping = PlanTableMapping(organisation, today: today)
        mapping.map(file.rows)
        return file.finished(mapping.report.finished(against: organisation[Plan.self], mapping.names))
    }
}

extension PlanTableImport {
    /// The columns that rows of some kinds have nothing to say in.
    static let columnsOfSome = ["parent", "code", "description", "owner", "from", "until", "status", "focus_areas", "perspective", "due"]
}

extension PlanTableMapping.Kind {
    /// Those of them in which its rows say something.
    var columns: Set<String> {
        switch self {
        case .unit: ["parent", "description", "status"]
        case .period: ["from", "until", "due"]
        case .plan: ["description", "from", "until", "status"]
        case .perspective: ["code", "status"]
        case .focusArea: ["code", "description"]
        case .objective: ["parent", "code", "description", "owner", "focus_areas", "perspective"]
        case .action: ["parent", "code", "description", "owner", "from", "until", "status", "focus_areas", "perspective"]
        case .deliverable: ["parent", "description", "from", "until"]
        case .link: ["parent", "code", "description"]
        }
    }
}
