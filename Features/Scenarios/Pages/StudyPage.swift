import HashTreeCollections
import Journal
import Organisation
import Pages

/// A study as a document: question, driver map, axes with the four scenarios between them, each with its signposts, the stress test, sources, how it was made.
struct StudyPage {
    let visit: Visit
    let figures: StudyFigures

    static let route = Route.page("scenarios/studies/{study}", .everyone) { visit in
        let (id, _) = try visit.study()
        return StudyPage(visit: visit, figures: try visit.figures(id)).page
    }

    private var say: Say { visit.say }
    private var id: ID<ForesightStudy> { figures.id }
    private var study: ForesightStudy { figures.study }
    private var four: [ID<Scenario>] { figures.axes?.scenarios ?? [] }

    private var page: Page {
        Page(visit.plain(study.title), place: ScenarioPath.front, trail: visit.scenarioTrail()) {
            p(.class("lede")) { visit.text(study.question) }
            p { visit.standing(of: id, study) }
            controls
            contents
            if !study.introduction.isEmpty { sheet(say("scenarios.field.introduction"), id: "introduction") { p(.class("prose")) { visit.text(study.introduction) } } }
            DriverMapPart(visit: visit, figures: figures).sheet
            cross
            for scenario in four { ScenarioPart(visit: visit, figures: figures, id: scenario).sheet }
            former
            if !four.isEmpty { StressPart(visit: visit, figures: figures).sheet }
            SourcesPart(visit: visit, figures: figures).sheet
            sheet(say("scenarios.how"), id: "how") {
                p { say("scenarios.how-text", ["least": say.number(DriverSpread.least), "raters": say.number(figures.raters), "stress": say.number(figures.stressRaters)]) }
                if figures.phase == .published { p { say("scenarios.how-kept") } }
            }
            visit.aspects(of: Reference(Scenarios.self, id))
        }
    }

    private var controls: Markup {
        group {
            if visit.mayRate(id) { visit.ratingLinks(id) }
            div(.class("actions")) {
                if visit.mayChange(id) {
                    if figures.phase == .draft { visit.control(.planners, ScenarioPath.study(id, "open"), say("scenarios.open"), quiet: false) }
                    visit.control(.planners, ScenarioPath.study(id, "drivers/new"), say("scenarios.new-driver"))
                    if visit.scenarios.drivers(of: id).count > 1 { visit.control(.planners, ScenarioPath.study(id, "axes"), say("scenarios.choose-axes")) }
                    visit.control(.planners, ScenarioPath.study(id, "publish"), say("scenarios.publish"))
                    visit.control(.planners, ScenarioPath.study(id, "edit"), say("scenarios.edit-study"))
                    visit.control(.planners, ScenarioPath.study(id, "withdraw"), say("pages.withdraw"))
                }
            }
        }
    }

    private var contents: Markup {
        let parts: [(String, Markup)] =
            [study.introduction.isEmpty ? nil : ("introduction", Markup(say("scenarios.field.introduction"))), ("drivers", Markup(say("scenarios.drivers"))), ("axes", Markup(say("scenarios.axes")))]
            .compactMap { $0 } + four.map { ("future-\($0)", visit.text(visit.title(of: $0))) }
            + (four.isEmpty ? [] : [("stress", Markup(say("scenarios.stress")))]) + [("how", Markup(say("scenarios.how")))]
        return nav(.label(say("scenarios.contents"))) { ol { for (place, title) in parts { li { link("#\(place)") { title } } } } }
    }

    private var cross: Markup {
        sheet(say("scenarios.axes"), id: "axes") {
            if let axes = figures.axes {
                CrossPart(visit: visit, axes: axes).markup
                if !axes.because.isEmpty {
                    p {
                        "\(say("scenarios.axes-because")) "; visit.text(axes.because)
                    }
                }
                p { visit.tallied(four) }
                p(.class("help")) { say("scenarios.no-probability") }
            } else {
                p { say("scenarios.no-axes") }
                p(.class("note")) { visit.said(AxisProposal(figures.weighed)) }
            }
        }
    }

    /// What was written under other axes, for those who take part.
    @MarkupBuilder private var former: Markup {
        let former = visit.scenarios.formerScenarios(of: id)
        if !former.isEmpty, visit.viewer.belongs(to: .participants) {
            details {
                summary { say("scenarios.former", count: former.count) }
                ul {
                    for scenario in former {
                        li {
                            visit.link(to: scenario); " "; small { visit.ends(of: scenario) }
                        }
                    }
                }
            }
        }
    }
}
