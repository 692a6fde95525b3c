import Accounts
import Foundation
import Organisation
import Pages

/// The frame of the server's own pages: no organisation yet.
struct HostFrame {
    let reader: Reader
    let say: Say
    let site: Site

    init(_ site: Site, _ reader: Reader) {
        self.site = site
        self.reader = reader
        say = Say(reader.language, site.house.catalogue)
    }

    func page(_ title: String, path: String, isFront: Bool = false, @MarkupBuilder body: () -> Markup) -> Document {
        Document(title: isFront ? "Portolan" : "\(title) · Portolan", language: reader.language, styleSheet: site.assets.styleSheet) {
            link("#content", .class("skip")) { say("pages.skip") }
            element("header", [.class("mast")]) {
                rhumbLines()
                div(.class("bar")) {
                    brand
                    div(.class("who")) {
                        languages(path)
                        person
                    }
                }
            }
            element("main", [.id("content")]) {
                h1 { title }
                body()
            }
            element("footer", []) {
                p {
                    say("host.footer"); " · Portolan \(site.settings.version)"
                }
            }
        }
    }

    private func languages(_ path: String) -> Markup {
        details(.class("menu")) {
            summary {
                span(.class("visually-hidden")) {
                    say("pages.language")
                    " "
                }
                reader.language.ownName
            }
            ul {
                for language in Language.allCases {
                    li { link("\(path)?language=\(language.rawValue)", .lang(language.rawValue), Attribute("hreflang", language.rawValue)) { language.ownName } }
                }
            }
        }
    }

    private var person: Markup {
        group {
            if let account = reader.account {
                element("form", [Attribute("method", "post"), Attribute("action", "/sign-out")]) {
                    hidden
                    link("/account") { account.name }
                    " "
                    button(.class("button quiet"), .type("submit")) { say("pages.sign-out") }
                }
            } else {
                link("/sign-in") { say("pages.sign-in") }
            }
        }
    }

    var hidden: Markup { void("input", .type("hidden"), .name("csrf"), .value(reader.csrf)) }
}

extension Site {
    /// An error page that says what happened and what to do next.
    func problemPage(_ request: WebRequest, status: Int, _ key: String, _ arguments: [String: String] = [:], count: Int? = nil) async -> WebResponse {
        let none = Reader(account: nil, session: nil, visitor: .init(), isNewVisitor: false, language: .en, choseLanguage: false)
        let frame = HostFrame(self, (try? await reader(request)) ?? none)
        let text = count.map { frame.say(key, count: $0, arguments) } ?? frame.say(key, arguments)
        return frame.problem(frame.say("\(key).title", arguments), text, at: request.rawPath, status: status)
    }
}

extension HostFrame {
    /// - Parameter more: what else may help, before the way to the front page.
    func problem(_ title: String, _ text: String, at path: String, status: Int, more: Markup = Markup()) -> WebResponse {
        let document = page(title, path: path) {
            p(.class("lede")) { text }
            more
            p { link("/") { say("host.to-front") } }
        }
        return .html(document, status: status)
    }
}
