import HashTreeCollections
import Journal
import Organisation
import Pages

/// All members by region, as they were on the day being read.
struct MembersPage {
    let visit: Visit
    let regions: [RegionWithMembers]
    let observers: [(id: ID<Member>, member: Member)]

    /// The same for every reader of a language.
    fileprivate struct Lists: Sendable {
        let regions: [RegionWithMembers]
        let observers: [(id: ID<Member>, member: Member)]
    }

    private struct Key: Hashable {
        let state: StateKey
        let language: Language
    }

    private static let kept = Kept<Key, Lists>(capacity: 12)

    struct RegionWithMembers: Sendable {
        /// `nil` for the members of which no region is recorded.
        let id: ID<Region>?
        let region: Region?
        let members: [(id: ID<Member>, member: Member)]
    }

    init(_ visit: Visit) {
        self.visit = visit
        let lists = MembersPage.kept.value(for: Key(state: StateKey(visit.organisation), language: visit.language)) { Lists(visit) }
        (regions, observers) = (lists.regions, lists.observers)
    }

    static let route = Route.page("members", .everyone) { MembersPage($0).page }

    private var say: Say { visit.say }
    private var count: Int { regions.reduce(0) { $0 + $1.members.count } }

    var page: Page {
        Page(say("membership.nav.members"), place: "members") {
            if count == 0 && observers.isEmpty { nobody } else { everybody }
        }
    }

    private var nobody: Markup {
        emptyState(say("membership.members.none"), say(visit.isNow ? "membership.members.none-text" : "membership.members.none-then")) {
            visit.control(.planners, "new/region", say("membership.form.new-region"), quiet: false)
            visit.control(.planners, "new/member", say("membership.form.new-member"))
        }
    }

    @MarkupBuilder private var everybody: Markup {
        let named = regions.filter { $0.region != nil }
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
        div(.class("actions")) {
            visit.control(.planners, "new/member", say("membership.form.new-member"), quiet: false)
            visit.control(.planners, "new/region", say("membership.form.new-region"))
            link(visit.path("exports"), .class("button quiet")) { say("pages.take-along") }
            link(visit.path("about"), .class("button quiet")) { say("membership.about") }
        }
        if !named.isEmpty { sheet(say("membership.members.by-region")) { chart(named) } }
        sheet(say("membership.members.all")) { table }
        if !observers.isEmpty { sheet(say("membership.observers")) { observerTable } }
        JoiningAccount(say: say, members: regions.flatMap(\.members).map(\.member.joined)).sheet
    }

    private func chart(_ named: [RegionWithMembers]) -> Markup {
        let bars = named.map { part in
            BarChart.Bar(
                label: part.region.map { visit.plain($0.name) } ?? "", value: Double(part.members.count),
                valueText: say.number(part.members.count),
                href: part.id.map { visit.path("regions/\($0)") })
        }
        return barChart(
            BarChart(bars: bars, labelHeading: say("membership.region"), valueHeading: say("membership.nav.members"), targetHeading: ""),
            in: ChartFrame(
                id: "by-region", finding: finding(named), tableLabel: say("membership.members.by-region"),
                isRightToLeft: visit.language.isRightToLeft))
    }

    /// Names the largest region only where there is one.
    private func finding(_ named: [RegionWithMembers]) -> String {
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

    static func row(_ id: ID<Member>, _ member: Member, _ visit: Visit) -> Markup {
        tr {
            th(.scope("row")) { link(visit.path("members/\(id)")) { visit.text(member.name) } }
            td { member.code }
            td { visit.say.sinceShort(member.joined) }
        }
    }
}

extension MembersPage.Lists {
    fileprivate init(_ visit: Visit) {
        let register = visit.register
        let byRegion = Dictionary(grouping: register.members) { $0.member.region.flatMap { register.regions[$0] == nil ? nil : $0 } }
        let sorted = { (members: [(id: ID<Member>, member: Member)]?) in
            visit.say.sorted(members ?? [], by: { $0.member.name.plain(in: visit.language) })
        }
        regions =
            register.regionsInOrder.map { MembersPage.RegionWithMembers(id: $0.id, region: $0.region, members: sorted(byRegion[$0.id])) }
            + (byRegion[nil].map { [MembersPage.RegionWithMembers(id: nil, region: nil, members: sorted($0))] } ?? [])
        observers = sorted(register.observers)
    }
}
