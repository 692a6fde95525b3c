import GRDB
import Journal
import Synchronization

/// Looks receipts up. Every command asks first whether it was recorded before, and nearly none was.
///
/// Whether a command may have been is known from a filter in memory, once the keys of the file have been read into it; nobody but this process writes
/// the file. What may have been is looked up, and before the filter is complete, everything.
final class ReceiptDesk: Sendable {
    private struct Memory {
        var filter = KeyFilter(capacity: 0)
        var isComplete = false
        /// Which filling is going on: a later one makes it void.
        var filling = 0
    }

    private let pool: DatabasePool
    private let remembers: Bool
    private let memory = Mutex(Memory())

    /// - Parameter remembers: false where another process writes the file.
    init(_ pool: DatabasePool, remembers: Bool) {
        self.pool = pool
        self.remembers = remembers
    }

    /// - Returns: false only where there is none.
    func mayHold(_ key: CommandKey, in organisation: OrganisationID) -> Bool {
        let mark = KeyMark(key, in: organisation)
        return memory.withLock { !$0.isComplete || $0.filter.mayHold(mark) }
    }

    func receipt(for key: CommandKey, in organisation: OrganisationID) async throws -> KeptReceipt? {
        guard mayHold(key, in: organisation) else { return nil }
        return try await pool.read { try SQLiteStore.receipt(for: key, in: organisation, $0) }
    }
}

// MARK: - The filter

extension ReceiptDesk {
    /// From the transaction that keeps a command: from then on it is looked up.
    ///
    /// - Returns: whether one with its key may have been kept before.
    func remember(_ command: KeptReceipt, in organisation: OrganisationID) -> Bool {
        let mark = KeyMark(command.key, in: organisation)
        let (mayBeKnown, isOverfull) = memory.withLock { memory in
            let mayBeKnown = !memory.isComplete || memory.filter.mayHold(mark)
            memory.filter.insert(mark)
            return (mayBeKnown, memory.isComplete && memory.filter.count > memory.filter.capacity)
        }
        if isOverfull { Task { try await fill() } }
        return mayBeKnown
    }

    /// From a transaction in which commands come in by another way: until the next filling everything is looked up.
    func forget() { memory.withLock { $0.isComplete = false } }

    /// Reads every key of the file: at the start, when there are more than the filter was made for, and after `forget`.
    ///
    /// Until it has ended, or where it fails, every command is looked up.
    func fill() async throws {
        guard remembers else { return }
        let filling = try await pool.write { try self.begin($0) }
        var last: [String]? = ["", "", ""]
        while let after = last { last = try await pool.read { [last = after] in try self.insertKeys(after: last, filling, $0) } }
    }

    /// The same at once, where there are few; otherwise while others already work.
    func fillAtStart(_ database: Database) throws {
        guard remembers else { return }
        guard try SQLiteStore.commands(in: database) < ReceiptDesk.portion else {
            Task { try await fill() }
            return
        }
        _ = try insertKeys(after: ["", "", ""], try begin(database), database)
    }

    private static let portion = 10_000

    /// As the one who writes: what was remembered before is in the file by now, and what is remembered from now on goes into the new filter.
    private func begin(_ database: Database) throws -> Int {
        let count = try SQLiteStore.commands(in: database)
        return memory.withLock { memory in
            memory = Memory(filter: KeyFilter(capacity: 2 * count), filling: memory.filling + 1)
            return memory.filling
        }
    }

    /// - Returns: the last key that was inserted; `nil` when it was the last of all, or another filling has begun.
    private func insertKeys(after last: [String], _ filling: Int, _ database: Database) throws -> [String]? {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT organisation, actor, key FROM command WHERE (organisation, actor, key) > (?, ?, ?) ORDER BY organisation, actor, key LIMIT \(ReceiptDesk.portion)",
            arguments: StatementArguments(last))
        let keys = rows.map { row in (0..<3).map { String.fromDatabaseValue(row[$0]) ?? "" } }
        return memory.withLock { memory in
            guard memory.filling == filling else { return nil }
            for key in keys { memory.filter.insert(KeyMark(organisation: key[0], actor: key[1], key: key[2])) }
            memory.isComplete = keys.count < ReceiptDesk.portion
            return memory.isComplete ? nil : keys.last
        }
    }
}

extension SQLiteStore {
    fileprivate static func commands(in database: Database) throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM command") ?? 0 }
}
