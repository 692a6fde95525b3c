import Journal
import Methods
import Organisation
import Pages

/// What each vote would come to and who could turn it; who decides, who can block, who stands between.
struct DecidingPart {
    let visit: Visit
    let figures: ArenaFigures

    private var say: Say { visit.say }

    var sheet: Markup {
        Pages.sheet(say("leadership.deciding"), id: "deciding") {
            votes
            h3 { say("leadership.pivotal") }
            pivotal
            h3 { say("leadership.blocking") }
            blocking
            h3 { say("leadership.bridges") }
            bridges
        }
    }

    private var votes: Markup {
        group {
            p { say("leadership.votes-how") }
            scrollingTable(say("leadership.deciding"), id: "vote-table") {
                headings([
                    (say("leadership.field.issue"), false), (say("leadership.for"), true), (say("leadership.against"), true), (say("leadership.abstaining"), true),
                    (say("leadership.needed"), true),
                    (say("leadership.verdict"), false), (say("leadership.critical"), false),
                ])
                tbody {
                    for (issue, outcome) in zip(figures.issues, figures.analysis.outcomes) {
                        tr {
                            th(.scope("row")) { visit.text(issue.issue.title) }
                            for value in [outcome.tally.yes, outcome.tally.no, outcome.tally.abstaining, outcome.needed] { td(.class("n")) { say.number(value) } }
                            td { say("leadership.verdict.\(outcome.verdict.rawValue)") }
                            td { outcome.critical.isEmpty ? "–" : visit.names(outcome.critical, figures) }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var pivotal: Markup {
        if let indices = figures.indices {
            let order = figures.voters(by: indices)
            if let first = order.first {
                p { say("leadership.pivotal-finding", ["actor": visit.names([first], figures), "share": say.percent(indices.banzhaf[first].approximation)]) }
            }
            scrollingTable(say("leadership.pivotal"), id: "power-table") {
                headings([
                    (say("leadership.field.actor"), false), (say("leadership.field.votes"), true), (say("leadership.banzhaf"), true), (say("leadership.penrose"), true),
                    (say("leadership.shapley"), true),
                ])
                tbody {
                    for place in order {
                        tr {
                            th(.scope("row")) { visit.text(figures.actors[place].actor.name) }
                            td(.class("n")) { say.number(figures.analysis.game?.weights[place] ?? 0) }
                            for share in [indices.banzhaf[place], indices.penrose[place], indices.shapleyShubik[place]] { td(.class("n")) { say.percent(share.approximation) } }
                        }
                    }
                }
            }
            p(.class("help")) { say("leadership.pivotal-how") }
        } else {
            p { figures.analysis.game == nil ? noGame : say("leadership.too-large") }
        }
    }

    /// Why nothing is said of who decides.
    private var noGame: String { say(figures.analysis.isQuorate ? "leadership.no-votes" : "leadership.without-quorum") }

    @MarkupBuilder private var blocking: Markup {
        if let sets = figures.blocking, let game = figures.analysis.game {
            p { say("leadership.blocking-finding", ["votes": say.number(game.blocking), "of": say.number(game.total), "smallest": sets.smallest.map { say.number($0) } ?? "–", "count": sets.count]) }
            let able = figures.coalitions.filter(\.canBlock)
            p { able.isEmpty ? say("leadership.none-blocks") : say("leadership.blocks-alone", ["list": say.list(able.map { visit.names($0.members, figures) })]) }
            details {
                summary { say("leadership.blocking-sets", ["n": say.number(sets.sets.count)]) }
                ul { for set in sets.sets { li { visit.names(set, figures) } } }
            }
        } else {
            p { noGame }
        }
    }

    @MarkupBuilder private var bridges: Markup {
        let found = figures.bridges
        if found.isEmpty { p { say("leadership.no-bridges") } }
        ul { for item in found.prefix(10) { li { say("leadership.bridge", ["actor": visit.names([item.actor], figures), "share": say.percent(item.share)]) } } }
        p(.class("help")) { say("leadership.bridges-how") }
    }
}
