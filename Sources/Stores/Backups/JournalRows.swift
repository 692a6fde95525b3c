import GRDB
import Journal

/// The rows of one organisation, as they lie, from one file into another.
enum JournalRows {
    /// - Returns: how many events there were after that position.
    @discardableResult static func copy(_ organisation: OrganisationID, after position: Int, from: Database, into: Database) throws -> Int {
        var events = 0
        for (table, place) in [("event", "position"), ("words", "position"), ("command", "first")] {
            let gaps = Array(repeating: "?", count: try into.columns(in: table).count).joined(separator: ", ")
            let insert = try into.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(gaps))")
            let rows = try Row.fetchCursor(
                from, sql: "SELECT * FROM \(table) WHERE organisation = ? AND \(place) > ? ORDER BY \(place)", arguments: [organisation.text, position])
            while let row = try rows.next() {
                try insert.execute(arguments: StatementArguments(row.databaseValues))
                if table == "event" { events += 1 }
            }
        }
        return events
    }

    /// Without passwords: whoever comes in from an archive chooses a new one. An account that is there already stays as it is.
    ///
    /// - Returns: the ids of those whose address belongs to another account there, and who were left out.
    static func copyAccounts(_ ids: Set<ID<Actor>>, from: Database, into: Database) throws -> [String] {
        var leftOut: [String] = []
        for id in ids.map(\.text).sorted() {
            let there = try Bool.fetchOne(into, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE id = ?)", arguments: [id]) ?? false
            let sql = "SELECT id, name, email, NULL, created_at, is_example, language FROM account WHERE id = ?"
            guard !there, let row = try Row.fetchOne(from, sql: sql, arguments: [id]) else { continue }
            try into.execute(
                sql: """
                    INSERT INTO account (id, name, email, password_hash, created_at, is_example, language) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (email) DO NOTHING
                    """, arguments: StatementArguments(row.databaseValues))
            if into.changesCount == 0 { leftOut.append(id) }
        }
        return leftOut
    }
}
