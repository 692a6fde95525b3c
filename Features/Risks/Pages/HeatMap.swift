import HashTreeCollections
import Journal
import Organisation
import Pages

/// How many risks lie in each place of the matrix; each place leads to them.
struct HeatMap {
    let visit: Visit
    let sight: RiskFilter.Sight
    /// Those that are carried.
    let open: [RiskStanding]

    private var say: Say { visit.say }

    var sheet: Markup {
        Pages.sheet(say("risks.matrix"), id: "matrix") {
            chips(
                say("risks.sight"),
                RiskFilter.Sight.allCases.map { other in
                    (say("risks.sight.\(other.rawValue)"), visit.path(RiskPath.risks, other == .residual ? [:] : ["by": other.rawValue]), other == sight)
                })
            heatTable(
                HeatTable(
                    corner: say("risks.likelihood-by-impact"), columns: RiskPlace.steps.map { HeatTable.Heading(say("risks.impact.\($0)")) },
                    rows: RiskPlace.steps.reversed().map(row), standings: RiskLevel.allCases.map { visit.riskMark($0) }),
                in: ChartFrame(id: "matrix-of-risks", finding: finding, tableLabel: say("risks.matrix"), isRightToLeft: visit.language.isRightToLeft))
            p(.class("help")) { visit.rule }
        }
    }

    private var counts: [RiskPlace: Int] { Dictionary(open.compactMap { sight.place(of: $0) }.map { ($0, 1) }, uniquingKeysWith: +) }

    private func row(_ likelihood: Int) -> HeatTable.Row {
        let counts = counts
        return HeatTable.Row(
            HeatTable.Heading(say("risks.likelihood.\(likelihood)")),
            cells: RiskPlace.steps.compactMap { RiskPlace(likelihood: likelihood, impact: $0) }.map { place in
                let count = counts[place] ?? 0, level: RiskLevel? = visit.risks.thresholds.level(of: place.score)
                var query = ["likelihood": "\(place.likelihood)", "impact": "\(place.impact)"]
                if sight == .inherent { query["by"] = sight.rawValue }
                return HeatTable.Cell(count == 0 ? "–" : say.number(count), standing: level.standing, href: count == 0 ? nil : visit.path(RiskPath.risks, query) + "#list")
            })
    }

    /// *Of 12 risks, 4 lie in red with what is done; 1 has not been rated.*
    private var finding: String {
        let places = open.compactMap { sight.place(of: $0) }, red = places.count { visit.risks.thresholds.level(of: $0.score) == .red }
        return say("risks.matrix-finding.\(sight.rawValue)", count: places.count, ["red": say.number(red), "unrated": say.number(open.count - places.count)])
    }
}
