import Accounts
import GRDB
import Journal

/// Whose mails come back.
extension SQLiteStore {
    /// Stands for every organisation, where SQLite wants a key.
    private static let everywhere = ""

    package func note(_ returned: NotedReturn) async throws {
        let organisation = returned.organisation?.text ?? SQLiteStore.everywhere
        try await changingAccounts { database in
            let sql = "SELECT * FROM returned_mail WHERE account = ? AND organisation = ?"
            let before = try Row.fetchOne(database, sql: sql, arguments: [returned.account.text, organisation]).flatMap(noted(of:))
            if let before, !returned.holds(over: before) { return }
            try database.execute(
                sql: "INSERT OR REPLACE INTO returned_mail VALUES (?, ?, ?, ?, ?)",
                arguments: [returned.account.text, organisation, "\(returned.on)", returned.status, returned.reason])
        }
    }

    package func returns(in organisation: OrganisationID) async throws -> [NotedReturn] {
        try await pool.read { database in
            let statement = try database.cachedStatement(sql: "SELECT * FROM returned_mail WHERE organisation IN (?, ?) ORDER BY account, organisation")
            return try Row.fetchAll(statement, arguments: [organisation.text, SQLiteStore.everywhere]).compactMap(noted(of:))
        }
    }

    /// What came back from an address says nothing of another.
    static func endReturns(of account: ID<Actor>, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM returned_mail WHERE account = ?", arguments: [account.text])
    }
}

private func noted(of row: Row) -> NotedReturn? {
    guard let account = ID<Actor>(row["account"] as String), let day = Day(row["day"] as String) else { return nil }
    return NotedReturn(account: account, organisation: OrganisationID(row["organisation"] as String), on: day, status: row["status"], reason: row["reason"])
}
