import Journal
import Organisation

/// Somebody who is invited, by what the journal does not hold: it is kept beside it, where a person can be forgotten.
package struct Invitee: Sendable, Equatable {
    package var name: String
    /// As compared: NFC, lower case, trimmed.
    package var email: String
    /// In which they are written to; the inviter's guess, or their own wish where it is known.
    package var language: Language?

    package init(name: String, email: String, language: Language?) {
        self.name = name
        self.email = email
        self.language = language
    }
}

/// Who bears an e-mail address, for a decision that must not look for itself.
package struct Bearer: Sendable, Equatable {
    /// As compared: NFC, lower case, trimmed.
    package var email: String
    package var account: ID<Actor>?
    /// Those of this organisation that were sent to the address, answered or not.
    package var invitations: Set<ID<Invitation>>

    package init(email: String, account: ID<Actor>? = nil, invitations: Set<ID<Invitation>> = []) {
        self.email = email
        self.account = account
        self.invitations = invitations
    }
}
