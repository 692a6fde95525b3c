import Journal
import TestKit
import Testing

/// A store in memory that holds writes up or fails when told to, and remembers in which groups they came.
actor GatedStore: Store {
    struct DiskFailure: Error {}

    let memory = MemoryStore()
    private(set) var groups: [[Batch]] = []
    private(set) var isHolding = false
    private var isClosed = false
    private var isBroken = false
    private var readsAreBroken = false
    private(set) var readings = 0
    private var readsAreHeld = false
    private var heldReads: [CheckedContinuation<Void, Never>] = []
    private var held: [CheckedContinuation<Void, Never>] = []

    func close() { isClosed = true }

    func open() {
        isClosed = false
        for continuation in held { continuation.resume() }
        (held, isHolding) = ([], false)
    }

    func breakDown() {
        isBroken = true
        open()
    }

    func setReadsBroken(_ broken: Bool) { readsAreBroken = broken }

    func holdReads() { readsAreHeld = true }

    func letReadsGo() {
        readsAreHeld = false
        for continuation in heldReads { continuation.resume() }
        heldReads = []
    }

    /// Returns when so many have begun to read.
    func untilReading(_ count: Int) async throws { try await until("\(count) readings") { readings >= count } }

    /// Returns when a write waits at the gate.
    func untilHolding() async throws { try await until("a write at the gate") { isHolding } }

    func append(_ batches: [Batch]) async throws -> [AppendOutcome] {
        groups.append(batches)
        if isClosed {
            isHolding = true
            await withCheckedContinuation { held.append($0) }
        }
        if isBroken { throw DiskFailure() }
        return await memory.append(batches)
    }

    func entries(_ query: EntryQuery) async throws -> [Entry] {
        try await read()
        return await memory.entries(query)
    }

    func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch {
        try await read()
        return await memory.stretch(query, limit: limit)
    }

    private func read() async throws {
        if readsAreBroken { throw DiskFailure() }
        readings += 1
        if readsAreHeld { await withCheckedContinuation { heldReads.append($0) } }
    }

    func head(of id: OrganisationID) async -> Head? { await memory.head(of: id) }
    func organisations() async -> [OrganisationID] { await memory.organisations() }
    func receipt(for key: CommandKey, in id: OrganisationID) async -> KeptReceipt? { await memory.receipt(for: key, in: id) }
    func eraseWords(of id: OrganisationID, at positions: [Int]) async { await memory.eraseWords(of: id, at: positions) }
    func snapshots(of id: OrganisationID) async -> [Snapshot] { await memory.snapshots(of: id) }
    func keep(_ snapshots: [Snapshot], of id: OrganisationID) async { await memory.keep(snapshots, of: id) }
}
