import Journal
import Organisation
import Pages

/// Which translations are to be shown: the address says it, so that it can be sent to whoever is to make them.
struct TranslationChoice {
    let visit: Visit
    let translations: Translations
    let filter: TranslationFilter

    private var say: Say { visit.say }

    var markup: Markup {
        element("form", [.class("form"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(Translation.place)")]) {
            for (name, day) in [("as-of", visit.times.asOf), ("known-on", visit.times.knownOn)] {
                if let day { void("input", .type("hidden"), .name(name), .value("\(day)")) }
            }
            div(.class("grid")) {
                choice("into", [("", say("translation.every-language"))] + translations.languages.map { ($0.rawValue, $0.ownName) }, filter.language?.rawValue)
                choice(
                    "state", [("", say("translation.to-do"))] + TranslationState.allCases.map { ($0.rawValue, say("pages.translation.\($0.rawValue)")) },
                    filter.state?.rawValue)
                choice("kind", [("", say("translation.every-kind"))] + kinds.map { ($0, say($0)) }, filter.kind)
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { say("pages.show") } }
        }
    }

    private var kinds: [String] { translations.texts.map(\.document.kind).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

    private func choice(_ name: String, _ options: [(value: String, title: String)], _ chosen: String?) -> Markup {
        div(.class("field w4")) {
            label(.for("choose-\(name)")) { say("translation.choose-\(name)") }
            element("select", [.id("choose-\(name)"), .name(name)]) {
                for option in options {
                    element("option", [.value(option.value), .flag("selected", option.value == chosen ?? "")]) { option.title }
                }
            }
        }
    }
}
