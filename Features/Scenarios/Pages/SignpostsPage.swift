import HashTreeCollections
import Journal
import Organisation
import Pages

/// All signposts of the studies that a reader may see: what has come true, what awaits an answer, what is watched.
struct SignpostsPage {
    enum List: String, CaseIterable { case all, unanswered, seen, due, watched }

    let visit: Visit

    static let route = Route.page(ScenarioPath.signposts, .everyone) { SignpostsPage(visit: $0).page }

    private var say: Say { visit.say }
    private var scenarios: Scenarios { visit.scenarios }

    private var page: Page {
        let list = visit.query["list"].flatMap(List.init) ?? .all, chosen = chosen(list), paging = Paging(count: chosen.count, asked: visit.query["page"])
        return Page(say("scenarios.all-signposts"), place: ScenarioPath.front, trail: visit.scenarioTrail()) {
            p(.class("lede")) { say("scenarios.signposts-lede") }
            chips(say("scenarios.lists"), List.allCases.map { (say("scenarios.list.\($0.rawValue)"), visit.path(ScenarioPath.signposts, $0 == .all ? [:] : ["list": $0.rawValue]), $0 == list) })
            if chosen.isEmpty { emptyState(say("scenarios.no-signposts"), say("scenarios.no-signposts-text")) }
            ul {
                for item in paging.part(of: chosen) {
                    li {
                        if let study = scenarios.study(of: item.signpost) {
                            SignpostList(visit: visit, study: study, items: [], isWhole: true).one(item.id, item.signpost)
                            p {
                                visit.link(to: item.signpost.scenario); " · "
                                link(visit.path(ScenarioPath.study(study))) { scenarios.studies[study].map { visit.text($0.title) } ?? Markup(study.text) }
                            }
                        }
                    }
                }
            }
            paging.markup(visit, path: ScenarioPath.signposts, query: list == .all ? [:] : ["list": list.rawValue])
        }
    }

    private func chosen(_ list: List) -> [(id: ID<Signpost>, signpost: Signpost)] {
        scenarios.standingSignposts.filter { item in
            guard scenarios.study(of: item.signpost).map({ visit.sees($0) }) == true else { return false }
            let isSeen = scenarios.sightings[item.id] != nil
            switch list {
            case .all: return true
            case .unanswered: return scenarios.isUnanswered(item.id)
            case .seen: return isSeen
            case .due: return scenarios.isDue(item.id, on: visit.times.day)
            case .watched: return !isSeen && !scenarios.isGivenUp(item.id)
            }
        }.sorted { a, b in
            let one = scenarios.watchedUntil(a.id) ?? .beginning, other = scenarios.watchedUntil(b.id) ?? .beginning
            return one == other ? a.id < b.id : one < other
        }
    }
}
