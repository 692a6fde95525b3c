import Accounts
import Journal
import Organisation
import Pages

/// What stands on the page of one's own account.
struct OwnPage {
    let frame: HostFrame
    let account: Account
    /// The organisations that the person has a part in: the way back to where they came from.
    let places: [(id: OrganisationID, name: String)]
    let sendsMail: Bool
    let session: Token
    let sessions: [Session]
    /// What is sent to accept each, what it says, until when.
    let invitations: [(name: String, text: String, until: Day)]

    private var say: Say { frame.say }

    var all: Markup {
        group {
            if !invitations.isEmpty { waiting }
            if !places.isEmpty { belonging }
            person
            password
            if sendsMail, account.passwordHash != nil { address }
            browsers
            sheet(say("host.token.title")) {
                p { say("host.token.lede") }
                p { link("/account/tokens") { say("host.token.title") } }
            }
        }
    }

    private var waiting: Markup {
        sheet(say("host.account.invitations")) {
            for invitation in invitations {
                form("/account/invitations") {
                    p {
                        invitation.text; " "; say("host.account.until", ["day": say.day(invitation.until)])
                    }
                    div(.class("actions")) {
                        button(.class("button"), .type("submit"), .name("accept"), .value(invitation.name)) { say("host.invitation.accept") }
                    }
                }
            }
        }
    }

    private var belonging: Markup {
        sheet(say("host.account.places")) {
            ul { for place in places { li { link("/\(place.id)") { place.name } } } }
        }
    }

    private var person: Markup {
        sheet(say("host.account.person"), width: 6) {
            form("/account") {
                inputField("name", say("host.account.name"), type: "text", autocomplete: "name", value: account.name)
                div(.class("field")) {
                    label(.for("language")) { say("host.account.language") }
                    p(.class("help"), .id("help-language")) { say("host.account.language-help") }
                    element("select", [.id("language"), .name("language"), .describedBy("help-language")]) {
                        for language in Language.allCases {
                            element("option", [.value(language.rawValue), .lang(language.rawValue), .flag("selected", language.rawValue == own)]) { language.ownName }
                        }
                    }
                }
                facts([(say("host.email"), element("bdi", []) { account.email })])
                if !sendsMail { p(.class("help")) { say("host.account.email-help") } }
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.account.save") } }
            }
        }
    }

    private var own: String { account.language ?? say.language.rawValue }

    private var password: Markup {
        sheet(say("host.account.password"), width: 6) {
            if account.passwordHash == nil {
                p { say("host.account.no-password") }
            } else {
                p {
                    say("host.account.password-lede")
                    if sendsMail { " "; say("host.account.password-mail") }
                }
                form("/account/password") {
                    // For password keepers, which otherwise cannot tell whose it is.
                    void(
                        "input", .class("visually-hidden"), .type("text"), .name("username"), .value(account.email), Attribute("autocomplete", "username"), Attribute("tabindex", "-1"),
                        Attribute("aria-hidden", "true"), .flag("readonly"))
                    inputField("present", say("host.account.present-password"), type: "password", autocomplete: "current-password")
                    inputField("password", say("host.new-password"), help: say("host.password-help"), type: "password", autocomplete: "new-password")
                    div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.account.change-password") } }
                }
            }
        }
    }

    private var address: Markup {
        sheet(say("host.account.address")) {
            p { say("host.account.address-lede") }
            form("/account/email") {
                inputField("email", say("host.account.new-address"), type: "email", autocomplete: "email")
                div(.class("field")) {
                    label(.for("present-address")) { say("host.account.present-password") }
                    void("input", .type("password"), .id("present-address"), .name("present"), Attribute("autocomplete", "current-password"), .flag("required"))
                }
                div(.class("actions")) { button(.class("button"), .type("submit")) { say("host.account.address-send") } }
            }
        }
    }

    private var browsers: Markup {
        sheet(say("host.account.sessions")) {
            p { say("host.account.sessions-lede") }
            element("form", [Attribute("method", "post"), Attribute("action", "/account/sessions")]) {
                frame.hidden
                scrollingTable(say("host.account.sessions-caption"), id: "sessions") {
                    headings([(say("host.account.browser"), false), (say("host.account.end"), false)])
                    tbody { for session in sessions { row(session) } }
                }
                if sessions.count > 1 {
                    div(.class("actions")) {
                        button(.class("button quiet"), .type("submit"), .name("others"), .value("yes")) { say("host.account.end-others") }
                    }
                }
            }
        }
    }

    private func row(_ session: Session) -> Markup {
        let browser = session.browser.isEmpty ? say("host.account.unknown-browser") : session.browser, isThis = session.tokenHash == self.session.hash
        return tr {
            element("th", [.scope("row")]) {
                element("bdi", []) { browser }
                if isThis { " "; small { say("host.account.this-one") } }
                p(.class("note")) {
                    say("host.account.session-times", ["since": say.moment(session.createdAt), "used": say.moment(session.seenAt)])
                }
            }
            td {
                if !isThis {
                    button(
                        .class("button quiet"), .type("submit"), .name("end"), .value(session.name),
                        .label(say("host.account.end-label", ["browser": browser, "since": say.moment(session.createdAt)]))
                    ) { say("host.account.end") }
                }
            }
        }
    }

    private func form(_ action: String, @MarkupBuilder _ content: () -> Markup) -> Markup {
        element("form", [.class("form"), Attribute("method", "post"), Attribute("action", action)]) {
            frame.hidden
            content()
        }
    }
}
