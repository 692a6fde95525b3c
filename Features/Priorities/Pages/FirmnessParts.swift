import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How firm the order is: other voters, one region less, the silent, and the smallest change that would change it.
struct FirmnessParts {
    let page: CountPage

    private var count: RoundCount { page.count }
    private var say: Say { page.say }

    @MarkupBuilder var markup: Markup {
        if let firmness = page.reading.firmness(count) {
            sheet(say("priorities.firmness"), id: "firmness-part") {
                ul { for sentence in sentences(firmness) { li { sentence } } }
                scrollingTable(
                    say("priorities.firmness-caption", ["rule": say("priorities.rule.\(firmness.rule.rawValue)")]), id: "firmness"
                ) {
                    headings(
                        [
                            (say("priorities.kind.candidate"), false), (say("priorities.place"), true), (say("priorities.interval"), true), (say("priorities.first-share"), true),
                            (say("priorities.bounds"), true),
                        ])
                    tbody { for candidate in order(firmness) { row(candidate, firmness) } }
                }
                p(.class("help")) { say("priorities.firmness-help", count: firmness.silent, ["samples": say.number(Firmness.samples)]) }
            }
        }
    }

    private func order(_ firmness: Firmness) -> [Int] { count.members.ranking(by: firmness.rule).groups.flatMap { $0 } }

    private func row(_ candidate: Int, _ firmness: Firmness) -> Markup {
        let interval = firmness.intervals[candidate], bounds = firmness.bounds.indices.contains(candidate) ? firmness.bounds[candidate] : nil
        return tr {
            th(.scope("row")) { page.title(candidate) }
            td(.class("n")) { say.number(count.members.ranking(by: firmness.rule).places[candidate]) }
            td(.class("n")) { span(interval.low, interval.high) }
            td(.class("n")) { say.percent(interval.first) }
            td(.class("n")) { bounds.map { span(Double($0.best), Double($0.worst)) } ?? "–" }
        }
    }

    private func span(_ low: Double, _ high: Double) -> String { low == high ? say.number(low) : "\(say.number(low))–\(say.number(high))" }

    private func sentences(_ firmness: Firmness) -> [String] { leavingOut(firmness) + [silent(firmness)] + smallestChange(firmness) }

    /// Regions that may not be shown by themselves are not left out by name either.
    private func leavingOut(_ firmness: Firmness) -> [String] {
        let parts = RegionParts(page: page), visible = Set(count.byRegion.filter(\.isShown).map(\.region))
        let own = count.members.ranking(by: firmness.rule).top(page.round.size)
        if firmness.leavingOut.isEmpty { return [say("priorities.one-region")] }
        let changing = firmness.leavingOut.filter { visible.contains($0.region) }.compactMap { item in
            page.change(from: own, to: item.first).map { say.naming(say("priorities.leaving-out", ["region": parts.name(item.region)]), $0) }
        }
        // Of a region that is not shown it is not said either what it changes.
        if changing.isEmpty, firmness.leavingOut.contains(where: { !visible.contains($0.region) }) { return [] }
        return changing.isEmpty ? [say("priorities.leaving-out-same", count: page.round.size)] : changing
    }

    /// Which of the first ones stay so whatever the silent would have said.
    private func silent(_ firmness: Firmness) -> String {
        if firmness.silent == 0 { return say("priorities.nobody-silent") }
        let certain = page.order.filter { firmness.bounds.indices.contains($0) && firmness.bounds[$0].worst <= page.round.size }
        guard !certain.isEmpty else { return say("priorities.silent-decide", count: firmness.silent, ["size": say.number(page.round.size)]) }
        return say(
            "priorities.silent-certain", count: firmness.silent,
            ["titles": say.list(certain.map(page.title)), "size": say.number(page.round.size), "rule": say("priorities.rule.\(firmness.addingRule.rawValue)")])
    }

    private func smallestChange(_ firmness: Firmness) -> [String] {
        guard let change = firmness.change else { return [] }
        let rule = ["rule": say("priorities.rule.\(firmness.addingRule.rawValue)"), "size": say.number(page.round.size)]
        if change.margin == 0 { return [say("priorities.tied", rule)] }
        let changed = change.changed.map { say("priorities.changed", count: $0, rule) }, added = change.added.map { say("priorities.added", count: $0, rule) }
        return [changed, added].compactMap { $0 }
    }
}
