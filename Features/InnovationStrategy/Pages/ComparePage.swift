import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Two versions of a line side by side: what changed of the texts, word by word; of the means; of the shares; and of the initiatives.
struct ComparePage {
    let visit: Visit
    let old: StrategyFigures
    let new: StrategyFigures
    let names: (old: String, new: String)

    static let route = Route.page("innovation/strategies/{strategy}/compare", .everyone) { visit in
        let (id, strategy) = try visit.strategy(), innovation = visit.innovation
        let others = innovation.versions(of: innovation.line(of: id)).filter { $0.id != id && visit.sees($0.id) }
        // The one that is asked for, or the one before; of one version alone there is nothing to hold it against.
        let asked = visit.query["with"].flatMap { text in others.first { $0.id.text == text } }
        guard let other = asked ?? others.last(where: { $0.strategy.number < strategy.number }) ?? others.first else { throw Missing() }
        let pair = [(id, strategy), (other.id, other.strategy)].sorted { $0.1.number < $1.1.number }
        let page = ComparePage(
            visit: visit, old: visit.figures(of: pair[0].0, pair[0].1), new: visit.figures(of: pair[1].0, pair[1].1), names: (visit.name(of: pair[0].0), visit.name(of: pair[1].0)))
        return page.page(id)
    }

    private var say: Say { visit.say }

    private func page(_ id: ID<Strategy>) -> Page {
        Page(say("innovationstrategy.compare-title"), place: InnovationPath.front, trail: visit.innovationTrail(id)) {
            p(.class("lede")) { say("innovationstrategy.compared", ["old": names.old, "new": names.new]) }
            numbers
            texts
            InitiativesCompared(visit: visit, old: old, new: new).sheet
        }
    }

    private var numbers: Markup {
        let oldWords = StrategyWords(visit: visit, figures: old), newWords = StrategyWords(visit: visit, figures: new)
        var rows: [(String, String, String)] = MapAxis.allCases.flatMap { axis in
            MapTime.allCases.map { time in
                (
                    say.naming(say("innovationstrategy.axis.\(axis.rawValue)"), say("innovationstrategy.time.\(time.rawValue)")), oldWords.spread(old.spread(axis, time)),
                    newWords.spread(new.spread(axis, time))
                )
            }
        }
        func row(_ key: String, _ read: (StrategyFigures) -> String?) { rows.append((say(key), read(old) ?? "–", read(new) ?? "–")) }
        row("innovationstrategy.ratio") { StrategyWords(visit: visit, figures: $0).ratio }
        row("innovationstrategy.ratio-agreed") { $0.strategy.answers.explore.map { visit.ratio($0) } }
        row("innovationstrategy.field.tolerance") { visit.points($0.strategy.answers.tolerance) }
        for (place, type) in InnovationType.allCases.enumerated() { row("innovationstrategy.type.\(type.rawValue)") { $0.typeShares.map { say.percent($0[place]) } } }
        rows.append((say("innovationstrategy.column.amount"), oldWords.amount(old.amount), newWords.amount(new.amount)))
        return sheet(say("innovationstrategy.figures")) {
            scrollingTable(say("innovationstrategy.figures-compared"), id: "figures") {
                headings([(say("innovationstrategy.figure"), false), (names.old, false), (names.new, false)])
                tbody {
                    for row in rows {
                        tr {
                            th(.scope("row")) { row.0 }
                            td { row.1 }
                            td { row.1 == row.2 ? Markup(row.2) : strong { row.2 } }
                        }
                    }
                }
            }
        }
    }

    private var texts: Markup {
        let changed = zip(WrittenStrategy(visit: visit, strategy: old.strategy).all, WrittenStrategy(visit: visit, strategy: new.strategy).all).filter { $0.1 != $1.1 }
        return sheet(say("innovationstrategy.texts")) {
            if changed.isEmpty { p { say("innovationstrategy.no-change") } }
            facts(changed.map { ($1.0, WordDifference(from: $0.1, to: $1.1).runs.markup(in: visit.language)) })
        }
    }
}
