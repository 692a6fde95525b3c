import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// One indicator in a table: where it began, where it is to get, where it is.
struct IndicatorRow: Sendable {
    let visit: Visit
    let row: IndicatorList.Row
    let measuring: Measuring

    init(_ visit: Visit, _ row: IndicatorList.Row, _ measuring: Measuring) {
        self.visit = visit
        self.row = row
        self.measuring = measuring
    }

    var markup: Markup {
        let indicator = row.indicator
        let measurement = row.measurement
        return tr {
            td { indicator.code }
            th(.scope("row")) { link(visit.path("indicators/\(row.id)")) { visit.text(indicator.title) } }
            td(.class("n")) { indicator.baseline.map { visit.amount($0.value, indicator) } ?? "–" }
            td(.class("n")) { targetCell }
            td(.class("n")) { latestCell }
            td { visit.mark(measurement) }
            td { trend }
            td(.class("n")) { measurement.actual.map { visit.fromHowMany($0.counted, $0.of) } ?? "–" }
        }
    }

    @MarkupBuilder private var targetCell: Markup {
        if let target = row.measurement.target {
            isLong(target) ? visit.say("monitoring.a-text") : visit.aim(target, row.indicator)
            small { " \(visit.say.shortDay(target.by))" }
        } else {
            "–"
        }
    }

    @MarkupBuilder private var latestCell: Markup {
        if let actual = row.measurement.actual {
            actual.text == nil ? visit.shown(actual, row.indicator) : visit.say("monitoring.a-text")
            small { " \(visit.plain(actual.period.name))" }
        } else {
            "–"
        }
    }

    private func isLong(_ target: Target) -> Bool { if case .text = target.aim { true } else { false } }

    private var trend: Markup {
        let amounts = measuring.periods.suffix(8).map { measuring.actual(of: row.id, row.indicator, in: $0)?.amount }
        guard amounts.count(where: { $0 != nil }) > 1 else { return Markup() }
        return sparkline(amounts, standing: row.measurement.rating.standing, isRightToLeft: visit.isRightToLeft)
    }
}
