import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

extension Visit {
    /// What is to be said where all actors together are fewer than the quorum; nil where they are enough.
    func shortOfQuorum(_ figures: ArenaFigures) -> String? {
        guard !figures.analysis.isQuorate, let needed = figures.analysis.quorum else { return nil }
        return say("leadership.short-of-quorum", ["present": say.number(figures.analysis.present), "needed": say.number(needed), "entitled": say.number(figures.entitled)])
    }
}

/// An analysis as a document: the rule, the views, who wants what, who stands with whom, which leadership it calls for.
struct AnalysisPage {
    let visit: Visit
    let id: ID<LeadershipAnalysis>
    let analysis: LeadershipAnalysis
    let figures: ArenaFigures?

    static let route = Route.page("leadership/analyses/{analysis}", LeadershipRights.access) { visit in
        let (id, analysis) = try visit.analysis()
        return AnalysisPage(visit: visit, id: id, analysis: analysis, figures: ArenaFigures(id, in: visit.organisation)).page
    }.recorded(as: .analysis)

    private var say: Say { visit.say }

    private var page: Page {
        Page(visit.plain(analysis.title), place: LeadershipPath.front, trail: visit.leadershipTrail()) {
            p(.class("lede")) { visit.text(analysis.question) }
            p(.class("note")) { say("leadership.restricted") }
            controls
            contents
            sheet(say("leadership.rule"), id: "rule") { rule }
            DiagnosisPart(visit: visit, id: id, analysis: analysis).sheet
            ActorsPart(visit: visit, id: id, figures: figures).sheet
            if let figures {
                CoalitionsPart(visit: visit, figures: figures).sheet
                DecidingPart(visit: visit, figures: figures).sheet
            }
            LeaderPart(visit: visit, id: id, analysis: analysis).sheet
            sheet(say("leadership.how"), id: "how") { for number in 1...4 { p { say("leadership.how.\(number)") } } }
        }
    }

    private var controls: Markup {
        div(.class("actions")) {
            for (path, key, quiet) in [
                ("issues/new", "new-issue", false), ("actors/new", "new-actor", false), ("table", "table", true), ("frame", "frame", true), ("edit", "edit", true), ("withdraw", "withdraw", true),
            ] { visit.control(LeadershipRights.access, LeadershipPath.analysis(id, path), say("leadership.\(key)"), quiet: quiet) }
            link(visit.path(LeadershipPath.analysis(id, "table.csv")), .class("button quiet")) { say("leadership.as-table") }
        }
    }

    private var contents: Markup {
        let parts =
            [("rule", "rule"), ("diagnosis", "diagnosis"), ("actors", "actors")] + (figures == nil ? [] : [("coalitions", "coalitions"), ("deciding", "deciding")]) + [
                ("leader", "leader"), ("how", "how"),
            ]
        return nav(.label(say("leadership.contents"))) { ol { for (place, key) in parts { li { link("#\(place)") { say("leadership.\(key)") } } } } }
    }

    private var rule: Markup {
        let rule = analysis.rule
        let quota = say(rule.isMoreThan ? "leadership.more-than" : "leadership.at-least", ["share": rule.quota.text])
        return group {
            facts([
                (say("leadership.field.body"), analysis.body.map { visit.text(visit.register.name(of: $0)) } ?? Markup()),
                (say("leadership.field.quota"), Markup(quota)),
                (say("leadership.field.quorum"), Markup(rule.quorum.map { say("leadership.more-than", ["share": $0.text]) } ?? say("leadership.no-quorum"))),
                (say("leadership.field.abstentions"), Markup(say(rule.abstentionsCount ? "leadership.yes" : "leadership.no"))),
                (say("leadership.entitled"), Markup(figures.map { say.number($0.entitled) } ?? "")),
            ])
            if let figures { meaning(figures) }
        }
    }

    private func meaning(_ figures: ArenaFigures) -> Markup {
        group {
            if figures.isOverstated {
                p(.class("gap")) { say("leadership.too-many-votes", ["carried": say.number(figures.analysis.present), "entitled": say.number(figures.entitled)]) }
            }
            if let game = figures.analysis.game {
                p { say("leadership.rule-means", ["present": say.number(game.total), "needed": say.number(game.quota), "block": say.number(game.blocking)]) }
            } else if let short = visit.shortOfQuorum(figures) {
                p(.class("gap")) { short }
            }
        }
    }
}
