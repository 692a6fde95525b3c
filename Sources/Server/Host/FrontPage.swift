import Foundation
import Journal
import Organisation
import Pages

/// The server's front page: which organisations stand here, with a public face and the number of their members.
extension Site {
    func frontPage(_ request: WebRequest) async throws -> WebResponse {
        let reader = try await reader(request), frame = HostFrame(self, reader), say = frame.say
        let organisations = try await visible(to: reader), mayFound = try await mayFound(reader)
        let document = frame.page(say("host.title"), path: "/", isFront: true) {
            p(.class("lede")) { say("host.lede") }
            if organisations.isEmpty {
                emptyState(say("host.empty.title"), say("host.empty")) {}
            } else {
                div(.class("grid")) { for organisation in organisations { card(organisation, say) } }
            }
            if reader.account == nil {
                p {
                    say("host.sign-in-to-create"); " "; link("/sign-in") { say("pages.sign-in") }
                }
            } else if mayFound {
                p(.class("actions")) { link("/organisations/new", .class("button")) { say("host.new-from-stratml") } }
            }
        }
        return dressed(.html(document), for: reader)
    }

    private func visible(to reader: Reader) async throws -> [Organisation] {
        var all: [Organisation] = []
        for id in try await journals.store.organisations() {
            guard let standing = try await journals.existing(id)?.standing else { continue }
            if viewer(reader, in: standing).belongs(to: .everyone) { all.append(standing) }
        }
        return all
    }

    private func card(_ organisation: Organisation, _ say: Say) -> Markup {
        let register = organisation[Register.self], profile = register.profile
        return section(.class("sheet w6")) {
            h2 { link("/\(organisation.id)") { profile?.name.plain(in: say.language) ?? organisation.id.text } }
            if profile?.isInvented == true { p(.class("note")) { say("pages.invented") } }
            p { profile?.summary.plain(in: say.language) ?? "" }
            if !register.members.isEmpty {
                p(.class("figure")) {
                    strong { say.number(register.members.count) }; " "; say("host.members", count: register.members.count)
                }
            }
        }
    }
}
