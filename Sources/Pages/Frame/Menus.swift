import Journal
import Organisation

/// The menus of the masthead: language, days, person. They work without JavaScript.
extension Frame {
    private var say: Say { visit.say }

    private func here(_ query: [String: String]) -> String {
        let days = [("as-of", visit.times.asOf), ("known-on", visit.times.knownOn)].compactMap { name, day in day.map { (name, "\($0)") } }
        return address(asking: days + query.map { ($0.key, percentEncoded($0.value)) })
    }

    /// What is asked for here, of today.
    private var hereToday: String { address(asking: []) }

    /// - Parameter more: than what is asked for here.
    private func address(asking more: [(String, String)]) -> String {
        let all = surroundings.query.map { (percentEncoded($0.key), percentEncoded($0.value)) } + more
        let sorted = all.sorted { $0.0 < $1.0 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return sorted.isEmpty ? surroundings.path : "\(surroundings.path)?\(sorted)"
    }

    /// What is asked for here is asked for on the other day too, where that is read at the same address.
    private var queryOfDays: [String: String] { surroundings.pathOfDays == surroundings.path ? surroundings.query : [:] }

    var languageMenu: Markup {
        details(.class("menu"), .name("menu")) {
            summary {
                span(.class("visually-hidden")) {
                    say("pages.language")
                    " "
                }
                say.language.ownName
            }
            ul {
                for language in Language.allCases {
                    li {
                        link(
                            here(["language": language.rawValue]), .lang(language.rawValue), Attribute("hreflang", language.rawValue),
                            .dir(language.isRightToLeft ? "rtl" : "ltr")
                        ) { language.ownName }
                    }
                }
            }
        }
    }

    var dayMenu: Markup {
        let shown = visit.times.asOf ?? visit.times.knownOn
        return details(.class("menu"), .name("menu")) {
            summary { shown.map { say("pages.as-of-day", ["day": say.shortDay($0)]) } ?? say("pages.today") }
            element("form", [.class("form"), Attribute("method", "get"), Attribute("action", surroundings.pathOfDays)]) {
                for (name, value) in queryOfDays.sorted(by: { $0.key < $1.key }) { void("input", .type("hidden"), .name(name), .value(value)) }
                dayField("as-of", say("pages.as-of"), say("pages.as-of-help"), visit.times.asOf)
                dayField("known-on", say("pages.known-on"), say("pages.known-on-help"), visit.times.knownOn)
                div(.class("actions")) {
                    button(.class("button"), .type("submit")) { say("pages.show") }
                    link(hereToday, .class("button quiet")) { say("pages.back-to-today") }
                }
            }
        }
    }

    /// Searches under the days that are being read.
    @MarkupBuilder var searchBox: Markup {
        if let page = visit.house.features.lazy.compactMap(\.searchPage).first {
            let isThere = surroundings.path == "/\(visit.organisation.id)/\(page)"
            element("form", [.class("search"), .role("search"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(page)")]) {
                for (name, day) in [("as-of", visit.times.asOf), ("known-on", visit.times.knownOn)] {
                    if let day { void("input", .type("hidden"), .name(name), .value("\(day)")) }
                }
                label(.class("visually-hidden"), .for("search")) { say("pages.search-label") }
                void(
                    "input", .type("search"), .id("search"), .name("q"), .value(isThere ? visit.query["q"] ?? "" : ""), Attribute("maxlength", "200"),
                    Attribute("placeholder", say("pages.search-label")), Attribute("autocomplete", "off"))
                button(.class("button quiet"), .type("submit")) { say("pages.search") }
            }
        }
    }

    private func dayField(_ name: String, _ title: String, _ help: String, _ day: Day?) -> Markup {
        div(.class("field")) {
            label(.for("time-\(name)")) { title }
            p(.class("help"), .id("time-help-\(name)")) { help }
            void(
                "input", .type("date"), .id("time-\(name)"), .name(name), .value(day.map { "\($0)" } ?? ""), .describedBy("time-help-\(name)"),
                Attribute("max", "\(visit.times.today)"))
        }
    }

    @MarkupBuilder var person: Markup {
        if visit.viewer.isSignedIn {
            details(.class("menu"), .name("menu")) {
                summary { visit.viewer.name }
                ul {
                    for role in Set(visit.viewer.grants.map(\.role)).map(\.rawValue).sorted() { li { say("pages.role.\(role)") } }
                    if let page = visit.house.features.lazy.compactMap(\.changesPage).first, visit.viewer.belongs(to: .participants) {
                        li { link("/\(visit.organisation.id)/\(page)") { say("pages.changes-since") } }
                    }
                    li { link("/account") { say("pages.my-account") } }
                    li {
                        element("form", [Attribute("method", "post"), Attribute("action", "/sign-out")]) {
                            void("input", .type("hidden"), .name("csrf"), .value(surroundings.csrf))
                            button(.class("button quiet"), .type("submit")) { say("pages.sign-out") }
                        }
                    }
                }
            }
        } else {
            link("/sign-in?next=\(percentEncoded(surroundings.path))") { say("pages.sign-in") }
        }
    }

    /// Where the past is being read, that is said strongly, with the way back.
    @MarkupBuilder var timebar: Markup {
        if !visit.isNow {
            div(.class("timebar"), .role("status")) {
                p {
                    switch (visit.times.asOf, visit.times.knownOn) {
                    case (let asOf?, let knownOn?): say("pages.reading-both", ["day": say.day(asOf), "known": say.day(knownOn)])
                    case (nil, let knownOn?): say("pages.reading-known", ["known": say.day(knownOn)])
                    case (let asOf, nil): say("pages.reading-as-of", ["day": say.day(asOf ?? visit.times.today)])
                    }
                    " "
                    link(hereToday) { say("pages.back-to-today") }
                    if let page = visit.house.features.lazy.compactMap(\.comparisonPage).first, let day = visit.times.asOf ?? visit.times.knownOn {
                        let days = [min(day, visit.times.today), max(day, visit.times.today)]
                        " · "
                        link("/\(visit.organisation.id)/\(page)?from=\(days[0])&until=\(days[1])") { say("pages.compare-with-today") }
                    }
                }
            }
        }
    }
}
