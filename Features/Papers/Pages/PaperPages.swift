import Journal
import Organisation
import Pages

/// The paper of today: the newest draft for those who write it, otherwise what the figures alone say.
func livePaperPage(_ visit: Visit) throws -> Page {
    let papers = visit.organisation[Papers.self]
    let draft = visit.viewer.isStaff ? papers.newestDraft : nil
    let sheet = PaperSheet(visit, draft.flatMap { papers.draft($0) })
    return Page(visit.say("papers.title"), place: PaperPath.papers) {
        if let sheet, sheet.isFor(visit.viewer) {
            p(.class("lede")) { visit.say(draft == nil ? "papers.live-lede" : "papers.draft-lede") }
            draft.map { controls($0, visit) } ?? div(.class("actions")) { visit.control(.planners, PaperPath.new, visit.say("papers.new")) }
            finalised(visit)
            sheet.markup(editing: draft, at: PaperPath.papers)
        } else {
            emptyState(visit.say("papers.empty"), visit.say("papers.empty-text")) {
                visit.control(.planners, "plan", visit.say("papers.to-plan"), quiet: false)
            }
            finalised(visit)
        }
    }
}

/// One paper: a draft for those who write it, a finalised one for whoever it is for.
func paperPage(_ visit: Visit) throws -> Page {
    let id: ID<Paper> = try visit.id("paper"), papers = visit.organisation[Papers.self]
    if let final = papers.final(id), visit.viewer.belongs(to: final.audience) {
        return Page(visit.plain(final.title), place: PaperPath.papers, trail: trail(visit)) {
            p(.class("lede")) { visit.say("papers.final-lede") }
            PaperSheet(visit, final).markup(editing: nil, at: PaperPath.paper(id))
            visit.aspects(of: Reference(Papers.self, id))
        }
    }
    guard let paper = papers.draft(id), visit.viewer.isStaff, let sheet = PaperSheet(visit, paper) else { throw Missing() }
    return Page(visit.plain(paper.title), place: PaperPath.papers, trail: trail(visit)) {
        p(.class("lede")) { visit.say("papers.draft-lede") }
        controls(id, visit)
        sheet.markup(editing: id, at: PaperPath.paper(id))
        visit.aspects(of: Reference(Papers.self, id))
    }
}

private func controls(_ id: ID<Paper>, _ visit: Visit) -> Markup {
    div(.class("actions")) {
        visit.control(.planners, PaperPath.paper(id, "edit"), visit.say("papers.edit-title"))
        visit.control(.planners, PaperPath.paper(id, "finalise"), visit.say("papers.finalise"))
        visit.control(.planners, PaperPath.paper(id, "withdraw"), visit.say("papers.withdraw"))
        visit.control(.planners, PaperPath.new, visit.say("papers.new"))
    }
}

/// The finalised papers, newest first.
private func finalised(_ visit: Visit) -> Markup {
    let finals = visit.organisation[Papers.self].finalsInOrder.filter { visit.viewer.belongs(to: $0.final.audience) }
    if finals.isEmpty { return Markup() }
    return sheet(visit.say("papers.finalised")) {
        ul {
            for (id, final) in finals.prefix(50) {
                li {
                    link(visit.path(PaperPath.paper(id))) { visit.text(final.title) }
                    " "
                    small { visit.say("papers.source", ["day": visit.say.day(final.asOf), "position": visit.say.number(final.position)]) }
                }
            }
        }
    }
}
