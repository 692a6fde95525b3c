import Journal
import Organisation
import Pages

/// One event as it lies in the chain, for somebody who wants to verify it.
func receiptPage(_ visit: Visit) async throws -> Page {
    // A position that is not there is looked up like one that is: how long it takes must not tell which.
    guard let wanted = visit.parameters["position"].flatMap({ Int($0) }), wanted > 0 else { throw Missing() }
    let position = min(wanted, visit.organisation.position + 1)
    let entries = try await visit.entriesRead(EntrySelection(after: position - 2, before: position + 2))
    guard let entry = entries.first(where: { $0.record.position == position }),
        let seen = visit.happening(entry)
    else { throw Missing() }
    let before = entries.first { $0.record.position == position - 1 }, after = entries.first { $0.record.position - 1 == position }
    let together = try await Companions(of: entry, visit)
    let happening = together.happenings.first { $0.position == position } ?? seen
    let neighbours = [before, after].compactMap { $0 }.filter { visit.happening($0) != nil }
    return Page(
        visit.say("activity.receipt", ["position": visit.say.number(position)]), place: Activity.place,
        trail: [(visit.say("activity.title"), Activity.place)]
    ) {
        ReceiptView(
            visit: visit, happening: happening, checks: ReceiptChecks(entry, after: before), neighbours: neighbours.map(\.record.position),
            together: together
        ).markup
    }
}
