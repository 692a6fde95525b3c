import Synchronization

/// The one writer of a store: gathers what the organisations' deciders hand in and commits it in groups.
///
/// While one transaction is being written to disk, the next fills up. Organisations take turns, and a command larger than a
/// group is written alone, so that an import in one keeps the others waiting for as short as can be. After a failed write nothing is
/// accepted any more.
package final class Committer: Sendable {
    private let store: any Store
    private let groupSize: Int
    private let state = Mutex(State())

    /// How many events one transaction gathers unless it is said otherwise.
    package static let groupSize = 200

    /// - Parameter groupSize: how many events one transaction gathers; a single larger command is still one transaction.
    package init(_ store: any Store, groupSize: Int = Committer.groupSize) {
        self.store = store
        self.groupSize = groupSize
    }

    /// Whether writing has failed: the process should end and be started again.
    package var hasStopped: Bool { state.withLock { $0.stopped } }

    /// Accepts nothing any more, as after a failed write.
    func stop() { state.withLock { $0.stopped = true } }

    /// How many events wait to be written.
    package var waiting: Int { state.withLock { $0.queues.events } }

    /// Hands a batch in, at once and in the caller's order; the answer comes when it is on disk.
    package func submit(_ batch: Batch) -> Ticket {
        let ticket = Ticket()
        let mustStart = state.withLock { state in
            guard !state.stopped else {
                ticket.settle(.failure(CommitterStopped()))
                return false
            }
            state.queues.enqueue(batch, ticket)
            defer { state.running = true }
            return !state.running
        }
        if mustStart { writeNext() }
        return ticket
    }

    /// Writes a group and, once it is on disk, the next.
    private func writeNext() {
        guard let group = nextGroup() else { return }
        store.append(group.map(\.batch)) { [self] result in
            switch result {
            case .success(let outcomes):
                for (item, outcome) in zip(group, outcomes) { item.ticket.settle(.success(outcome)) }
            case .failure(let error):
                let waiting = state.withLock { state in
                    state.stopped = true
                    return state.queues.takeAll()
                }
                for item in group + waiting { item.ticket.settle(.failure(error)) }
            }
            writeNext()
        }
    }

    private func nextGroup() -> [Item]? {
        state.withLock { state in
            let group = state.queues.take(upTo: groupSize)
            if group.isEmpty { state.running = false }
            return group.isEmpty ? nil : group
        }
    }

    private struct State {
        var queues = Queues()
        var running = false
        var stopped = false
    }
}

package struct CommitterStopped: Error {}

struct Item: Sendable {
    let batch: Batch
    let ticket: Ticket
}

/// What is waiting, by organisation; taken in turns, each organisation's own in order.
struct Queues {
    private var waiting: [OrganisationID: Line] = [:]
    private var turns: [OrganisationID] = []
    private(set) var events = 0

    mutating func enqueue(_ batch: Batch, _ ticket: Ticket) {
        events += batch.entries.count
        if waiting[batch.organisation] == nil { turns.append(batch.organisation) }
        waiting[batch.organisation, default: Line()].append(Item(batch: batch, ticket: ticket))
    }

    mutating func take(upTo size: Int) -> [Item] {
        var taken: [Item] = [], events = 0
        while let turn = turns.first, let next = waiting[turn]?.first {
            let count = next.batch.entries.count
            guard taken.isEmpty || count <= size - events else { break }
            taken.append(next)
            events += count
            self.events -= count
            waiting[turn]?.removeFirst()
            turns.removeFirst()
            if waiting[turn]?.first == nil { waiting[turn] = nil } else { turns.append(turn) }
        }
        return taken
    }

    mutating func takeAll() -> [Item] { take(upTo: .max) }
}

/// First in, first out, without moving up all the others each time.
private struct Line {
    private var items: [Item] = []
    private var served = 0

    var first: Item? { served < items.count ? items[served] : nil }

    mutating func append(_ item: Item) { items.append(item) }

    mutating func removeFirst() {
        served += 1
        guard served > 64, served * 2 > items.count else { return }
        items.removeFirst(served)
        served = 0
    }
}
