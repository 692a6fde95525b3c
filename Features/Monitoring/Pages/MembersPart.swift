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
                sheet(say("monitoring.regions"), id: "regions") {
                    RegionHeat(visit, page.indicator, page.id, page.measuring, page.history).markup
                }
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
                if actual.id == shown.id {
                    link(address, .current("true")) { visit.plain(actual.period.name) }
                } else {
                    link(address) { visit.plain(actual.period.name) }
                }
            }
        }
    }

    private func membersTable(_ shown: Actual) -> Markup {
        let reporters = page.measuring.values.reporters(of: page.id, in: shown.id)
        let all = say.sorted(page.measuring.members(of: page.id, in: shown).filter { reporters.contains($0.id) }) { visit.say.plainName($0.member.name) }
        // What somebody answers for is looked for first.
        let named = all.filter { own.contains($0.id) } + all.filter { !own.contains($0.id) }
        let paging = Paging(count: named.count, asked: visit.query["page"])
        return group {
            scrollingTable(
                say("monitoring.members-caption", ["counted": say.number(shown.counted), "of": say.number(shown.of)]), id: "member-values"
            ) {
                headings([
                    (say("monitoring.member"), false), (say("monitoring.region"), false), (heading, true), (say("monitoring.remarks"), false),
                ])
                tbody { for entry in paging.part(of: named) { row(entry.id, entry.member, shown) } }
            }
            paging.markup(visit, path: "indicators/\(page.id)", query: visit.asked("period"))
        }
    }

    private var own: Set<ID<Member>> { Set(visit.viewer.administrations) }
    /// The unit is said once, above all values; a percentage says it itself.
    private var unit: String { page.indicator.kind == .percentage ? "" : visit.unit(of: page.indicator) }
    private var heading: String { unit.isEmpty ? say("monitoring.value") : say("monitoring.value-in", ["unit": unit]) }

    private func amount(_ value: Double) -> String { unit.isEmpty ? visit.amount(value, page.indicator) : visit.bare(value) }

    private func row(_ id: ID<Member>, _ member: Member, _ shown: Actual) -> Markup {
        let value = page.measuring.values.value(of: page.id, in: shown.id, member: id)
        return tr {
            th(.scope("row")) {
                link(visit.path("members/\(id)")) { visit.text(member.name) }
                if own.contains(id) { small { " (\(say("monitoring.yours")))" } }
            }
            td { member.region.flatMap { visit.register.regions[$0] }.map { visit.text($0.name) } }
            td(.class("n")) { value?.amount.map(amount) ?? value?.text?.text ?? "–" }
            td {
                if let note = value?.note {
                    note.text ?? say("pages.erased")
                    " "
                }
                visit.evidence(value?.evidence ?? "")
                if visit.viewer.mayReport(page.indicator, for: .member(id)), !shown.period.isLocked {
                    " "
                    visit.control(.roles(reportingRoles), "indicators/\(page.id)/withdraw/\(shown.id)/\(id)", say("pages.withdraw"))
                }
            }
        }
    }

    /// Who has not reported, region by region.
    @MarkupBuilder private func missing(_ shown: Actual) -> Markup {
        let reporters = page.measuring.values.reporters(of: page.id, in: shown.id)
        let members = page.measuring.members(of: page.id, in: shown)
        let silent = members.filter { !reporters.contains($0.id) }
        if silent.isEmpty {
            p { say("monitoring.missing-none", count: members.count) }
        } else {
            p {
                say(
                    "monitoring.missing-count", count: silent.count,
                    ["of": say.number(members.count), "period": visit.plain(shown.period.name)])
            }
            for (region, name) in visit.regionNames {
                let here = silent.filter { $0.member.region == region }
                if !here.isEmpty {
                    details {
                        summary {
                            say(
                                "monitoring.missing-region",
                                [
                                    "region": name, "n": say.number(here.count),
                                    "of": say.number(members.count { $0.member.region == region }),
                                ])
                        }
                        p { say.list(say.sorted(here.map { visit.plain($0.member.name) }) { $0 }) }
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
