import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Regions against periods: the middle of what was reported there, and by how many.
struct RegionHeat: Sendable {
    private let visit: Visit
    private let indicator: Indicator
    private let id: ID<Indicator>
    private let measuring: Measuring
    private let periods: [Actual]

    init(_ visit: Visit, _ indicator: Indicator, _ id: ID<Indicator>, _ measuring: Measuring, _ history: [Actual]) {
        self.visit = visit
        self.indicator = indicator
        self.id = id
        self.measuring = measuring
        periods = Array(history.suffix(6))
    }

    /// A sum cannot be compared between regions of different size.
    private var aggregation: Indicator.Aggregation { indicator.aggregation == .mean ? .mean : .median }

    var markup: Markup {
        let regions = visit.regionNames.map { ($0.name, figures(of: $0.id)) }.filter { $0.1.contains { $0 != nil } }
        let all = regions.flatMap { $0.1.compactMap { $0?.figure } }
        let low = all.min() ?? 0
        let high = all.max() ?? 0
        let say = visit.say
        let rows = regions.map { name, figures in
            HeatTable.Row(
                HeatTable.Heading(name),
                cells: figures.map { figure in
                    guard let figure else { return HeatTable.Cell(say("monitoring.nobody"), level: nil) }
                    return HeatTable.Cell(
                        say("monitoring.heat-cell", ["value": visit.amount(figure.figure, indicator), "n": say.number(figure.count)]),
                        level: high > low ? (figure.figure - low) / (high - low) : 0.5)
                })
        }
        return heatTable(
            HeatTable(
                corner: say("monitoring.region"), columns: periods.map { .init(visit.plain($0.period.name)) }, rows: rows,
                lowLabel: visit.amount(low, indicator), highLabel: visit.amount(high, indicator), noDataLabel: say("monitoring.nobody")),
            in: ChartFrame(
                id: "region-heat", finding: finding(regions), tableLabel: say("monitoring.regions"), isRightToLeft: visit.isRightToLeft))
    }

    private func figures(of region: ID<Region>?) -> [(figure: Double, count: Int)?] {
        periods.map { period in
            let members = measuring.members(of: id, in: period).filter { $0.member.region == region }
            let amounts = measuring.values.amounts(of: id, in: period.id, among: measuring.values.places(of: members.map(\.id)))
            return aggregation.whole(of: amounts).map { ($0, amounts.count) }
        }
    }

    private func finding(_ regions: [(String, [(figure: Double, count: Int)?])]) -> String {
        let last = regions.compactMap { name, figures in figures.last.flatMap { $0 }.map { (name, $0.figure) } }
        let say = visit.say
        let way = say("monitoring.aggregation.\(aggregation.rawValue)")
        guard let high = last.max(by: { $0.1 < $1.1 }), let low = last.min(by: { $0.1 < $1.1 }), high.0 != low.0 else {
            return say("monitoring.heat-finding-one", ["way": way])
        }
        return say(
            "monitoring.heat-finding",
            [
                "way": way, "high": high.0, "highValue": visit.amount(high.1, indicator), "low": low.0,
                "lowValue": visit.amount(low.1, indicator),
                "period": periods.last.map { visit.plain($0.period.name) } ?? "",
            ])
    }
}
