import HashTreeCollections
import Journal
import Organisation
import Pages

/// Which two drivers cross one another, and what is written between their ends.
enum AxesDecisions {
    /// Once something is written it is asked again; what was written is kept, and comes back with the same two axes.
    static func choose(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.unpublishedStudy(), scenarios = submission.scenarios, entered = submission.entered
        func driver(_ name: String) throws(Refusal) -> ID<Driver> {
            guard let chosen: ID<Driver> = try entered.id(name, required: true, where: { scenarios.drivers[$0]?.study == id }) else { throw Refusal("pages.refusal.choose", field: name) }
            return chosen
        }
        let first = try driver("first"), second = try driver("second")
        if first == second { throw Refusal("scenarios.refusal.same-axis", field: "second", ofFieldAlone: true) }
        let present = scenarios.axes(of: id), because = try entered.localized("because", present: present?.because ?? .empty, max: 4000, required: true)
        let isSame = present.map { $0.first == first && $0.second == second } ?? false
        if !isSame, scenarios.hasWriting(id), !entered.flag("again") { throw Refusal("scenarios.refusal.axes-again", field: "again", ofFieldAlone: true) }
        let before = (scenarios.axes[id] ?? []).map(\.axes).last { $0.first == first && $0.second == second }
        let axes = Axes(first: first, second: second, because: because, scenarios: before?.scenarios ?? Corner.allCases.map { _ in submission.newID() })
        return .record(
            axes == present ? [] : [Proposal(Scenarios.self, .axesChosen(study: id, axes))], then: ScenarioPath.study(id),
            notice: Saying("scenarios.notice.axes", ["first": .content(scenarios.drivers[first]?.title ?? .empty), "second": .content(scenarios.drivers[second]?.title ?? .empty)]))
    }

    static func write(_ submission: Submission) throws -> Outcome {
        let (id, place) = try submission.scenario(), present = submission.scenarios.scenarios[id] ?? Scenario(title: .empty), entered = submission.entered
        var scenario = present
        scenario.title = try entered.localized("title", present: present.title, max: 200, required: true)
        scenario.narrative = try entered.localized("narrative", present: present.narrative, max: 20_000)
        scenario.meaning = try entered.localized("meaning", present: present.meaning, max: 20_000)
        scenario.reactions = try entered.localized("reactions", present: present.reactions, max: 20_000)
        return .record(
            scenario == present ? [] : [Proposal(Scenarios.self, .scenarioWritten(id: id, scenario))], then: ScenarioPath.study(place.study),
            notice: Saying("scenarios.notice.saved", ["title": .content(scenario.title)]))
    }
}

extension Scenarios {
    /// Whether something hangs on the axes of a study: a text, a signpost, a rating.
    func hasWriting(_ study: ID<ForesightStudy>) -> Bool {
        let four = scenarios(of: study)
        return four.contains { scenarios[$0] != nil || !signposts(of: $0).isEmpty }
            || (stress[study] ?? [:]).values.contains { $0.values.contains { $0.marks.contains { four.contains($0.scenario) } } }
    }
}
