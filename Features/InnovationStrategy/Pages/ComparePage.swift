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
            initiatives
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
        row("innovationstrategy.ratio") { $0.explore.map { visit.ratio($0.explore) } }
        row("innovationstrategy.ratio-agreed") { $0.strategy.answers.explore.map { visit.ratio($0) } }
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
        let changed = zip(written(old.strategy), written(new.strategy)).filter { $0.1 != $1.1 }
        return sheet(say("innovationstrategy.texts")) {
            if changed.isEmpty { p { say("innovationstrategy.no-change") } }
            facts(changed.map { ($1.0, WordDifference(from: $0.1, to: $1.1).runs.markup(in: visit.language)) })
        }
    }

    /// Every text of a version in the same order, by what it is.
    private func written(_ strategy: Strategy) -> [(String, String)] {
        func plain(_ text: Localized) -> String { visit.plain(text) }
        let answers = LeadershipAnswers.Question.allCases.map { (say("innovationstrategy.question.\($0.rawValue)"), plain(strategy.answers[$0])) }
        let reasons = Reason.Kind.allCases.map { kind in
            (say("innovationstrategy.reason.\(kind.rawValue)"), strategy.reasons.filter { $0.kind == kind }.map { plain($0.text) }.joined(separator: "\n"))
        }
        let map = MapAxis.allCases.flatMap { axis in
            MapTime.allCases.map { time in (say.naming(say("innovationstrategy.axis.\(axis.rawValue)"), say("innovationstrategy.time.\(time.rawValue)")), plain(strategy.map[axis, time])) }
        }
        let crisis = CrisisAction.Kind.allCases.map { kind in (say("innovationstrategy.crisis.\(kind.rawValue)"), plain(strategy.crisis.first { $0.kind == kind }?.text ?? .empty)) }
        let agreed = [
            (say("innovationstrategy.field.types"), say.list(strategy.answers.types.map { say("innovationstrategy.type.\($0.rawValue)") })),
            (say("innovationstrategy.column.agreed"), strategy.answers.typeShares.map { say.percent($0) }.joined(separator: " · ")),
        ]
        return [(say("innovationstrategy.field.title"), plain(strategy.title)), (say("innovationstrategy.field.text"), plain(strategy.text))] + answers + agreed + reasons + map + crisis
    }

    /// Those of which the origin is the same are the same.
    private var initiatives: Markup {
        func byOrigin(_ figures: StrategyFigures) -> [ID<Initiative>: Initiative] {
            Dictionary(figures.initiatives.map { ($0.initiative.origin ?? $0.id, $0.initiative) }) { first, _ in first }
        }
        let origins = Dictionary((old.initiatives + new.initiatives).map { ($0.id, $0.initiative.origin ?? $0.id) }) { first, _ in first }
        let before = byOrigin(old), after = byOrigin(new)
        let added = new.initiatives.filter { before[$0.initiative.origin ?? $0.id] == nil }, gone = old.initiatives.filter { after[$0.initiative.origin ?? $0.id] == nil }
        let changed = new.initiatives.filter { listed in before[listed.initiative.origin ?? listed.id].map { !listed.initiative.saysTheSame(as: $0, origins: origins) } ?? false }
        return sheet(say("innovationstrategy.initiatives")) {
            if added.isEmpty, gone.isEmpty, changed.isEmpty { p { say("innovationstrategy.no-change") } }
            facts(
                [("innovationstrategy.added", added), ("innovationstrategy.gone", gone), ("innovationstrategy.changed", changed)].map { key, all in
                    (say(key), all.isEmpty ? Markup() : ul { for item in all { li { visit.link(to: item.id, item.initiative) } } })
                })
        }
    }
}

extension Initiative {
    /// But for what a copy brings with it: its version and its place. Whom it stands on is the same where their origins are.
    fileprivate func saysTheSame(as other: Initiative, origins: [ID<Initiative>: ID<Initiative>]) -> Bool {
        func enabling(_ initiative: Initiative) -> Set<ID<Initiative>> { Set(initiative.enablers.map { origins[$0] ?? $0 }) }
        guard enabling(self) == enabling(other) else { return false }
        var one = self, two = other
        (one.strategy, one.enablers, one.origin, one.order) = (two.strategy, two.enablers, nil, two.order)
        two.origin = nil
        return one == two
    }
}
