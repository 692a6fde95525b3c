import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the ballots come to: rules and views side by side, where they disagree, regions beside one another, and how firm it all is.
struct CountPage {
    let reading: RoundReading
    let count: RoundCount

    static let route = Route.page("priorities/{round}/count", .everyone) { visit in
        let reading = try RoundReading(visit)
        guard let count = reading.count else { return later(reading) }
        return CountPage(reading: reading, count: count).page
    }

    var visit: Visit { reading.visit }
    var say: Say { visit.say }
    var round: Round { reading.round }

    /// Candidates in the order of the round's rule.
    var order: [Int] { count.members.ranking(by: round.rule).groups.flatMap { $0 } }

    func title(_ candidate: Int) -> String { visit.plain(visit.title(of: count.votes.candidates[candidate])) }

    private static func later(_ reading: RoundReading) -> Page {
        let say = reading.visit.say
        let why: String
        if reading.round.box == nil {
            why = say("priorities.refusal.no-ballots")
        } else if reading.box == nil {
            why = say("priorities.no-count")
        } else {
            why = reading.isWithheld ? say("priorities.withheld", count: reading.least) : say("priorities.nothing-counted")
        }
        return Page(say("priorities.count"), place: PriorityPath.rounds, trail: reading.visit.priorityTrail(reading.id)) { p(.class("lede")) { why } }
    }

    private var page: Page {
        Page(say("priorities.count"), place: PriorityPath.rounds, trail: visit.priorityTrail(reading.id)) {
            p(.class("lede")) { lede }
            if reading.changedSince > 0 { p(.class("notice warn")) { say("priorities.changed-since", count: reading.changedSince) } }
            answer
            index
            support
            RuleParts(page: self).rules
            RuleParts(page: self).views
            RegionParts(page: self).markup
            FirmnessParts(page: self).markup
            how
        }
    }

    private var lede: String {
        let first = count.first(by: round.rule).map(title)
        let lede = say(
            "priorities.count-lede", count: count.votes.asked.count, ["votes": say.number(count.votes.votes.count), "rule": say("priorities.rule.\(round.rule.rawValue)"), "titles": say.list(first)])
        return reading.box?.isClosed == false ? "\(lede) \(say("priorities.still-open"))" : lede
    }

    /// The list, and where another rule or another way to weigh Members would give another one.
    private var answer: Markup {
        let parts = RuleParts(page: self)
        return sheet(say("priorities.proposed-list")) {
            p(.class("help")) { say("priorities.beside-count", ["rule": say("priorities.rule.\(round.rule.rawValue)")]) }
            ol {
                for candidate in count.first(by: round.rule) {
                    li {
                        strong { link(visit.path(PriorityPath.candidate(count.votes.candidates[candidate], in: reading.id))) { title(candidate) } }
                        if let classes = count.classes { " · \(say("priorities.class.\(classes[candidate].rawValue)"))" }
                    }
                }
            }
            parts.agreement
            ul { for sentence in parts.viewSentences { li { sentence } } }
        }
    }

    /// The way to the sections; on paper they follow one another anyway.
    private var index: Markup {
        var sections = [("support-part", say("priorities.support-title", count: round.size)), ("rules-part", say("priorities.rules")), ("views-part", say("priorities.views"))]
        if count.classes != nil { sections.append(("regions-part", say("priorities.by-region"))) }
        if reading.firmness(count) != nil { sections.append(("firmness-part", say("priorities.firmness"))) }
        sections.append(("how-part", say("priorities.how")))
        return chips(say("priorities.on-this-page"), sections.map { ($0.1, "#\($0.0)", false) })
    }

    private var support: Markup {
        let bars = order.map { candidate in
            BarChart.Bar(
                label: title(candidate), value: count.support(of: candidate),
                valueText: say("priorities.count-share", ["count": say.number(count.members.approval[candidate]), "share": say.percent(count.support(of: candidate))]),
                href: visit.path(PriorityPath.candidate(count.votes.candidates[candidate], in: reading.id)))
        }
        let most = order.max { (count.members.approval[$0], $1) < (count.members.approval[$1], $0) }
        return sheet(say("priorities.support-title", count: round.size), id: "support-part") {
            barChart(
                BarChart(bars: bars, labelHeading: say("priorities.kind.candidate"), valueHeading: say("priorities.support"), targetHeading: ""),
                in: frame("support", say("priorities.support-finding", ["title": most.map(title) ?? "", "share": say.percent(most.map(count.support) ?? 0)])))
        }
    }

    /// What another list has instead of what; `nil` where it is the same.
    func change(from own: some Collection<Int>, to other: some Collection<Int>) -> String? {
        let coming = other.filter { !own.contains($0) }.map(title), going = own.filter { !other.contains($0) }.map(title)
        switch (coming.isEmpty, going.isEmpty) {
        case (true, true): return nil
        case (false, false): return say("priorities.change.instead", ["coming": say.list(coming), "going": say.list(going)])
        // Lists are of one length but for those that are tied for the last place.
        case (false, true): return say("priorities.change.tied", ["coming": say.list(coming)])
        case (true, false): return say("priorities.change.gone", ["going": say.list(going)])
        }
    }

    func frame(_ name: String, _ finding: String) -> ChartFrame {
        ChartFrame(id: name, finding: finding, tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft)
    }

    private var how: Markup {
        sheet(say("priorities.how"), id: "how-part") {
            for key in ["votes", "borda", "schulze", "approval", "shares", "mean", "regions", "firmness"] { p { say("priorities.how.\(key)", ["size": say.number(round.size)]) } }
            div(.class("actions")) {
                link(visit.path(PriorityPath.round(reading.id, "count.csv")), .class("button quiet")) { say("priorities.file") }
                if CountFiles.mayHaveBallots(reading) { link(visit.path(PriorityPath.round(reading.id, "ballots.toi")), .class("button quiet")) { say("priorities.ballots-file") } }
            }
            if CountFiles.mayHaveBallots(reading) { p { say("priorities.check-yourself") } }
        }
    }
}
