import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What became of one Member's ballot, for its own people and planners, whatever it lets others read: how it counted, where its own priorities ended, how its region differs.
struct BallotPage {
    let reading: RoundReading
    let member: ID<Member>
    let count: RoundCount
    /// The Member's place among the votes.
    let index: Int

    static let route = Route.page("priorities/{round}/members/{member}", .participants) { visit in
        let reading = try RoundReading(visit), member: ID<Member> = try visit.id("member")
        guard visit.viewer.belongs(to: .submitted(by: member)), let count = reading.count, let index = count.votes.votes.firstIndex(where: { $0.member == member }) else { throw Missing() }
        return BallotPage(reading: reading, member: member, count: count, index: index).page
    }

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }
    private var vote: Votes.Vote { count.votes.votes[index] }
    private var own: [Int] { vote.tiers.flatMap { $0 } }
    private var region: RoundCount.RegionCount? { count.byRegion.first { $0.region == vote.region } }

    private func title(_ candidate: Int) -> Localized { visit.title(of: count.votes.candidates[candidate]) }

    private var page: Page {
        Page(say("priorities.own", ["member": visit.plain(visit.register.name(of: member))]), place: PriorityPath.rounds, trail: visit.priorityTrail(reading.id)) {
            p(.class("lede")) { lede }
            sheet(say("priorities.own-table")) { table }
            sheet(say("priorities.how-it-counted")) { counted }
            regional
        }
    }

    private var lede: String {
        let first = vote.first(reading.round.size), all = Set(count.first(by: reading.round.rule)), hits = first.count { all.contains($0) }
        var parts = [say("priorities.own-lede", count: first.count, ["hits": say.number(hits), "size": say.number(reading.round.size)])]
        if let list = reading.adopted?.adoption.candidates {
            parts.append(say("priorities.own-adopted", count: first.count { list.contains(count.votes.candidates[$0]) }))
        }
        return parts.joined(separator: " ")
    }

    private var table: Markup {
        let regionName = region?.region.map { visit.plain(visit.register.name(of: $0)) } ?? say("priorities.no-region")
        return scrollingTable(say("priorities.own-caption"), id: "own") {
            headings(
                [
                    (say("priorities.own-order"), true), (say("priorities.kind.candidate"), false), (say("priorities.view.members"), true), (say("priorities.view.regions"), true),
                    (regionName, true), (say("priorities.class"), false), (say("priorities.adopted-short"), false),
                ])
            tbody { for candidate in own { row(candidate) } }
        }
    }

    private func row(_ candidate: Int) -> Markup {
        let rule = reading.round.rule
        return tr {
            td(.class("n")) { vote.points[candidate].map { say.number($0) } ?? vote.place(of: candidate).map { say.number($0) } ?? "–" }
            th(.scope("row")) { link(visit.path(PriorityPath.candidate(count.votes.candidates[candidate], in: reading.id))) { visit.text(title(candidate)) } }
            td(.class("n")) { count.place(of: candidate, by: rule).map { say.number($0) } ?? "–" }
            td(.class("n")) { count.place(of: candidate, by: rule, .regions).map { say.number($0) } ?? "–" }
            td(.class("n")) { region.map { region in region.isShown ? region.ranking.map { say.number($0.places[candidate]) } ?? "–" : say("priorities.hidden") } ?? "–" }
            td { count.classes.map { say("priorities.class.\($0[candidate].rawValue)") } ?? "–" }
            td { reading.priorities.place(of: count.votes.candidates[candidate]).map { say("priorities.adopted-at", ["place": say.number($0)]) } ?? "–" }
        }
    }

    /// What it gave under each rule, in sentences.
    private var counted: Markup {
        let points = count.votes.points(.borda)[index]
        return ul {
            li { say("priorities.counted.members", count: count.votes.votes.count) }
            if let region, region.region != nil { li { say("priorities.counted.regions", count: region.votes) } }
            if let first = own.first { li { say("priorities.counted.borda", ["title": visit.plain(title(first)), "most": say.number(Double(points[first]) / 2)]) } }
            li { paid }
            if let position = reading.box?.ballots.first(where: { $0.member == member })?.position {
                li { link(visit.path("activity/receipts/\(position)")) { say("priorities.receipt", ["position": say.number(position)]) } }
            }
        }
    }

    /// What its share was spent on by Equal Shares.
    private var paid: String {
        let shares = count.members.shares
        guard !own.isEmpty, let row = count.members.rows[index], shares.share > 0 else { return say("priorities.counted.no-share") }
        let payments = shares.payments(of: row)
        guard !payments.isEmpty else { return say("priorities.counted.unspent") }
        let parts = payments.map { payment in
            say("priorities.counted.paid", ["title": visit.plain(title(shares.rounds[payment.round].candidate)), "share": say.percent(payment.amount / shares.share)])
        }
        return say("priorities.counted.shares", ["parts": say.list(parts), "left": say.percent(max(0, shares.leftovers[row] / shares.share))])
    }

    /// What its region puts elsewhere than all Members do.
    @MarkupBuilder private var regional: Markup {
        if let region, let ranking = region.ranking, region.region != nil, region.isShown {
            let places = ranking.places, all = count.members.borda.ranking.places
            let apart = places.indices.filter { abs(places[$0] - all[$0]) > 1 }.sorted { (abs(places[$1] - all[$1]), $0) < (abs(places[$0] - all[$0]), $1) }
            sheet(say("priorities.region-differs")) {
                if apart.isEmpty {
                    p { say("priorities.region-same") }
                } else {
                    ul {
                        for candidate in apart.prefix(5) {
                            li {
                                say(
                                    places[candidate] < all[candidate] ? "priorities.region-higher" : "priorities.region-lower",
                                    ["title": visit.plain(title(candidate)), "place": say.number(places[candidate]), "all": say.number(all[candidate])])
                            }
                        }
                    }
                }
            }
        }
    }
}
