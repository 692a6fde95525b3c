import Accounts
import Journal
import Organisation
import Pages

/// A person's own account: who they are here, their password, where they are signed in, what they are invited to.
extension Site {
    func accountPage(_ request: WebRequest, _ segments: [String]) async throws -> WebResponse {
        let reader = try await reader(request)
        guard let account = reader.account, let session = reader.session else {
            return dressed(.redirect("/sign-in?next=/account"), for: reader)
        }
        guard let entered = try proven(request, reader) else {
            guard segments == ["account"] else { throw Missing() }
            return try await ownPage(account, session, reader, done: request[query: "done"])
        }
        do {
            switch segments {
            case ["account"]: return try await described(account, entered)
            case ["account", "password"]: return try await passwordChanged(account, entered, request)
            case ["account", "email"]: return try await addressRequested(account, entered, request)
            case ["account", "sessions"]: return try await sessionsEnded(account, session, entered)
            case ["account", "invitations"]: return try await invitationAnswered(account, entered, reader, request)
            default: throw Missing()
            }
        } catch let problem as SignIn.Problem {
            return try await ownPage(account, session, reader, problem: problem)
        }
    }

    private func described(_ account: Account, _ entered: Entered) async throws -> WebResponse {
        let language = Language(rawValue: entered.text("language")) ?? .en
        try await signIn.describe(account.id, name: entered.text("name"), language: language.rawValue)
        return WebResponse.redirect("/account?done=described").with(cookie: cookie(Site.languageCookie, language.rawValue, age: 365 * 86_400))
    }

    /// Asks for the present password; every session ends, this browser's too, which is given a new one.
    private func passwordChanged(_ account: Account, _ entered: Entered, _ request: WebRequest) async throws -> WebResponse {
        try admitPassword(of: account.email, request)
        let token = try await signIn.changePassword(
            of: account.id, from: entered.raw("present").first ?? "", to: entered.raw("password").first ?? "",
            avoiding: try await organisationNames(of: account.id), browser: request.browserFamily)
        pardonPassword(of: account.email, request)
        note("password changed", by: account.id)
        await passwordWasChanged(of: account)
        return WebResponse.redirect("/account?done=password").with(cookie: cookie(Site.sessionCookie, token.text, age: 7 * 86_400))
    }

    private func sessionsEnded(_ account: Account, _ session: Token, _ entered: Entered) async throws -> WebResponse {
        if entered.flag("others") {
            try await signIn.store.endSessions(of: account.id, except: session.hash)
            note("other sessions ended", by: account.id)
        } else {
            if try await signIn.endSession(named: entered.text("end"), of: account.id) { note("session ended", by: account.id) }
        }
        return .redirect("/account?done=sessions")
    }

    /// Accepts an invitation that waits for this account, because its link ended with a new password.
    private func invitationAnswered(_ account: Account, _ entered: Entered, _ reader: Reader, _ request: WebRequest) async throws -> WebResponse {
        let letters = try await signIn.letters(boundTo: account.id)
        guard let letter = letters.first(where: { "\($0.organisation)/\($0.invitation)" == entered.text("accept") }), let opened = try await opened(letter)
        else { throw SignIn.Problem.linkUsedOrExpired }
        do { return try await accepted(letter, opened, entered, reader, request) } catch is Refusal { throw SignIn.Problem.linkUsedOrExpired }
    }

    private func ownPage(
        _ account: Account, _ session: Token, _ reader: Reader, problem: SignIn.Problem? = nil, done: String? = nil
    ) async throws -> WebResponse {
        var invitations: [(letter: Letter, opened: OpenedLetter)] = []
        for letter in try await signIn.letters(boundTo: account.id) {
            if let opened = try await opened(letter) { invitations.append((letter, opened)) }
        }
        let parts = OwnPage(
            frame: HostFrame(self, reader), account: account, places: HostFrame(self, reader).say.sorted(try await places(of: account.id).map { ($0.id, $0.name(in: reader.language)) }, by: \.name),
            sendsMail: mailRoom.isOpen, session: session, sessions: try await signIn.sessions(of: account.id),
            invitations: invitations.map { ("\($0.letter.organisation)/\($0.letter.invitation)", says($0.opened, HostFrame(self, reader).say), $0.letter.expiresAt.day) })
        let say = parts.frame.say
        let document = parts.frame.page(say("pages.my-account"), path: "/account") {
            problemNotice(problem, say)
            if let done, ["described", "password", "sessions", "email", "confirmed"].contains(done) {
                div(.class("notice good"), .role("status")) { p { say("host.account.done-\(done)") } }
            }
            div(.class("grid")) { parts.all }
        }
        return dressed(.html(document, status: problem == nil ? 200 : 422), for: reader)
    }
}
