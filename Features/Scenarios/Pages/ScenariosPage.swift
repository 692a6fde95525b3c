import HashTreeCollections
import Journal
import Organisation
import Pages

/// The front: what awaits an answer, and the studies, the newest first, with where each stands.
struct ScenariosPage {
    let visit: Visit

    static let route = Route.page(ScenarioPath.front, .everyone) { ScenariosPage(visit: $0).page }

    private var say: Say { visit.say }
    private var scenarios: Scenarios { visit.scenarios }

    private var page: Page {
        let studies = scenarios.studiesInOrder.filter { visit.sees($0.id) }
        return Page(say("scenarios.title"), place: ScenarioPath.front) {
            p(.class("lede")) { say("scenarios.lede") }
            div(.class("actions")) {
                visit.control(.planners, ScenarioPath.newStudy, say("scenarios.new-study"), quiet: studies.contains { scenarios.phase(of: $0.id) != .published })
                if !studies.isEmpty { link(visit.path(ScenarioPath.signposts), .class("button quiet")) { say("scenarios.all-signposts") } }
            }
            if studies.isEmpty {
                emptyState(say("scenarios.none"), say("scenarios.none-text"))
            } else {
                for item in studies { row(item.id, item.study) }
            }
        }
    }

    private func row(_ id: ID<ForesightStudy>, _ study: ForesightStudy) -> Markup {
        let four = scenarios.scenarios(of: id)
        return section(.class("sheet w12")) {
            h2 { link(visit.path(ScenarioPath.study(id))) { visit.text(study.title) } }
            p { visit.text(study.question) }
            p(.class("help")) { [visit.standing(of: id, study), visit.tallied(four)].filter { !$0.isEmpty }.joined(separator: " ") }
            if visit.mayRate(id) { visit.ratingLinks(id) }
        }
    }
}

extension Visit {
    /// *Published on 3 May 2025. Looks at 2035. 10 drivers, 21 raters.*
    func standing(of id: ID<ForesightStudy>, _ study: ForesightStudy) -> String {
        let standing = scenarios.publications[id].map { say("scenarios.published-on", ["day": say.day($0.on)]) } ?? say("scenarios.phase.\(scenarios.phase(of: id).rawValue)")
        let ahead = study.horizon.map { say("scenarios.looks-at", ["year": "\($0)"]) } ?? ""
        let count = scenarios.drivers(of: id).count, raters = StudyFigures(id, in: organisation)?.raters ?? 0
        return [standing, ahead, say("scenarios.driver-count", count: count), say("scenarios.rater-count", count: raters)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Which one unfolds, as far as its signposts tell: counts, and no likelihood.
    func tallied(_ four: [ID<Scenario>]) -> String {
        let tallies = four.map { (id: $0, tally: scenarios.tally(of: $0)) }.filter { $0.tally.of > 0 }
        guard tallies.contains(where: { $0.tally.seen > 0 }) else { return four.isEmpty ? "" : say("scenarios.none-seen") }
        return say("scenarios.tallies", ["list": say.list(tallies.map { say("scenarios.tally", ["title": plain(title(of: $0.id)), "n": say.number($0.tally.seen), "of": say.number($0.tally.of)]) })])
    }

    /// Where somebody goes on rating.
    func ratingLinks(_ id: ID<ForesightStudy>) -> Markup {
        let drivers = scenarios.drivers(of: id)
        let next = onlyRater.flatMap { rater in drivers.first { scenarios.ratings[$0.id]?[rater]?.rating.isFull != true } } ?? drivers.first
        return div(.class("actions")) {
            if let next { Pages.link(path(ScenarioPath.driver(next.id, "rate")), .class("button quiet")) { say("scenarios.rate-drivers") } }
            if !scenarios.scenarios(of: id).isEmpty { Pages.link(path(ScenarioPath.study(id, "stress")), .class("button quiet")) { say("scenarios.take-stress") } }
        }
    }
}
