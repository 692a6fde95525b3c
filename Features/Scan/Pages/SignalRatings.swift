import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What Members and staff make of a signal: the spread, one's own in it, and where regions see it differently.
struct SignalRatings {
    let visit: Visit
    let id: ID<Signal>

    private var say: Say { visit.say }
    private var ratings: [Rater: GivenRating] { visit.scan.ratings[id] ?? [:] }

    var markup: Markup {
        let ratings = ratings, spreads = RatingSpread.Axis.allCases.map { RatingSpread($0, ratings, visit.register) }.filter { !$0.members.isEmpty || !$0.staff.isEmpty }
        return sheet(say("scan.ratings"), id: "ratings") {
            if spreads.isEmpty { p { say("scan.no-ratings") } }
            for spread in spreads { one(spread) }
        }
    }

    private func one(_ spread: RatingSpread) -> Markup {
        group {
            h3 { say("scan.axis-of.\(spread.axis.rawValue)") }
            p { sentence(spread) }
            if spread.quartiles != nil {
                stackedBar(
                    StackedBar(
                        shares: spread.counts.enumerated().map { place, count in
                            StackedBar.Share(
                                label: say("scan.rate.\(spread.axis.rawValue).\(place + 1)"), value: Double(count), valueText: say.number(count), shade: .step(place + 1))
                        }, labelHeading: say("scan.axis-of.\(spread.axis.rawValue)"), valueHeading: say("scan.members")),
                    in: ChartFrame(id: "rated-\(spread.axis.rawValue)", finding: finding(spread), tableLabel: say("pages.show-table"), isRightToLeft: visit.language.isRightToLeft))
                regions(spread)
            }
        }
    }

    /// From how many, and what one's own Member said.
    private func sentence(_ spread: RatingSpread) -> String {
        var parts = [say("scan.rated-by", count: spread.members.count), say("scan.rated-by-staff", count: spread.staff.count)]
        for member in visit.viewer.administrations {
            if let own = ratings[.member(member)]?.rating.value(on: spread.axis) {
                parts.append(say("scan.own-rating", ["member": visit.plain(visit.register.name(of: member)), "n": say.number(own)]))
            }
        }
        if let account = visit.viewer.account, let own = ratings[.person(account)]?.rating.value(on: spread.axis) { parts.append(say("scan.my-rating", ["n": say.number(own)])) }
        if spread.quartiles == nil { parts.append(say("scan.too-few-ratings", count: RatingSpread.least)) }
        return parts.joined(separator: " ")
    }

    private func finding(_ spread: RatingSpread) -> String {
        guard let quartiles = spread.quartiles else { return "" }
        let middle = say("scan.finding.middle", ["low": say.number(quartiles.low), "middle": say.number(quartiles.middle), "high": say.number(quartiles.high)])
        guard let found = spread.disagreement else { return middle }
        guard found.isNotable, let low = spread.shown.min(by: { ($0.median ?? 0) < ($1.median ?? 0) }), let high = spread.shown.max(by: { ($0.median ?? 0) < ($1.median ?? 0) }) else {
            return "\(middle) \(say("scan.finding.alike", ["chance": say.percent(found.chance)]))"
        }
        func name(_ region: RatingSpread.Regional) -> String { visit.plain(visit.register.name(of: region.id)) }
        let apart = say(
            "scan.finding.apart",
            ["high": name(high), "highest": say.number(high.median ?? 0), "low": name(low), "lowest": say.number(low.median ?? 0), "chance": say.percent(found.chance, digits: 2)])
        return "\(middle) \(apart)"
    }

    private func regions(_ spread: RatingSpread) -> Markup {
        details {
            summary { say("scan.by-region") }
            scrollingTable(say("scan.by-region-caption"), id: "regions-\(spread.axis.rawValue)") {
                headings([(say("scan.region"), false), (say("scan.members"), true), (say("scan.median"), true)])
                tbody {
                    for region in spread.regions {
                        tr {
                            th(.scope("row")) { visit.text(visit.register.name(of: region.id)) }
                            td(.class("n")) { (1..<RatingSpread.least).contains(region.values.count) ? say("scan.too-few") : say.number(region.values.count) }
                            td(.class("n")) { region.values.count < RatingSpread.least ? say("scan.too-few") : region.median.map { say.number($0) } ?? "–" }
                        }
                    }
                }
            }
            p(.class("help")) { say("scan.divergence-how") }
        }
    }
}

extension RatingSpread {
    /// The regions whose middle may be told.
    var shown: [Regional] { regions.filter { $0.values.count >= RatingSpread.least } }
}
