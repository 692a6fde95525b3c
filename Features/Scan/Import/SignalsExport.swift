import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The same table on its way out: the signals that a reader may see, those that went into another left out.
struct SignalsExport: Exporting {
    let name = "signals"
    let title = "scan.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { SignalColumn.allCases.map(\.described) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        let language = visit.organisation.firstLanguage, plan = visit.plan
        for (id, signal) in visit.seen(visit.scan.standing) {
            func text(_ content: Localized) -> CSVCell { CSVCell(content.plain(in: language)) }
            let evidence = signal.evidence.first
            let effects = signal.effects.filter { visit.sees($0.objective) }.compactMap { effect in
                plan.objectives[effect.objective].map { "\($0.code): \(effect.size > 0 ? "+" : "")\(effect.size)" }
            }
            try take(
                [
                    .text(id.text), text(signal.title), text(signal.text), CSVCell(signal.kind.rawValue.asWords), CSVCell(signal.aspect?.text), CSVCell(signal.firstSeen.map { "\($0)" }),
                    CSVCell(signal.regions.compactMap { visit.register.regions[$0]?.code }.joined(separator: "; ")), CSVCell(signal.horizon?.rawValue), CSVCell(signal.direction?.rawValue),
                    text(signal.opportunity), CSVCell(signal.impact?.written), CSVCell(signal.likelihood?.written), CSVCell(signal.uncertainty?.written),
                    .number((signal.relevance * 10_000).rounded() / 100), CSVCell(signal.novelty.map { "\($0)" }), CSVCell(signal.velocity?.rawValue), CSVCell(signal.confidence?.rawValue),
                    text(signal.confidenceBecause), evidence.map { text($0.source) } ?? CSVCell(""), CSVCell(evidence?.link.text), CSVCell(evidence?.on.map { "\($0)" }),
                    CSVCell(evidence?.reliability.rawValue), CSVCell(effects.joined(separator: "; ")),
                ])
        }
    }
}
