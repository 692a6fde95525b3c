import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What Monitoring shows on the organisation's first page.
func overview(_ visit: Visit) -> [OverviewPart] {
    let list = IndicatorList(visit)
    let count = list.count
    guard count.shown > 0 else { return [] }
    let content = sheet(visit.say("monitoring.overview"), width: 6, id: "indicators-overview") {
        count.bar(visit, id: "indicator-status")
        p { link(visit.path("indicators")) { visit.say("monitoring.overview-link") } }
    }
    return [OverviewPart(order: 20, width: 6, audience: .everyone, sentence: count.sentence(visit), content: content)]
}

/// What Monitoring shows on the pages of members, units and objectives.
func aspects(_ reference: Reference, _ visit: Visit) -> [OverviewPart] {
    switch reference.chapter {
    case Register.name:
        if let id = ID<Member>(reference.id), visit.register.described[id] != nil { return memberAspect(id, visit) }
        if let id = ID<Unit>(reference.id), visit.register.units[id] != nil {
            return indicatorAspect(visit, title: "monitoring.unit-indicators") { $0.indicator.responsible == id }
        }
    case Plan.name:
        if let id = ID<Objective>(reference.id), visit.plan.objectives[id] != nil {
            return indicatorAspect(visit, title: "monitoring.objective-indicators", method: "progress/\(id)") {
                $0.indicator.objective == id
            }
        }
    default: break
    }
    return []
}

/// The newest values of one Member, of the indicators that this reader may see.
private func memberAspect(_ id: ID<Member>, _ visit: Visit) -> [OverviewPart] {
    let measuring = Standings.of(visit.organisation).measuring
    let say = visit.say
    let isOwn = visit.viewer.members.contains(id)
    let periods = measuring.periods.map(\.id)
    let rows = visit.plan.indicatorsInOrder.compactMap {
        indicatorID, indicator -> (ID<Indicator>, Indicator, ID<ReportingPeriod>, ReportedValue)? in
        guard indicator.reporting == .byMember, isOwn || visit.sees(indicatorID),
            let latest = measuring.values.latest(of: indicatorID, member: id, over: periods)
        else { return nil }
        return (indicatorID, indicator, latest.period, latest.value)
    }
    guard !rows.isEmpty else { return [] }
    let content = sheet(say("monitoring.member-values"), width: 8, id: "member-indicators") {
        scrollingTable(say("monitoring.member-values-caption", count: rows.count), id: "member-latest") {
            headings([
                (say("monitoring.indicator"), false), (say("monitoring.value"), true), (say("monitoring.period"), false),
                (say("monitoring.trend"), false),
            ])
            tbody {
                for (indicatorID, indicator, period, value) in rows {
                    tr {
                        th(.scope("row")) {
                            // A Member reads its own values also of an indicator whose page is not disclosed to it.
                            let title = visit.title(indicator.code, indicator.title)
                            if visit.sees(indicatorID) { link(visit.path("indicators/\(indicatorID)")) { title } } else { title }
                        }
                        td(.class(value.amount == nil ? "t" : "n")) {
                            value.amount.map { visit.amount($0, indicator) } ?? value.text?.text ?? "–"
                        }
                        td { visit.plan.periods[period].map { visit.text($0.name) } }
                        td {
                            trend(
                                measuring.values.history(of: indicatorID, member: id, over: Array(periods.suffix(8))).map(\.amount), visit)
                        }
                    }
                }
            }
        }
    }
    return [OverviewPart(order: 30, width: 8, audience: .everyone, content: content)]
}

private func trend(_ amounts: [Double?], _ visit: Visit) -> Markup {
    guard amounts.count(where: { $0 != nil }) > 1 else { return Markup() }
    return sparkline(amounts, standing: .noData, isRightToLeft: visit.isRightToLeft)
}

/// Some indicators in a small table: on the page of what they measure, or of who answers for them.
private func indicatorAspect(
    _ visit: Visit, title: String, method: String? = nil, where belongs: (Standings.Row) -> Bool
) -> [OverviewPart] {
    let standings = Standings.of(visit.organisation), say = visit.say
    let here = standings.rows.filter(belongs)
    let rows = here.filter { visit.sees($0) }
    let undisclosed = here.filter { !visit.sees($0) }
    guard !rows.isEmpty else { return [] }
    let content = sheet(say(title), id: "indicators-here") {
        p { StatusCount(rows, undisclosed: undisclosed).sentence(visit) }
        IndicatorTable(visit, standings).markup(
            say("monitoring.list.caption", count: rows.count), id: "indicators-here-table", rows)
        if let method { p { link(visit.path(method)) { say("pages.how-counted") } } }
    }
    return [OverviewPart(order: 30, width: 12, audience: .everyone, content: content)]
}
