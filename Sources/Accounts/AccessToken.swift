import Journal

/// A person's token for a program. Only its hash is kept; it never gives more than its owner may do today.
package struct AccessToken: Equatable, Sendable {
    /// How far a token reaches, each with all before it.
    package enum Scope: String, CaseIterable, Comparable, Sendable {
        case read
        /// Report and withdraw values, nothing else.
        case report
        case write

        package static func < (a: Scope, b: Scope) -> Bool { (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0) }
    }

    package var id: ID<AccessToken>
    package var tokenHash: [UInt8]
    package var account: ID<Actor>
    /// What its owner calls it: where it is used.
    package var name: String
    package var scope: Scope
    /// The only organisation in which it stands for its owner; `nil` for all of them.
    package var organisation: OrganisationID?
    package var createdAt: Moment
    package var expiresAt: Moment
    /// To the minute; `nil` where it has never been used.
    package var usedAt: Moment?

    package init(
        id: ID<AccessToken>, tokenHash: [UInt8], account: ID<Actor>, name: String, scope: Scope, organisation: OrganisationID?, createdAt: Moment,
        expiresAt: Moment, usedAt: Moment? = nil
    ) {
        self.id = id
        self.tokenHash = tokenHash
        self.account = account
        self.name = name
        self.scope = scope
        self.organisation = organisation
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }

    /// Before the secret itself, so that people and scanners know what they have found.
    package static let prefix = "ptl_"
}

/// Where access tokens are kept, beside accounts.
package protocol AccessTokenStore: Sendable {
    /// A new token.
    func keep(_ token: AccessToken) async throws
    func accessToken(hash: [UInt8]) async throws -> AccessToken?
    /// The newest first.
    func accessTokens(of account: ID<Actor>) async throws -> [AccessToken]
    /// Notes when a token was last used; one that has been revoked in the meantime stays revoked.
    func touch(_ token: AccessToken) async throws
    /// Takes a token away for good; nothing where it is not this account's.
    func revoke(_ id: ID<AccessToken>, of account: ID<Actor>) async throws
    /// Every one of an account: with a new password, whoever came in with the old one is out.
    func revokeAll(of account: ID<Actor>) async throws
}
