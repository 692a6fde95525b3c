import Foundation
import Journal

/// Who may come in: accounts, sessions and links over a store, with the rules that they all keep.
package struct SignIn: Sendable {
    package let store: any AccountStore
    private let passwords: Passwords
    let now: @Sendable () -> Moment

    package init(_ store: any AccountStore, passwords: Passwords = Passwords(), now: @escaping @Sendable () -> Moment) {
        self.store = store
        self.passwords = passwords
        self.now = now
    }

    package enum Problem: String, Error, Equatable {
        case wrongEmailOrPassword, linkUsedOrExpired, passwordTooShort, passwordTooLong, passwordTooCommon, nameMissing, emailUnreadable
    }

    /// - Throws: `wrongEmailOrPassword`, the same and after the same time whether or not the account exists; `Passwords.Busy`.
    package func session(email: String, password: String) async throws -> Token {
        let account = try await store.account(email: SignIn.normalised(email))
        guard try await passwords.verify(String(password.prefix(1024)), against: account?.passwordHash), let account,
            // Hashing takes a while: the password may have been replaced, and its sessions ended, in the meantime.
            try await store.account(account.id)?.passwordHash == account.passwordHash
        else { throw Problem.wrongEmailOrPassword }
        return try await session(for: account.id)
    }

    package func session(for account: ID<Actor>) async throws -> Token {
        let token = Token()
        try await store.keep(Session(tokenHash: token.hash, account: account, createdAt: now(), seenAt: now()))
        return token
    }

    /// Who a cookie belongs to; a session that is over is ended. Its last use is kept to the minute.
    package func account(for token: Token) async throws -> Account? {
        guard var session = try await store.session(tokenHash: token.hash) else { return nil }
        guard !session.isOver(at: now()) else {
            try await store.endSession(tokenHash: token.hash)
            return nil
        }
        if now() > session.seenAt.adding(seconds: 60) {
            session.seenAt = now()
            try await store.touch(session)
        }
        return try await store.account(session.account)
    }

    package func end(_ token: Token) async throws { try await store.endSession(tokenHash: token.hash) }

    /// A link for a person: the account is made where there is none. Single use, seven days.
    package func link(name: String, email: String) async throws -> (account: Account, token: Token) {
        let address = SignIn.normalised(email), name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard SignIn.looksLikeAddress(address) else { throw Problem.emailUnreadable }
        let known = try await store.account(email: address)
        guard known != nil || !name.isEmpty else { throw Problem.nameMissing }
        let account = if let known { known } else { try await newAccount(name: name, email: address) }
        let token = Token()
        try await store.keep(SignInLink(tokenHash: token.hash, account: account.id, expiresAt: now().adding(seconds: 7 * 86_400)))
        return (account, token)
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
        guard let link = try await store.link(tokenHash: token.hash), link.expiresAt > now() else { return nil }
        return try await store.account(link.account)
    }

    /// Uses the link up, sets the password and signs in; sessions and links from before end.
    package func accept(link token: Token, password: String) async throws -> Token {
        guard let owner = try await owner(ofLink: token) else { throw Problem.linkUsedOrExpired }
        try SignIn.check(password, for: owner)
        let hash = try await passwords.hash(password)
        guard let link = try await store.consumeLink(tokenHash: token.hash), var account = try await store.account(link.account) else {
            throw Problem.linkUsedOrExpired
        }
        account.passwordHash = hash
        try await store.keep(account)
        try await store.endSessions(of: account.id, except: nil)
        return try await session(for: account.id)
    }

    /// At least 12 characters, at most 1,024 bytes, not a word everybody tries first, not the person's own name or address.
    static func check(_ password: String, for account: Account) throws(Problem) {
        if password.utf8.count > 1024 { throw .passwordTooLong }
        if password.count < 12 { throw .passwordTooShort }
        let plain = password.lowercased()
        let own = [account.email, account.name.lowercased(), account.email.prefix { $0 != "@" }.lowercased()].filter { $0.count >= 4 }
        if Set(plain).count < 5 || common.contains(where: plain.contains) || own.contains(where: plain.contains) { throw .passwordTooCommon }
    }

    private static let common = ["password", "123456789", "qwertyuiop", "letmein", "iloveyou", "administrator", "portolan", "welcome", "abcdefgh"]

    package static func normalised(_ email: String) -> String {
        email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().precomposedStringWithCanonicalMapping
    }

    private static func looksLikeAddress(_ email: String) -> Bool {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].count >= 3 && email.utf8.count <= 254
            && email.unicodeScalars.allSatisfy(isOrdinary)
    }

    /// Neither space nor control, nor what turns or hides other characters (an address is shown to others).
    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: !"<>\"(),:;\\[]".unicodeScalars.contains(scalar)
        }
    }
}
