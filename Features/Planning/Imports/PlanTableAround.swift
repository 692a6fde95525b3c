import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What rows say of what stands around a plan: who answers, and for which spans is reported.
extension PlanTableMapping {
    /// A unit that is there stays as it is: it has a page of its own. One that is not is made, so that a whole plan can come from elsewhere.
    mutating func mapUnit(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<Unit>(entry.id) else { return }
        guard names.unit(id) == nil else { return report.same() }
        guard names.isFree(id) else { throw Refusal("planning.import.id-of-another", ["id": id.text], field: "id") }
        let superior: ID<Unit>? = try row.id("parent")
        let unit = Unit(
            name: try names.required(row, "title", instead: nil), kind: try row.choice("status") ?? .team,
            answersFor: names.content(row, "description", instead: nil), answersTo: superior.map { .unit($0) })
        report.propose(Proposal(Register.self, .unitDescribed(id: id, unit)))
        names.add(id, unit)
    }

    mutating func mapPeriod(_ entry: Entry) throws(Refusal) {
        let row = entry.row
        guard let id = ID<ReportingPeriod>(entry.id) else { return }
        let old = plan.periods[id]
        let (from, until) = try span(row, instead: old.map { ($0.from, $0.until) })
        let due = try row.day("due") ?? old?.due
        if let due, due != old?.due, due < from { throw Refusal("planning.refusal.due-before-it-begins", field: "due") }
        let described = ReportingPeriod(
            name: try names.required(row, "title", instead: old?.name), from: from, until: until, due: due, isLocked: old?.isLocked ?? false)
        if let old, old.isLocked, described != old {
            throw Refusal("planning.import.period-locked", ["period": old.name.plain(in: names.language)])
        }
        if old?.from != from || old?.until != until { try refuseOverlap(of: id, from, until) }
        describe(described, instead: old, .periodDescribed(id: id, described))
    }

    /// Against what stood before the file: periods that overlap among themselves come from where they did so already.
    private func refuseOverlap(of id: ID<ReportingPeriod>, _ from: Day, _ until: Day) throws(Refusal) {
        let others = standing.periodsInOrder.filter { $0.id != id }
        guard let other = others.first(where: { $0.period.from <= until && $0.period.until >= from })?.period else { return }
        let name = other.name.plain(in: names.language)
        throw Refusal("planning.refusal.overlap", ["name": name, "from": other.from.description, "until": other.until.description], field: "from")
    }
}
