import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// A person's tokens for programs: made here, shown once, listed with their last use, revoked.
extension Site {
    func tokenPages(_ request: WebRequest, _ segments: [String]) async throws -> WebResponse {
        let reader = try await reader(request)
        guard let account = reader.account else { return dressed(.redirect("/sign-in?next=/account/tokens"), for: reader) }
        guard let entered = try proven(request, reader) else {
            guard segments.count == 2 else { throw Missing() }
            return dressed(.html(try await tokenPage(reader, account, nil, nil)), for: reader)
        }
        if segments.count == 4, segments[3] == "revoke", let id = ID<AccessToken>(segments[2]) {
            if try await signIn.revoke(id, of: account.id) { note("token revoked", by: account.id) }
            return .redirect("/account/tokens")
        }
        guard segments.count == 2 else { throw Missing() }
        do {
            let made = try await newToken(account, entered, request)
            return dressed(.html(try await tokenPage(reader, account, made, nil)), for: reader)
        } catch let problem as SignIn.TokenProblem {
            return dressed(.html(try await tokenPage(reader, account, nil, "host.token.problem.\(problem.rawValue)"), status: 422), for: reader)
        } catch let problem as SignIn.Problem {
            return dressed(.html(try await tokenPage(reader, account, nil, "host.problem.\(problem.rawValue)"), status: 422), for: reader)
        } catch let refusal as Refusal {
            return dressed(.html(try await tokenPage(reader, account, nil, refusal.key, refusal.arguments), status: 422), for: reader)
        }
    }

    /// Makes a token for whoever is there in person, and tells its owner by mail, in case it was somebody else.
    ///
    /// - Returns: its text.
    private func newToken(_ account: Account, _ entered: Entered, _ request: WebRequest) async throws -> String {
        let scope: AccessToken.Scope = try entered.choice("scope")
        guard let days = try entered.integer("days", required: true, in: 1...365), SignIn.tokenDays.contains(days) else {
            throw Refusal("pages.refusal.choose", field: "days")
        }
        let place: OrganisationID? = try entered.id("organisation") { _ in true }
        if let place, !(try await places(of: account.id)).contains(where: { $0.id == place }) { throw Refusal("pages.refusal.choose", field: "organisation") }
        let name = try entered.line("name", max: 100)
        try await confirmPresence(of: account, entered, request)
        let made = try await signIn.newAccessToken(for: account.id, name: name, scope: scope, organisation: place, days: days)
        note("token made", by: account.id, ["scope": scope.rawValue])
        let words = MailWords(self)
        await mailRoom.send("token made") { try words.tokenMade(account, name, scope) }
        return made.text
    }

    /// - Parameter made: the text of a token that has just been made; it is never shown again.
    private func tokenPage(_ reader: Reader, _ account: Account, _ made: String?, _ problem: String?, _ arguments: [String: String] = [:]) async throws -> Document {
        let frame = HostFrame(self, reader), say = frame.say
        let tokens = try await signIn.accessTokens(of: account.id), places = try await places(of: account.id)
        return frame.page(say("host.token.title"), path: "/account/tokens") {
            p(.class("lede")) { say("host.token.lede") }
            if let problem { div(.class("error-summary"), .role("alert")) { p { say(problem, arguments) } } }
            if let made {
                div(.class("notice good"), .role("status")) {
                    p { say("host.token.made") }
                    p { element("code", [.id("token"), .dir("ltr")]) { made } }
                }
            }
            if !tokens.isEmpty { tokenTable(tokens, places, frame) }
            section {
                h2 { say("host.token.new") }; tokenForm(account, places, frame)
            }
            if !places.isEmpty { tokenUse(places, say) }
        }
    }

    /// What a program does with a token: whom it asks, what it sends along, and where it is all described.
    private func tokenUse(_ places: [Organisation], _ say: Say) -> Markup {
        section {
            h2 { say("host.token.use") }
            p { say("host.token.use-address") }
            ul { for place in places { li { code("\(settings.publicAddress)/api/v1/organisations/\(place.id)") } } }
            p { say("host.token.use-header") }
            p { code("Authorization: Bearer …") }
            p { link("/api/openapi.json") { say("host.token.use-all") } }
        }
    }

    private func code(_ text: String) -> Markup { element("code", [.dir("ltr")]) { text } }

    private func tokenTable(_ tokens: [AccessToken], _ places: [Organisation], _ frame: HostFrame) -> Markup {
        let say = frame.say
        return scrollingTable(say("host.token.title"), id: "tokens", narrow: .cards) {
            headings(["name", "scope", "organisation", "expires", "used", "revoke"].map { (say("host.token.\($0)"), false) })
            tbody {
                for token in tokens {
                    tr {
                        th(.scope("row")) { token.name }
                        td { say("host.token.scope.\(token.scope.rawValue)") }
                        td { token.organisation.map { id in name(of: id, places, say) } ?? say("host.token.everywhere") }
                        td {
                            say.shortDay(token.expiresAt.day); signIn.isOver(token) ? " · \(say("host.token.over"))" : ""
                        }
                        td { token.usedAt.map { say.moment($0) } ?? say("host.token.never") }
                        td {
                            element("form", [Attribute("method", "post"), Attribute("action", "/account/tokens/\(token.id)/revoke")]) {
                                frame.hidden
                                button(.class("button quiet"), .type("submit"), .label(say.naming(say("host.token.revoke"), token.name))) { say("host.token.revoke") }
                            }
                        }
                    }
                }
            }
        }
    }

    private func tokenForm(_ account: Account, _ places: [Organisation], _ frame: HostFrame) -> Markup {
        let say = frame.say
        return element("form", [.class("form"), Attribute("method", "post"), Attribute("action", "/account/tokens")]) {
            frame.hidden
            div(.class("field")) {
                label(.for("name")) { say("host.token.name") }
                p(.class("help"), .id("help-name")) { say("host.token.name-help") }
                void("input", .type("text"), .id("name"), .name("name"), Attribute("maxlength", "100"), .flag("required"), .describedBy("help-name"))
            }
            tokenChoice("scope", say("host.token.scope"), AccessToken.Scope.allCases.map { ($0.rawValue, say("host.token.scope.\($0.rawValue)")) })
            tokenChoice("organisation", say("host.token.organisation"), [("", say("host.token.everywhere"))] + places.map { ($0.id.text, name(of: $0.id, places, say)) })
            tokenChoice("days", say("host.token.days"), SignIn.tokenDays.map { ("\($0)", say("host.token.for-days", count: $0)) })
            if account.passwordHash != nil {
                inputField("present", say("host.account.present-password"), type: "password", autocomplete: "current-password")
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.token.make") } }
        }
    }

    private func tokenChoice(_ name: String, _ title: String, _ choices: [(value: String, label: String)]) -> Markup {
        div(.class("field")) {
            label(.for(name)) { title }
            element("select", [.id(name), .name(name)]) { for choice in choices { element("option", [.value(choice.value)]) { choice.label } } }
        }
    }

    private func name(of id: OrganisationID, _ places: [Organisation], _ say: Say) -> String {
        places.first { $0.id == id }?.name(in: say.language) ?? id.text
    }
}
