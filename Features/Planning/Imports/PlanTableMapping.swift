import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A table of the plan on its way into an organisation. What stands already and what the file brings are one plan here, so that rows can
/// refer to one another in any order.
struct PlanTableMapping {
    enum Kind: String, CaseIterable { case unit, period, plan, perspective, focusArea, objective, action, deliverable, link }

    struct Entry {
        let row: CSVTable.Row
        let kind: Kind
        let id: String
        /// The plan to which the row belongs: the one described last above it, or else the one that runs.
        let plan: ID<StrategicPlan>?
        /// Where it stands among the rows of the file.
        let number: Int

        var line: Int { row.line }
    }

    let today: Day
    var names: TableNames
    /// As it stood before the file.
    let standing: Plan
    /// As it will stand: changed row by row.
    var plan: Plan
    var report = ImportReport()
    var codes: CodeClaims
    /// What has parts, or had some.
    var wholes: Set<ID<Objective>>
    /// The last place among the objectives of each plan, before the file.
    let lastOrders: [ID<StrategicPlan>: Int]
    private var claims: Claims
    private var entries: [Entry] = []

    init(_ organisation: Organisation, today: Day) {
        self.today = today
        plan = organisation[Plan.self]
        standing = organisation[Plan.self]
        names = TableNames(organisation[Register.self])
        claims = Claims(plan)
        codes = CodeClaims(plan)
        wholes = Set(standing.objectives.values.compactMap(\.parent))
        lastOrders = PlanTableMapping.lastOrders(standing)
    }

    private static func lastOrders(_ plan: Plan) -> [ID<StrategicPlan>: Int] {
        plan.objectives.values.reduce(into: [:]) { last, objective in
            guard let whole = plan.perspectives[objective.perspective]?.plan else { return }
            last[whole] = max(last[whole] ?? objective.order, objective.order)
        }
    }

    mutating func map(_ rows: [CSVTable.Row]) {
        gather(rows)
        for kind in Kind.allCases where kind != .objective {
            // Objectives before what is done for them, each after those of which they are a part.
            if kind == .action { mapObjectives() }
            for entry in entries where entry.kind == kind { attempt(entry) }
        }
    }

    /// The kind, identifier and plan of every row.
    private mutating func gather(_ rows: [CSVTable.Row]) {
        var current = plan.plan(runningOn: today), seen: Set<String> = []
        for row in rows {
            do throws(Refusal) {
                guard let kind: Kind = try row.choice("kind") else { throw Refusal.blank("kind") }
                guard let id: ID<Kind> = try row.id("id") else { throw Refusal.blank("id") }
                // Units are of the register, whose identifiers are a world of their own.
                guard seen.insert(kind == .unit ? "unit \(id)" : id.text).inserted else { throw Refusal("planning.import.id-twice", ["id": id.text], field: "id") }
                guard kind == .unit || claims.claim(id.text, for: kind == .focusArea ? "focus-area" : kind.rawValue) else {
                    throw Refusal("planning.import.id-of-another", ["id": id.text], field: "id")
                }
                if kind == .plan { current = ID(id.text) }
                codes.expect(row.text("code"), for: id.text)
                noteUnused(row, kind)
                entries.append(Entry(row: row, kind: kind, id: id.text, plan: current, number: entries.count))
            } catch {
                report.refuse(row.line, error)
            }
        }
    }

    /// What was filled in where a row of its kind has nothing to say: whoever wrote it meant something by it.
    private mutating func noteUnused(_ row: CSVTable.Row, _ kind: Kind) {
        for column in PlanTableImport.columnsOfSome where !kind.columns.contains(column) {
            guard let text = row.text(column) else { continue }
            let isDue = kind == .deliverable && column == "due"
            report.note(
                row.line, isDue ? "planning.import.due-of-deliverable" : "planning.import.unused-cell",
                ["column": column, "text": String(text.prefix(40)), "kind": kind.rawValue.asWords])
        }
    }

    private mutating func attempt(_ entry: Entry) {
        do throws(Refusal) { try map(entry) } catch { report.refuse(entry.line, error) }
    }

    private mutating func map(_ entry: Entry) throws(Refusal) {
        switch entry.kind {
        case .unit: try mapUnit(entry)
        case .period: try mapPeriod(entry)
        case .plan: try mapPlan(entry)
        case .perspective: try mapPerspective(entry)
        case .focusArea: try mapFocusArea(entry)
        case .objective: try mapObjective(entry)
        case .action: try mapAction(entry)
        case .deliverable: try mapDeliverable(entry)
        case .link: try mapLink(entry)
        }
    }

    private mutating func mapObjectives() {
        let parts = PartsInOrder(entries.filter { $0.kind == .objective })
        for entry in parts.inOrder { attempt(entry) }
        for entry in parts.circling {
            report.refuse(entry.line, Refusal("planning.import.part-of-itself", ["id": entry.id], field: "parent"))
        }
    }

    /// Whether an objective would become a part of itself. What has no parts cannot, nor can what stays where it is: only for the others is the way up
    /// walked, which is as long as the plan is deep.
    func isPartOfItself(_ id: ID<Objective>, under parent: ID<Objective>, instead old: ID<Objective>?) -> Bool {
        guard parent != id else { return true }
        return parent != old && wholes.contains(id) && ObjectiveForm.isPart(parent, of: id, plan)
    }

    /// Records what a row describes, and lets the rows after it see it.
    mutating func describe<Thing: Equatable>(_ thing: Thing, instead present: Thing?, _ event: Plan.Event) {
        report.describe(thing, instead: present, event)
        plan.apply(event, Stamp(by: .system, at: Moment(startOf: today), position: 0))
    }

    mutating func claim(_ id: String, for kind: String) -> Bool { claims.claim(id, for: kind) }
}
