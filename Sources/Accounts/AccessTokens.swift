import Foundation
import Journal

/// Making, recognising and revoking access tokens.
extension SignIn {
    package enum TokenProblem: String, Error, Equatable {
        case nameMissing, tooMany
    }

    /// For how many days a token may be made.
    package static let tokenDays = [7, 30, 90, 365]
    private static let mostTokens = 20

    /// - Returns: the token as it is kept, and its text, which is never to be had again.
    /// - Throws: `TokenProblem`.
    package func newAccessToken(
        for account: ID<Actor>, name: String, scope: AccessToken.Scope, organisation: OrganisationID?, days: Int
    ) async throws -> (token: AccessToken, text: String) {
        let name = String(name.trimmingCharacters(in: .whitespacesAndNewlines).prefix(100))
        guard !name.isEmpty else { throw TokenProblem.nameMissing }
        guard try await accessTokens(of: account).filter({ $0.expiresAt > now() }).count < SignIn.mostTokens else { throw TokenProblem.tooMany }
        let secret = Token()
        var generator = SystemRandomNumberGenerator()
        let token = AccessToken(
            id: .random(using: &generator), tokenHash: secret.hash, account: account, name: name, scope: scope, organisation: organisation,
            createdAt: now(), expiresAt: now().adding(seconds: min(max(days, 1), 365) * 86_400))
        try await store.keep(token)
        return (token, AccessToken.prefix + secret.text)
    }

    /// Whose token a program sent; `nil` for one that is unknown, revoked or over. Its last use is kept to the minute.
    package func bearer(_ text: String) async throws -> (token: AccessToken, account: Account)? {
        guard text.hasPrefix(AccessToken.prefix), let secret = Token(text.dropFirst(AccessToken.prefix.count)),
            var token = try await store.accessToken(hash: secret.hash), token.expiresAt > now(), let account = try await store.account(token.account)
        else { return nil }
        if token.usedAt.map({ now() > $0.adding(seconds: 60) }) ?? true {
            token.usedAt = now()
            try await store.touch(token)
        }
        return (token, account)
    }

    package func accessTokens(of account: ID<Actor>) async throws -> [AccessToken] { try await store.accessTokens(of: account) }

    /// - Returns: whether it was this account's.
    package func revoke(_ id: ID<AccessToken>, of account: ID<Actor>) async throws -> Bool {
        guard try await store.accessTokens(of: account).contains(where: { $0.id == id }) else { return false }
        try await store.revoke(id, of: account)
        return true
    }

    /// Whether a token is over by now.
    package func isOver(_ token: AccessToken) -> Bool { token.expiresAt <= now() }
}
