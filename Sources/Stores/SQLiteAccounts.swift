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
        try await pool.write { database in
            try database.execute(
                sql: """
                    INSERT INTO account VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
                    SET name = excluded.name, email = excluded.email, password_hash = excluded.password_hash
                    """,
                arguments: [
                    account.id.text, account.name, account.email, account.passwordHash, account.createdAt.milliseconds, account.isExample,
                ])
        }
    }

    package func session(tokenHash: [UInt8]) async throws -> Session? {
        try await pool.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM session WHERE token_hash = ?", arguments: [Data(tokenHash)]).flatMap { row in
                ID<Actor>(row["account"] as String).map {
                    Session(
                        tokenHash: tokenHash, account: $0, createdAt: Moment(milliseconds: row["created_at"]),
                        seenAt: Moment(milliseconds: row["seen_at"]))
                }
            }
        }
    }

    package func keep(_ session: Session) async throws {
        try await pool.write { database in
            try database.execute(
                sql: "INSERT INTO session VALUES (?, ?, ?, ?)",
                arguments: [Data(session.tokenHash), session.account.text, session.createdAt.milliseconds, session.seenAt.milliseconds])
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
        try await pool.write { try $0.execute(sql: "DELETE FROM session WHERE token_hash = ?", arguments: [Data(tokenHash)]) }
    }

    package func endSessions(of account: ID<Actor>, except tokenHash: [UInt8]?) async throws {
        try await pool.write {
            try $0.execute(
                sql: "DELETE FROM session WHERE account = ? AND token_hash IS NOT ?", arguments: [account.text, tokenHash.map { Data($0) }])
        }
    }

    package func visit(of account: ID<Actor>, to organisation: OrganisationID) async throws -> NotedVisit? {
        try await pool.read { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM noted_visit WHERE account = ? AND organisation = ?", arguments: [account.text, organisation.text]
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
        try await pool.write {
            try $0.execute(
                sql: "INSERT INTO sign_in_link VALUES (?, ?, ?)",
                arguments: [Data(link.tokenHash), link.account.text, link.expiresAt.milliseconds])
        }
    }

    package func link(tokenHash: [UInt8]) async throws -> SignInLink? {
        try await pool.read { try SQLiteStore.link(tokenHash, $0) }
    }

    package func consumeLink(tokenHash: [UInt8]) async throws -> SignInLink? {
        try await pool.write { database in
            let link = try SQLiteStore.link(tokenHash, database)
            try database.execute(sql: "DELETE FROM sign_in_link WHERE account = ?", arguments: [link?.account.text])
            return link
        }
    }

    private static func link(_ tokenHash: [UInt8], _ database: Database) throws -> SignInLink? {
        try Row.fetchOne(database, sql: "SELECT * FROM sign_in_link WHERE token_hash = ?", arguments: [Data(tokenHash)]).flatMap { row in
            ID<Actor>(row["account"] as String).map {
                SignInLink(tokenHash: tokenHash, account: $0, expiresAt: Moment(milliseconds: row["expires_at"]))
            }
        }
    }

    private func account(where column: String, _ value: String) async throws -> Account? {
        try await pool.read { try Row.fetchOne($0, sql: "SELECT * FROM account WHERE \(column) = ?", arguments: [value]).flatMap(Stores.account(of:)) }
    }
}

private func account(of row: Row) -> Account? {
    ID<Actor>(row["id"] as String).map {
        Account(
            id: $0, name: row["name"], email: row["email"], passwordHash: row["password_hash"], createdAt: Moment(milliseconds: row["created_at"]),
            isExample: row["is_example"])
    }
}
