import Accounts
import Foundation
import GRDB
import Journal

extension SQLiteStore: AccountStore {
    package func account(_ id: ID<Actor>) async throws -> Account? { try await account(where: "id", id.text) }

    package func account(email: String) async throws -> Account? { try await account(where: "email", email) }

    package func accounts() async throws -> [Account] {
        try await pool.read { try Row.fetchAll($0, sql: "SELECT * FROM account ORDER BY name").compactMap(account(of:)) }
    }

    package func keep(_ account: Account) async throws {
        try await renaming { database in
            try database.execute(
                sql: """
                    INSERT INTO account (id, name, email, password_hash, created_at, is_example, language) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO NOTHING
                    """,
                arguments: [
                    account.id.text, account.name, account.email, account.passwordHash, account.createdAt.milliseconds, account.isExample,
                    account.language,
                ])
        }
    }

    package func setPassword(_ hash: String, of account: ID<Actor>) async throws {
        try await changingAccounts { try $0.execute(sql: "UPDATE account SET password_hash = ? WHERE id = ?", arguments: [hash, account.text]) }
    }

    package func describe(_ account: ID<Actor>, name: String, language: String) async throws {
        try await renaming {
            try $0.execute(sql: "UPDATE account SET name = ?, language = ? WHERE id = ?", arguments: [name, language, account.text])
        }
    }

    package func move(_ account: ID<Actor>, to email: String) async throws {
        try await changingAccounts { database in
            try database.execute(sql: "UPDATE account SET email = ? WHERE id = ?", arguments: [email, account.text])
            try SQLiteStore.endReturns(of: account, database)
        }
    }

    package func names(of ids: Set<ID<Actor>>) async throws -> [ID<Actor>: String] {
        guard !ids.isEmpty else { return [:] }
        let wanted = String(decoding: try JSONEncoder().encode(ids.map(\.text)), as: UTF8.self)
        let sql = "SELECT id, name FROM account WHERE id IN (SELECT value FROM json_each(?))"
        return try await pool.read { database in
            try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [wanted]).reduce(into: [:]) { names, row in
                if let id = ID<Actor>(row["id"] as String) { names[id] = row["name"] }
            }
        }
    }

    package func forget(_ account: ID<Actor>) async throws {
        try await renaming { try $0.execute(sql: "DELETE FROM account WHERE id = ?", arguments: [account.text]) }
    }

    package func session(tokenHash: [UInt8]) async throws -> Session? {
        try await pool.read { database in
            try Row.fetchOne(database.cachedStatement(sql: "SELECT * FROM session WHERE token_hash = ?"), arguments: [Data(tokenHash)]).flatMap(session(of:))
        }
    }

    package func sessions(of account: ID<Actor>) async throws -> [Session] {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM session WHERE account = ? ORDER BY created_at DESC", arguments: [account.text])
                .compactMap(session(of:))
        }
    }

    package func keep(_ session: Session) async throws {
        try await changingAccounts { database in
            try database.execute(
                sql: "INSERT INTO session (token_hash, account, created_at, seen_at, browser) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    Data(session.tokenHash), session.account.text, session.createdAt.milliseconds, session.seenAt.milliseconds, session.browser,
                ])
        }
    }

    package func touch(_ session: Session) async throws {
        try await pool.write {
            try $0.execute(
                sql: "UPDATE session SET seen_at = max(seen_at, ?) WHERE token_hash = ?",
                arguments: [session.seenAt.milliseconds, Data(session.tokenHash)])
        }
    }

    package func endSession(tokenHash: [UInt8]) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM session WHERE token_hash = ?", arguments: [Data(tokenHash)]) }
    }

    package func endSessions(of account: ID<Actor>, except tokenHash: [UInt8]?) async throws {
        try await changingAccounts {
            try $0.execute(
                sql: "DELETE FROM session WHERE account = ? AND token_hash IS NOT ?", arguments: [account.text, tokenHash.map { Data($0) }])
        }
    }

    package func visit(of account: ID<Actor>, to organisation: OrganisationID) async throws -> NotedVisit? {
        try await pool.read { database in
            try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM noted_visit WHERE account = ? AND organisation = ?"), arguments: [account.text, organisation.text]
            ).map { row in
                NotedVisit(
                    account: account, organisation: organisation, endedAt: (row["ended_at"] as Int64?).map { Moment(milliseconds: $0) },
                    readTo: row["read_to"], seenAt: Moment(milliseconds: row["seen_at"]), position: row["position"])
            }
        }
    }

    package func note(_ visit: NotedVisit) async throws {
        try await pool.write { database in
            try database.execute(
                sql: """
                    INSERT INTO noted_visit VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account, organisation) DO UPDATE
                    SET ended_at = CASE WHEN excluded.read_to >= read_to THEN excluded.ended_at ELSE ended_at END,
                        read_to = max(read_to, excluded.read_to), seen_at = max(seen_at, excluded.seen_at),
                        position = max(position, excluded.position)
                    """,
                arguments: [
                    visit.account.text, visit.organisation.text, visit.endedAt?.milliseconds, visit.readTo, visit.seenAt.milliseconds, visit.position,
                ])
        }
    }

    package func keep(_ link: SignInLink) async throws {
        try await changingAccounts {
            try $0.execute(
                sql: "INSERT INTO sign_in_link (token_hash, account, expires_at, email) VALUES (?, ?, ?, ?)",
                arguments: [Data(link.tokenHash), link.account.text, link.expiresAt.milliseconds, link.email])
        }
    }

    package func link(tokenHash: [UInt8]) async throws -> SignInLink? {
        try await pool.read { try SQLiteStore.link(tokenHash, $0) }
    }

    package func consumeLink(tokenHash: [UInt8]) async throws -> SignInLink? {
        try await changingAccounts { database in
            let link = try SQLiteStore.link(tokenHash, database)
            try database.execute(sql: "DELETE FROM sign_in_link WHERE account = ?", arguments: [link?.account.text])
            return link
        }
    }

    package func endLinks(of account: ID<Actor>) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM sign_in_link WHERE account = ?", arguments: [account.text]) }
    }

    package func endLinks(expiredBefore moment: Moment) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM sign_in_link WHERE expires_at < ?", arguments: [moment.milliseconds]) }
    }

    private static func link(_ tokenHash: [UInt8], _ database: Database) throws -> SignInLink? {
        try Row.fetchOne(database, sql: "SELECT * FROM sign_in_link WHERE token_hash = ?", arguments: [Data(tokenHash)]).flatMap { row in
            ID<Actor>(row["account"] as String).map {
                SignInLink(tokenHash: tokenHash, account: $0, expiresAt: Moment(milliseconds: row["expires_at"]), email: row["email"])
            }
        }
    }

    private func account(where column: String, _ value: String) async throws -> Account? {
        try await pool.read { try Row.fetchOne($0.cachedStatement(sql: "SELECT * FROM account WHERE \(column) = ?"), arguments: [value]).flatMap(Stores.account(of:)) }
    }
}

private func account(of row: Row) -> Account? {
    ID<Actor>(row["id"] as String).map {
        Account(
            id: $0, name: row["name"], email: row["email"], passwordHash: row["password_hash"], createdAt: Moment(milliseconds: row["created_at"]),
            isExample: row["is_example"], language: row["language"])
    }
}

private func session(of row: Row) -> Session? {
    ID<Actor>(row["account"] as String).map {
        Session(
            tokenHash: Array(row["token_hash"] as Data), account: $0, createdAt: Moment(milliseconds: row["created_at"]),
            seenAt: Moment(milliseconds: row["seen_at"]), browser: row["browser"])
    }
}
