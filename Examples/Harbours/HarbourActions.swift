import Journal
import Organisation

/// Actions and deliverables, each as it was planned and what became of it by today.
struct HarbourActions {
    let calendar: HarbourCalendar
    let words: Words
    let seed: UInt64

    func told() throws -> [Told] {
        try Table("actions", PackageResources.harbours_actions_csv).rows.flatMap(action)
            + Table("deliverables", PackageResources.harbours_deliverables_csv).rows.flatMap(deliverable)
    }

    private func action(_ row: Table.Row) throws -> [Told] {
        let code = try row.text("code")
        let id: ID<Action> = try row.id("code")
        let owner: ID<Unit>? = try row.idIfAny("owner")
        let from = calendar.day(month: try row.integer("from"))
        let until = lastDay(before: try row.integer("until"))
        var action = Action(
            objective: try row.id("objective"), focusAreas: row.ids("focus"), code: code, title: try words(code), owner: owner, from: from,
            until: until)
        let actor = actor(owner)
        var steps = [Step<Action>(day: from, actor: actor) { $0.status = .inProgress }]
        if row["stopped"].isEmpty {
            steps.append(Step(day: until.adding(days: 1), actor: actor) { $0.status = .completed })
        } else {
            steps.append(Step(day: calendar.day(month: try row.integer("stopped")).adding(days: 11), actor: actor) { $0.status = .stopped })
        }
        if let moved = try moved(row) {
            action.until = lastDay(before: try row.integer("was"))
            steps.append(Step(day: moved, actor: actor) { $0.until = until })
        }
        return telling(action, planStart(code), by: HarbourCast.amina, steps, until: calendar.today) { .actionDescribed(id: id, $0) }
    }

    private func deliverable(_ row: Table.Row) throws -> [Told] {
        let key = try row.text("key")
        let id: ID<Deliverable> = try row.id("key")
        let code = key.prefix { $0 != "." }
        guard let action = ID<Action>(slug: code) else { throw row.unreadable("key") }
        var random = Chance(seed: seed, for: key)
        let within = Int(random.unit() * 25)
        let early = Int(random.unit() * 11)
        let due = calendar.day(month: try row.integer("due")).adding(days: within)
        let actor = actor(owner(of: code))
        var deliverable = Deliverable(action: action, title: try words(key), due: due)
        var steps: [Step<Deliverable>] = []
        if let lag = Int(row["lag"]) {
            let delivered = due.adding(days: lag * 30 - early)
            steps.append(
                Step(day: delivered, actor: actor) {
                    $0.deliveredOn = delivered
                    $0.evidence = "League register \(key)"
                })
        }
        if let moved = try moved(row) {
            deliverable.due = calendar.day(month: try row.integer("was")).adding(days: within)
            steps.append(Step(day: moved, actor: actor) { $0.due = due })
        }
        return telling(deliverable, planStart(code), by: HarbourCast.amina, steps, until: calendar.today) {
            .deliverableDescribed(id: id, $0)
        }
    }

    /// When a date was moved: in a month of the plan, or so many days ago.
    private func moved(_ row: Table.Row) throws -> Day? {
        guard !row["moved"].isEmpty else { return nil }
        let moved = try row.integer("moved")
        return moved < 0 ? calendar.today.adding(days: moved) : calendar.day(month: moved).adding(days: 8)
    }

    private func lastDay(before month: Int) -> Day { calendar.day(month: month).adding(days: -1) }
    private func planStart(_ code: some StringProtocol) -> Day { code.hasPrefix("E") ? calendar.oldPlanStart : calendar.planStart }

    /// Dana owns the projects of her directorate; the rest is kept by the planner.
    private func actor(_ owner: ID<Unit>?) -> Actor { owner?.text == "nav" ? HarbourCast.dana : HarbourCast.amina }

    private func owner(of code: some StringProtocol) -> ID<Unit>? {
        ["R1", "M2", "M4-A1", "P1-A2", "P3"].contains { code.hasPrefix($0) } ? ID<Unit>("nav") : nil
    }
}
