import Accounts
import Crypto
import Foundation
import Journal
import Organisation
import Pages

/// A new organisation: from a StratML document, or empty. Whoever makes it becomes its administrator.
extension Site {
    func newOrganisation(_ request: WebRequest, _ segments: [String]) async throws -> WebResponse {
        let reader = try await reader(request)
        guard let account = reader.account else { return dressed(.redirect("/sign-in?next=/organisations/new"), for: reader) }
        guard try await mayFound(reader) else { throw Forbidden() }
        guard let entered = try proven(request, reader) else { return dressed(.html(newOrganisationPage(reader, nil, nil)), for: reader) }
        try admit(.founding, request, account: account.id.text)
        do {
            let name = try entered.line("name", max: 200)
            let document = entered.uploads["file"]
            let founding = Founding(journals: journals, house: house), language = reader.language, isPublic = entered.flag("public")
            // A form without a key wishes for one organisation each time.
            let key = entered.text("key").isEmpty ? Token().text : entered.text("key")
            let address = try await foundings.once("\(account.id) \(key) \(name) \(document.map { SHA256.hash(data: Data($0.bytes)).description } ?? "")") {
                let founded = try await founding.found(name: name, document: document, isPublic: isPublic, administrator: account.id, language: language, key: key)
                return "/\(founded.id)/\(founded.path)"
            }
            return .redirect(address)
        } catch let refusal as Refusal {
            return dressed(.html(newOrganisationPage(reader, entered, refusal), status: 422), for: reader)
        }
    }

    private func newOrganisationPage(_ reader: Reader, _ entered: Entered?, _ refusal: Refusal?) -> Document {
        let frame = HostFrame(self, reader), say = frame.say
        return frame.page(say("host.new"), path: "/organisations/new") {
            p(.class("lede")) { say("host.new-lede") }
            if let refusal { div(.class("error-summary"), .role("alert")) { p { say(refusal.key, refusal.arguments) } } }
            element("form", [.class("form"), Attribute("method", "post"), Attribute("action", "/organisations/new"), Attribute("enctype", "multipart/form-data")]) {
                frame.hidden
                void("input", .type("hidden"), .name("key"), .value(Token().text))
                div(.class("field")) {
                    label(.for("file")) { say("host.stratml-file") }
                    p(.class("help"), .id("help-file")) { say("host.stratml-help") }
                    void("input", .type("file"), .id("file"), .name("file"), Attribute("accept", ".xml,text/xml,application/xml"), .describedBy("help-file"))
                }
                div(.class("field")) {
                    label(.for("name")) { say("host.name") }
                    p(.class("help"), .id("help-name")) { say("host.name-help") }
                    void("input", .type("text"), .id("name"), .name("name"), .value(entered?.text("name") ?? ""), .describedBy("help-name"))
                }
                div(.class("field")) {
                    label(.class("choice"), .for("public")) {
                        void("input", .type("checkbox"), .id("public"), .name("public"), .value("yes"), .describedBy("help-public"), .flag("checked", entered?.flag("public") == true))
                        span { say("host.public") }
                    }
                    p(.class("help"), .id("help-public")) { say("host.public-help") }
                }
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.create") } }
            }
        }
    }
}
