import Foundation
import Journal

/// A store for tests, in memory, keeping the same contract as the real ones.
package actor MemoryStore: Store {
    private var journals: [OrganisationID: [Entry]] = [:]
    private var receipts: [OrganisationID: [CommandKey: KeptReceipt]] = [:]
    private var kept: [OrganisationID: [Snapshot]] = [:]

    package init() {}

    package func append(_ batches: [Batch]) -> [AppendOutcome] {
        batches.map { batch in
            if let receipt = receipts[batch.organisation]?[batch.receipt.key] { return .repeated(receipt) }
            let head = head(of: batch.organisation)
            guard head?.position ?? 0 == batch.after, batch.entries.first?.record.previous ?? .origin == head?.hash ?? .origin else {
                return .overtaken
            }
            journals[batch.organisation, default: []] += batch.entries
            receipts[batch.organisation, default: [:]][batch.receipt.key] = batch.receipt
            return .kept
        }
    }

    package func entries(_ query: EntryQuery) -> [Entry] {
        let entries = (journals[query.organisation] ?? []).filter { entry in
            let position = entry.record.position
            return position > query.after && position <= query.through ?? .max && query.chapter ?? entry.record.chapter == entry.record.chapter
                && query.positions?.contains(position) ?? true
        }
        return query.selection?.chosen(from: entries) ?? entries
    }

    package func stretch(_ query: EntryQuery, limit: Int) -> Stretch {
        var stretch = Stretch()
        for entry in entries(query).prefix(limit) { stretch.append(entry) }
        return stretch
    }

    package func head(of organisation: OrganisationID) -> Head? {
        journals[organisation]?.last.map { Head(position: $0.record.position, hash: Record.hash($0.record.bytes)) }
    }

    package func organisations() -> [OrganisationID] { journals.keys.sorted() }

    package func receipt(for key: CommandKey, in organisation: OrganisationID) -> KeptReceipt? { receipts[organisation]?[key] }

    package func eraseWords(of organisation: OrganisationID, at positions: [Int]) {
        for position in positions where journals[organisation]?.indices.contains(position - 1) == true {
            journals[organisation]?[position - 1].words = nil
        }
        kept[organisation] = nil
    }

    package func snapshots(of organisation: OrganisationID) -> [Snapshot] { kept[organisation] ?? [] }

    package func keep(_ snapshots: [Snapshot], of organisation: OrganisationID) { kept[organisation] = snapshots }
}
