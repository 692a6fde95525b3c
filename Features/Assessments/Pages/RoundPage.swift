import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// A round: who is asked, how far oneself is, and, as far as enough answered, what came out.
struct RoundPage {
    let visit: Visit
    let figures: RoundFigures

    static let route = Route.page("assessments/rounds/{round}", .everyone) { visit in
        let (id, _) = try visit.round()
        return try RoundPage(visit: visit, figures: try visit.figures(id)).page
    }

    private var say: Say { visit.say }
    private var id: ID<AssessmentRound> { figures.id }
    private var round: AssessmentRound { figures.round }
    private var phase: Assessments.Phase { visit.assessments.phase(of: id) }

    private var page: Page {
        get throws {
            let earlier = visit.assessments.rounds(before: id).filter { visit.sees($0) }, chosen = earlier.first { $0.text == visit.query["before"] } ?? earlier.first
            let results = ResultsPart(visit: visit, figures: figures, before: try chosen.map { try visit.figures($0) }, earlier: earlier)
            let chain = ValueChainPart(visit: visit, figures: figures)
            let others = try OtherFrameworks(visit: visit, figures: figures).markup
            return Page(visit.plain(round.title), place: AssessmentPath.front, trail: visit.trail(to: round.framework)) {
                if !round.purpose.isEmpty { p(.class("lede")) { visit.text(round.purpose) } }
                p { visit.standing(of: id, round) }
                controls
                own
                if phase == .open {
                    p(.class("note")) { say("assessments.while-open") }
                    if visit.viewer.isStaff { p { figures.respondents.map { say("assessments.so-far", count: $0) } ?? say("assessments.so-far-few", count: figures.least) } }
                }
                if phase == .closed || phase == .published {
                    chain.headline
                    results.sheet
                    chain.sheet
                    OwnView(visit: visit, figures: figures).sheet
                    PartsPart(visit: visit, figures: figures).sheet
                    LeversPart(visit: visit, figures: figures).sheet
                }
                if phase != .draft { GapsPart(visit: visit, figures: figures).sheet }
                if phase == .closed || phase == .published { others }
                asked
                sheet(say("assessments.how"), id: "how") {
                    p { say("assessments.how-text", count: figures.least) }
                    p { say("assessments.rule.\(figures.framework.rule.rawValue).how") }
                }
                visit.aspects(of: Reference(Assessments.self, id))
            }
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            switch phase {
            case .draft: visit.control(.planners, AssessmentPath.round(id, "open"), say("assessments.open"), quiet: false)
            case .open:
                visit.control(.planners, AssessmentPath.round(id, "close"), say("assessments.close"))
                visit.control(.planners, AssessmentPath.round(id, "sheets/new"), say("assessments.new-sheet"))
            case .closed: visit.control(.planners, AssessmentPath.round(id, "publish"), say("assessments.publish"), quiet: false)
            case .published: Markup()
            }
            if phase == .draft || phase == .open { visit.control(.planners, AssessmentPath.round(id, "edit"), say("assessments.edit-round")) }
            if phase != .published { visit.control(.planners, AssessmentPath.round(id, "withdraw"), say("pages.withdraw")) }
            if phase == .closed || phase == .published { link(visit.path(AssessmentPath.round(id, "results.csv")), .class("button quiet")) { say("assessments.as-file") } }
        }
    }

    /// *answered*, *1 of 2 statements*, *still open*
    private func progress(_ category: Category, _ scores: [Score]?) -> String {
        guard let scores else { return say("assessments.open-yet") }
        guard category.isFilled(by: scores) else { return say("assessments.filled-partly", ["n": say.number(scores.count), "of": say.number(category.statements.count)]) }
        return say("assessments.answered-it")
    }

    /// How far the reader is; whose Member may be compared.
    @MarkupBuilder private var own: Markup {
        if visit.mayAnswer(id), let account = visit.viewer.account {
            let given = visit.assessments.answered(id, by: account), all = figures.categories
            sheet(say("assessments.your-answers"), id: "own") {
                p { say("assessments.own-progress", count: all.count { $0.isFilled(by: given[$0.id]) }, ["of": say.number(all.count)]) }
                visit.answerLink(id)
                ul {
                    for category in all {
                        li {
                            link(visit.path(AssessmentPath.round(id, "answer/\(category.id)"))) { visit.text(category.title) }
                            " "
                            small { progress(category, given[category.id]) }
                        }
                    }
                }
                div(.class("actions")) {
                    if !given.isEmpty {
                        if AnswerForms.asksForSeat(visit, round) { link(visit.path(AssessmentPath.round(id, "seat")), .class("button quiet")) { say("assessments.seat") } }
                        link(visit.path(AssessmentPath.round(id, "take-back")), .class("button quiet")) { say("assessments.take-back") }
                    }
                    if !visit.viewer.asked(among: round).filter(visit.viewer.administrations.contains).isEmpty, round.groups.contains(where: { $0.kind == .members }) {
                        link(visit.path(AssessmentPath.round(id, "consent")), .class("button quiet")) { say("assessments.consent") }
                    }
                }
            }
        }
    }

    private var asked: Markup {
        let register = visit.register
        let members = round.members.isEmpty ? say("assessments.all-members") : say.list(round.members.map { visit.plain(register.name(of: $0)) })
        return sheet(say("assessments.asked"), id: "asked") {
            facts([
                (say("assessments.field.framework"), link(visit.path(AssessmentPath.framework(round.framework))) { visit.text(figures.framework.title) }),
                (say("assessments.groups"), Markup(say.list(round.groups.map { visit.plain($0.title) }))),
                (say("assessments.field.units"), Markup(say.list(round.units.map { visit.plain(register.name(of: $0)) }))),
                (say("assessments.field.members"), round.groups.contains { $0.kind == .members } ? Markup(members) : Markup()), (say("assessments.field.least"), Markup(say.number(figures.least))),
            ])
        }
    }
}
