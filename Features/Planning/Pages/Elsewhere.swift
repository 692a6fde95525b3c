import HashTreeCollections
import Journal
import Organisation
import Pages

/// What planning shows on the organisation's first page: the plan in a sentence, and what is due next.
func planOverview(_ visit: Visit) -> [OverviewPart] {
    guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else { return [] }
    let say = visit.say, index = visit.planIndex, day = visit.times.day
    let actions = index.actions(of: id).filter { visit.sees($0.action.objective) }, deliverables = actions.flatMap { index.deliverables(of: $0.id) }
    // A plan of which only the objectives are known promises nothing that could be due; those who write it still see what it lacks.
    if actions.isEmpty, visit.viewer.grants.isEmpty { return [] }
    // What was stopped is not awaited.
    let open = deliverables.filter {
        $0.deliverable.deliveredOn == nil && $0.deliverable.due != nil && visit.plan.actions[$0.deliverable.action]?.status != .stopped
    }
    let next = open.sorted { ($0.deliverable.due ?? day, $0.id) < ($1.deliverable.due ?? day, $1.id) }.prefix(5)
    let objectives = visit.plan.objectives(of: id).count { !index.isFunction($0.objective) && visit.sees($0.id) }
    let sentence = say(
        "planning.overview",
        [
            "plan": visit.plain(plan.title), "objectives": say("planning.count.objectives", count: objectives),
            "actions": say("planning.count.actions", count: actions.count),
            "deliverables": say("planning.count.deliverables", count: deliverables.count),
            "done": say.number(deliverables.count { $0.deliverable.deliveredOn != nil }),
            "late": say.number(open.count { $0.deliverable.isOverdue(on: day) }),
        ])
    let content = sheet(say("planning.overview-title"), width: 6) {
        CompletenessSentence(visit: visit, id: id, completeness: index.completeness(of: id)).markup
        if next.isEmpty {
            p { say("planning.overview-nothing-due") }
        } else {
            ul(.class("tasks")) {
                for item in next {
                    li(.class(item.deliverable.isOverdue(on: day) ? "late" : "due")) {
                        if item.deliverable.isOverdue(on: day) { span(.class("state bad")) { say("planning.deliverable.overdue") } }
                        link(visit.path(PlanPath.action(item.deliverable.action))) { visit.text(item.deliverable.title) }
                        " "
                        small { item.deliverable.due.map { say("planning.due-on", ["day": say.shortDay($0)]) } ?? "" }
                    }
                }
            }
        }
        p {
            link(visit.path(PlanPath.plan)) { say("planning.nav.plan") }; " · "; link(visit.path(PlanPath.timeline)) { say("planning.nav.timeline") }
        }
    }
    let audience = visit.disclosure.audience(of: id)
    return [OverviewPart(order: 30, width: 6, audience: audience, sentence: actions.isEmpty ? nil : Markup(sentence), content: content)]
}

/// What planning adds to the pages of others: to a unit what it answers for, to an indicator its sheet and where it belongs.
func planAspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    switch reference.chapter {
    case Register.name: ID<Unit>(reference.id).map { workOf(unit: $0, visit) } ?? []
    case Plan.name: ID<Indicator>(reference.id).map { sheetOf(indicator: $0, visit) } ?? []
    default: []
    }
}

private func workOf(unit: ID<Unit>, _ visit: Visit) -> [OverviewPart] {
    guard visit.register.units[unit] != nil else { return [] }
    let say = visit.say, index = visit.planIndex
    let objectives = visit.plan.objectives.filter { $0.value.owner == unit && visit.sees($0.key) }
        .map { (id: $0.key, objective: $0.value) }.sorted { ($0.objective.code, $0.id) < ($1.objective.code, $1.id) }
    let actions = visit.plan.actions.filter { $0.value.owner == unit && visit.sees($0.value.objective) }
        .map { (id: $0.key, action: $0.value) }.sorted { ($0.action.code, $0.id) < ($1.action.code, $1.id) }
    guard !objectives.isEmpty || !actions.isEmpty else { return [] }
    let content = sheet(say("planning.unit-work"), width: 12) {
        if !objectives.isEmpty {
            h3 { say("planning.objectives") }
            ul { for item in objectives { li { visit.objectiveLink(item.id) } } }
        }
        if !actions.isEmpty {
            h3 { say("planning.actions") }
            ul {
                for item in actions.prefix(50) {
                    li {
                        visit.actionLink(item.id)
                        " "
                        small {
                            visit.dates(item.action.from, item.action.until); " "; statusMark(ActionStanding(item.action, on: visit.times.day).mark(say))
                        }
                        " "
                        small { delivered(index.deliverables(of: item.id).map(\.deliverable), say) }
                    }
                }
            }
        }
    }
    return [OverviewPart(order: 30, width: 12, audience: .everyone, content: content)]
}

