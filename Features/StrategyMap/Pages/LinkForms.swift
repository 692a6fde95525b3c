import HashTreeCollections
import Journal
import Organisation
import Pages

func newLinkForm(_ visit: Visit) throws -> Form {
    linkForm(visit, nil, title: visit.say("strategymap.draw"))
}

func editLinkForm(_ visit: Visit) throws -> Form {
    let id: ID<CauseLink> = try visit.id("link")
    guard let link = visit.plan.links[id] else { throw Missing() }
    return linkForm(visit, link, title: visit.say("strategymap.redraw"))
}

func withdrawLinkForm(_ visit: Visit) throws -> Form {
    let id: ID<CauseLink> = try visit.id("link"), say = visit.say
    guard let link = visit.plan.links[id] else { throw Missing() }
    var form = Form(
        say("strategymap.withdraw"), lede: say("strategymap.link-names", ["from": name(link.from, visit), "to": name(link.to, visit)]), place: "map",
        trail: [(say("strategymap.title"), "map")], submit: say("pages.withdraw"), cancel: "map",
        fields: [Field("because", say("pages.withdraw-why"), .text(rows: 3), required: true, help: say("pages.withdraw-why-help"))])
    form.isDangerous = true
    return form
}

private func linkForm(_ visit: Visit, _ link: CauseLink?, title: String) -> Form {
    let say = visit.say, languages = visit.register.profile?.languages ?? [.en]
    return Form(
        title, lede: say("strategymap.link-lede"), place: "map", trail: [(say("strategymap.title"), "map")], submit: say("pages.save"), cancel: "map",
        fields: [
            Field("from", say("strategymap.from"), .choice(choices(visit)), value: link?.from.text ?? "", required: true),
            Field("to", say("strategymap.to"), .choice(choices(visit)), value: link?.to.text ?? "", required: true),
            .localized(
                "assumption", say("strategymap.assumption"), link?.assumption ?? .empty, rows: 3, languages: languages,
                help: say("strategymap.assumption-help")),
        ])
}

private func choices(_ visit: Visit) -> [Choice] {
    let running = visit.plan.plan(runningOn: visit.times.day)
    let plans = visit.plan.plansInOrder.sorted { a, _ in a.id == running }
    return [Choice("", visit.say("strategymap.choose"))]
        + plans.flatMap { visit.plan.objectives(of: $0.id) }.map { Choice($0.id.text, "\($0.objective.code) \(visit.plain($0.objective.title))") }
}

/// Code and title, as the map names it.
func name(_ objective: ID<Objective>, _ visit: Visit) -> String {
    visit.plan.objectives[objective].map { "\($0.code) \(visit.plain($0.title))" } ?? objective.text
}
