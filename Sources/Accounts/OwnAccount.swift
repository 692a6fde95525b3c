import Foundation
import Journal

/// What people do with their own account.
extension SignIn {
    /// Looks whether this is the present password of an account; takes the same time whatever the answer.
    ///
    /// - Throws: `wrongPassword`.
    package func verify(_ password: String, of account: ID<Actor>) async throws {
        let kept = try await store.account(account)?.passwordHash
        guard try await passwords.verify(String(password.prefix(1024)), against: kept), try await store.account(account)?.passwordHash == kept
        else { throw Problem.wrongPassword }
    }

    /// Replaces the password of somebody who knows the present one; every session, link and token from before ends, and a new
    /// session begins.
    ///
    /// - Parameter words: what must not stand in it, such as the names of the person's organisations.
    /// - Throws: `passwordUnchanged` where it is the one that they have.
    package func changePassword(
        of id: ID<Actor>, from present: String, to new: String, avoiding words: [String] = [], browser: String = ""
    ) async throws -> Token {
        try await verify(present, of: id)
        guard let account = try await store.account(id) else { throw Problem.wrongPassword }
        // Said only to whoever knows it; two ways of typing the same letters are the same password.
        guard new != present else { throw Problem.passwordUnchanged }
        try SignIn.check(new, for: account, avoiding: words)
        let hash = try await passwords.hash(new)
        try await store.setPassword(hash, of: id)
        try await store.endLinks(of: id)
        try await store.revokeAll(of: id)
        try await store.endSessions(of: id, except: nil)
        return try await session(for: id, browser: browser)
    }

    /// - Parameter language: a language code.
    package func describe(_ id: ID<Actor>, name: String, language: String) async throws {
        let name = try SignIn.readable(name)
        try await store.describe(id, name: name, language: language)
    }

    /// Those that are not over, the one used last first.
    package func sessions(of account: ID<Actor>) async throws -> [Session] {
        try await store.sessions(of: account).filter { !$0.isOver(at: now()) }.sorted { $0.seenAt > $1.seenAt }
    }

    /// Ends one session of an account by its name.
    ///
    /// - Returns: whether there was such a one.
    package func endSession(named name: String, of account: ID<Actor>) async throws -> Bool {
        let named = try await store.sessions(of: account).filter { $0.name == name }
        for session in named { try await store.endSession(tokenHash: session.tokenHash) }
        return !named.isEmpty
    }

    /// Removes an account and everything kept of the person outside the journals; there they are a person since forgotten.
    package func forget(_ account: Account) async throws {
        try await store.forget(account.id)
        try await store.endLetters(to: account.email)
    }
}
