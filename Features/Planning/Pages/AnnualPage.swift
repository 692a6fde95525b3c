import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a unit is to deliver in one financial year of a plan.
struct AnnualShare {
    let unit: ID<Unit>?
    var deliverables: [(action: ID<Action>, deliverable: Deliverable)] = []
    /// Actions that run in the year without anything due in it.
    var running: [ID<Action>] = []
}

extension PlanIndex {
    /// By unit, in the order of their identifiers; what nobody answers for comes last.
    func annualShares(of id: ID<StrategicPlan>, in year: FinancialYear, where isSeen: (Action) -> Bool) -> [AnnualShare] {
        var shares: [ID<Unit>?: AnnualShare] = [:]
        for (id, action) in actions(of: id) where action.status != .stopped && isSeen(action) {
            let due = deliverables(of: id).filter { item in (item.deliverable.due ?? item.deliverable.deliveredOn).map(year.contains) ?? false }
            var share = shares[action.owner] ?? AnnualShare(unit: action.owner)
            share.deliverables += due.map { (id, $0.deliverable) }
            if due.isEmpty, runs(action, in: year) { share.running.append(id) }
            if !share.deliverables.isEmpty || !share.running.isEmpty { shares[action.owner] = share }
        }
        return shares.values.sorted { a, b in
            guard let first = a.unit, let second = b.unit else { return a.unit != nil }
            return first < second
        }
    }

    private func runs(_ action: Action, in year: FinancialYear) -> Bool {
        guard let from = action.from, let until = action.until else { return false }
        return from <= year.until && until >= year.from
    }
}

/// The annual implementation plan: what is to be delivered in a financial year, by unit.
struct AnnualPage {
    let visit: Visit
    let id: ID<StrategicPlan>
    let plan: StrategicPlan
    let year: FinancialYear

    static func page(_ visit: Visit) async throws -> Page {
        guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else {
            return try await NoPlan.page(visit, "planning.nav.annual", place: PlanPath.annual)
        }
        return AnnualPage(visit: visit, id: id, plan: plan, year: try visit.chosenYear(of: plan)).page
    }

    private var say: Say { visit.say }

    private var page: Page {
        let shares = visit.planIndex.annualShares(of: id, in: year) { visit.sees($0.objective) }
        return Page(say("planning.annual-title", ["year": year.name]), place: PlanPath.annual) {
            visit.planChips(id) { visit.path(PlanPath.annual, ["plan": $0.text]) }
            chips(
                say("planning.years"),
                visit.years(of: plan).map { ($0.name, visit.path(PlanPath.annual, ["plan": id.text, "year": "\($0.start)"]), $0 == year) })
            p(.class("lede")) { sentence(shares) }
            p(.class("note")) { say("planning.annual-help", ["from": say.day(year.from), "until": say.day(year.until)]) }
            if shares.isEmpty { emptyState(say("planning.annual-empty"), say("planning.annual-empty-help")) }
            for share in shares { section(share) }
        }
    }

    private func sentence(_ shares: [AnnualShare]) -> String {
        let all = shares.flatMap(\.deliverables), day = visit.times.day
        return say(
            "planning.annual-lede", count: all.count,
            [
                "year": year.name, "units": say("planning.count.units", count: shares.count { $0.unit != nil && !$0.deliverables.isEmpty }),
                "done": say.number(all.count { $0.deliverable.deliveredOn != nil }),
                "late": say.number(all.count { $0.deliverable.isOverdue(on: day) }),
            ])
    }

    private func section(_ share: AnnualShare) -> Markup {
        group {
            h2 { share.unit.map { visit.owner($0) } ?? Markup(say("planning.nobody")) }
            if share.unit == nil { p(.class("gap")) { say(Gap.actionWithoutOwner.key) } }
            if !share.deliverables.isEmpty { table(share) }
            if !share.running.isEmpty {
                h3 { say("planning.annual-running") }
                ul { for id in share.running { li { visit.actionLink(id) } } }
            }
        }
    }

    private func table(_ share: AnnualShare) -> Markup {
        let day = visit.times.day
        let rows = share.deliverables.sorted { ($0.deliverable.due ?? .beginning) < ($1.deliverable.due ?? .beginning) }
        let owner = share.unit.flatMap { visit.register.units[$0] }.map { visit.plain($0.name) } ?? say("planning.nobody")
        return scrollingTable(say("planning.annual-table", ["year": year.name, "unit": owner]), id: "annual-\(share.unit?.text ?? "nobody")") {
            headings([(say("planning.deliverable"), false), (say("planning.due"), false)])
            tbody {
                for (action, deliverable) in rows {
                    tr {
                        th(.scope("row")) {
                            visit.text(deliverable.title); " "; small { visit.actionLink(action) }
                        }
                        td { dueMark(deliverable, on: day, say) }
                    }
                }
            }
        }
    }
}
