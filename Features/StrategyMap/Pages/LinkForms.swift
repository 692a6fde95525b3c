import HashTreeCollections
import Journal
import Organisation
import Pages

func newLinkForm(_ visit: Visit) throws -> Form {
    let from = visit.query["from"].flatMap { ID<Objective>($0) }.flatMap { visit.plan.objectives[$0] == nil ? nil : $0 }
    let asked = visit.query["plan"].flatMap { ID<StrategicPlan>($0) }.flatMap { visit.plan.plans[$0] == nil ? nil : $0 }
    guard let plan = from.flatMap({ visit.plan.plan(of: $0) }) ?? asked ?? visit.plan.plan(runningOn: visit.times.day) else { throw Missing() }
    return linkForm(visit, plan, LinkEnds(visit.plan, of: plan, from: from), nil, title: visit.say("strategymap.draw"))
}

func editLinkForm(_ visit: Visit) throws -> Form {
    let id: ID<CauseLink> = try visit.id("link")
    guard let link = visit.plan.links[id], let plan = visit.plan.plan(of: link.from) else { throw Missing() }
    return linkForm(
        visit, plan, LinkEnds(visit.plan, of: plan, from: link.from, except: id), link, title: visit.say("strategymap.redraw"))
}

func withdrawLinkForm(_ visit: Visit) throws -> Form {
    let id: ID<CauseLink> = try visit.id("link"), say = visit.say
    guard let link = visit.plan.links[id] else { throw Missing() }
    return .withdrawing(
        say("strategymap.withdraw"), lede: say("strategymap.link-names", ["from": name(link.from, visit), "to": name(link.to, visit)]), place: "map",
        trail: [(say("strategymap.title"), "map")], cancel: visit.plan.plan(of: link.from).map { "map/\($0)" } ?? "map", say)
}

private func linkForm(_ visit: Visit, _ plan: ID<StrategicPlan>, _ ends: LinkEnds, _ link: CauseLink?, title: String) -> Form {
    let say = visit.say
    var despite = Field("despite", say("strategymap.despite"), .flag, help: say("strategymap.despite-help"))
    despite.fold = say("strategymap.despite-fold")
    return Form(
        title, lede: say("strategymap.link-lede"), place: "map", trail: [(say("strategymap.title"), "map")], submit: say("pages.save"),
        cancel: "map/\(plan)",
        fields: [
            Field(
                "from", say("strategymap.from"), .choice(choices(ends.starts, visit)), value: (link?.from ?? ends.from)?.text ?? "",
                required: true, help: link == nil ? "" : say("strategymap.from-help")),
            Field("to", say("strategymap.to"), .choice(choices(ends.goals, visit)), value: link?.to.text ?? "", required: true),
            .localized(
                "assumption", say("strategymap.assumption"), link?.assumption ?? .empty, rows: 3, languages: visit.languages,
                help: say("strategymap.assumption-help")),
            despite,
        ]
    ) {
        if ends.goals.isEmpty { p(.class("notice warn")) { say("strategymap.no-ends") } }
    }
}

/// Perspective by perspective, from the top of the map down; with one possibility there is nothing to choose.
private func choices(_ objectives: [ID<Objective>], _ visit: Visit) -> [Choice] {
    let possible = objectives.compactMap { id -> Choice? in
        guard let perspective = visit.plan.objectives[id].flatMap({ visit.plan.perspectives[$0.perspective] }) else { return nil }
        return Choice(id.text, name(id, visit), group: visit.plain(perspective.name))
    }
    return possible.count == 1 ? possible : [Choice("", visit.say("strategymap.choose"))] + possible
}

/// Code and title, as the map names it.
func name(_ objective: ID<Objective>, _ visit: Visit) -> String {
    visit.plan.objectives[objective].map { $0.code.isEmpty ? visit.plain($0.title) : "\($0.code) \(visit.plain($0.title))" } ?? objective.text
}
