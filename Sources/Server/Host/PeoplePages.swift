import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// Coming in and going out: sign-in, sign-out, links used once, and one click into the examples on loopback.
extension Site {
    func peoplePage(_ request: WebRequest, _ segments: [String]) async throws -> WebResponse {
        let reader = try await reader(request)
        // Whose session is over is signed out: there is nothing left that could be done in their name.
        if segments == ["sign-out"], reader.account == nil { return signedOutAddress() }
        let entered = try proven(request, reader)
        switch (segments, entered) {
        case (["sign-in"], nil): return dressed(.html(try await signInPage(reader, request, next: request[query: "next"] ?? "/", problem: nil)), for: reader)
        case (["sign-in"], let entered?): return try await signedIn(entered, reader, request)
        case (["sign-in", "as"], let entered?): return try await signedInAsExample(entered, request)
        case (["forgotten"], nil): return dressed(.html(forgottenPage(reader, isSent: false)), for: reader)
        case (["forgotten"], let entered?): return try await resetRequested(entered, reader, request)
        case (["sign-out"], _?): return try await signedOut(reader)
        case (_, _) where segments.count == 2 && segments[0] == "confirm": return try await addressPage(segments[1], entered, reader)
        case (_, nil) where segments.count == 2: return try await linkPage(reader, segments, problem: nil)
        case (_, let entered?) where segments.count == 2: return try await passwordChosen(entered, reader, request, segments)
        default: throw Missing()
        }
    }

    /// What was entered into a form of this server's own that this very browser was given; `nil` where nothing was sent.
    func proven(_ request: WebRequest, _ reader: Reader) throws -> Entered? {
        guard request.method == .post else { return nil }
        guard let entered = try FormBody.entered(request, language: reader.language) else { throw BadRequest("host.not-a-form", status: 415) }
        guard reader.proves(entered.text("csrf")) else { throw BadRequest("host.forged", status: 403) }
        return entered
    }

    private func signedIn(_ entered: Entered, _ reader: Reader, _ request: WebRequest) async throws -> WebResponse {
        do {
            let email = SignIn.normalised(entered.text("email"))
            try admitPassword(of: email, request)
            let token = try await signIn.session(email: email, password: entered.raw("password").first ?? "", browser: request.browserFamily)
            pardonPassword(of: email, request)
            note("signed in", by: try await signIn.account(for: token)?.id)
            return try await welcomeBack(token, next: entered.text("next"))
        } catch let problem as SignIn.Problem {
            note("sign-in refused", by: nil)
            return dressed(.html(try await signInPage(reader, request, next: entered.text("next"), problem: problem), status: 422), for: reader)
        }
    }

    /// Only inside what `--example` made, and never on an address other than loopback.
    private func signedInAsExample(_ entered: Entered, _ request: WebRequest) async throws -> WebResponse {
        guard request.isLoopback, let id = ID<Actor>(entered.text("account")), let account = try await signIn.store.account(id), account.isExample
        else { throw Missing() }
        return try await welcomeBack(try await signIn.session(for: account.id, browser: request.browserFamily), next: entered.text("next"))
    }

    private func signedOut(_ reader: Reader) async throws -> WebResponse {
        if let session = reader.session { try await signIn.end(session) }
        note("signed out", by: reader.account?.id)
        return signedOutAddress()
    }

    private func signedOutAddress() -> WebResponse {
        WebResponse.redirect("/").with(cookie: cookie(Site.sessionCookie, "", age: 0)).adding(("Clear-Site-Data", "\"cache\""))
    }

    func welcomeBack(_ token: Token, next: String) async throws -> WebResponse {
        // Only a path of this server: an address elsewhere would lend our name to somebody else's page.
        let isOwn = next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\") && next.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        let address = isOwn && next != "/" ? next : try await landing(of: token)
        // Somebody else may have been signed in here.
        return WebResponse.redirect(address).with(cookie: cookie(Site.sessionCookie, token.text, age: 7 * 86_400))
            .adding(("Clear-Site-Data", "\"cache\""))
    }

    private func signInPage(_ reader: Reader, _ request: WebRequest, next: String, problem: SignIn.Problem?) async throws -> Document {
        let frame = HostFrame(self, reader), say = frame.say
        let cast = request.isLoopback ? try await signIn.store.accounts().filter(\.isExample) : []
        let roles = cast.isEmpty ? [:] : try await exampleRoles(say)
        return frame.page(say("pages.sign-in"), path: "/sign-in") {
            problemNotice(problem, say)
            if next.contains("?kept-form=") { div(.class("notice warn"), .role("status")) { p { say("host.sign-in-kept") } } }
            element("form", [.class("form"), Attribute("method", "post"), Attribute("action", "/sign-in")]) {
                frame.hidden
                void("input", .type("hidden"), .name("next"), .value(next))
                inputField("email", say("host.email"), type: "email", autocomplete: "username")
                inputField("password", say("host.password"), type: "password", autocomplete: "current-password")
                div(.class("actions")) {
                    button(.class("button"), .type("submit")) { say("pages.sign-in") }
                    link("/forgotten") { say("host.forgotten") }
                }
            }
            if !cast.isEmpty { castCards(cast, roles, frame, next: next) }
        }
    }

    private func castCards(_ cast: [Account], _ roles: [ID<Actor>: [String]], _ frame: HostFrame, next: String) -> Markup {
        section(.class("cast-section")) {
            h2 { frame.say("host.cast") }
            p { frame.say("host.cast-help") }
            element("form", [Attribute("method", "post"), Attribute("action", "/sign-in/as")]) {
                frame.hidden
                void("input", .type("hidden"), .name("next"), .value(next))
                ul(.class("cast")) {
                    for account in cast {
                        li {
                            button(.class("button quiet"), .type("submit"), .name("account"), .value(account.id.text)) { account.name }
                            small { frame.say.list(roles[account.id] ?? []) }
                        }
                    }
                }
            }
        }
    }

    private func exampleRoles(_ say: Say) async throws -> [ID<Actor>: [String]] {
        var roles: [ID<Actor>: [String]] = [:]
        for id in try await journals.store.organisations() {
            guard let standing = try await journals.existing(id)?.standing, standing[Register.self].profile?.isExample == true else { continue }
            for (_, grant) in standing[Grants.self].list {
                let role = say("pages.role.\(grant.role.rawValue)")
                if roles[grant.account]?.contains(role) != true { roles[grant.account, default: []].append(role) }
            }
        }
        return roles.mapValues { $0.sorted() }
    }

    func problemNotice(_ problem: SignIn.Problem?, _ say: Say) -> Markup {
        problem.map { problem in div(.class("error-summary"), .role("alert")) { p { say("host.problem.\(problem.rawValue)") } } } ?? Markup()
    }
}

/// A labelled input of the server's own forms.
func inputField(_ name: String, _ title: String, help: String = "", type: String, autocomplete: String, value: String = "") -> Markup {
    div(.class("field")) {
        label(.for(name)) { title }
        if !help.isEmpty { p(.class("help"), .id("help-\(name)")) { help } }
        void(
            "input", .type(type), .id(name), .name(name), .value(value), Attribute("autocomplete", autocomplete), .flag("required"),
            .describedBy(help.isEmpty ? "" : "help-\(name)"))
    }
}
