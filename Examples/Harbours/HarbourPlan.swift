import Journal
import Organisation

/// The two plans: their statements, perspectives, focus areas, links, reporting periods, and the objectives as they were when each plan began.
struct HarbourPlan {
    let calendar: HarbourCalendar
    let words: Words

    static let old: ID<StrategicPlan> = ID("plan-old")
    static let new: ID<StrategicPlan> = ID("plan-now")

    func start(of plan: ID<StrategicPlan>) -> Day { plan == HarbourPlan.old ? calendar.oldPlanStart : calendar.planStart }

    func proposals() throws -> [Proposal] {
        try plans() + periods() + perspectives() + focusAreas() + links()
    }

    private func plans() throws -> [Proposal] {
        let old = StrategicPlan(
            title: try words("old.title").filled(String(calendar.oldPlanStart.year), String(calendar.planStart.year)),
            from: calendar.oldPlanStart, until: calendar.oldPlanEnd, status: .adopted, source: try words("new.source"),
            note: try words("old.note"))
        var ended = old
        ended.status = .ended
        let new = StrategicPlan(
            title: try words("new.title").filled(String(calendar.planStart.year), String(calendar.planEnd.year)), from: calendar.planStart,
            until: calendar.planEnd, status: .adopted, vision: try words("new.vision"), mission: try words("new.mission"),
            values: try (1...3).map { try words("new.value\($0)") }, source: try words("new.source"), note: try words("new.note"))
        return [
            Proposal(Plan.self, .planDescribed(id: HarbourPlan.old, old), on: calendar.oldPlanStart),
            Proposal(Plan.self, .planDescribed(id: HarbourPlan.old, ended), on: calendar.planStart),
            Proposal(Plan.self, .planDescribed(id: HarbourPlan.new, new), on: calendar.planStart),
        ]
    }

    /// Each is there from its plan's start; it is locked two months after its end.
    private func periods() throws -> [Proposal] {
        try calendar.periods.flatMap { period -> [Proposal] in
            let start = period.from < calendar.planStart ? calendar.oldPlanStart : calendar.planStart
            let locked = period.until.adding(days: 61)
            var proposals = [Proposal(Plan.self, .periodDescribed(id: period.id, try period.described(words, isLocked: false)), on: start)]
            if locked <= calendar.today, period.until < calendar.day(month: 6) {
                proposals.append(
                    Proposal(Plan.self, .periodDescribed(id: period.id, try period.described(words, isLocked: true)), on: locked))
            }
            return proposals
        }
    }

    private func perspectives() throws -> [Proposal] {
        try Table("perspectives", PackageResources.harbours_perspectives_csv).rows.map { row in
            let plan = row["plan"] == "old" ? HarbourPlan.old : HarbourPlan.new
            let perspective = Perspective(plan: plan, name: try words(try row.text("id")), level: try row.integer("level"))
            return Proposal(Plan.self, .perspectiveDescribed(id: try row.id("id"), perspective), on: start(of: plan))
        }
    }

    private func focusAreas() throws -> [Proposal] {
        try ["F1", "F2", "F3"].compactMap { code in
            guard let id = ID<FocusArea>(slug: code) else { return nil }
            let area = FocusArea(plan: HarbourPlan.new, code: code, title: try words(code), description: try words("\(code).d"))
            return Proposal(Plan.self, .focusAreaDescribed(id: id, area), on: calendar.planStart)
        }
    }

    func objectives() throws -> [(id: ID<Objective>, objective: Objective, start: Day)] {
        try Table("objectives", PackageResources.harbours_objectives_csv).rows.enumerated().map { order, row in
            let code = try row.text("code")
            let isOld = code.hasPrefix("E")
            let title = words["\(code).was"].isEmpty ? try words(code) : words["\(code).was"]
            // What the Assembly adopts, it adopts in its three languages.
            let objective = Objective(
                perspective: try row.id("perspective"), code: code, title: title.with([:], reviewed: isOld ? [] : [.fr, .es]), description: words["\(code).d"],
                owner: try row.idIfAny("owner"), focusAreas: row.ids("focus"), note: code == "R4" ? try words("R4.n") : .empty,
                order: order + 1)
            return (try row.id("code"), objective, isOld ? calendar.oldPlanStart : calendar.planStart)
        }
    }

    private func links() throws -> [Proposal] {
        try Table("links", PackageResources.harbours_links_csv).rows.compactMap { row in
            let key = "\(try row.text("from"))>\(try row.text("to"))"
            guard let id = ID<CauseLink>(slug: key) else { return nil }
            let link = CauseLink(from: try row.id("from"), to: try row.id("to"), assumption: try words(key))
            return Proposal(Plan.self, .linkDrawn(id: id, link), on: calendar.planStart)
        }
    }
}
