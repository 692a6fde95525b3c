import HashTreeCollections
import Journal
import Organisation
import Pages

/// The records of ideas from an earlier register, with the ways in and out.
struct IdeasPage {
    let visit: Visit

    static let route = Route.page(IdeaPath.front, .everyone) { IdeasPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        // What is not there and what is not for this reader look the same.
        let all = visit.seesIdeas ? visit.ledger.inOrder : [], paging = Paging(count: all.count, asked: visit.query["page"])
        return Page(say("assessments.ideas"), place: AssessmentPath.front, trail: visit.assessmentTrail()) {
            p(.class("lede")) { say("assessments.ideas.lede") }
            div(.class("actions")) {
                visit.control(.planners, "imports/ideas", say("assessments.ideas.from-file"), quiet: !all.isEmpty)
                visit.control(.planners, IdeaPath.new, say("assessments.ideas.new"))
                visit.control(.planners, IdeaPath.measures, say("assessments.ideas.measures"))
            }
            if all.isEmpty {
                emptyState(say("assessments.ideas.none"), say("assessments.ideas.none-text"))
            } else {
                sheet(say("assessments.ideas.count", count: all.count), id: "ideas") {
                    if paging.pages > 1 { p(.class("help")) { say("assessments.ideas.newest-first") } }
                    table(paging.part(of: all))
                    paging.markup(visit, path: IdeaPath.front)
                }
            }
        }
    }

    private func table(_ shown: ArraySlice<(id: ID<EarlierIdea>, idea: EarlierIdea)>) -> Markup {
        scrollingTable(say("assessments.ideas.caption"), id: "idea-table") {
            headings(
                [IdeaField.title, .putIn, .origin, .screened, .decided, .funded, .firstUse].map { (say("assessments.ideas.field.\($0.rawValue)"), false) } + [
                    (say("assessments.ideas.users"), true), (say("assessments.ideas.field.ended"), false),
                ])
            tbody { for item in shown { row(item.id, item.idea) } }
        }
    }

    private func row(_ id: ID<EarlierIdea>, _ idea: EarlierIdea) -> Markup {
        func day(_ day: Day?) -> String { day.map { say.shortDay($0) } ?? "–" }
        return tr {
            th(.scope("row"), .id(id.text)) {
                link(visit.path(IdeaPath.idea(id))) {
                    // A code is of no language.
                    if idea.title.isEmpty { element("bdi", []) { id.text } } else { visit.text(idea.title) }
                }
                if visit.may(.planners) {
                    " "
                    small {
                        link(visit.path(IdeaPath.idea(id, "edit"))) { say("assessments.ideas.edit-it") }
                        " "
                        link(visit.path(IdeaPath.idea(id, "remove"))) { say("assessments.remove-it") }
                    }
                }
            }
            td { day(idea.putIn) }
            td { say("assessments.ideas.source.\(idea.source.rawValue)") }
            td { idea.screened.map { "\(say.shortDay($0)) · \(say("assessments.ideas.passed.\(idea.isPassed == true ? "yes" : "no")"))" } ?? "–" }
            td { day(idea.decided) }
            td { day(idea.funded) }
            td { day([idea.firstUse, idea.uses.map(\.on).min()].compactMap { $0 }.min()) }
            td(.class("n")) { say.number(idea.uses.count) }
            td { idea.because.map { say("assessments.ideas.ended.\($0.rawValue)") } ?? "–" }
        }
    }
}
