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
    /// In which the person wishes to be written to and to read, as a language code; `nil` where they never said.
    package var language: String?

    package init(
        id: ID<Actor>, name: String, email: String, passwordHash: String?, createdAt: Moment, isExample: Bool, language: String? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.passwordHash = passwordHash
        self.createdAt = createdAt
        self.isExample = isExample
        self.language = language
    }
}

/// A browser that has signed in. The token itself is only in its cookie.
package struct Session: Equatable, Sendable {
    package var tokenHash: [UInt8]
    package var account: ID<Actor>
    package var createdAt: Moment
    package var seenAt: Moment
    /// Its family in plain words, such as “Firefox · Windows”; empty where it did not say. Nothing else of it is kept.
    package var browser: String

    package init(tokenHash: [UInt8], account: ID<Actor>, createdAt: Moment, seenAt: Moment, browser: String = "") {
        self.tokenHash = tokenHash
        self.account = account
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.browser = browser
    }

    /// What names it on a page: of its hash, from which its token cannot be found.
    package var name: String { tokenHash.prefix(12).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined() }

    /// 12 hours without use, or 7 days in all (ASVS 5.0, 7.3).
    package func isOver(at now: Moment) -> Bool {
        now > seenAt.adding(seconds: 12 * 3600) || now > createdAt.adding(seconds: 7 * 86_400)
    }
}

/// A link that signs an account in once and lets it choose a password, or that proves a new address.
package struct SignInLink: Equatable, Sendable {
    package var tokenHash: [UInt8]
    package var account: ID<Actor>
    package var expiresAt: Moment
    /// The address that it proves, and then does nothing else; `nil` for one that lets choose a password.
    package var email: String?

    package init(tokenHash: [UInt8], account: ID<Actor>, expiresAt: Moment, email: String? = nil) {
        self.tokenHash = tokenHash
        self.account = account
        self.expiresAt = expiresAt
        self.email = email
    }
}
