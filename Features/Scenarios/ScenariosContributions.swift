import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Signals lead to the drivers and signposts for which they speak, drivers to the scenarios that they span, scenarios to the objectives that are held against them.
func scenarioThread(_ organisation: Organisation) -> Thread {
    let scenarios = organisation[Scenarios.self], plan = organisation[Plan.self], speaking = Set(scenarios.speaking(of: plan, on: organisation.day))
    var thread = Thread()
    for (study, _) in scenarios.studiesInOrder {
        guard let figures = StudyFigures(study, in: organisation) else { continue }
        let audience = scenarios.audience(of: study), four = figures.axes?.scenarios ?? []
        func strand(_ from: Reference, _ to: Reference, _ kind: String, _ audience: Audience) {
            thread.strands.append(Strand(from: from, to: to, kind: "scenarios.strand.\(kind)", audience: audience))
        }
        for (id, driver) in scenarios.drivers(of: study) {
            let reference = Reference(Scenarios.self, id)
            thread.nodes.append(Node(reference, kind: "scenarios.driver", title: driver.title, path: ScenarioPath.driver(id), audience: audience))
            for signal in driver.signals { strand(signal, reference, "speaks-for", audience) }
            if let axes = figures.axes, [axes.first, axes.second].contains(id) { for scenario in four { strand(reference, Reference(Scenarios.self, scenario), "spans", audience) } }
        }
        let tested = figures.tested, fragile = tested.filter { $0.test.verdict == .fragile && scenarios.fragilities[study]?[$0.id] == nil }
        for (place, id) in four.enumerated() {
            let reference = Reference(Scenarios.self, id)
            let isOpen = speaking.contains(study) && fragile.contains { ($0.test.spreads[place]?.median ?? 0) < 0 && plan.objectives[$0.id] != nil }
            thread.nodes.append(
                Node(
                    reference, kind: "scenarios.scenario", title: scenarios.scenarios[id]?.title ?? figures.study.title, path: ScenarioPath.scenario(id), audience: audience,
                    gaps: isOpen ? ["scenarios.gap.fails"] : []))
            for signal in scenarios.signposts(of: id).flatMap(\.signpost.signals) { strand(signal, reference, "watched-by", audience) }
            for item in tested where item.test.spreads[place] != nil { strand(reference, Reference(Plan.self, item.id), "tests", .both(audience, plan.audience(of: item.id))) }
        }
    }
    return thread
}

/// For planners: signposts that came true and await an answer, and those whose day has passed; for an administration: what it may still rate.
func scenarioTasks(_ visit: Visit) -> [TaskItem] {
    let scenarios = visit.present[Scenarios.self], today = visit.times.today, signposts = scenarios.standingSignposts
    var tasks: [TaskItem] = []
    if Access.planners.admits(visit.viewer) {
        let open = signposts.filter { scenarios.isUnanswered($0.id) }, due = signposts.filter { scenarios.isDue($0.id, on: today) }
        if !open.isEmpty {
            tasks.append(TaskItem(Saying("scenarios.task.answer", ["n": .count(open.count)]), path: "\(ScenarioPath.signposts)?list=unanswered", audience: .planners, count: open.count))
        }
        if !due.isEmpty {
            tasks.append(
                TaskItem(
                    Saying("scenarios.task.watch", ["n": .count(due.count)]), path: "\(ScenarioPath.signposts)?list=due", due: due.compactMap { scenarios.watchedUntil($0.id) }.min(),
                    audience: .planners, count: due.count))
        }
    }
    for study in scenarios.studiesInOrder where scenarios.phase(of: study.id) == .open {
        for member in visit.viewer.administrations { tasks += ratingTasks(study.id, study.study, member, visit.present) }
    }
    return tasks
}

private func ratingTasks(_ id: ID<ForesightStudy>, _ study: ForesightStudy, _ member: ID<Member>, _ organisation: Organisation) -> [TaskItem] {
    let scenarios = organisation[Scenarios.self], rater = Rater.member(member)
    let drivers = scenarios.drivers(of: id).filter { scenarios.ratings[$0.id]?[rater]?.rating.isFull != true }
    let objectives = scenarios.scenarios(of: id).isEmpty ? [] : (StudyFigures(id, in: organisation)?.objectives ?? []).filter { !scenarios.isStressed(id, $0.id, by: rater) }
    func task(_ key: String, _ path: String, _ count: Int) -> TaskItem {
        TaskItem(Saying("scenarios.task.\(key)", ["n": .count(count), "title": .content(study.title)]), path: path, audience: .administration(member), count: count)
    }
    return [
        drivers.first.map { task("rate", ScenarioPath.driver($0.id, "rate"), drivers.count) }, objectives.first.map { _ in task("stress", ScenarioPath.study(id, "stress"), objectives.count) },
    ].compactMap { $0 }
}

/// Objectives that fail in some future and flourish in none, and of which nobody has said what follows.
func scenarioFindings(_ organisation: Organisation) -> [Finding] {
    let scenarios = organisation[Scenarios.self], plan = organisation[Plan.self]
    return scenarios.speaking(of: organisation[Plan.self], on: organisation.day).flatMap { id -> [Finding] in
        guard let figures = StudyFigures(id, in: organisation) else { return [] }
        return figures.tested.filter { $0.test.verdict == .fragile && plan.objectives[$0.id] != nil && scenarios.fragilities[id]?[$0.id] == nil }.map { item in
            Finding(
                .warns, Saying("scenarios.finding.fragile", ["objective": .content(item.title), "title": .content(figures.study.title)]),
                about: [Reference(Plan.self, item.id)], rule: "scenarios.finding-rule.fragile", audience: .both(scenarios.audience(of: id), plan.audience(of: item.id)))
        }
    }
}

func scenarioSearch(_ organisation: Organisation) -> [SearchDocument] {
    let scenarios = organisation[Scenarios.self]
    return scenarios.studiesInOrder.flatMap { study, described -> [SearchDocument] in
        let audience = scenarios.audience(of: study), isKept = scenarios.phase(of: study) == .published
        func form(_ path: String) -> SearchDocument.Form? { isKept ? nil : SearchDocument.Form(path) }
        let whole = SearchDocument(
            Reference(Scenarios.self, study), kind: "scenarios.study", title: described.title, path: ScenarioPath.study(study),
            fields: [.init("scenarios.field.question", described.question), .init("scenarios.field.introduction", described.introduction), .init("scenarios.field.source", described.source)],
            audience: audience, form: form(ScenarioPath.study(study, "edit")))
        let drivers = scenarios.drivers(of: study).map { id, driver in
            SearchDocument(
                Reference(Scenarios.self, id), kind: "scenarios.driver", title: driver.title, path: ScenarioPath.driver(id),
                fields: [.init("scenarios.field.text", driver.text), .init("scenarios.field.low", driver.low), .init("scenarios.field.high", driver.high)], audience: audience,
                form: form(ScenarioPath.driver(id, "edit")))
        }
        let futures = scenarios.scenarios(of: study).compactMap { id in
            scenarios.scenarios[id].map { scenario in
                SearchDocument(
                    Reference(Scenarios.self, id), kind: "scenarios.scenario", title: scenario.title, path: ScenarioPath.scenario(id),
                    fields: [.init("scenarios.field.narrative", scenario.narrative), .init("scenarios.field.meaning", scenario.meaning), .init("scenarios.field.reactions", scenario.reactions)],
                    audience: audience, form: form(ScenarioPath.scenario(id, "edit")))
            }
        }
        return [whole] + drivers + futures
    }
}
