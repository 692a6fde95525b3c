import Journal
import Organisation
import Pages

/// What is here already that is much like some words: a page of its own, whose list also appears beside what is being typed.
enum SimilarPage {
    static let route = Route.page(ScanPath.similar, .participants) { visit in
        let say = visit.say, words = String((visit.query["words"] ?? "").prefix(SimilarPage.longest))
        return Page(say("scan.similar"), place: ScanPath.scan, trail: visit.signalTrail()) {
            p(.class("lede")) { say("scan.similar-lede") }
            visit.asking(ScanPath.similar) {
                div(.class("field")) {
                    label(.for("ask-words")) { say("scan.similar-words") }
                    void("input", .id("ask-words"), .name("words"), .value(words), Attribute("maxlength", "\(SimilarPage.longest)"))
                }
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("pages.show") } }
            }
            if !words.isEmpty { div(.id("suggested")) { list(visit.similarSignals.like(words), visit) } }
        }
    }

    static let longest = 600

    private static func list(_ found: [SimilarSignals.Found], _ visit: Visit) -> Markup {
        let say = visit.say
        guard !found.isEmpty else { return p(.class("help")) { say("scan.nothing-similar") } }
        return group {
            p { say("scan.perhaps-known") }
            ul {
                for item in found {
                    li {
                        link(visit.path(ScanPath.signal(item.id))) { visit.text(item.title) }
                        if item.isContrary { " "; small { say("scan.perhaps-contrary") } }
                    }
                }
            }
        }
    }
}
