import CSQLite
import GRDB
import Journal

extension SQLiteStore {
    package func stretch(_ query: EntryQuery, limit: Int) async throws -> Stretch {
        try await pool.read { database in
            let events = try RawCursor(.events, query, database), words = try RawCursor(.words, query, database)
            var stretch = Stretch(), said = try words.next()
            // Side by side, both in the order of positions: looking the words of each event up would cost as much as the events.
            while stretch.count < limit, !stretch.isFull, let position = try events.next() {
                while let behind = said, behind < position { said = try words.next() }
                // What a damaged file does not hold is empty: whoever reads on finds out.
                stretch.append(
                    RawRow(
                        position: position, chapter: events.bytes(1), record: events.bytes(2), hash: events.bytes(3), structure: events.bytes(4),
                        structureSalt: events.bytes(5), words: said == position ? (words.bytes(1), words.bytes(2)) : nil))
            }
            return stretch
        }
    }
}

/// Rows of a table of the journal from the first position that is asked for on, read without a copy.
private struct RawCursor {
    enum Table { case events, words }

    private let rows: RowCursor
    private let statement: Statement

    init(_ table: Table, _ query: EntryQuery, _ database: Database) throws {
        var arguments: StatementArguments = [query.organisation.text, query.after, query.through ?? .max]
        let condition = "WHERE organisation = ? AND position > ? AND position <= ?"
        var sql: String
        switch table {
        case .events:
            sql = "SELECT position, chapter, record, hash, structure, structure_salt FROM event \(condition)"
            if let chapter = query.chapter {
                sql += " AND chapter = ?"
                arguments += [chapter]
            }
        case .words:
            sql = "SELECT position, words, salt FROM words \(condition)"
            if let chapter = query.chapter {
                sql += " AND position IN (SELECT position FROM event \(condition) AND chapter = ?)"
                arguments += [query.organisation.text, query.after, query.through ?? .max, chapter]
            }
        }
        statement = try database.cachedStatement(sql: sql + " ORDER BY position")
        rows = try Row.fetchCursor(statement, arguments: arguments)
    }

    /// The position of the next row.
    func next() throws -> Int? {
        guard try rows.next() != nil else { return nil }
        var isInteger: Int32 = 0
        let position = portolan_sqlite_integer(statement.sqliteStatement, 0, &isInteger)
        // A damaged file may hold anything.
        guard isInteger == 1 else { throw StoreRefusal.damaged }
        return Int(position)
    }

    /// Of the present row, in SQLite's own memory until the next.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        var count: Int32 = 0
        let start = portolan_sqlite_bytes(statement.sqliteStatement, column, &count)
        return UnsafeRawBufferPointer(start: start, count: max(0, Int(count)))
    }
}
