import Foundation
import Journal

/// Links that work once: the first way in, and the way back for whoever has forgotten the password.
extension SignIn {
    /// How long an invitation or a first link may wait.
    package static let week = 7 * 86_400
    /// How long a link for a new password may wait.
    package static let hour = 3600

    /// A link for a person: the account is made where there is none. Single use, seven days.
    package func link(name: String, email: String) async throws -> (account: Account, token: Token) {
        let address = SignIn.normalised(email)
        guard SignIn.looksLikeAddress(address) else { throw Problem.emailUnreadable }
        let known = try await store.account(email: address)
        let account = if let known { known } else { try await newAccount(name: SignIn.readable(name), email: address) }
        return (account, try await newLink(for: account.id, within: SignIn.week))
    }

    /// Removes what has expired with it: nothing else would.
    ///
    /// - Parameters:
    ///   - seconds: how long it may wait.
    ///   - email: the new address that it proves; `nil` for a link that lets its bearer choose a password.
    func newLink(for account: ID<Actor>, within seconds: Int, proving email: String? = nil) async throws -> Token {
        let token = Token()
        try await store.endLinks(expiredBefore: now())
        try await store.keep(SignInLink(tokenHash: token.hash, account: account, expiresAt: now().adding(seconds: seconds), email: email))
        return token
    }

    private func newAccount(name: String, email: String) async throws -> Account {
        var generator = SystemRandomNumberGenerator()
        let account = Account(id: .random(using: &generator), name: name, email: email, passwordHash: nil, createdAt: now(), isExample: false)
        do { try await store.keep(account) } catch {
            // Two at once for one new address: the second takes the account of the first.
            guard let other = try await store.account(email: email) else { throw error }
            return other
        }
        return account
    }

    /// Whose link this is, without using it up: mail scanners follow links too.
    package func owner(ofLink token: Token) async throws -> Account? {
        guard let link = try await store.link(tokenHash: token.hash), link.email == nil, link.expiresAt > now() else { return nil }
        return try await store.account(link.account)
    }

    /// Uses the link up, sets the password and signs in; sessions, links and tokens from before end.
    ///
    /// Invitations to the address lose their links too: from now on they wait for the account, signed in.
    ///
    /// - Parameter words: what must not stand in the password, such as the names of the person's organisations.
    package func accept(link token: Token, password: String, avoiding words: [String] = [], browser: String = "") async throws -> Token {
        guard let owner = try await owner(ofLink: token) else { throw Problem.linkUsedOrExpired }
        try SignIn.check(password, for: owner, avoiding: words)
        let hash = try await passwords.hash(password)
        guard let link = try await store.consumeLink(tokenHash: token.hash), let account = try await store.account(link.account) else {
            throw Problem.linkUsedOrExpired
        }
        try await store.setPassword(hash, of: account.id)
        try await store.endSessions(of: account.id, except: nil)
        try await store.revokeAll(of: account.id)
        try await store.bindLetters(to: account.email, account: account.id)
        return try await session(for: account.id, browser: browser)
    }

    /// A link with which the owner of an address chooses a new password, within the hour.
    ///
    /// - Returns: `nil` for an address without an account, and for whoever has never come in: their first link expires, and asking for
    ///   another must not be a way around that.
    package func resetLink(email: String) async throws -> (account: Account, token: Token)? {
        guard let account = try await store.account(email: SignIn.normalised(email)), account.passwordHash != nil else { return nil }
        return (account, try await newLink(for: account.id, within: SignIn.hour))
    }
}
