import Accounts
import Journal
import Organisation
import Pages

/// Another e-mail address for one's account.
extension Site {
    /// The link goes to the new address, and says there alone what it finds.
    func addressRequested(_ account: Account, _ entered: Entered, _ request: WebRequest) async throws -> WebResponse {
        guard mailRoom.isOpen else { throw Missing() }
        try admitPassword(of: account.email, request)
        try admit(.invitation, request, account: account.id.text)
        let email = SignIn.normalised(entered.text("email")), words = MailWords(self)
        let token = try await signIn.addressLink(of: account.id, password: entered.raw("present").first ?? "", to: email)
        pardonPassword(of: account.email, request)
        note("new address requested", by: account.id)
        await mailRoom.send("new address") { try words.newAddress(account, token, email) }
        return .redirect("/account?done=email")
    }

    /// Looking proves nothing; sending does.
    func addressPage(_ text: String, _ entered: Entered?, _ reader: Reader) async throws -> WebResponse {
        guard let token = Token(text), let (account, email) = try await signIn.proof(token) else { return await addressOver(reader) }
        guard entered != nil else {
            let frame = HostFrame(self, reader), say = frame.say
            let document = frame.page(say("host.confirm.title"), path: "/confirm/\(text)") {
                p(.class("lede")) { say("host.confirm.lede", ["name": account.name, "email": email]) }
                element("form", [.class("form"), Attribute("method", "post"), Attribute("action", "/confirm/\(text)")]) {
                    frame.hidden
                    div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.confirm.do") } }
                }
            }
            return dressed(.html(document).adding(("Referrer-Policy", "no-referrer")), for: reader)
        }
        do {
            let before = try await signIn.confirm(token), words = MailWords(self)
            note("address changed", by: before.id)
            await mailRoom.send("address changed") { try words.moved(before) }
            return .redirect(reader.account == nil ? "/sign-in" : "/account?done=confirmed")
        } catch is SignIn.Problem { return await addressOver(reader) }
    }

    private func addressOver(_ reader: Reader) async -> WebResponse {
        dressed(await problemPage(WebRequest(method: .get, target: "/"), status: 404, "host.confirm-over"), for: reader).adding(("Referrer-Policy", "no-referrer"))
    }
}
