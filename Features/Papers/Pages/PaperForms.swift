import Journal
import Organisation
import Pages

func newPaperForm(_ visit: Visit) throws -> Form {
    let say = visit.say
    let title = Localized(say("papers.default-title", ["month": say.month(visit.times.day)]), visit.language)
    return Form(
        say("papers.new"), lede: say("papers.new-lede"), place: PaperPath.papers, trail: trail(visit), submit: say("papers.start"),
        cancel: PaperPath.papers, fields: titleBlock(visit, title, nil))
}

func paperForm(_ visit: Visit) throws -> Form {
    let (id, paper) = try draft(visit)
    return Form(
        visit.say("papers.edit-title"), place: PaperPath.papers, trail: trail(visit, id, paper), submit: visit.say("pages.save"),
        cancel: PaperPath.paper(id), fields: titleBlock(visit, paper.title, paper.date))
}

func sectionForm(_ visit: Visit) throws -> Form {
    let (id, paper) = try draft(visit), say = visit.say
    guard let name = visit.parameters["section"].flatMap({ SectionName($0) }),
        let figures = PaperFigures(visit.organisation, visit.progress, visit.disclosure, visit.house.priorities(on: visit.ballotGround), on: visit.times.day),
        let section = Composer(figures: figures, say: say, plain: visit.plain).sections.first(where: { $0.name == name })
    else { throw Missing() }
    let edit = paper.edit(of: name)
    let placings = SectionEdit.Placing.allCases.map { Choice($0.rawValue, say("papers.placing.\($0.rawValue)")) }
    return Form(
        section.title, lede: say("papers.section-lede"), place: PaperPath.papers, trail: trail(visit, id, paper), submit: say("pages.save"),
        cancel: PaperPath.paper(id),
        fields: [
            Field("placing", say("papers.placing"), .choice(placings), value: (edit?.placing ?? .after).rawValue, required: true),
            .localized(
                "text", say("papers.own-text"), edit?.text ?? .empty, rows: 6, languages: visit.languages,
                help: say("papers.own-text-help")),
        ]
    ) {
        h2 { say("papers.composed") }
        for paragraph in section.paragraphs { p { paragraph.text } }
    }
}

func finaliseForm(_ visit: Visit) throws -> Form {
    let (id, paper) = try draft(visit)
    return Form(
        visit.say("papers.finalise"), lede: visit.say("papers.finalise-lede"), place: PaperPath.papers, trail: trail(visit, id, paper),
        submit: visit.say("papers.finalise"), cancel: PaperPath.paper(id), fields: [Field("seen", "", .hidden, value: try paper.fingerprint)]
    ) {
        // What becomes final is read before it does, in the state that is sent along.
        PaperSheet(visit, paper)?.markup(editing: nil, at: PaperPath.paper(id)) ?? Markup()
    }
}

func withdrawForm(_ visit: Visit) throws -> Form {
    let (id, paper) = try draft(visit), say = visit.say
    return .withdrawing(
        say("papers.withdraw"), place: PaperPath.papers, trail: trail(visit, id, paper), cancel: PaperPath.paper(id), say)
}

private func draft(_ visit: Visit) throws(Missing) -> (id: ID<Paper>, paper: Paper) {
    let id: ID<Paper> = try visit.id("paper")
    guard let paper = visit.organisation[Papers.self].draft(id) else { throw Missing() }
    return (id, paper)
}

private func titleBlock(_ visit: Visit, _ title: Localized, _ date: Day?) -> [Field] {
    [
        .localized("title", visit.say("papers.field.title"), title, languages: visit.languages, required: true),
        Field("date", visit.say("papers.field.date"), .day, value: date.map { "\($0)" }, help: visit.say("papers.field.date-help")),
    ]
}

func trail(_ visit: Visit, _ id: ID<Paper>? = nil, _ paper: Paper? = nil) -> [(title: String, path: String)] {
    let first = [(title: visit.say("papers.title"), path: PaperPath.papers)]
    guard let id, let paper else { return first }
    return first + [(visit.plain(paper.title), PaperPath.paper(id))]
}
