import HashTreeCollections
import Journal
import Organisation
import Pages

/// The members by region, the same for everybody who may see them.
struct MembersListing {
    private let visit: Visit
    private let regions: [RegionWithMembers]
    private let observers: [(id: ID<Member>, member: Member)]

    private struct RegionWithMembers {
        /// `nil` for the members of which no region is recorded.
        let id: ID<Region>?
        let region: Region?
        let members: [(id: ID<Member>, member: Member)]
    }

    init(_ visit: Visit) {
        self.visit = visit
        let register = visit.register
        let byRegion = Dictionary(grouping: register.members) { $0.member.region.flatMap { register.regions[$0] == nil ? nil : $0 } }
        let sorted = { (members: [(id: ID<Member>, member: Member)]?) in
            visit.say.sorted(members ?? [], by: { $0.member.name.plain(in: visit.language) })
        }
        regions =
            register.regionsInOrder.map { RegionWithMembers(id: $0.id, region: $0.region, members: sorted(byRegion[$0.id])) }
            + (byRegion[nil].map { [RegionWithMembers(id: nil, region: nil, members: sorted($0))] } ?? [])
        observers = sorted(register.observers)
    }

    private var say: Say { visit.say }
    private var count: Int { regions.reduce(0) { $0 + $1.members.count } }
    private var named: [RegionWithMembers] { regions.filter { $0.region != nil } }

    /// Nothing where there is nobody to list.
    @MarkupBuilder var lede: Markup {
        if count > 0 || !observers.isEmpty {
            p(.class("lede")) {
                say("membership.members.lede", count: count, ["day": say.day(visit.times.day)])
                if !named.isEmpty {
                    " "
                    say("membership.members.in-regions", count: named.count)
                }
                if !observers.isEmpty {
                    " "
                    say("membership.members.observers", count: observers.count)
                }
                " "
                link("#counting") { say("pages.how-counted") }
            }
        }
    }

    @MarkupBuilder var sheets: Markup {
        if !named.isEmpty { sheet(say("membership.members.by-region")) { chart } }
        sheet(say("membership.members.all")) { table }
        if !observers.isEmpty { sheet(say("membership.observers")) { observerTable } }
        JoiningAccount(say: say, members: regions.flatMap(\.members).map(\.member.joined)).sheet
    }

    private var chart: Markup {
        let bars = named.map { part in
            BarChart.Bar(
                label: part.region.map { visit.plain($0.name) } ?? "", value: Double(part.members.count),
                valueText: say.number(part.members.count),
                href: part.id.map { visit.path("regions/\($0)") })
        }
        return barChart(
            BarChart(bars: bars, labelHeading: say("membership.region"), valueHeading: say("membership.nav.members"), targetHeading: ""),
            in: ChartFrame(
                id: "by-region", finding: finding, tableLabel: say("membership.members.by-region"),
                isRightToLeft: visit.language.isRightToLeft))
    }

    /// Names the largest region only where there is one.
    private var finding: String {
        let counts = named.map(\.members.count)
        let most = counts.max() ?? 0
        let largest = named.filter { $0.members.count == most }
        if largest.count == 1, let region = largest[0].region {
            return say("membership.members.largest", ["region": visit.plain(region.name), "n": say.number(most), "all": say.number(count)])
        }
        return say(
            "membership.members.spread",
            ["least": say.number(counts.min() ?? 0), "most": say.number(most), "all": say.number(count)])
    }

    private var table: Markup {
        scrollingTable(say("membership.members.caption", count: count, ["day": say.day(visit.times.day)]), id: "all-members") {
            headings([(say("pages.name"), false), (say("pages.code"), false), (say("membership.since"), false)])
            for part in regions where !part.members.isEmpty {
                tbody {
                    tr {
                        th(.scope("rowgroup"), .span(3)) {
                            if let region = part.region {
                                strong { visit.text(region.name) }
                            } else {
                                span(.class("gap")) { say("membership.members.no-region") }
                            }
                            " · "
                            say("membership.count.members", count: part.members.count)
                        }
                    }
                    for (id, member) in part.members { MembersPage.row(id, member, visit) }
                }
            }
        }
    }

    private var observerTable: Markup {
        group {
            p { say("membership.observers-text") }
            scrollingTable(say("membership.observers"), id: "observers") {
                headings([(say("pages.name"), false), (say("pages.code"), false), (say("membership.form.from"), false)])
                tbody { for (id, member) in observers { MembersPage.row(id, member, visit) } }
            }
        }
    }
}
