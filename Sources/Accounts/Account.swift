import Journal

/// A person who can sign in. Lives in an ordinary table, never in a journal, so that a person can be forgotten.
package struct Account: Equatable, Sendable {
    package var id: ID<Actor>
    package var name: String
    /// As compared: NFC, lower case, trimmed.
    package var email: String
    /// In PHC form; `nil` while the person has only ever used a link.
    package var passwordHash: String?
    package var createdAt: Moment
    /// Made by an example organisation: may be signed into with one click on a loopback address.
    package var isExample: Bool

    package init(id: ID<Actor>, name: String, email: String, passwordHash: String?, createdAt: Moment, isExample: Bool) {
        self.id = id
        self.name = name
        self.email = email
        self.passwordHash = passwordHash
        self.createdAt = createdAt
        self.isExample = isExample
    }
}

/// A browser that has signed in. The token itself is only in its cookie.
package struct Session: Equatable, Sendable {
    package var tokenHash: [UInt8]
    package var account: ID<Actor>
    package var createdAt: Moment
    package var seenAt: Moment

    package init(tokenHash: [UInt8], account: ID<Actor>, createdAt: Moment, seenAt: Moment) {
        self.tokenHash = tokenHash
        self.account = account
        self.createdAt = createdAt
        self.seenAt = seenAt
    }

    /// 12 hours without use, or 7 days in all (ASVS 5.0, 7.3).
    package func isOver(at now: Moment) -> Bool {
        now > seenAt.adding(seconds: 12 * 3600) || now > createdAt.adding(seconds: 7 * 86_400)
    }
}

/// A link that signs an account in once and lets it choose a password.
package struct SignInLink: Equatable, Sendable {
    package var tokenHash: [UInt8]
    package var account: ID<Actor>
    package var expiresAt: Moment

    package init(tokenHash: [UInt8], account: ID<Actor>, expiresAt: Moment) {
        self.tokenHash = tokenHash
        self.account = account
        self.expiresAt = expiresAt
    }
}

/// Where accounts are kept; beside the journals, in tables whose rows can be deleted.
package protocol AccountStore: AccessTokenStore {
    func account(_ id: ID<Actor>) async throws -> Account?
    func account(email: String) async throws -> Account?
    func accounts() async throws -> [Account]
    /// Inserts, or replaces the one with the same id.
    func keep(_ account: Account) async throws
    func session(tokenHash: [UInt8]) async throws -> Session?
    /// A new session.
    func keep(_ session: Session) async throws
    /// Notes when a session was last used; one that has ended in the meantime stays ended.
    func touch(_ session: Session) async throws
    func endSession(tokenHash: [UInt8]) async throws
    func endSessions(of account: ID<Actor>, except tokenHash: [UInt8]?) async throws
    func keep(_ link: SignInLink) async throws
    func link(tokenHash: [UInt8]) async throws -> SignInLink?
    /// Removes the link, and every other of its account, and answers it: a second caller gets `nil`.
    func consumeLink(tokenHash: [UInt8]) async throws -> SignInLink?
}
