import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One indicator in a table: how it stands, where it is, where it is to get, where it began. The unit stands once, under its name.
struct IndicatorRow: Sendable {
    let visit: Visit
    let row: Standings.Row
    let standings: Standings

    init(_ visit: Visit, _ row: Standings.Row, _ standings: Standings) {
        self.visit = visit
        self.row = row
        self.standings = standings
    }

    var markup: Markup {
        let indicator = row.indicator
        return tr {
            th(.scope("row")) { name }
            td { visit.mark(row.measurement) }
            td(.class("n")) { latestCell }
            td(.class("n")) { targetCell }
            td(.class("n")) { indicator.baseline.map { visit.bare($0.value) } ?? "–" }
            td { trend }
        }
    }

    @MarkupBuilder private var name: Markup {
        link(visit.path("indicators/\(row.id)")) {
            if !row.indicator.code.isEmpty {
                row.indicator.code
                " "
            }
            visit.text(row.indicator.title)
        }
        let unit = visit.unit(of: row.indicator)
        if !unit.isEmpty { small { " (\(unit))" } }
    }

    @MarkupBuilder private var targetCell: Markup {
        if let target = row.measurement.target {
            visit.bareAim(target)
            small { " \(visit.say.shortDay(target.by))" }
        } else {
            "–"
        }
    }

    @MarkupBuilder private var latestCell: Markup {
        if let actual = row.measurement.actual {
            actual.amount.map { visit.bare($0) }
                ?? (actual.text == nil ? visit.shown(actual, row.indicator) : shortened(actual.text, to: 60))
            small { " \(visit.plain(actual.period.name))\(fromHowMany(actual))" }
        } else {
            "–"
        }
    }

    /// A value of the whole is from nobody but itself.
    private func fromHowMany(_ actual: Actual) -> String {
        row.indicator.reporting == .byMember ? " · \(visit.fromHowMany(actual.counted, actual.of))" : ""
    }

    private var trend: Markup {
        let amounts = standings.trends.amounts(of: row.id)
        guard amounts.count(where: { $0 != nil }) > 1 else { return Markup() }
        return sparkline(amounts, standing: row.measurement.rating.standing, isRightToLeft: visit.isRightToLeft)
    }
}

extension Visit {
    /// An aim in a narrow cell, its unit standing elsewhere: of a text its beginning.
    fileprivate func bareAim(_ target: Target) -> String {
        switch target.aim {
        case .value(let value): bare(value)
        case .range(let low, let high): say("monitoring.range", ["low": bare(low), "high": bare(high)])
        case .text(let text): shortened(text, to: 60)
        case .toBeDetermined: say("monitoring.to-be-determined")
        }
    }
}
