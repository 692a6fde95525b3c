import Journal
import Organisation
import Pages
import Planning
import TestKit

/// A small invented plan: two objectives and a function, of which one objective has all it needs.
struct Scene {
    let house: House
    var events: [Proposal]

    static let plan: ID<StrategicPlan> = ID("league")
    static let members: ID<Perspective> = ID("members")
    static let functions: ID<Perspective> = ID("functions")
    static let so1: ID<Objective> = ID("so1")
    static let so2: ID<Objective> = ID("so2")
    static let sp1: ID<Objective> = ID("sp1")
    static let a1: ID<Action> = ID("a1")
    static let d1: ID<Deliverable> = ID("d1")
    static let d2: ID<Deliverable> = ID("d2")
    static let k1: ID<Indicator> = ID("k1")
    static let unit: ID<Unit> = ID("compliance")
    static let other: ID<Unit> = ID("capacity")
    static let fa1: ID<FocusArea> = ID("fa1")
    static let period: ID<ReportingPeriod> = ID("fy25")
    static let dana = Viewer.with(.projectOwner, .unit(unit), account: ID("dana"), name: "Dana")

    init(status: StrategicPlan.Status = .adopted, beside others: [Feature] = []) throws {
        house = try House([planning] + others)
        let profile = Profile(
            name: Localized("League of Harbours"), acronym: "LH", languages: [.en, .ar], financialYearStarts: 7)
        events =
            [
                Proposal(Register.self, .profileDescribed(profile)),
                Proposal(Register.self, .unitDescribed(id: Scene.unit, Unit(name: Localized("Compliance"), kind: .directorate))),
                Proposal(Register.self, .unitDescribed(id: Scene.other, Unit(name: Localized("Capacity"), kind: .directorate))),
            ] + Scene.planEvents(status).map { Proposal(Plan.self, $0) }
    }

    static func planEvents(_ status: StrategicPlan.Status) -> [Plan.Event] {
        [
            .planDescribed(
                id: plan,
                StrategicPlan(
                    title: Localized([.en: "Safe Harbours", .ar: "موانئ آمنة"], original: .en), from: day(2025, 7, 1), until: day(2028, 6, 30),
                    status: status, vision: Localized("Every harbour safe."), values: [Localized("Candour")])),
            .perspectiveDescribed(id: members, Perspective(plan: plan, name: Localized("Members"), level: 2)),
            .perspectiveDescribed(id: functions, Perspective(plan: plan, name: Localized("Functions"), kind: .functions, level: 1)),
            .focusAreaDescribed(id: fa1, FocusArea(plan: plan, code: "FA1", title: Localized("Technology"))),
            .objectiveDescribed(
                id: so1, Objective(perspective: members, code: "SO1", title: Localized("Shorten release times"), owner: unit, focusAreas: [fa1])),
            .objectiveDescribed(id: so2, Objective(perspective: members, code: "SO2", title: Localized("Collect revenue"), order: 1)),
            .objectiveDescribed(id: sp1, Objective(perspective: functions, code: "SP1", title: Localized("Build capacity"))),
            .linkDrawn(id: ID("l1"), CauseLink(from: so1, to: so2, assumption: Localized("Faster is cheaper"))),
            .actionDescribed(
                id: a1,
                Action(
                    objective: so1, function: sp1, code: "A1", title: Localized("Time release studies"), owner: unit, from: day(2026, 1, 1),
                    until: day(2027, 3, 31), status: .inProgress)),
            .deliverableDescribed(id: d1, Deliverable(action: a1, title: Localized("Guide"), due: day(2026, 6, 30))),
            .deliverableDescribed(
                id: d2, Deliverable(action: a1, title: Localized("Six studies"), due: day(2027, 1, 31), deliveredOn: day(2026, 8, 1))),
            .indicatorDescribed(id: k1, indicator),
            .periodDescribed(
                id: period, ReportingPeriod(name: Localized("2025–2026"), from: day(2025, 7, 1), until: day(2026, 6, 30), due: day(2026, 8, 31))),
        ]
    }

    static var indicator: Indicator {
        Indicator(
            objective: so1, code: "KPI 1", title: Localized("Release time"), unit: Localized("hours"), direction: .down,
            baseline: Baseline(value: 52, on: day(2025, 6, 30)), targets: [Target(.value(24), by: day(2028, 6, 30))])
    }

    func organisation(_ more: [Proposal] = []) throws -> Organisation {
        try TestKit.organisation(events + more, chapters: house.chapters)
    }

    func empty() throws -> Organisation { try TestKit.organisation([], chapters: house.chapters) }

    /// The route with this path.
    func route(_ path: String) throws -> Route {
        guard let route = house.routes.first(where: { $0.path == path }) else { throw Missing() }
        return route
    }

    /// What a form answers to what somebody sends.
    func decide(
        _ path: String, _ organisation: Organisation, as viewer: Viewer = .amina, _ values: [String: String],
        parameters: [String: String] = [:]
    ) throws -> [Proposal] {
        guard case .form(let form) = try route(path).handler else { throw Missing() }
        let submission = submission(organisation, as: viewer, values, parameters: parameters, house: house)
        guard case .record(let proposals, _, _) = try form.decide(submission) else { return [] }
        return proposals
    }

    func form(_ path: String, _ organisation: Organisation, as viewer: Viewer = .amina, parameters: [String: String] = [:]) throws -> Form {
        guard case .form(let form) = try route(path).handler else { throw Missing() }
        return try form.show(visit(house, organisation, as: viewer, parameters: parameters))
    }

    func page(
        _ path: String, _ organisation: Organisation, as viewer: Viewer = .public, _ language: Language = .en,
        parameters: [String: String] = [:], query: [String: String] = [:]
    ) async throws -> Page {
        guard case .read(let read) = try route(path).handler else { throw Missing() }
        let visit = visit(house, organisation, as: viewer, language: language, parameters: parameters, query: query)
        guard case .page(let page) = try await read(visit) else { throw Missing() }
        return page
    }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? .beginning }
