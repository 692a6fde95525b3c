import HashTreeCollections
import Journal
import Organisation
import Pages

/// The strategy map of a plan: the one asked for, or the one that runs on the day being read.
func mapPage(_ visit: Visit) throws -> Page {
    let say = visit.say
    guard let id = try asked(visit) ?? visit.mappedPlan, let plan = visit.plan.plans[id] else {
        return Page(say("strategymap.title"), place: "map") {
            emptyState(say("strategymap.empty-title"), say("strategymap.empty")) { visit.control(.planners, "imports/stratml", say("strategymap.empty-import")) }
        }
    }
    return Page(say("strategymap.title-of", ["plan": visit.plain(plan.title)]), place: "map") {
        p(.class("lede")) { sentence(id, visit) }
        remark(visit.text(plan.note))
        otherPlans(id, visit)
        section(.class("sheet map")) { layeredMap(MapDrawing(id, visit).map, in: frame(id, visit)) }
        div(.class("actions")) {
            if visit.may(.planners) {
                link(visit.path("map/links/new", ["plan": id.text]), .class("button quiet")) { say("strategymap.draw") }
            }
            link(visit.path("plan/plans/\(id)"), .class("button quiet")) { say("strategymap.to-plan") }
        }
        LinkTable(id, visit).markup
        findingsSheet(findings(on: visit.plan, id).filter { visit.seesAll(of: $0) }, visit)
    }
}

private func asked(_ visit: Visit) throws(Missing) -> ID<StrategicPlan>? {
    guard visit.parameters["plan"] != nil else { return nil }
    let id: ID<StrategicPlan> = try visit.id("plan")
    guard visit.sees(id) else { throw Missing() }
    return id
}

extension Visit {
    /// The plan that runs on the day read, or else the newest that this reader may see.
    var mappedPlan: ID<StrategicPlan>? {
        plan.plan(runningOn: times.day).flatMap { sees($0) ? $0 : nil } ?? plan.plansInOrder.first { sees($0.id) }?.id
    }

    /// Links of which this reader may see both ends.
    func linksSeen(of id: ID<StrategicPlan>) -> [(id: ID<CauseLink>, link: CauseLink)] {
        plan.links(of: id).filter { sees($0.link.from) && sees($0.link.to) }
    }

    /// A finding names the objectives that it is about.
    func seesAll(of finding: Finding) -> Bool {
        finding.about.compactMap { ID<Objective>($0.id) }.filter { plan.objectives[$0] != nil }.allSatisfy { sees($0) }
    }
}

private func frame(_ id: ID<StrategicPlan>, _ visit: Visit) -> ChartFrame {
    ChartFrame(id: "map", finding: finding(id, visit), tableLabel: visit.say("strategymap.as-table"), isRightToLeft: visit.language.isRightToLeft)
}

/// What the plan is made of.
private func sentence(_ id: ID<StrategicPlan>, _ visit: Visit) -> String {
    let say = visit.say, rows = visit.plan.objectives(of: id).filter { visit.sees($0.id) }
    let functions = rows.filter { visit.plan.perspectives[$0.objective.perspective]?.kind == .functions }.count
    let areas = visit.plan.focusAreas(of: id).count
    return [
        say("strategymap.objectives", count: rows.count - functions), functions > 0 ? say("strategymap.functions", count: functions) : "",
        areas > 0 ? say("strategymap.areas", count: areas) : "", say("strategymap.pick"),
    ].filter { !$0.isEmpty }.joined(separator: " ")
}

/// How it stands, in one sentence that the drawing then shows.
private func finding(_ id: ID<StrategicPlan>, _ visit: Visit) -> String {
    let say = visit.say
    let measured = visit.plan.objectives(of: id).filter { visit.sees($0.id) }.compactMap { visit.progress(of: Reference(Plan.self, $0.id)) }
    guard measured.contains(where: { $0.status != .noData }) else { return say("strategymap.finding-none") }
    func count(_ status: Progress.Status) -> String { say.number(measured.filter { $0.status == status }.count) }
    return say(
        "strategymap.finding-status", count: measured.count,
        ["on": count(.onTrack), "risk": count(.atRisk), "off": count(.offTrack), "none": count(.noData)])
}

private func otherPlans(_ id: ID<StrategicPlan>, _ visit: Visit) -> Markup {
    let others = visit.plan.plansInOrder.filter { $0.id != id && visit.sees($0.id) }
    return others.isEmpty
        ? Markup()
        : p {
            visit.say("strategymap.other-plans")
            for other in others { " "; link(visit.path("map/\(other.id)")) { visit.text(other.plan.title) } }
        }
}
