import Journal
import Organisation

/// The strategic plans 2019-2022 and 2022-2025 as far as they are public, and the years of the one real indicator.
struct WCOPlans {
    let words: Words

    func proposals() throws -> [Proposal] {
        try plans.flatMap { try described($0) } + focusAreas() + layers() + links() + context()
    }

    private let plans: [(id: ID<StrategicPlan>, start: Int)] = [(ID("sp2019"), 2019), (ID("sp2022"), 2022)]

    private func start(_ plan: ID<StrategicPlan>) -> Day { plans.first { $0.id == plan }.flatMap { Day($0.start, 7, 1) } ?? .beginning }

    private func described(_ plan: (id: ID<StrategicPlan>, start: Int)) throws -> [Proposal] {
        let from = start(plan.id)
        let after = from.adding(years: 3)
        let adopted = StrategicPlan(
            title: try words("\(plan.id).title"), from: from, until: after.adding(days: -1), status: .adopted, vision: try words("vision"),
            mission: try words("mission"), source: try words("\(plan.id).source"),
            note: try words("\(plan.id).note"))
        var ended = adopted
        ended.status = .ended
        return [event(.planDescribed(id: plan.id, adopted), on: from), event(.planDescribed(id: plan.id, ended), on: after)]
    }

    /// The nine priorities of 2019 and the three focus areas of 2022.
    private func focusAreas() throws -> [Proposal] {
        let nine = try (1...9).compactMap { try area("sp2019", "P\($0)", "pr.\($0)", note: try words("mark.number")) }
        return nine + (try (1...3).compactMap { try area("sp2022", "FA\($0)", "fa.\($0)", description: try words("fa.rule")) })
    }

    private func area(
        _ plan: String, _ code: String, _ key: String, description: Localized = .empty, note: Localized = .empty
    ) throws -> Proposal? {
        guard let plan = ID<StrategicPlan>(plan), let id = ID<FocusArea>(slug: "\(plan)-\(code)") else { return nil }
        let area = FocusArea(plan: plan, code: code, title: try words(key), description: description, note: note)
        return event(.focusAreaDescribed(id: id, area), on: start(plan))
    }

    private func layers() throws -> [Proposal] {
        var seen: Set<ID<Perspective>> = []
        var order = 0
        return try Table("objectives", PackageResources.wco_objectives_csv).rows.flatMap { row -> [Proposal] in
            let plan: ID<StrategicPlan> = try row.id("plan")
            let layer = try row.text("layer")
            let code = row["code"]
            guard let perspective = ID<Perspective>(slug: "\(plan)-layer-\(layer)") else { throw row.unreadable("layer") }
            var proposals: [Proposal] = []
            if seen.insert(perspective).inserted {
                let described = Perspective(
                    plan: plan, name: try words("layer.\(layer)"), kind: try row.choice("kind"), level: try row.integer("level"))
                proposals.append(event(.perspectiveDescribed(id: perspective, described), on: start(plan)))
            }
            guard !code.isEmpty, let id = ID<Objective>(slug: "\(plan)-\(code)") else { return proposals }
            order += 1
            // The focus areas of 2022 act on every objective of the Members.
            let areas: [ID<FocusArea>] = layer == "perspective" ? [ID("sp2022-fa1"), ID("sp2022-fa2"), ID("sp2022-fa3")] : []
            let objective = Objective(
                perspective: perspective, code: code, title: try words(try row.text("words")),
                description: row["family"].isEmpty ? .empty : try words(row["family"]), focusAreas: areas,
                note: row["mark"].isEmpty ? .empty : try words(row["mark"]), order: order)
            return proposals + [event(.objectiveDescribed(id: id, objective), on: start(plan))]
        }
    }

    /// Only those of the rule that the organization states for 2022: from each function to each objective of the Members.
    private func links() throws -> [Proposal] {
        let plan: ID<StrategicPlan> = ID("sp2022")
        return try (1...5).flatMap { function in
            try (1...4).compactMap { objective in
                guard let id = ID<CauseLink>("sp2022-sp\(function)-so\(objective)"), let from = ID<Objective>("sp2022-sp\(function)"),
                    let to = ID<Objective>("sp2022-so\(objective)")
                else { return nil }
                let link = CauseLink(from: from, to: to, assumption: try words(function <= 3 ? "link.core" : "link.supporting"))
                return event(.linkDrawn(id: id, link), on: start(plan))
            }
        }
    }

    /// The customs score of the Logistics Performance Index: our illustration, with no target, since none is public.
    private func context() throws -> [Proposal] {
        let indicator = Indicator(
            objective: ID("sp2019-so1"), code: lpiCode, title: try words("lpi.title"), level: .outcome, timing: .lag, kind: .number,
            unit: try words("lpi.unit"), direction: .up, reporting: .byMember, aggregation: .mean, everyMonths: 24,
            sheet: Indicator.Sheet(
                definition: try words("lpi.definition"), dataSource: try words("lpi.source"), method: try words("lpi.method"),
                limitations: try words("lpi.limitations")))
        let years = [2007, 2010, 2012, 2014, 2016, 2018].compactMap { year -> Proposal? in
            guard let id = ID<ReportingPeriod>("\(year)"), let from = Day(year, 1, 1), let until = Day(year, 12, 31) else { return nil }
            let name = Language.allCases.reduce(Localized.empty) { $0.with(String(year), in: $1) }
            return event(.periodDescribed(id: id, ReportingPeriod(name: name, from: from, until: until)), on: from)
        }
        return years + [event(.indicatorDescribed(id: ID("lpi-customs"), indicator), on: start(ID("sp2019")))]
    }

    private func event(_ event: Plan.Event, on day: Day) -> Proposal { Proposal(Plan.self, event, on: day) }
}

/// By which the values file names the indicator.
let lpiCode = "LPI-C"
