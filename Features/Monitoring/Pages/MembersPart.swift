import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What the Members reported: by region over time, each of them for one period, and who is missing.
struct MembersPart: Sendable {
    private let page: IndicatorPage
    /// The period whose values are listed: the one asked for, or that of the newest value.
    private let shown: Actual?

    init(_ page: IndicatorPage) {
        self.page = page
        let asked = page.visit.query["period"].flatMap { ID<ReportingPeriod>($0) }
        shown = asked.flatMap { asked in page.history.first { $0.id == asked } } ?? page.measurement.actual ?? page.history.last
    }

    private var visit: Visit { page.visit }
    private var say: Say { page.visit.say }

    @MarkupBuilder var markup: Markup {
        if let shown {
            if page.indicator.kind != .text, !visit.register.regions.isEmpty {
                sheet(say("monitoring.regions"), id: "regions") { RegionHeat(visit, page.indicator, page.id, page.measuring, page.history).markup }
            }
            sheet(say("monitoring.members-values", ["period": visit.plain(shown.period.name)]), width: 8, id: "members") {
                periodChips(shown)
                membersTable(shown)
            }
            sheet(say("monitoring.missing"), width: 4, id: "missing") { missing(shown) }
        }
    }

    private func periodChips(_ shown: Actual) -> Markup {
        nav(.class("chips"), .label(say("monitoring.period"))) {
            for actual in page.history.suffix(12).reversed() {
                let address = visit.path("indicators/\(page.id)", ["period": actual.id.text]) + "#members"
                if actual.id == shown.id { link(address, .current("true")) { visit.plain(actual.period.name) } } else {
                    link(address) { visit.plain(actual.period.name) }
                }
            }
        }
    }

    private func membersTable(_ shown: Actual) -> Markup {
        let register = visit.register
        let reporters = page.measuring.values.reporters(of: page.id, in: shown.id)
        let named = say.sorted(register.members.filter { reporters.contains($0.id) }) { visit.say.plainName($0.member.name) }
        let paging = Paging(count: named.count, asked: visit.query["page"])
        return group {
            scrollingTable(say("monitoring.members-caption", ["counted": say.number(shown.counted), "of": say.number(shown.of)]), id: "member-values") {
                headings([
                    (say("monitoring.member"), false), (say("monitoring.region"), false), (say("monitoring.value"), true),
                    (say("monitoring.remarks"), false),
                ])
                tbody { for entry in paging.part(of: named) { row(entry.id, entry.member, shown) } }
            }
            paging.markup(visit, path: "indicators/\(page.id)")
        }
    }

    private func row(_ id: ID<Member>, _ member: Member, _ shown: Actual) -> Markup {
        let value = page.measuring.values.value(of: page.id, in: shown.id, member: id)
        return tr {
            th(.scope("row")) { link(visit.path("members/\(id)")) { visit.text(member.name) } }
            td { member.region.flatMap { visit.register.regions[$0] }.map { visit.text($0.name) } }
            td(.class("n")) { value?.amount.map { visit.amount($0, page.indicator) } ?? value?.text?.text ?? "–" }
            td {
                if let note = value?.note { note.text ?? say("pages.erased"); " " }
                visit.evidence(value?.evidence ?? "")
                if visit.viewer.mayReport(page.indicator, for: .member(id)), !shown.period.isLocked {
                    " "; visit.control(.roles(reportingRoles), "indicators/\(page.id)/withdraw/\(shown.id)/\(id)", say("pages.withdraw"))
                }
            }
        }
    }

    /// Who has not reported, region by region.
    @MarkupBuilder private func missing(_ shown: Actual) -> Markup {
        let reporters = page.measuring.values.reporters(of: page.id, in: shown.id)
        let expected = page.measuring.members(by: shown.day)
        let members = visit.register.members.filter { expected.contains($0.id) }
        let silent = members.filter { !reporters.contains($0.id) }
        if silent.isEmpty { p { say("monitoring.missing-none", ["of": say.number(members.count)]) } } else {
            p { say("monitoring.missing-count", count: silent.count, ["of": say.number(members.count), "period": visit.plain(shown.period.name)]) }
            for (region, name) in visit.regionNames {
                let here = silent.filter { $0.member.region == region }
                if !here.isEmpty {
                    details {
                        summary {
                            say("monitoring.missing-region", ["region": name, "n": say.number(here.count), "of": say.number(members.count { $0.member.region == region })])
                        }
                        p { say.sorted(here.map { visit.plain($0.member.name) }) { $0 }.joined(separator: ", ") }
                    }
                }
            }
        }
    }
}

extension Visit {
    /// The regions by code, and at the end what belongs to none.
    var regionNames: [(id: ID<Region>?, name: String)] {
        register.regionsInOrder.map { ($0.id, plain($0.region.name)) } + [(nil, say("monitoring.no-region"))]
    }
}

extension Say {
    /// For sorting, without noting a fallback.
    func plainName(_ content: Localized) -> String { content.plain(in: language) }
}

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
        let low = all.min() ?? 0, high = all.max() ?? 0
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
            in: ChartFrame(id: "region-heat", finding: finding(regions), tableLabel: say("monitoring.regions"), isRightToLeft: visit.isRightToLeft))
    }

    private func figures(of region: ID<Region>?) -> [(figure: Double, count: Int)?] {
        let members = Set(visit.register.members.filter { $0.member.region == region }.map(\.id))
        return periods.map { period in
            let amounts = measuring.values.amounts(of: id, in: period.id, among: members.intersection(measuring.members(by: period.day)))
            return aggregation.whole(of: amounts).map { ($0, amounts.count) }
        }
    }

    private func finding(_ regions: [(String, [(figure: Double, count: Int)?])]) -> String {
        let last = regions.compactMap { name, figures in figures.last.flatMap { $0 }.map { (name, $0.figure) } }
        let say = visit.say, way = say("monitoring.aggregation.\(aggregation.rawValue)")
        guard let high = last.max(by: { $0.1 < $1.1 }), let low = last.min(by: { $0.1 < $1.1 }), high.0 != low.0 else {
            return say("monitoring.heat-finding-one", ["way": way])
        }
        return say(
            "monitoring.heat-finding",
            [
                "way": way, "high": high.0, "highValue": visit.amount(high.1, indicator), "low": low.0, "lowValue": visit.amount(low.1, indicator),
                "period": periods.last.map { visit.plain($0.period.name) } ?? "",
            ])
    }
}
