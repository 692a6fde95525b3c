import Journal
import TestKit

/// A store whose calls fail as a script says: before anything was kept, or after, when only the answer is lost. After a failure that is not
/// a passing one every call fails, until somebody starts anew.
actor FaultyStore: Store {
    struct Failure: Error {}

    enum Fate: Sendable {
        case fine
        /// Nothing was kept.
        case before
        /// All of it was kept, and nobody hears of it.
        case after
    }

    let memory = MemoryStore()
    private(set) var calls = 0
    private(set) var isDown = false
    private var fate: @Sendable (_ call: Int, _ isWrite: Bool) -> Fate

    init(fate: @escaping @Sendable (_ call: Int, _ isWrite: Bool) -> Fate = { _, _ in .fine }) { self.fate = fate }

    /// The machine is started again, and from now on behaves so.
    func start(_ fate: @escaping @Sendable (_ call: Int, _ isWrite: Bool) -> Fate = { _, _ in .fine }) { (isDown, self.fate) = (false, fate) }

    private func call<Value: Sendable>(isWrite: Bool = false, _ work: @Sendable (MemoryStore) async throws -> Value) async throws -> Value {
        guard !isDown else { throw Failure() }
        calls += 1
        switch fate(calls, isWrite) {
        case .fine: return try await work(memory)
        case .before: break
        case .after: _ = try await work(memory)
        }
        // What fails at writing is not tried again: the process ends (the committer's rule). Reading may work the next time.
        isDown = isWrite
        throw Failure()
    }

    func append(_ batches: [Batch]) async throws -> [AppendOutcome] { try await call(isWrite: true) { await $0.append(batches) } }
    func entries(_ query: EntryQuery) async throws -> [Entry] { try await call { await $0.entries(query) } }
    func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch { try await call { await $0.stretch(query, limit: limit) } }
    func head(of id: OrganisationID) async throws -> Head? { try await call { await $0.head(of: id) } }
    func organisations() async throws -> [OrganisationID] { try await call { await $0.organisations() } }
    func receipt(for key: CommandKey, in id: OrganisationID) async throws -> KeptReceipt? { try await call { await $0.receipt(for: key, in: id) } }
    func eraseWords(of id: OrganisationID, at positions: [Int]) async throws {
        try await call(isWrite: true) { await $0.eraseWords(of: id, at: positions) }
    }
    func snapshots(of id: OrganisationID) async throws -> [Snapshot] { try await call { await $0.snapshots(of: id) } }
    func keep(_ snapshots: [Snapshot], of id: OrganisationID) async throws { try await call(isWrite: true) { await $0.keep(snapshots, of: id) } }
}
