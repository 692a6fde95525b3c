import HashTreeCollections
import Journal
import Organisation
import Pages

/// Which view the situation calls for, which leader that needs, and why.
struct LeaderPart {
    let visit: Visit
    let id: ID<LeadershipAnalysis>
    let analysis: LeadershipAnalysis

    private var say: Say { visit.say }

    var sheet: Markup {
        let framing = visit.leadership.framings[id], views = OrganisationView.all(withPeople: analysis.asksOfPeople)
        return Pages.sheet(say("leadership.leader"), id: "leader") {
            if let framing, case let best = framing.best(of: views), !best.isEmpty {
                p {
                    strong {
                        say(
                            "leadership.leader-finding",
                            ["views": say.list(best.map { say("leadership.view.\($0.rawValue)") }), "leaders": say.list(best.map { say("leadership.leader.\($0.rawValue)") })])
                    }
                }
                for view in best { p { say("leadership.leader.\(view.rawValue).why") } }
                scores(framing, views)
                if !framing.because.isEmpty {
                    p {
                        "\(say("leadership.because")) "; visit.text(framing.because)
                    }
                }
            } else {
                p { say("leadership.not-framed") }
            }
            p(.class("help")) { say("leadership.leader-how") }
            div(.class("actions")) { visit.control(LeadershipRights.access, LeadershipPath.analysis(id, "frame"), say("leadership.frame")) }
        }
    }

    private func scores(_ framing: Framing, _ views: [OrganisationView]) -> Markup {
        scrollingTable(say("leadership.leader"), id: "frame-table") {
            headings([(say("leadership.statement"), false), (say("leadership.score"), true)])
            tbody {
                for view in views {
                    for number in 1...Framing.each {
                        tr {
                            th(.scope("row")) { say("leadership.frame.\(view.rawValue).\(number)") }
                            td(.class("n")) { framing.score(view, number).map { say.number($0) } ?? "–" }
                        }
                    }
                    tr {
                        th(.scope("row")) { strong { say("leadership.view.\(view.rawValue)") } }
                        td(.class("n")) { strong { framing.sum(view).map { say.number($0) } ?? "–" } }
                    }
                }
            }
        }
    }
}
