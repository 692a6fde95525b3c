import Accounts
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What an invitation's link leads to: looking changes nothing, sending accepts.
extension Site {
    func invitationPage(_ request: WebRequest, _ segments: [String]) async throws -> WebResponse {
        guard segments.count == 2, let token = Token(segments[1]) else { throw Missing() }
        let reader = try await reader(request), entered = try proven(request, reader)
        guard let letter = try await signIn.letter(for: token), let opened = try await opened(letter) else {
            return await invitationOver(reader, "host.invitation-over")
        }
        guard let entered else { return invitation(letter, opened, reader, segments[1], problem: nil) }
        do { return try await accepted(letter, opened, entered, reader, request) } catch let problem as SignIn.Problem {
            if problem == .linkUsedOrExpired { return await invitationOver(reader, "host.invitation-over") }
            return invitation(letter, opened, reader, segments[1], problem: problem, entered)
        } catch let refusal as Refusal {
            return await invitationOver(reader, refusal.key == "pages.refusal.invitation-over" ? "host.invitation-over" : "host.invitation-void")
        }
    }

    /// An invitation that still waits, with the organisation that it is to.
    struct OpenedLetter {
        var journal: Journal
        var id: ID<Invitation>
        var pending: Pending
        var organisation: Organisation
        /// What whoever sent it is called; `nil` for the program itself, or a person since forgotten.
        var inviter: String?
    }

    /// `nil` where it has been answered, or does not stand in the journal.
    func opened(_ letter: Letter) async throws -> OpenedLetter? {
        guard let journal = try await journals.existing(letter.organisation), let id = ID<Invitation>(letter.invitation) else { return nil }
        let standing = journal.standing
        guard let pending = standing[Grants.self].invitations[id] else { return nil }
        let inviter = try await signIn.store.account(pending.by.id)?.name
        return OpenedLetter(journal: journal, id: id, pending: pending, organisation: standing, inviter: inviter)
    }

    /// Gives the roles to whoever opens the letter, as things stand then; the session begins anew with them.
    func accepted(
        _ letter: Letter, _ opened: OpenedLetter, _ entered: Entered, _ reader: Reader, _ request: WebRequest
    ) async throws -> WebResponse {
        // Refused before anybody's password is looked at, and once more where it is recorded.
        _ = try opened.organisation.accept(opened.id, as: ID("nobody"), newID: { ID("none") })
        let isOwn = reader.account?.email == letter.email, identifiers = NewIdentifiers()
        if !isOwn { try admitPassword(of: letter.email, request) }
        let session = try await signIn.accept(
            letter, signedIn: isOwn ? reader.account?.id : nil, name: entered.text("name"), password: entered.raw("password").first ?? "",
            avoiding: names(of: opened.organisation), browser: request.browserFamily
        ) { account in
            let command = Command(by: Actor(account), key: "accept-\(opened.id)-\(account)", content: Data(opened.id.text.utf8))
            _ = try await opened.journal.record(command) { organisation in
                let next = identifiers.fromTheFirst
                return try organisation.accept(opened.id, as: account, newID: { ID(next()) ?? ID("unnamed") })
            }
        }
        if !isOwn { pardonPassword(of: letter.email, request) }
        note("invitation accepted", by: try await signIn.account(for: session)?.id, ["organisation": letter.organisation.text, "invitation": letter.invitation])
        if let old = reader.session { try await signIn.end(old) }
        return try await welcomeBack(session, next: "/\(letter.organisation)")
    }

    private func invitation(
        _ letter: Letter, _ opened: OpenedLetter, _ reader: Reader, _ text: String, problem: SignIn.Problem?, _ entered: Entered? = nil
    ) -> WebResponse {
        let frame = HostFrame(self, reader), say = frame.say, path = "/invitations/\(text)"
        let document = frame.page(say("host.invitation.title"), path: path) {
            p(.class("lede")) { says(opened, say) }
            p { say("host.invitation.until", ["day": say.day(letter.expiresAt.day), "email": letter.email]) }
            problemNotice(problem, say)
            if problem == .wrongPassword { p { link("/forgotten") { say("host.forgotten") } } }
            if let account = reader.account, account.email != letter.email {
                p { say("host.invitation.other", ["name": account.name]) }
            } else {
                element("form", [.class("form"), Attribute("method", "post"), Attribute("action", path)]) {
                    frame.hidden
                    if reader.account == nil {
                        inputField(
                            "name", say("host.account.name"), help: say("host.invitation.name-help"), type: "text", autocomplete: "name",
                            value: entered?.text("name") ?? letter.name)
                        inputField("password", say("host.password"), help: say("host.invitation.password-help"), type: "password", autocomplete: "new-password")
                    }
                    div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.invitation.accept") } }
                }
            }
        }
        return dressed(.html(document, status: problem == nil ? 200 : 422).adding(("Referrer-Policy", "no-referrer")), for: reader)
    }

    /// By whom, to what, as what.
    func says(_ opened: OpenedLetter, _ say: Say) -> String {
        let name = opened.organisation[Register.self].profile?.name.plain(in: say.language) ?? opened.organisation.id.text
        let role = InvitationWords(opened.pending.invitation, opened.organisation, say).roles
        return say("host.invitation.lede", ["organisation": name, "role": role, "inviter": opened.inviter ?? say("pages.system")])
    }

    private func invitationOver(_ reader: Reader, _ key: String) async -> WebResponse {
        let frame = HostFrame(self, reader), say = frame.say
        let document = frame.page(say("\(key).title"), path: "/") {
            p(.class("lede")) { say(key) }
            p { link(reader.account == nil ? "/sign-in" : "/account") { say(reader.account == nil ? "pages.sign-in" : "pages.my-account") } }
        }
        return dressed(.html(document, status: 404), for: reader).adding(("Referrer-Policy", "no-referrer"))
    }
}
