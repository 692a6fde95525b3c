import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// The regions beside one another: what all want, what many want, and what only some do.
struct RegionParts {
    let page: CountPage

    private var count: RoundCount { page.count }
    private var visit: Visit { page.visit }
    private var say: Say { page.say }

    func name(_ region: ID<Region>?) -> String { region.map { visit.plain(visit.register.name(of: $0)) } ?? say("priorities.no-region") }

    @MarkupBuilder var markup: Markup {
        if let classes = count.classes {
            sheet(say("priorities.by-region"), id: "regions-part") {
                heatTable(table(classes), in: page.frame("by-region", finding(classes)))
                p(.class("help")) { thresholds }
            }
        }
    }

    private func table(_ classes: [Consensus]) -> HeatTable {
        let regions = count.byRegion.indices, size = count.votes.candidates.count
        let columns = regions.map { index in
            HeatTable.Heading(say("priorities.region-base", ["region": name(count.byRegion[index].region), "n": say.number(count.byRegion[index].votes)]))
        }
        let rows = inClasses(classes).map { candidate in
            let cells = regions.map { index -> HeatTable.Cell in
                guard count.byRegion[index].isShown else { return HeatTable.Cell(say("priorities.hidden"), level: nil) }
                guard let ranking = count.byRegion[index].ranking else { return HeatTable.Cell("–", level: nil) }
                let place = ranking.places[candidate], isFirst = count.byRegion[index].first.contains(candidate)
                return HeatTable.Cell(say.number(place), level: isFirst ? 1 - Double(place - 1) / Double(max(1, size)) : 0)
            }
            return HeatTable.Row(HeatTable.Heading(page.title(candidate)), cells: [HeatTable.Cell(said(classes[candidate], candidate), level: 0)] + cells)
        }
        return HeatTable(
            corner: say("priorities.kind.candidate"), columns: [HeatTable.Heading(say("priorities.class"))] + columns, rows: rows,
            lowLabel: say("priorities.place-low"), highLabel: say("priorities.place-high"), noDataLabel: say("priorities.hidden"))
    }

    /// Common ones first; within a class in the order of the count.
    private func inClasses(_ classes: [Consensus]) -> [Int] { Consensus.allCases.flatMap { kind in page.order.filter { classes[$0] == kind } } }

    private func said(_ kind: Consensus, _ candidate: Int) -> String {
        say("priorities.class-of", ["class": say("priorities.class.\(kind.rawValue)"), "n": say.number(count.supportingRegions[candidate]), "all": say.number(count.shownRegions)])
    }

    private func finding(_ classes: [Consensus]) -> String {
        func titles(_ kind: Consensus) -> [String] { page.order.filter { classes[$0] == kind }.map(page.title) }
        let common = titles(.common), regional = titles(.regional)
        var parts = [common.isEmpty ? say("priorities.none-common") : say("priorities.are-common", count: common.count, ["titles": say.list(common)])]
        if !regional.isEmpty { parts.append(say("priorities.are-regional", count: regional.count, ["titles": say.list(regional)])) }
        let silent = count.byRegion.filter { $0.region != nil && $0.votes == 0 }.map { name($0.region) }
        if !silent.isEmpty { parts.append(say("priorities.silent-regions", ["regions": say.list(silent)])) }
        return parts.joined(separator: " ")
    }

    private var thresholds: String {
        say(
            "priorities.thresholds",
            ["size": say.number(page.round.size), "common": say.percent(page.round.commonFrom / 100), "shared": say.percent(page.round.sharedFrom / 100)])
    }
}
