import Foundation
import TestKit

@testable import Journal

/// Batches made by hand, each chained to the one before.
struct Chain {
    let organisation: OrganisationID
    private(set) var head: Head?

    init(_ organisation: OrganisationID, after head: Head? = nil) { (self.organisation, self.head) = (organisation, head) }

    mutating func batch(_ numbers: [Int], key: String, content: String = "", by actor: Actor = .amina) throws -> Batch {
        try batch(numbers.map { Tally.proposal($0) }, key: key, content: content, by: actor)
    }

    mutating func batch(_ proposals: [Proposal], key: String, content: String = "", by actor: Actor = .amina) throws -> Batch {
        let after = head, at = Moment(startOf: .testDay)
        var entries: [Entry] = []
        for proposal in proposals {
            let (entry, hash) = try Entry.seal(
                proposal, in: organisation, after: head?.position ?? 0, head?.hash ?? .origin, by: actor, at: at)
            entries.append(entry)
            head = Head(position: entry.record.position, hash: hash)
        }
        let first = (after?.position ?? 0) + 1, command = Command(by: actor, key: key, content: Data(content.utf8))
        let receipt = Receipt(positions: first..<first + proposals.count, hash: head?.hash ?? .origin, at: at)
        return Batch(
            organisation: organisation, after: after?.position ?? 0, entries: entries,
            receipt: KeptReceipt(key: command.key, fingerprint: command.fingerprint, receipt: receipt))
    }
}
