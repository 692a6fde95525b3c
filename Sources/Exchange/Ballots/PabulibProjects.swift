/// The section PROJECTS: what can be bought and for how much, in the order of identifiers.
struct PabulibProjects {
    let projects: [PabulibElection.Project]
    let budget: Int
    let decimals: Int

    /// Where each project stands in `projects`.
    let places: [String: Int32]

    init(_ lines: inout PabulibLines, budget: (line: Int, amount: ExactDecimal), limits: BallotLimits) throws(BallotFault) {
        let header = try lines.header(of: "PROJECTS")
        guard let id = header.names.firstIndex(of: "project_id"), let cost = header.names.firstIndex(of: "cost") else {
            throw BallotFault(line: header.line, "PROJECTS needs the columns project_id and cost.")
        }
        let selected = header.names.firstIndex(of: "selected")
        var rows: [(id: String, cost: ExactDecimal, line: Int, isSelected: Bool?)] = []
        var lineOf: [String: Int] = [:]
        while let record = try lines.next() {
            guard record.cells.count > max(id, cost) else { throw BallotFault(line: record.line, "This project has fewer fields than the line above says.") }
            guard rows.count < limits.candidates else { throw BallotFault(line: record.line, "There are more than \(limits.candidates) projects.") }
            let name = String(record.cells[id].trimmed)
            guard !name.isEmpty else { throw BallotFault(line: record.line, "This project has no project_id.") }
            guard !name.utf8.contains(0x2C) else { throw BallotFault(line: record.line, "The project_id \(name.quotable) holds a comma, which separates projects in votes.") }
            if let first = lineOf.updateValue(record.line, forKey: name) {
                throw BallotFault(line: record.line, "The project \(name.quotable) was there before, on line \(first).")
            }
            let mark = selected.flatMap { $0 < record.cells.count ? record.cells[$0].trimmed : nil }
            rows.append((name, try PabulibMeta.amount(record.cells[cost], "cost", record.line), record.line, mark.flatMap { $0.isEmpty ? nil : $0 != "0" }))
        }
        rows.sort { $0.id.precedes($1.id) }
        let places = max(budget.amount.places, rows.map(\.cost.places).max() ?? 0)
        var projects: [PabulibElection.Project] = []
        var sum = 0
        for row in rows {
            guard let cost = row.cost.scaled(to: places), cost <= 1 << 53 - sum else {
                throw BallotFault(line: row.line, "With this project the costs come to more than can be counted exactly (2^53 of the smallest unit).")
            }
            sum += cost
            projects.append(PabulibElection.Project(id: row.id, cost: cost, line: row.line, isSelected: row.isSelected))
        }
        guard let scaled = budget.amount.scaled(to: places) else {
            throw BallotFault(line: budget.line, "The budget is more than can be counted exactly (2^53 of the smallest unit).")
        }
        self.projects = projects
        self.budget = scaled
        decimals = places
        self.places = Dictionary(uniqueKeysWithValues: projects.enumerated().map { ($0.element.id, Int32($0.offset)) })
    }
}
