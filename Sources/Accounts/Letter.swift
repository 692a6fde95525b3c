import Journal

/// What goes with an invitation and is not in the journal: to whom it is, and the hash of the link that accepts it.
package struct Letter: Equatable, Sendable {
    package var tokenHash: [UInt8]
    package var organisation: OrganisationID
    /// The invitation as the organisation's journal names it.
    package var invitation: String
    /// What the person who invites calls them.
    package var name: String
    /// As compared: NFC, lower case, trimmed.
    package var email: String
    /// In which they are written to, as a language code; `nil` where it is not known.
    package var language: String?
    /// Opens for this account alone, signed in; `nil` where the link opens it.
    package var account: ID<Actor>?
    package var sentAt: Moment
    package var expiresAt: Moment

    package init(
        tokenHash: [UInt8], organisation: OrganisationID, invitation: String, name: String, email: String, language: String?,
        account: ID<Actor>? = nil, sentAt: Moment, expiresAt: Moment
    ) {
        self.tokenHash = tokenHash
        self.organisation = organisation
        self.invitation = invitation
        self.name = name
        self.email = email
        self.language = language
        self.account = account
        self.sentAt = sentAt
        self.expiresAt = expiresAt
    }
}
