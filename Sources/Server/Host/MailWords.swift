import Accounts
import Journal
import Organisation
import Pages

/// What the mails say, each in the language of whoever receives it.
package struct MailWords: Sendable {
    private let catalogue: Catalogue
    private let origin: String

    package init(house: House, settings: Settings) {
        catalogue = house.catalogue
        origin = settings.publicAddress
    }

    init(_ site: Site) { self.init(house: site.house, settings: site.settings) }

    /// - Parameter inviter: `nil` for the program itself, on behalf of the machine's operator.
    package func invitation(
        _ letter: Letter, _ token: Token, to invitation: Invitation, of organisation: Organisation, by inviter: String?
    ) throws -> Mail {
        let say = say(letter.language), register = organisation[Register.self]
        let roles = InvitationWords(invitation, organisation, say)
        let arguments = [
            "name": letter.name, "inviter": inviter ?? say("pages.system"), "organisation": register.profile?.name.plain(in: say.language) ?? organisation.id.text,
            "role": roles.roles, "day": say.day(letter.expiresAt.day), "link": "\(origin)/invitations/\(token.text)",
        ]
        return try mail("invitation", to: Mailbox(name: calm(letter.name), address: letter.email), arguments, say)
    }

    func reset(_ account: Account, _ token: Token) throws -> Mail {
        try mail("reset", to: mailbox(of: account), ["name": account.name, "link": "\(origin)/reset/\(token.text)"], say(account.language))
    }

    /// Said to the owner, who then knows if it was somebody else.
    func passwordChanged(_ account: Account) throws -> Mail {
        try mail("changed", to: mailbox(of: account), ["name": account.name, "link": "\(origin)/forgotten"], say(account.language))
    }

    /// Said to the owner, who then knows if it was somebody else.
    func tokenMade(_ account: Account, _ name: String, _ scope: AccessToken.Scope) throws -> Mail {
        let say = say(account.language)
        let arguments = ["name": account.name, "token": name, "scope": say("host.token.scope.\(scope.rawValue)"), "link": "\(origin)/account/tokens"]
        return try mail("token", to: mailbox(of: account), arguments, say)
    }

    func newAddress(_ account: Account, _ token: Token, _ email: String) throws -> Mail {
        let arguments = ["name": account.name, "link": "\(origin)/confirm/\(token.text)"]
        return try mail("confirm", to: Mailbox(name: calm(account.name), address: email), arguments, say(account.language))
    }

    /// Said to the address before: whoever reads it there knows if it was somebody else.
    func moved(_ account: Account) throws -> Mail { try mail("moved", to: mailbox(of: account), ["name": account.name], say(account.language)) }

    /// What a feature has written to somebody: in their own language, or else in the first of the organisation that signs it.
    func letter(_ mailing: Mailing, to account: Account, of organisation: Organisation, at moment: Moment) -> WaitingMail {
        let say = say(account.language ?? organisation.languages.first?.rawValue)
        let written = mailing.written(
            to: calm(account.name), link: "\(origin)/\(organisation.id)/\(mailing.path)",
            organisation: organisation[Register.self].profile?.name ?? Localized(organisation.id.text), say)
        return WaitingMail(account: account.id, kind: mailing.kind, subject: written.subject, text: written.text, language: say.language.rawValue, askedAt: moment)
    }

    /// To the address that its account has today.
    func mail(_ letter: WaitingMail, to account: Account) throws -> Mail {
        try Mail(to: mailbox(of: account), subject: letter.subject, text: letter.text, language: letter.language)
    }

    private func mail(_ kind: String, to mailbox: Mailbox, _ arguments: [String: String], _ say: Say) throws -> Mail {
        // Names of people and organisations come from people: in a text from right to left they keep to themselves.
        let isolated = arguments.mapValues { say.language.isRightToLeft && !$0.hasPrefix(origin) ? "\u{2068}\($0)\u{2069}" : $0 }
        let lines = say("host.mail.\(kind).text", isolated.mapValues(calm)).split(separator: "\n", omittingEmptySubsequences: false)
        let mark = say.language.isRightToLeft ? "\u{200F}" : ""
        let text = lines.map { $0.isEmpty || $0.hasPrefix(origin) ? String($0) : mark + $0 }.joined(separator: "\n")
        return try Mail(
            to: mailbox, subject: mark + say("host.mail.\(kind).subject", isolated.mapValues(calm)), text: text + "\n", language: say.language.rawValue)
    }

    private func mailbox(of account: Account) throws -> Mailbox { try Mailbox(name: calm(account.name), address: account.email) }

    private func say(_ language: String?) -> Say { Say(language.flatMap { Language(rawValue: $0) } ?? .en, catalogue) }

    /// On one line: a tab or a line separator in a name is no reason to send nothing.
    private func calm(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory) ? " " : $0 }))
    }
}

/// An invitation in words: as what, and for what.
struct InvitationWords {
    let roles: String

    init(_ invitation: Invitation, _ organisation: Organisation, _ say: Say) {
        let list = say.list(invitation.roles.map { say("pages.role.\($0.rawValue)") })
        let scope = organisation[Register.self].name(of: invitation.scope)?.plain(in: say.language)
        roles = scope.map { "\(list) (\($0))" } ?? list
    }
}
