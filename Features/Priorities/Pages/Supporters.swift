import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Who has a candidate among its first ones: by region in numbers, by Member where the Member lets it be read.
struct Supporters {
    let page: CandidatePage
    let count: RoundCount
    /// Of the candidate among those that are counted.
    let place: Int

    private var reading: RoundReading { page.reading }
    private var visit: Visit { page.visit }
    private var say: Say { page.say }

    @MarkupBuilder var markup: Markup {
        sheet(say("priorities.supporters", count: reading.round.size)) {
            table
            named
        }
    }

    private var supporters: [Votes.Vote] { count.votes.supporters(of: place, within: reading.round.size) }

    private var table: Markup {
        let supporters = supporters
        return scrollingTable(say("priorities.supporters-caption"), id: "supporters") {
            headings([
                (say("priorities.region"), false), (say("priorities.supporting"), true), (say("priorities.voting"), true), (say("priorities.share"), true), (say("priorities.place-there"), true),
            ])
            tbody {
                for region in count.byRegion {
                    let own = supporters.count { $0.region == region.region }
                    tr {
                        th(.scope("row")) { region.region.map { visit.text(visit.register.name(of: $0)) } ?? Markup(say("priorities.no-region")) }
                        if region.isShown {
                            td(.class("n")) { say.number(own) }
                            td(.class("n")) { say.number(region.votes) }
                            td(.class("n")) { region.votes == 0 ? "–" : say.percent(Double(own) / Double(region.votes)) }
                            td(.class("n")) { region.ranking.map { say.number($0.places[place]) } ?? "–" }
                        } else {
                            td(.class("n"), Attribute("colspan", "4")) { say("priorities.hidden") }
                        }
                    }
                }
            }
        }
    }

    /// Those whose ballots this reader may read under their names; of the others how many they are.
    private var named: Markup {
        let readable = readable, supporters = supporters, known = supporters.filter { readable.contains($0.member) }
        return details {
            summary { say("priorities.by-name", count: known.count) }
            ul {
                for vote in say.sorted(known, by: { visit.plain(visit.register.name(of: $0.member)) }) {
                    li {
                        link(visit.path("members/\(vote.member)")) { visit.text(visit.register.name(of: vote.member)) }
                        if reading.box?.kind == .ranking, let own = vote.place(of: place) { " · \(say("priorities.own-place", ["place": say.number(own)]))" }
                    }
                }
            }
            if known.count < supporters.count { p { say("priorities.not-named", count: supporters.count - known.count) } }
        }
    }

    /// Whose ballots may be named beside the counts of their regions: where too few of a sum that is known would be left over, nobody of it, for theirs would follow.
    private var readable: Set<ID<Member>> {
        let ballots = reading.box?.ballots ?? [], open = Set(ballots.filter { visit.viewer.belongs(to: $0.audience) }.map(\.member)), least = reading.least
        guard least > 0 else { return open }
        let votes = Dictionary(grouping: count.votes.votes) { $0.region }, own = Set(visit.viewer.members)
        let shown = count.byRegion.filter(\.isShown).map { votes[$0.region] ?? [] }, rest = count.byRegion.filter { !$0.isShown }.flatMap { votes[$0.region] ?? [] }
        return (shown + [rest]).reduce(into: []) { named, sum in
            let left = sum.count { !open.contains($0.member) }
            named.formUnion(sum.map(\.member).filter { own.contains($0) || open.contains($0) && (left == 0 || left >= least) })
        }
    }
}
