import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The rules side by side, and the three views: one Member one vote, every region alike, no region left without.
struct RuleParts {
    let page: CountPage

    private var count: RoundCount { page.count }
    private var say: Say { page.say }
    private var round: Round { page.round }

    var rules: Markup {
        let hasCosts = count.members.costed != nil, wins = count.members.schulze.wins
        let first = Dictionary(uniqueKeysWithValues: Round.Rule.allCases.map { ($0, Set(count.first(by: $0))) })
        return sheet(say("priorities.rules"), id: "rules-part") {
            scrollingTable(say("priorities.rules-caption"), id: "rules") {
                headings(
                    [(say("priorities.kind.candidate"), false)] + Round.Rule.allCases.map { (say("priorities.rule.\($0.rawValue)"), true) }
                        + (hasCosts ? [(say("priorities.with-costs"), true)] : []))
                tbody { for candidate in page.order { row(candidate, hasCosts, first, wins) } }
            }
            p(.class("help")) { say("priorities.rules-help", count: round.size) }
        }
    }

    private func row(_ candidate: Int, _ hasCosts: Bool, _ first: [Round.Rule: Set<Int>], _ wins: [Int]) -> Markup {
        tr {
            th(.scope("row")) { page.title(candidate) }
            for rule in Round.Rule.allCases { td(.class("n")) { cell(candidate, rule, isFirst: first[rule]?.contains(candidate) ?? false, wins: wins[candidate]) } }
            if hasCosts { td(.class("n")) { count.members.costed?.selected.firstIndex(of: candidate).map { say.number($0 + 1) } ?? "–" } }
        }
    }

    /// The place, and the figure that it follows from.
    private func cell(_ candidate: Int, _ rule: Round.Rule, isFirst: Bool, wins: Int) -> Markup {
        let place = count.place(of: candidate, by: rule).map { say.number($0) } ?? "–"
        let figure: String =
            switch rule {
            case .borda: say.percent(count.members.bordaShare(of: candidate))
            case .schulze: say("priorities.wins", count: wins)
            case .approval: say.percent(count.support(of: candidate))
            case .mean: count.members.mean[candidate].map { say.number($0) } ?? "–"
            case .equalShares: ""
            }
        return group {
            if isFirst { strong { place } } else { place }
            if !figure.isEmpty {
                " "
                small { figure }
            }
        }
    }

    /// Whether the rules agree on the first ones, and where not.
    @MarkupBuilder var agreement: Markup {
        let own = count.first(by: round.rule)
        let differing = Round.Rule.allCases.filter { $0 != round.rule }.compactMap { rule in
            page.change(from: own, to: count.first(by: rule)).map { say.naming(say("priorities.rule.\(rule.rawValue)"), $0) }
        }
        if differing.isEmpty {
            p { say("priorities.rules-agree", count: own.count) }
        } else {
            p { say("priorities.rules-differ", ["rule": say("priorities.rule.\(round.rule.rawValue)")]) }
            ul { for sentence in differing { li { sentence } } }
        }
    }

    var views: Markup {
        sheet(say("priorities.views"), id: "views-part") {
            scrollingTable(say("priorities.views-caption"), id: "views") {
                headings(
                    [(say("priorities.kind.candidate"), false), (say("priorities.view.members"), true), (say("priorities.view.regions"), true), (say("priorities.view.guarantee"), false)])
                tbody {
                    for candidate in page.order {
                        tr {
                            th(.scope("row")) { page.title(candidate) }
                            td(.class("n")) { count.place(of: candidate, by: round.rule).map { say.number($0) } ?? "–" }
                            td(.class("n")) { count.place(of: candidate, by: round.rule, .regions).map { say.number($0) } ?? "–" }
                            td { count.guaranteed.map { say($0.selected.contains(candidate) ? "priorities.in-list" : "priorities.not-in-list") } ?? say("priorities.unknown") }
                        }
                    }
                }
            }
            p(.class("help")) { say("priorities.views-help", ["least": say.number(round.guaranteed), "size": say.number(round.size)]) }
        }
    }

    var viewSentences: [String] {
        let own = count.first(by: round.rule)
        var sentences: [String] = []
        if !count.isWhole { return sentences + [say("priorities.views-withheld")] }
        if count.regions != nil {
            let change = page.change(from: own, to: count.first(by: round.rule, .regions))
            sentences.append(change.map { say.naming(say("priorities.view.regions"), $0) } ?? say("priorities.same-by-region"))
            // A tie for the last place is no disagreement.
            if Set(own).count == Set(count.first(by: round.rule, .regions)).count, change != nil { sentences.append(say("priorities.views-disagree")) }
        }
        guard let guaranteed = count.guaranteed else { return sentences + [say("priorities.guarantee-unknown")] }
        // The guarantee is given to the list by Borda's points, of which sums can be compared.
        let borda = Array(count.first(by: .borda).prefix(round.size)), least = ["least": say.number(round.guaranteed), "size": say.number(round.size)]
        let change = page.change(from: borda, to: guaranteed.selected)
        if let change { sentences.append(say.naming(say("priorities.view.guarantee"), change)) }
        if !guaranteed.unkept.isEmpty {
            sentences.append(say("priorities.guarantee-unkept", count: guaranteed.unkept.count))
        } else if change == nil {
            sentences.append(say("priorities.same-by-guarantee", least))
        }
        return sentences
    }
}
