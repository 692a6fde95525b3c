import Journal

/// Choosing what a page shows: the address says it all, so that it can be sent to others and kept.
extension Visit {
    /// An address below the organisation's without the days that are being read: a form that asks sends them itself.
    package func pathWithoutDays(_ path: String) -> String { "/\(organisation.id)/\(path)" }

    /// The days that are being read, as a form sends them along.
    package var hiddenDays: [(String, String)] {
        [("as-of", times.asOf), ("known-on", times.knownOn)].compactMap { name, day in day.map { (name, "\($0)") } }
    }

    /// A form that asks for a page and changes nothing.
    package func asking(_ path: String, hidden: [(String, String)] = [], @MarkupBuilder content: () -> Markup) -> Markup {
        element("form", [.class("form"), .init("method", "get"), .init("action", pathWithoutDays(path))]) {
            for (name, value) in hiddenDays + hidden where !value.isEmpty { void("input", .type("hidden"), .name(name), .value(value)) }
            content()
        }
    }

    /// One of several, in such a form.
    package func asked(_ name: String, _ title: String, _ choices: [Choice], chosen: String) -> Markup {
        div(.class("field w4")) {
            label(.for("ask-\(name)")) { title }
            element("select", [.id("ask-\(name)"), .name(name)]) {
                for choice in choices { element("option", [.value(choice.value), .flag("selected", choice.value == chosen)]) { choice.label } }
            }
        }
    }
}
