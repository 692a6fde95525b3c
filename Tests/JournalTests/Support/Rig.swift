import Foundation
import Synchronization
import TestKit

@testable import Journal

/// A clock that goes only when told to.
final class TestClock: Sendable {
    private let moment: Mutex<Moment>

    init(_ day: Day = .testDay) { moment = Mutex(Moment(startOf: day)) }

    var now: Moment {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }

    func wait(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

let chapters: [any Chapter.Type] = [Keeping.self, Ledger.self, Tolls.self]

/// The journal of the port, as it stands in a store.
func openJournal(_ store: any Store, _ clock: TestClock = TestClock(), committer: Committer? = nil) async throws -> Journal {
    try await Journal.open(ID("port"), chapters: chapters, store: store, committer: committer ?? Committer(store)) { clock.now }
}

func command(_ key: String, _ content: String? = nil, by actor: Actor = .amina) -> Command {
    Command(by: actor, key: key, content: Data((content ?? key).utf8))
}

extension Journal {
    /// Records one event under a key of its own.
    @discardableResult
    func record(_ event: Ledger.Event, on day: Day? = nil, key: String = UUID().uuidString) async throws -> Receipt {
        try await record(command(key)) { _ in [Proposal(Ledger.self, event, on: day)] }
    }
}

extension Batch {
    /// One batch of equal events, chained to what is given.
    static func of(
        _ id: OrganisationID, after head: Head? = nil, key: String, content: String = "", events: [Ledger.Event] = [.moored(berth: "a", ship: 1)]
    ) throws -> Batch {
        var entries: [Entry] = [], last = head ?? Head(position: 0, hash: .origin)
        for event in events {
            let (entry, hash) = try Entry.seal(
                Proposal(Ledger.self, event), in: id, after: last.position, last.hash, by: .amina, at: Moment(startOf: .testDay))
            entries.append(entry)
            last = Head(position: entry.record.position, hash: hash)
        }
        let after = head?.position ?? 0
        let receipt = Receipt(positions: after + 1..<last.position + 1, hash: last.hash, at: Moment(startOf: .testDay))
        let command = command(key, content)
        return Batch(
            organisation: id, after: after, entries: entries,
            receipt: KeptReceipt(key: command.key, fingerprint: command.fingerprint, receipt: receipt))
    }
}
