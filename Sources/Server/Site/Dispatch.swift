import Accounts
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What goes out with an invitation. Its link is kept before the invitation is recorded, so that none is recorded without one, and taken
/// back where nothing was recorded.
struct Dispatch {
    private let exchange: FormExchange
    private let letter: Letter
    private let token: Token
    /// Whether there was a link before, which ends with this one.
    private let isAnew: Bool

    /// `nil` where nobody is invited.
    init?(_ outcome: Outcome, _ exchange: FormExchange) async throws {
        guard case .invite(let id, let invitee, _, _, _) = outcome else { return nil }
        self.exchange = exchange
        let site = exchange.site, organisation = exchange.journal.id
        let before = try await site.signIn.store.letters(in: organisation).last { $0.invitation == id.text }
        guard let email = invitee?.email ?? before?.email, let name = invitee?.name ?? before?.name else { throw Missing() }
        isAnew = before != nil
        // Whoever is known here is written to in their own language, whatever the inviter thought.
        let language = try await site.signIn.store.account(email: email)?.language ?? invitee?.language?.rawValue ?? before?.language
        (letter, token) = try await site.signIn.letter(for: id.text, in: organisation, name: name, email: email, language: language)
    }

    func takenBack() async throws { try await exchange.site.signIn.store.discard(letter) }

    /// Ends the links from before and sends this one; where no mail goes out, a page shows it once, to be handed over.
    ///
    /// - Parameter arrived: where the browser is led otherwise.
    func sent(_ receipt: Receipt, or arrived: WebResponse) async throws -> WebResponse {
        let site = exchange.site, organisation = exchange.journal.standing
        guard !receipt.repeated, !receipt.positions.isEmpty else {
            try await takenBack()
            return arrived
        }
        try await site.signIn.store.endLetters(of: letter.invitation, in: letter.organisation, except: letter.tokenHash)
        site.note("invited", by: exchange.reader.account?.id, ["organisation": letter.organisation.text, "invitation": letter.invitation])
        guard site.mailRoom.isOpen else { return handedOver(receipt) }
        let mails = MailWords(site), inviter = exchange.reader.account?.name
        guard let id = ID<Invitation>(letter.invitation), let pending = organisation[Grants.self].invitations[id] else { return arrived }
        await site.mailRoom.send("invitation") { [letter, token] in
            try mails.invitation(letter, token, to: pending.invitation, of: organisation, by: inviter)
        }
        return arrived
    }

    private func handedOver(_ receipt: Receipt) -> WebResponse {
        let say = exchange.visit.say, address = "\(exchange.site.settings.publicAddress)/invitations/\(token.text)"
        let page = Page(say("host.hand-over.title"), place: "people", trail: [(say("pages.home"), "")]) {
            p(.class("lede")) { say("host.hand-over", ["name": letter.name]) }
            if isAnew { p { say("host.hand-over-anew") } }
            p(.class("address")) { element("code", []) { address } }
            p { say("host.hand-over-once", ["day": say.day(letter.expiresAt.day)]) }
            p { link(exchange.visit.path("people")) { say("host.hand-over-back") } }
        }
        return exchange.site.framed(page, exchange.visit, exchange.reader, exchange.request, isForm: true)
            .adding(("Referrer-Policy", "no-referrer"))
    }
}

extension Outcome {
    /// What is to be recorded, where to go then, and what to say there.
    var recorded: ([Proposal], String, Saying)? {
        switch self {
        case .record(let proposals, let path, let notice), .invite(_, _, let proposals, let path, let notice),
            .write(_, let proposals, let path, let notice):
            (proposals, path, notice)
        case .show, .propose, .seen, .returned: nil
        }
    }

    var invitation: ID<Invitation>? {
        if case .invite(let id, _, _, _, _) = self { id } else { nil }
    }
}

extension Site {
    /// Who bears an address: looked up in the same way, and as often, whoever it is. `nil` for what cannot be one.
    func bearer(of address: String?, in organisation: OrganisationID) async throws -> Bearer? {
        guard let email = address.map(SignIn.normalised), SignIn.looksLikeAddress(email) else { return nil }
        let account = try await signIn.store.account(email: email), letters = try await signIn.store.letters(to: email)
        return Bearer(
            email: email, account: account?.id,
            invitations: Set(letters.filter { $0.organisation == organisation }.compactMap { ID<Invitation>($0.invitation) }))
    }
}
