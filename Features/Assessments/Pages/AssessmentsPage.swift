import HashTreeCollections
import Journal
import Organisation
import Pages

/// The front: what is open, what came out, the frameworks that are used, and those that come along.
struct AssessmentsPage {
    let visit: Visit

    static let route = Route.page(AssessmentPath.front, .everyone) { try AssessmentsPage(visit: $0).page }

    private var say: Say { visit.say }

    private var page: Page {
        get throws {
            let rounds = visit.assessments.roundsInOrder.filter { visit.sees($0.id) }, frameworks = visit.assessments.frameworksInOrder.filter { visit.sees($0.id) }
            let rows = try rounds.map { try row($0.id, $0.round) }
            return Page(say("assessments.title"), place: AssessmentPath.front) {
                p(.class("lede")) { say("assessments.lede") }
                div(.class("actions")) {
                    if !frameworks.isEmpty { visit.control(.planners, AssessmentPath.newRound, say("assessments.new-round"), quiet: !rounds.isEmpty) }
                    visit.control(.planners, AssessmentPath.newFramework, say("assessments.new-framework"))
                    visit.practicesLink
                }
                if rows.isEmpty { emptyState(say("assessments.none"), say("assessments.none-text")) }
                for row in rows { row }
                if !frameworks.isEmpty {
                    sheet(say("assessments.frameworks"), id: "frameworks") {
                        ul {
                            for item in frameworks {
                                li {
                                    link(visit.path(AssessmentPath.framework(item.id))) { visit.text(item.framework.title) }
                                    " "
                                    small { say("assessments.category-count", count: item.framework.categories.count) }
                                }
                            }
                        }
                    }
                }
                shipped(frameworks.map(\.framework))
            }
        }
    }

    private func row(_ id: ID<AssessmentRound>, _ round: AssessmentRound) throws -> Markup {
        let figures = try visit.figures(id), headline = Headline(visit: visit, figures: figures).sentences.first ?? ""
        return section(.class("sheet w12")) {
            h2 { link(visit.path(AssessmentPath.round(id))) { visit.text(round.title) } }
            p(.class("help")) { visit.standing(of: id, round) }
            if visit.assessments.openings[id] != nil { p { headline } }
            if visit.mayAnswer(id) { visit.answerLink(id) }
        }
    }

    /// Those that nobody has taken yet.
    @MarkupBuilder private func shipped(_ used: [Framework]) -> Markup {
        let rest = ShippedFramework.all.filter { shipped in !used.contains { $0.shipped == shipped.name } }
        if visit.may(.planners), !rest.isEmpty {
            sheet(say("assessments.shipped"), id: "shipped") {
                p(.class("help")) { say("assessments.shipped-text") }
                ul(.class("sources")) {
                    for item in rest {
                        li {
                            link("\(visit.path(AssessmentPath.newFramework))?from=\(item.name)") { say("assessments.\(item.name)") }
                            " "
                            small { say("assessments.\(item.name).text") }
                        }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// Where somebody goes on answering, or looks over what was answered.
    func answerLink(_ id: ID<AssessmentRound>) -> Markup {
        guard let round = assessments.rounds[id], let first = assessments.categories(of: round).first else { return Markup() }
        let next = nextCategory(id), isBegun = viewer.account.map { !assessments.answered(id, by: $0).isEmpty } ?? false
        let key = next == nil ? "assessments.look-over" : isBegun ? "assessments.go-on" : "assessments.answer"
        return div(.class("actions")) {
            Pages.link(path(AssessmentPath.round(id, "answer/\((next ?? first).id)")), .class(next == nil ? "button quiet" : "button")) { say(key) }
        }
    }
}
