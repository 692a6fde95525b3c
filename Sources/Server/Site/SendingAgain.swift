import Accounts
import Foundation
import Journal
import Organisation
import Pages

extension FormExchange {
    /// A button that sends the same once more without one field; files are kept here meanwhile.
    func again(_ entered: Entered, without field: String, _ button: Saying) -> Markup {
        var values = entered.names.subtracting(["csrf", "key", "base", "kept", FormExchange.change, field]).sorted().flatMap { name in entered.raw(name).map { (name, $0) } }
        if let account = reader.account, !entered.uploads.isEmpty { values.append(("kept", site.keptUploads.keep(entered.uploads, for: account.id))) }
        values += [("csrf", reader.csrf), ("key", Token().text), ("base", String(visit.present.position))]
        return element("form", [.class("actions"), Attribute("method", "post"), Attribute("action", action)]) {
            for (name, value) in values { void("input", .type("hidden"), .name(name), .value(value)) }
            Pages.button(.class("button"), .type("submit")) { visit.tell(button) }
            // A file is not chosen again by itself.
            if entered.uploads.isEmpty {
                Pages.button(.class("button quiet"), .type("submit"), .name(FormExchange.change), .value("yes")) { visit.say("pages.change-entered") }
            }
        }
    }
}
