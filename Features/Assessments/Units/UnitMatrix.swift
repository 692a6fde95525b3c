import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Who informs whom: a row for each unit that passes on, a column for each that hears, in words and shades.
struct UnitMatrix {
    let visit: Visit
    let figures: UnitFigures

    private var say: Say { visit.say }
    /// Nobody reads a larger table; the one below says the same line by line.
    private static let most = 60

    @MarkupBuilder var sheet: Markup {
        if let flows = figures.flows, figures.units.count > 1, flows.isKnown.contains(true) {
            Pages.sheet(say("assessments.units.matrix"), id: "flows") {
                if figures.units.count > UnitMatrix.most { p { say("assessments.units.matrix-large", count: UnitMatrix.most) } } else { table(flows) }
            }
        }
    }

    private func table(_ flows: UnitFlows) -> Markup {
        let names = figures.units.map { visit.plain(visit.register.name(of: $0)) }, places = figures.units.indices
        let count = places.reduce(0) { sum, one in sum + places.count { flows.way(from: one, to: $0) == .direct } }
        let rows = places.map { one in
            HeatTable.Row(HeatTable.Heading(names[one], href: "#\(PracticePath.row(figures.units[one]))"), cells: places.map { cell(flows, from: one, to: $0) })
        }
        return heatTable(
            HeatTable(
                corner: say("assessments.units.matrix-corner"), columns: names.map { HeatTable.Heading($0) }, rows: rows, lowLabel: say("assessments.units.way.none"),
                highLabel: say("assessments.units.way.direct"), noDataLabel: say("assessments.units.way.unknown")),
            in: ChartFrame(
                id: "who-informs", finding: say("assessments.units.matrix-caption", count: count), tableLabel: say("assessments.units.matrix"), isRightToLeft: visit.language.isRightToLeft))
    }

    private func cell(_ flows: UnitFlows, from one: Int, to other: Int) -> HeatTable.Cell {
        if one == other { return HeatTable.Cell("·", level: nil) }
        switch flows.way(from: one, to: other) {
        case .direct: return HeatTable.Cell(often(from: one, to: other) ?? say("assessments.units.way.direct"), level: 1)
        case .roundabout: return HeatTable.Cell(say("assessments.units.way.roundabout"), level: 0.4)
        case .none: return HeatTable.Cell(say("assessments.units.way.none"), level: 0)
        case .unknown: return HeatTable.Cell(say("assessments.units.way.unknown"), level: nil)
        }
    }

    /// In words where they are short enough to stand in a cell, or else as chosen.
    private func often(from one: Int, to other: Int) -> String? {
        guard let flow = visit.practices.records[figures.units[one]]?.practice.flows.first(where: { $0.to == figures.units[other] }) else { return nil }
        let text = flow.often.isEmpty ? "" : visit.plain(flow.often)
        return text.isEmpty || text.count > 30 ? flow.cadence.map { say("assessments.units.cadence.\($0.rawValue)") } : text
    }
}
