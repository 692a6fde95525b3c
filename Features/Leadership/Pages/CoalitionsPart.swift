import Journal
import Methods
import Organisation
import Pages

/// Who stands with whom, how strong each coalition is, what it wins, and which is dominant.
struct CoalitionsPart {
    let visit: Visit
    let figures: ArenaFigures

    private var say: Say { visit.say }

    var sheet: Markup {
        let coalitions = figures.coalitions
        return Pages.sheet(say("leadership.coalitions"), id: "coalitions") {
            p { say("leadership.coalitions-finding", ["n": say.number(coalitions.count), "links": say.number(figures.analysis.links.count)]) }
            p { strong { dominant } }
            if !coalitions.isEmpty { table(coalitions) }
            if !figures.alone.isEmpty { p { say("leadership.alone", ["list": names(figures.alone)]) } }
            p(.class("help")) { say("leadership.coalitions-how") }
        }
    }

    private var dominant: String {
        guard let found = figures.dominant else { return say("leadership.no-dominant") }
        return say("leadership.dominant", ["list": names(found.members), "won": say.number(found.won), "lost": say.number(found.lost)])
    }

    private func table(_ coalitions: [CoalitionAnalysis.Coalition]) -> Markup {
        scrollingTable(say("leadership.coalitions"), id: "coalition-table") {
            headings([(say("leadership.members"), false)] + ["strength", "votes", "won", "lost"].map { (say("leadership.\($0)"), true) } + [(say("leadership.can"), false)])
            tbody {
                for coalition in coalitions {
                    tr {
                        th(.scope("row")) { names(coalition.members) }
                        for value in [coalition.strength, coalition.votes, coalition.won, coalition.lost] { td(.class("n")) { say.number(value) } }
                        td { say(coalition.canCarry ? "leadership.can-carry" : coalition.canBlock ? "leadership.can-block" : "leadership.can-nothing") }
                    }
                }
            }
        }
    }

    private func names(_ places: [Int]) -> String { visit.names(places, figures) }
}

extension Visit {
    func names(_ places: [Int], _ figures: ArenaFigures) -> String { say.list(places.map { plain(figures.actors[$0].actor.name) }) }
}

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
            let order = figures.actors.indices.filter { figures.analysis.game?.weights[$0] ?? 0 > 0 }.sorted { (indices.banzhaf[$1], $0) < (indices.banzhaf[$0], $1) }
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
            p { say(figures.analysis.game == nil ? "leadership.no-votes" : "leadership.too-large") }
        }
    }

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
            p { say("leadership.no-votes") }
        }
    }

    @MarkupBuilder private var bridges: Markup {
        let found = figures.bridges
        if found.isEmpty { p { say("leadership.no-bridges") } }
        ul { for item in found.prefix(10) { li { say("leadership.bridge", ["actor": visit.names([item.actor], figures), "share": say.percent(item.share)]) } } }
        p(.class("help")) { say("leadership.bridges-how") }
    }
}
