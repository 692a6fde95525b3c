import Exchange
import Journal
import Organisation
import Pages

/// What follows from the rows.
extension ValuesReading {
    /// Answers whether it is another than what stands.
    mutating func note(_ report: Report, _ named: Named) -> Bool {
        let present = places.present(at: named.place, of: named.member)
        let stands = present.map { Report(member: named.member, amount: $0.amount, text: $0.text, note: $0.note, evidence: $0.evidence) }
        guard stands != report else { return false }
        remember(named.place)
        places[named.place].reports.append(report)
        return true
    }

    mutating func note(_ met: Bool, because: String, _ named: Named) -> Bool {
        if let judgement = places.judgement(at: named.place), judgement.met == met, isSaid(because, by: judgement) { return false }
        remember(named.place)
        places[named.place].verdict = (met, because)
        return true
    }

    /// For whoever looks before anything is recorded.
    mutating func show(_ report: Report?, _ met: Bool?, _ reason: String, _ named: Named) {
        guard outcome.changes.count < ImportChange.shown else { return }
        let place = places[named.place], present = places.present(at: named.place, of: named.member), judgement = places.judgement(at: named.place)
        func row(_ value: CSVCell, _ note: Prose?, _ evidence: String, _ met: Bool?, _ reason: String?) -> [CSVCell] {
            [value, CSVCell(note?.text), CSVCell(evidence), CSVCell(met.map { $0 ? "met" : "not met" }), CSVCell(reason)]
        }
        let before = present != nil || judgement != nil ? row(present?.cell ?? .empty, present?.note, present?.evidence ?? "", judgement?.met, judgement?.because.text) : nil
        let after = row(
            report.map { $0.amount.map { .number($0) } ?? CSVCell($0.text?.text) } ?? present?.cell ?? .empty, report?.note ?? present?.note,
            report?.evidence ?? present?.evidence ?? "", met ?? judgement?.met,
            met != nil && !reason.isEmpty ? reason : judgement?.because.text)
        let name = [place.indicator.text, place.periodID.text, named.member?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
        let columns = [ValuesCells.Column.value, .note, .evidence, .judged, .reason].map(\.name)
        if let change = ImportChange(name, columns: columns, before: before, after: after) { outcome.changes.append(change) }
    }

    private mutating func remember(_ place: Int) {
        if places[place].reports.isEmpty, places[place].verdict == nil { order.append(place) }
    }

    mutating func count(_ isNew: Bool, _ named: Named) {
        guard isNew else {
            outcome.same += 1
            return
        }
        let stood = places.present(at: named.place, of: named.member) != nil || places.judgement(at: named.place) != nil
        if stood { outcome.changed += 1 } else { outcome.new += 1 }
    }

    var result: ImportResult {
        var outcome = outcome
        outcome.proposals = order.flatMap { places[$0].proposals(today: today) }
        if let firstAmbiguous {
            outcome.note(firstAmbiguous, in: ValuesCells.Column.value.name, "monitoring.import.ambiguous.\(cells.mark.rawValue)")
        }
        return outcome
    }
}
