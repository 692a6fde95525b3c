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
            if let framing, framing.isWhole(of: views) {
                p { strong { finding(framing.best(of: views)) } }
                for view in framing.best(of: views) { reason(framing, view) }
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

    private func finding(_ best: [OrganisationView]) -> String {
        if best.isEmpty { return say("leadership.leader.none-fits", ["middle": say.number(Framing.middle), "most": say.number(Framing.each * Framing.range.upperBound)]) }
        return say(
            "leadership.leader-finding",
            ["views": say.list(best.map { say("leadership.view.\($0.rawValue)") }), "leaders": say.list(best.map { say("leadership.leader.\($0.rawValue)") })])
    }

    /// What was scored high speaks for the view; what such a leader does is advice, whatever was scored.
    private func reason(_ framing: Framing, _ view: OrganisationView) -> Markup {
        let high = framing.high(view), name = ["view": say("leadership.view.\(view.rawValue)")]
        return group {
            if high.isEmpty {
                p { say("leadership.leader.nothing-high", name) }
            } else {
                p { say("leadership.leader.scored-high", name) }
                ul { for number in high { li { "\(say("leadership.frame.\(view.rawValue).\(number)")) \(framing.score(view, number).map { say("leadership.frame.step.\($0)") } ?? "")" } } }
            }
            p { say("leadership.leader.\(view.rawValue).advice") }
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
