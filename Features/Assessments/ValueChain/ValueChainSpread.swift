import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Where it spread, and what became of the links since.
extension ValueChainPart {
    @MarkupBuilder func regions(_ words: ValueChainWords) -> Markup {
        if !words.found.regions.isEmpty {
            p { say("assessments.chain.data.regions") }
            facts(
                words.found.regions.map { region in
                    let spread = region.spread, name = region.name.map { visit.plain($0) } ?? say("assessments.chain.data.no-region")
                    let text = say("assessments.chain.data.region", count: spread.members, ["share": words.value(spread.share, .spreadShare), "users": say.number(spread.users)])
                    return (name, Markup(text))
                })
        }
    }

    @MarkupBuilder func trend(_ words: ValueChainWords) -> Markup {
        let all = words.found.trend
        if all.count > 1 {
            let rows = ValueChainFigures.links.indices.map { link in
                HeatTable.Row(HeatTable.Heading("\(say.number(link + 1)) \(words.title(link))"), cells: all.map { cell($0, link, words) })
            }
            heatTable(
                HeatTable(
                    corner: say("assessments.chain.data.link"), columns: all.map { HeatTable.Heading(say.shortDay($0.until)) }, rows: rows, lowLabel: say("assessments.chain.data.strong"),
                    highLabel: say("assessments.chain.data.weak"), noDataLabel: say("assessments.chain.data.unknown")),
                in: frame(
                    "chain-trend", say("assessments.chain.data.trend", ["months": say.number(words.found.measures.months), "points": say.number(words.found.points)]),
                    say("assessments.chain.data.trend-caption")))
            if all.contains(where: { period in ValueChainFigures.links.indices.contains { isOther(period, $0, words) } }) {
                p(.class("help")) { say("assessments.chain.data.other-measures-how") }
            }
        }
    }

    private func isOther(_ period: ValueChainFigures.Period, _ link: Int, _ words: ValueChainWords) -> Bool { period.scores[link] != nil && !words.found.isComparable(period, link) }

    private func cell(_ period: ValueChainFigures.Period, _ link: Int, _ words: ValueChainWords) -> HeatTable.Cell {
        guard let score = period.scores[link] else { return HeatTable.Cell("–", level: nil) }
        let text = isOther(period, link, words) ? say("assessments.chain.data.other-measures", ["score": say.tenths(score)]) : say.tenths(score)
        return HeatTable.Cell(text, level: level(score, words))
    }
}
