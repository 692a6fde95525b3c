import Journal
import Organisation
import Pages

/// The thread as a whole: how much of it is connected, what is missing, and a way to find a thing by its name.
func threadOverviewPage(_ visit: Visit) -> Page {
    let graph = ThreadGraph(visit.thread)
    return Page(visit.say("goldenthread.title"), place: GoldenThread.place) {
        if graph.nodes.isEmpty {
            emptyState(visit.say("goldenthread.empty"), visit.say("goldenthread.empty-text"))
        } else {
            ThreadOverview(visit: visit, graph: graph, survey: ThreadSurvey(graph)).markup
        }
    }
}

private struct ThreadOverview {
    let visit: Visit
    let graph: ThreadGraph
    let survey: ThreadSurvey

    private var say: Say { visit.say }
    private var all: Int { graph.nodes.count }

    @MarkupBuilder var markup: Markup {
        p(.class("lede")) {
            say("goldenthread.what")
            " "
            say("goldenthread.lede", count: all, ["connected": say.number(survey.connected)])
            " "
            say("goldenthread.lede-gaps", count: Set(survey.gaps.flatMap(\.places)).count)
        }
        div(.class("grid")) {
            sheet(say("goldenthread.find"), width: 12) {
                findForm
                if let list = chosen {
                    ThreadList(visit: visit, graph: graph, places: list.places, title: list.title, query: list.query).markup
                }
            }
            sheet(say("goldenthread.gaps"), width: 12, id: "gaps") { gaps }
            ends(say("goldenthread.without-origin"), say("goldenthread.without-origin-text"), survey.withoutOrigin, ["ends": "origin"])
            ends(say("goldenthread.without-result"), say("goldenthread.without-result-text"), survey.withoutResult, ["ends": "result"])
        }
    }

    private var findForm: Markup {
        element(
            "form", [.class("form"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(GoldenThread.place)")]
        ) {
            if let day = visit.times.asOf { void("input", .type("hidden"), .name("as-of"), .value("\(day)")) }
            if let day = visit.times.knownOn { void("input", .type("hidden"), .name("known-on"), .value("\(day)")) }
            div(.class("field")) {
                label(.for("find")) { say("goldenthread.find-label") }
                p(.class("help"), .id("find-help")) { say("goldenthread.find-help") }
                void(
                    "input", .type("search"), .id("find"), .name("q"), .value(visit.query["q"] ?? ""), .describedBy("find-help"),
                    Attribute("maxlength", "100"))
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { say("goldenthread.find-button") } }
        }
    }

    /// What the reader asked to see a list of.
    private var chosen: (title: String, places: [Int], query: [String: String])? {
        if let text = visit.query["q"]?.prefix(100), !text.isEmpty {
            let found = graph.find(String(text))
            return (say("goldenthread.found", count: found.count, ["text": String(text)]), found, ["q": String(text)])
        }
        if let key = visit.query["gap"], let gap = survey.gaps.first(where: { $0.key == key }) {
            return (say.naming(say(key), say.number(gap.places.count)), gap.places, ["gap": key])
        }
        return switch visit.query["ends"] {
        case "origin": (say("goldenthread.without-origin"), survey.withoutOrigin, ["ends": "origin"])
        case "result": (say("goldenthread.without-result"), survey.withoutResult, ["ends": "result"])
        default: nil
        }
    }

    @MarkupBuilder private var gaps: Markup {
        if survey.gaps.isEmpty {
            p { say("goldenthread.no-gaps-at-all") }
        }
        for gap in survey.gaps {
            h3 {
                span(.class("gap")) { say(gap.key) }
                " \(say.number(gap.places.count)) \(say("pages.of-all", ["n": say.number(all)]))"
            }
            first(gap.places, ["gap": gap.key])
        }
    }

    private func ends(_ title: String, _ text: String, _ places: [Int], _ query: [String: String]) -> Markup {
        sheet(title, width: 6) {
            p {
                strong { say.number(places.count) }
                " \(say("pages.of-all", ["n": say.number(all)])). \(text)"
            }
            first(places, query)
        }
    }

    @MarkupBuilder private func first(_ places: [Int], _ query: [String: String]) -> Markup {
        if !places.isEmpty {
            ul {
                for place in places.prefix(20) { li { threadLink(graph.nodes[place], visit) } }
                if places.count > 20 {
                    li { link(visit.path(GoldenThread.place, query)) { say("goldenthread.all", count: places.count) } }
                }
            }
        }
    }
}

/// A thing by its kind and name, leading to its thread.
func threadLink(_ node: Node, _ visit: Visit) -> Markup {
    group {
        small { visit.say(node.kind) }
        " "
        link(visit.path("thread/\(node.reference)")) {
            if !node.code.isEmpty { "\(node.code) " }
            visit.text(node.title)
        }
    }
}
