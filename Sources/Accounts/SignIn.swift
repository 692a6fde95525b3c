import Foundation
import Journal

/// Who may come in: accounts, sessions and links over a store, with the rules that they all keep.
package struct SignIn: Sendable {
    package let store: any AccountStore
    let passwords: Passwords
    private let remembered = RememberedSessions()
    package let now: @Sendable () -> Moment

    package init(_ store: any AccountStore, passwords: Passwords = Passwords(), now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.passwords = passwords
        self.now = now
    }

    /// How many passwords are being hashed or wait for it.
    package var passwordQueue: Int { passwords.load }

    package enum Problem: String, Error, Equatable {
        case wrongEmailOrPassword, wrongPassword, linkUsedOrExpired, passwordTooShort, passwordTooLong, passwordTooCommon,
            passwordUnchanged, nameMissing, nameUnreadable, emailUnreadable
    }

    /// - Throws: `wrongEmailOrPassword`, the same and after the same time whether or not the account exists; `Passwords.Busy`.
    package func session(email: String, password: String, browser: String = "") async throws -> Token {
        let account = try await store.account(email: SignIn.normalised(email))
        guard try await passwords.verify(String(password.prefix(1024)), against: account?.passwordHash), let account,
            // Hashing takes a while: the password may have been replaced, and its sessions ended, in the meantime.
            try await store.account(account.id)?.passwordHash == account.passwordHash
        else { throw Problem.wrongEmailOrPassword }
        return try await session(for: account.id, browser: browser)
    }

    package func session(for account: ID<Actor>, browser: String = "") async throws -> Token {
        let token = Token()
        try await store.keep(Session(tokenHash: token.hash, account: account, createdAt: now(), seenAt: now(), browser: browser))
        return token
    }

    /// Who a cookie belongs to; a session that is over is ended. Its last use is kept to the minute.
    package func account(for token: Token) async throws -> Account? {
        let hash = token.hash, changes = store.changes.value
        if let known = remembered.known(hash, after: changes), !known.session.isOver(at: now()), now() <= known.session.seenAt.adding(seconds: 60) {
            return known.account
        }
        guard var session = try await store.session(tokenHash: hash) else { return nil }
        guard !session.isOver(at: now()) else {
            try await store.endSession(tokenHash: hash)
            return nil
        }
        if now() > session.seenAt.adding(seconds: 60) {
            session.seenAt = now()
            try await store.touch(session)
        }
        guard let account = try await store.account(session.account) else { return nil }
        remembered.keep(session, of: account, readAfter: changes)
        return account
    }

    package func end(_ token: Token) async throws { try await store.endSession(tokenHash: token.hash) }
}
