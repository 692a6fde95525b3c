import Foundation
import GRDB
import Journal

extension SQLiteStore: Store {
    package func append(_ batches: [Batch]) async throws -> [AppendOutcome] {
        try await withCheckedThrowingContinuation { continuation in append(batches) { continuation.resume(with: $0) } }
    }

    package func append(_ batches: [Batch], answer: @escaping @Sendable (Result<[AppendOutcome], any Error>) -> Void) {
        pool.asyncWrite({ [receipts] database in try SQLiteStore.append(batches, receipts, database) }, completion: { _, result in answer(result) })
    }

    private static func append(_ batches: [Batch], _ receipts: ReceiptDesk, _ database: Database) throws -> [AppendOutcome] {
        var heads: [OrganisationID: Head] = [:]
        return try batches.map { batch in
            let mayBeKnown = receipts.remember(batch.receipt, in: batch.organisation)
            if mayBeKnown, let kept = try receipt(for: batch.receipt.key, in: batch.organisation, database) { return .repeated(kept) }
            let last = try heads[batch.organisation] ?? head(of: batch.organisation, database)
            guard last?.position ?? 0 == batch.after, batch.entries.first?.record.previous ?? .origin == last?.hash ?? .origin else { return .overtaken }
            heads[batch.organisation] = try insert(batch, into: database)
            return .kept
        }
    }

