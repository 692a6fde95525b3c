import Journal
import Methods
import Organisation
import Pages

/// The regions beside one another, option by option: what all want, and what only some do.
struct Regions {
    let result: QuestionResult

    private var visit: Visit { result.visit }
    private var say: Say { visit.say }

    var markup: Markup {
        let groups = result.respondents.regions, tallies = groups.map { Tally(result.id, result.question, $0) }
        let isShown = disclosed(tallies.map(\.answered), least: result.respondents.least)
        guard groups.count > 1, isShown.contains(true) else { return Markup() }
        let columns = zip(groups, tallies).map { group, tally in
            HeatTable.Heading(say("survey.region-base", ["region": group.name.isEmpty ? say("survey.no-region") : visit.plain(group.name), "n": say.number(tally.answered)]))
        }
        let shares = tallies.map { Regions.shares($0) }
        let rows = Regions.labels(result).enumerated().map { place, label in
            HeatTable.Row(
                HeatTable.Heading(label),
                cells: tallies.indices.map { region in
                    guard isShown[region] else { return HeatTable.Cell(say("survey.withheld"), level: nil) }
                    guard tallies[region].answered > 0, shares[region].indices.contains(place) else { return HeatTable.Cell("–", level: nil) }
                    return HeatTable.Cell(say.percent(shares[region][place]), level: shares[region][place])
                })
        }
        return details {
            summary { say("survey.by-region") }
            heatTable(
                HeatTable(corner: say("survey.answer"), columns: columns, rows: rows, lowLabel: say.percent(0), highLabel: say.percent(1), noDataLabel: say("survey.withheld")),
                in: result.frame(say("survey.finding.regions"), "-regions"))
        }
    }

    /// What is compared, 0 to 1: the share that chose it, that ranked it among its first three, or of the points.
    static func shares(_ tally: Tally) -> [Double] {
        let all = Double(max(1, tally.answered))
        switch tally.question.kind {
        case .points: return tally.meanShares
        case .ranking: return tally.ranked(within: 3).map { Double($0) / all }
        default: return tally.counts.map { Double($0) / all }
        }
    }

    static func labels(_ result: QuestionResult) -> [String] {
        result.question.kind == .scale ? result.question.steps.indices.enumerated().map { result.step($0.offset) } : (0..<result.question.optionCount).map(result.option)
    }
}
