import Accounts
import Foundation
import GRDB
import Journal

/// What of invitations lies beside the journal.
extension SQLiteStore {
    package func keep(_ letter: Letter) async throws {
        try await changingAccounts { database in
            try database.execute(
                sql: """
                    INSERT INTO letter (token_hash, organisation, invitation, name, email, language, account, sent_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(letter.tokenHash), letter.organisation.text, letter.invitation, letter.name, letter.email, letter.language,
                    letter.account?.text, letter.sentAt.milliseconds, letter.expiresAt.milliseconds,
                ])
        }
    }

    package func letter(tokenHash: [UInt8]) async throws -> Letter? {
        try await pool.read { try SQLiteStore.unopened(tokenHash, $0) }
    }

    package func open(tokenHash: [UInt8]) async throws -> Letter? {
        try await changingAccounts { database in
            let letter = try SQLiteStore.unopened(tokenHash, database)
            try database.execute(sql: "UPDATE letter SET is_open = 1 WHERE token_hash = ?", arguments: [Data(tokenHash)])
            return letter
        }
    }

    package func close(_ letter: Letter) async throws {
        try await changingAccounts {
            try $0.execute(sql: "UPDATE letter SET is_open = 0 WHERE token_hash = ?", arguments: [Data(letter.tokenHash)])
        }
    }

    package func closeLetters() async throws {
        try await changingAccounts { try $0.execute(sql: "UPDATE letter SET is_open = 0 WHERE is_open = 1") }
    }

    package func discard(_ letter: Letter) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM letter WHERE token_hash = ?", arguments: [Data(letter.tokenHash)]) }
    }

    package func letters(in organisation: OrganisationID) async throws -> [Letter] {
        try await letters("organisation = ?", organisation.text)
    }

    package func letters(to email: String) async throws -> [Letter] { try await letters("email = ?", email) }

    package func letters(boundTo account: ID<Actor>) async throws -> [Letter] {
        try await letters("account = ? AND is_open = 0", account.text)
    }

    package func bindLetters(to email: String, account: ID<Actor>) async throws {
        try await changingAccounts {
            try $0.execute(
                sql: "UPDATE letter SET account = ?, token_hash = randomblob(32) WHERE email = ? AND is_open = 0", arguments: [account.text, email])
        }
    }

    package func endLetters(of invitation: String, in organisation: OrganisationID, except tokenHash: [UInt8]?) async throws {
        try await changingAccounts {
            try $0.execute(
                sql: "DELETE FROM letter WHERE organisation = ? AND invitation = ? AND token_hash IS NOT ?",
                arguments: [organisation.text, invitation, tokenHash.map { Data($0) }])
        }
    }

    package func endLetters(to email: String) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM letter WHERE email = ?", arguments: [email]) }
    }

    package func endLetters(expiredBefore moment: Moment) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM letter WHERE expires_at < ?", arguments: [moment.milliseconds]) }
    }

    /// The newest of each invitation for which a condition holds.
    private func letters(_ condition: String, _ value: String) async throws -> [Letter] {
        try await pool.read { database in
            let sql = "SELECT * FROM letter WHERE \(condition) AND \(SQLiteStore.isNewest) ORDER BY number"
            return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [value]).compactMap(letter(of:))
        }
    }

    private static let isNewest = """
        NOT EXISTS (SELECT 1 FROM letter AS newer WHERE newer.organisation = letter.organisation AND newer.invitation = letter.invitation
        AND newer.number > letter.number)
        """

    private static func unopened(_ tokenHash: [UInt8], _ database: Database) throws -> Letter? {
        let sql = "SELECT * FROM letter WHERE token_hash = ? AND is_open = 0 AND \(isNewest)"
        return try Row.fetchOne(database, sql: sql, arguments: [Data(tokenHash)]).flatMap(letter(of:))
    }
}

private func letter(of row: Row) -> Letter? {
    guard let organisation = OrganisationID(row["organisation"] as String) else { return nil }
    return Letter(
        tokenHash: Array(row["token_hash"] as Data), organisation: organisation, invitation: row["invitation"], name: row["name"], email: row["email"],
        language: row["language"], account: (row["account"] as String?).flatMap { ID($0) }, sentAt: Moment(milliseconds: row["sent_at"]),
        expiresAt: Moment(milliseconds: row["expires_at"]))
}