    /// - Returns: the new end of the journal.
    private static func insert(_ batch: Batch, into database: Database) throws -> Head? {
        var head: Head?
        let event = try database.cachedStatement(sql: "INSERT INTO event (organisation, position, chapter, record, hash, structure_salt, structure) VALUES (?, ?, ?, ?, ?, ?, ?)")
        let words = try database.cachedStatement(sql: "INSERT INTO words (organisation, position, words, salt) VALUES (?, ?, ?, ?)")
        for entry in batch.entries {
            let record = entry.record.bytes, hash = Record.hash(record)
            try event.execute(arguments: [
                batch.organisation.text, entry.record.position, entry.record.chapter, record, hash.bytes, entry.structure.salt, entry.structure.bytes,
            ])
            head = Head(position: entry.record.position, hash: hash)
            if let part = entry.words {
                try words.execute(arguments: [batch.organisation.text, entry.record.position, part.bytes, part.salt])
            }
        }
        let kept = batch.receipt
        try database.cachedStatement(sql: "INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            batch.organisation.text, kept.key.actor.id.text, kept.key.key, kept.fingerprint.bytes, kept.receipt.positions.lowerBound,
            kept.receipt.positions.upperBound, kept.receipt.hash.bytes, kept.receipt.at.milliseconds,
        ])
        return head
    }

    package func entries(_ query: EntryQuery) async throws -> [Entry] {
        let leavesLongOut = query.selection?.leavesLongOut ?? false
        let structure = leavesLongOut ? "CASE WHEN length(structure) < \(EntrySelection.long) THEN structure END" : "structure"
        var sql = """
            SELECT record, \(structure), structure_salt, words, salt FROM event LEFT JOIN words USING (organisation, position)
            WHERE organisation = ? AND position > ? AND position <= ?
            """
        // One limit at each end: of two SQLite looks only one up, and reads all that lies between them. Asked for nothing, it is asked all the same:
        // by the number of readings nobody learns what there is.
        let after = max(query.after, query.selection?.after ?? 0), through = min(query.through ?? .max, query.selection?.before.map { max($0, 1) - 1 } ?? .max)
        var arguments: StatementArguments = [query.organisation.text, after, through]
        if let chapter = query.chapter { sql += " AND chapter = ?"; arguments += [chapter] }
        if let positions = query.positions {
            sql += " AND position IN (\(positions.map { _ in "?" }.joined(separator: ",")))"
            arguments += StatementArguments(positions)
        }
        var order = " ORDER BY position"
        if let selection = query.selection {
            let (conditions, more) = selection.conditions
            sql += conditions
            arguments += more
            if let newest = selection.newest {
                order += " DESC LIMIT ?"
                arguments += [max(0, newest)]
            }
        }
        let isReversed = query.selection?.newest != nil
        return try await pool.read { [sql, arguments, order] database in
            var entries: [Entry] = []
            // Of those with a list of positions there are as many as lists are long.
            let statement = try query.positions == nil ? database.cachedStatement(sql: sql + order) : database.makeStatement(sql: sql + order)
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            while let row = try rows.next() {
                guard let bytes = data(row, 0), let record = Record(bytes) else { throw StoreRefusal.damaged }
                if let structure = part(row, at: 1) {
                    entries.append(Entry(record: record, structure: structure, words: part(row, at: 3)))
                } else {
                    guard leavesLongOut else { throw StoreRefusal.damaged }
                    entries.append(Entry(bare: record))
                }
            }
            return isReversed ? entries.reversed() : entries
        }
    }

    package func head(of organisation: OrganisationID) async throws -> Head? {
        try await pool.read { try SQLiteStore.head(of: organisation, $0) }
    }

    static func head(of organisation: OrganisationID, _ database: Database) throws -> Head? {
        let statement = try database.cachedStatement(
            sql: "SELECT hash, position FROM event WHERE organisation = ? ORDER BY position DESC LIMIT 1")
        guard let row = try Row.fetchOne(statement, arguments: [organisation.text]) else { return nil }
        guard let hash = data(row, 0).flatMap({ Hash($0) }), let position = Int.fromDatabaseValue(row[1]) else { throw StoreRefusal.damaged }
        return Head(position: position, hash: hash)
    }

    package func organisations() async throws -> [OrganisationID] {
        try await pool.read { database in
            try String.fetchAll(database, sql: "SELECT DISTINCT organisation FROM event ORDER BY organisation").compactMap { OrganisationID($0) }
        }
    }

    package func receipt(for key: CommandKey, in organisation: OrganisationID) async throws -> KeptReceipt? {
        try await receipts.receipt(for: key, in: organisation)
    }

    package func mayHoldReceipt(for key: CommandKey, in organisation: OrganisationID) -> Bool { receipts.mayHold(key, in: organisation) }

    static func receipt(for key: CommandKey, in organisation: OrganisationID, _ database: Database) throws -> KeptReceipt? {
        let statement = try database.cachedStatement(
            sql: "SELECT fingerprint, first, after, hash, at FROM command WHERE organisation = ? AND actor = ? AND key = ?")
        guard let row = try Row.fetchOne(statement, arguments: [organisation.text, key.actor.id.text, key.key]) else { return nil }
        guard let fingerprint = data(row, 0).flatMap({ Hash($0) }), let first = Int.fromDatabaseValue(row[1]),
            let after = Int.fromDatabaseValue(row[2]), first <= after, let hash = data(row, 3).flatMap({ Hash($0) }),
            let at = Int64.fromDatabaseValue(row[4])
        else { throw StoreRefusal.damaged }
        return KeptReceipt(
            key: key, fingerprint: fingerprint, receipt: Receipt(positions: first..<after, hash: hash, at: Moment(milliseconds: at)))
    }

    package func eraseWords(of organisation: OrganisationID, at positions: [Int]) async throws {
        try await pool.write { database in
            for position in positions {
                try database.execute(sql: "DELETE FROM words WHERE organisation = ? AND position = ?", arguments: [organisation.text, position])
            }
            try database.execute(sql: "DELETE FROM snapshot WHERE organisation = ?", arguments: [organisation.text])
        }
        // What was deleted must not linger in the write-ahead log. Readers finish first: one of them would hold the log.
        try await pool.barrierWriteWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
}

// GRDB ends the process where a column is not of the type asked for, and a damaged file may hold anything.

private func data(_ row: Row, _ column: Int) -> Data? { Data.fromDatabaseValue(row[column]) }

private func part(_ row: Row, at column: Int) -> SaltedPart? {
    guard let bytes = data(row, column), let salt = data(row, column + 1) else { return nil }
    return SaltedPart(bytes: bytes, salt: salt)
}
