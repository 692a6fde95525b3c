import Journal

/// A letter of a feature that was asked for and is not handed over yet: kept beside the account, gone with it, and never in a backup.
///
/// It holds no link that lets anybody in, and no address: that is looked up when it goes out.
package struct WaitingMail: Equatable, Sendable {
    /// The left part of its `Message-ID`, the same however often it is tried: what arrives twice is known to be one.
    package var id: String
    package var account: ID<Actor>
    /// What it is about, for the log.
    package var kind: String
    package var subject: String
    package var text: String
    /// A language code.
    package var language: String
    package var askedAt: Moment

    package init(id: String = MailRoom.newID(), account: ID<Actor>, kind: String, subject: String, text: String, language: String, askedAt: Moment) {
        self.id = id
        self.account = account
        self.kind = kind
        self.subject = subject
        self.text = text
        self.language = language
        self.askedAt = askedAt
    }

    /// As long as a mail is tried, and half a day for a server that stood still: later it would surprise whoever gets it. House default.
    package static let longestSeconds = 48 * 3600
}
