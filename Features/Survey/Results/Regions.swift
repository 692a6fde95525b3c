import Methods
import Organisation
import Pages

/// The regions beside one another, option by option: what all want, and what only some do.
struct Regions {
    let result: QuestionResult

    private var visit: Visit { result.visit }
    private var say: Say { visit.say }
    private var figures: QuestionFigures { result.figures }

    var markup: Markup {
        guard figures.regions.count > 1, figures.isRegionShown.contains(true) else { return Markup() }
        let finding = CommonAndRegional(figures, visit)?.sentence ?? say("survey.finding.regions")
        return details {
            summary { say("survey.by-region") }
            heatTable(
                HeatTable(corner: say("survey.answer"), columns: columns, rows: rows, lowLabel: say.percent(0), highLabel: say.percent(1), noDataLabel: say("survey.withheld")),
                in: result.frame(finding, "-regions"))
            if figures.consensus != nil { p(.class("help")) { "\(say("survey.common-how", ["k": say.number(figures.question.first)])) \(say("survey.common-elsewhere"))" } }
        }
    }

    private var columns: [HeatTable.Heading] {
        figures.regions.map { group, tally in
            HeatTable.Heading(say("survey.region-base", ["region": visit.name(ofRegion: group), "n": say.number(tally.answered)]))
        }
    }

    private var rows: [HeatTable.Row] {
        let shares = figures.regions.map { figures.compared($0.tally) }, tops = figures.tops, consensus = figures.consensus
        // What is common stands first; a scale keeps its order.
        let order = figures.compared(figures.all).enumerated().sorted { one, other in
            guard let consensus else { return one.offset < other.offset }
            let (a, b) = (Consensus.allCases.firstIndex(of: consensus[one.offset]) ?? 0, Consensus.allCases.firstIndex(of: consensus[other.offset]) ?? 0)
            return (a, other.element, one.offset) < (b, one.element, other.offset)
        }
        return order.map { option, _ in
            let name = visit.option(option, of: figures.question)
            return HeatTable.Row(
                HeatTable.Heading(consensus.map { say("survey.option-class", ["option": name, "class": say("survey.consensus.\($0[option].rawValue)")]) } ?? name),
                cells: figures.regions.indices.map { region in
                    guard figures.isRegionShown[region] else { return HeatTable.Cell(say("survey.withheld"), level: nil) }
                    guard figures.regions[region].tally.answered > 0 else { return HeatTable.Cell("–", level: nil) }
                    let share = shares[region][option], isFirst = consensus != nil && tops[region]?.contains(option) == true
                    return HeatTable.Cell(isFirst ? say("survey.among-first", ["share": say.percent(share)]) : say.percent(share), level: share)
                })
        }
    }
}

extension Visit {
    func name(ofRegion group: Respondents.Group) -> String { group.name.isEmpty ? say("survey.no-region") : plain(group.name) }
}

/// Which options of a question nearly all regions want, which several, which only one or two.
struct CommonAndRegional {
    private let options: [(place: Int, consensus: Consensus)]
    private let figures: QuestionFigures
    private let visit: Visit

    /// `nil` where too few regions show for the word to mean anything.
    init?(_ figures: QuestionFigures, _ visit: Visit) {
        guard let consensus = figures.consensus else { return nil }
        options = consensus.enumerated().map { ($0.offset, $0.element) }
        self.figures = figures
        self.visit = visit
    }

    func names(_ wanted: Consensus) -> [String] {
        options.filter { $0.consensus == wanted }.map { place, _ in
            let name = visit.option(place, of: figures.question)
            return wanted == .regional ? visit.say("survey.of-regions", ["option": name, "regions": visit.say.list(regions(wanting: place))]) : name
        }
    }

    private func regions(wanting place: Int) -> [String] {
        zip(figures.regions, figures.tops).filter { $0.1?.contains(place) == true }.map { visit.name(ofRegion: $0.0.group) }
    }

    /// *Common to nearly all regions: A. Shared by several: B. Regional: C (North).*
    var sentence: String {
        let parts = [Consensus.common, .shared, .regional].compactMap { wanted -> String? in
            let names = names(wanted)
            return names.isEmpty ? nil : visit.say("survey.consensus-names.\(wanted.rawValue)", ["names": visit.say.list(names)])
        }
        return (parts + (names(.common).isEmpty ? [visit.say("survey.nothing-common")] : [])).joined(separator: " ")
    }
}
