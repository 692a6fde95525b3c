import Accounts
import Journal
import Organisation
import Pages

/// Choosing a password with a link: the first, or a new one for whoever has forgotten it.
extension Site {
    /// The same for every address, in the same time: whether an account bears it is found out later, while the mail is written.
    func resetRequested(_ entered: Entered, _ reader: Reader, _ request: WebRequest) async throws -> WebResponse {
        let email = entered.text("email"), words = MailWords(self)
        let address = SignIn.normalised(email), isKnown = limits.isFamiliar(address, at: request.address)
        try admit(.invitation, request, account: nil, isKnown: isKnown)
        // Asked for more often, the answer stays the same and no further mail goes out: neither can its bearer be flooded, nor kept from asking.
        let isMailed = limits.wait(for: .reset, account: address, address: request.address, isKnown: isKnown, at: journals.moment) == nil
        await mailRoom.send("reset") { [self] in
            guard isMailed, let (account, token) = try await signIn.resetLink(email: email) else { return nil }
            note("password reset requested", by: account.id)
            return try words.reset(account, token)
        }
        return dressed(.html(forgottenPage(reader, isSent: true)), for: reader)
    }

    func forgottenPage(_ reader: Reader, isSent: Bool) -> Document {
        let frame = HostFrame(self, reader), say = frame.say
        return frame.page(say("host.forgotten.title"), path: "/forgotten") {
            if !mailRoom.isOpen {
                p(.class("lede")) { say("host.forgotten.no-mail") }
            } else if isSent {
                div(.class("notice good"), .role("status")) { p { say("host.forgotten.sent") } }
                p { say("host.forgotten.sent-help") }
            } else {
                p(.class("lede")) { say("host.forgotten.lede") }
                element("form", [.class("form"), Attribute("method", "post"), Attribute("action", "/forgotten")]) {
                    frame.hidden
                    inputField("email", say("host.email"), type: "email", autocomplete: "username")
                    div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.forgotten.send") } }
                }
            }
            p { link("/sign-in") { say("host.back-to-sign-in") } }
        }
    }

    /// Shows whose link it is and asks for a password; nothing is used up by looking.
    func linkPage(_ reader: Reader, _ segments: [String], problem: SignIn.Problem?) async throws -> WebResponse {
        guard ["welcome", "reset"].contains(segments[0]), let link = Token(segments[1]) else { throw Missing() }
        let frame = HostFrame(self, reader), say = frame.say, isReset = segments[0] == "reset", path = "/\(segments[0])/\(segments[1])"
        guard let account = try await signIn.owner(ofLink: link) else {
            let over = await problemPage(WebRequest(method: .get, target: "/"), status: 404, isReset ? "host.reset-over" : "host.link-over")
            return dressed(over, for: reader).adding(("Referrer-Policy", "no-referrer"))
        }
        let document = frame.page(say(isReset ? "host.reset.title" : "host.welcome", ["name": account.name]), path: path) {
            p(.class("lede")) { say(isReset ? "host.reset.lede" : "host.welcome-lede", ["email": account.email]) }
            problemNotice(problem, say)
            element("form", [.class("form"), Attribute("method", "post"), Attribute("action", path)]) {
                frame.hidden
                inputField("password", say("host.new-password"), help: say("host.password-help"), type: "password", autocomplete: "new-password")
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.enter") } }
            }
        }
        return dressed(.html(document, status: problem == nil ? 200 : 422).adding(("Referrer-Policy", "no-referrer")), for: reader)
    }

    /// Uses the link up. Whoever has invitations waiting is led to them: their own links ended with the old password.
    func passwordChosen(_ entered: Entered, _ reader: Reader, _ request: WebRequest, _ segments: [String]) async throws -> WebResponse {
        guard ["welcome", "reset"].contains(segments[0]), let link = Token(segments[1]) else { throw Missing() }
        do {
            let owner = try await signIn.owner(ofLink: link), words = try await organisationNames(of: owner?.id)
            let token = try await signIn.accept(
                link: link, password: entered.raw("password").first ?? "", avoiding: words, browser: request.browserFamily)
            if let owner {
                note("password chosen with a link", by: owner.id)
                if owner.passwordHash != nil { await passwordWasChanged(of: owner) }
            }
            let waiting = try await owner.asyncFlatMap { try await signIn.letters(boundTo: $0.id) } ?? []
            return try await welcomeBack(token, next: waiting.isEmpty ? "/" : "/account")
        } catch let problem as SignIn.Problem {
            return try await linkPage(reader, segments, problem: problem)
        }
    }

    /// Tells the owner by mail, in case it was somebody else.
    func passwordWasChanged(of account: Account) async {
        let words = MailWords(self)
        await mailRoom.send("password changed") { try words.passwordChanged(account) }
    }

    /// What a password of this person must not be made of.
    func organisationNames(of account: ID<Actor>?) async throws -> [String] {
        guard let account else { return [] }
        var names: [String] = []
        for id in try await journals.store.organisations() {
            guard let standing = try await journals.existing(id)?.standing, !standing[Grants.self].of(account).isEmpty else { continue }
            names += self.names(of: standing)
        }
        return names
    }

    func names(of organisation: Organisation) -> [String] {
        guard let profile = organisation[Register.self].profile else { return [organisation.id.text] }
        return [organisation.id.text, profile.acronym] + profile.name.texts.values.compactMap(\.text)
    }
}