private func delivered(_ deliverables: [Deliverable], _ say: Say) -> String {
    guard !deliverables.isEmpty else { return say(Gap.actionWithoutDeliverable.key) }
    let done = deliverables.count { $0.deliveredOn != nil }
    return say("planning.delivered-of", ["done": say.number(done), "all": say.number(deliverables.count)])
}

private func sheetOf(indicator id: ID<Indicator>, _ visit: Visit) -> [OverviewPart] {
    guard let indicator = visit.plan.indicators[id], visit.sees(id) else { return [] }
    let say = visit.say
    let content = sheet(say("planning.indicator-place"), width: 12) {
        p {
            say("planning.indicator-of"); " "; visit.objectiveLink(indicator.objective)
        }
        visit.gaps(indicator.gaps)
        visit.oddities(visit.planIndex.oddities(of: indicator).filter { $0 != .sheetContradictory })
        for fault in indicator.faults { p(.class("notice warn")) { sentence(indicator.refusal(for: fault), say) } }
        if visit.may(.planners) {
            p(.class("actions")) {
                visit.control(.planners, "\(PlanPath.indicatorSheet(id))/edit", say("planning.edit-indicator"))
                visit.control(.planners, "\(PlanPath.indicatorSheet(id))/withdraw", say("pages.withdraw"))
            }
        }
    }
    return [OverviewPart(order: 80, width: 12, audience: visit.disclosure.audience(of: id) ?? .staff, content: content)]
}

private func sentence(_ refusal: Refusal, _ say: Say) -> String { say(refusal.key, refusal.arguments) }

/// What awaits somebody in the plan: deliverables of one's unit that are due within thirty days or late; for planners, what blocks adoption.
func planTasks(_ visit: Visit) -> [TaskItem] {
    guard visit.viewer.isSignedIn else { return [] }
    // What awaits somebody awaits them now, whichever day they are reading.
    let plan = visit.present[Plan.self], day = visit.times.today, soon = day.adding(days: 30)
    var tasks: [TaskItem] = []
    if visit.viewer.has(.projectOwner) {
        let due = plan.deliverables.filter { item in
            guard item.value.deliveredOn == nil, let due = item.value.due, due <= soon, let action = plan.actions[item.value.action] else { return false }
            return action.status != .stopped && visit.viewer.has(.projectOwner, in: action.owner.map { .unit($0) } ?? .organisation)
        }
        for (id, deliverable) in due.sorted(by: { ($0.value.due ?? day, $0.key) < ($1.value.due ?? day, $1.key) }).prefix(20) {
            let key = deliverable.isOverdue(on: day) ? "planning.task.overdue" : "planning.task.due"
            tasks.append(
                TaskItem(
                    Saying(key, ["title": .content(deliverable.title)]), path: "\(PlanPath.deliverable(id))/edit", due: deliverable.due,
                    audience: .roles([.projectOwner])))
        }
    }
    if visit.viewer.isPlanner {
        for finding in planFindings(visit.present) where finding.gravity == .blocks {
            let path = finding.about.lazy.compactMap { plan.whole(of: $0) }.first.map { PlanPath.plan($0) } ?? PlanPath.plan
            tasks.append(TaskItem(finding.saying, path: path, audience: .roles([.administrator, .planner])))
        }
    }
    return tasks
}
