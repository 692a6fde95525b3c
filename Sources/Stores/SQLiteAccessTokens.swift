import Accounts
import Foundation
import GRDB
import Journal

extension SQLiteStore: AccessTokenStore {
    package func keep(_ token: AccessToken) async throws {
        try await changingAccounts { database in
            try database.execute(
                sql: "INSERT INTO access_token VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    Data(token.tokenHash), token.id.text, token.account.text, token.name, token.scope.rawValue, token.organisation?.text,
                    token.createdAt.milliseconds, token.expiresAt.milliseconds, token.usedAt?.milliseconds,
                ])
        }
    }

    package func accessToken(hash: [UInt8]) async throws -> AccessToken? {
        try await pool.read {
            try Row.fetchOne($0.cachedStatement(sql: "SELECT * FROM access_token WHERE token_hash = ?"), arguments: [Data(hash)]).flatMap(accessToken(of:))
        }
    }

    package func accessTokens(of account: ID<Actor>) async throws -> [AccessToken] {
        try await pool.read {
            try Row.fetchAll($0, sql: "SELECT * FROM access_token WHERE account = ? ORDER BY created_at DESC, id", arguments: [account.text])
                .compactMap(accessToken(of:))
        }
    }

    package func touch(_ token: AccessToken) async throws {
        try await pool.write {
            try $0.execute(
                sql: "UPDATE access_token SET used_at = max(coalesce(used_at, 0), ?) WHERE token_hash = ?",
                arguments: [token.usedAt?.milliseconds, Data(token.tokenHash)])
        }
    }

    package func revokeAll(of account: ID<Actor>) async throws {
        try await changingAccounts { try $0.execute(sql: "DELETE FROM access_token WHERE account = ?", arguments: [account.text]) }
    }

    package func revoke(_ id: ID<AccessToken>, of account: ID<Actor>) async throws {
        try await changingAccounts {
            try $0.execute(sql: "DELETE FROM access_token WHERE id = ? AND account = ?", arguments: [id.text, account.text])
        }
    }
}

private func accessToken(of row: Row) -> AccessToken? {
    let organisation: String? = row["organisation"], usedAt: Int64? = row["used_at"]
    // One whose organisation cannot be read must not stand for all of them.
    let place = organisation.map { OrganisationID($0) }
    guard place.map({ $0 != nil }) ?? true, let id = ID<AccessToken>(row["id"] as String), let account = ID<Actor>(row["account"] as String),
        let scope = AccessToken.Scope(rawValue: row["scope"])
    else { return nil }
    return AccessToken(
        id: id, tokenHash: Array(row["token_hash"] as Data), account: account, name: row["name"], scope: scope, organisation: place ?? nil,
        createdAt: Moment(milliseconds: row["created_at"]), expiresAt: Moment(milliseconds: row["expires_at"]),
        usedAt: usedAt.map { Moment(milliseconds: $0) })
}
