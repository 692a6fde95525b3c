import Journal
import Organisation

/// The frame of every page of an organisation: what it is, who reads, in which language, as of when, and where one is.
package struct Frame: Sendable {
    let visit: Visit
    let surroundings: Surroundings

    package init(_ visit: Visit, _ surroundings: Surroundings) {
        self.visit = visit
        self.surroundings = surroundings
    }

    private var say: Say { visit.say }
    private var profile: Profile? { visit.present[Register.self].profile }

    package func document(_ page: Page) -> Document {
        let name = profile.map { visit.plain($0.name) } ?? visit.organisation.id.text
        // Built before the notice above it, which names the languages that it had to fall back to.
        let body = page.body
        return Document(
            title: "\(page.title) · \(name)", language: say.language, styleSheet: surroundings.styleSheet,
            script: page.isAssisted ? surroundings.script : nil, bodyClass: profile?.isInvented == true ? "invented" : ""
        ) {
            link("#content", .class("skip")) { say("pages.skip") }
            element("header", []) {
                notices
                masthead(name, page)
            }
            timebar
            element("main", [.id("content")]) {
                breadcrumb(page, name)
                h1 { page.title }
                surroundings.notice
                fallbackNotice
                body
            }
            foot
        }
    }

    @MarkupBuilder private var notices: Markup {
        if profile?.isInvented == true {
            p(.class("invented-notice")) {
                say("pages.invented")
                if profile?.isExample == true { " "; say("pages.example-sign-in") }
            }
        } else if profile?.isExample == true {
            p(.class("invented-notice")) {
                say("pages.example-real"); " "; say("pages.example-sign-in")
            }
        }
    }

    private func masthead(_ name: String, _ page: Page) -> Markup {
        div(.class("mast")) {
            rhumbLines()
            div(.class("bar")) {
                brand
                link(visit.path(""), .class("organisation")) { name }
                div(.class("who")) {
                    languageMenu
                    dayMenu
                    person
                }
            }
            div(.class("bar")) {
                navigation(page)
                searchBox
            }
        }
    }

    private func navigation(_ page: Page) -> Markup {
        let entries = visit.house.features.flatMap(\.navigation).filter { visit.viewer.belongs(to: $0.audience) }.sorted { $0.order < $1.order }
        let here = entries.first { $0.path == page.place }
        return group {
            nav(.class("main"), .label(say("pages.navigation"))) {
                if page.place == nil && page.trail.isEmpty {
                    link(visit.path(""), .current()) { say("pages.home") }
                } else {
                    link(visit.path("")) { say("pages.home") }
                }
                for verb in Verb.allCases {
                    if let first = entries.first(where: { $0.verb == verb }) {
                        verbLink(verb, first, isHere: here?.verb == verb)
                    }
                }
            }
            if let here {
                nav(.class("sub"), .label(say("pages.verb.\(here.verb.rawValue)"))) {
                    for entry in entries where entry.verb == here.verb {
                        if entry.path == here.path {
                            link(visit.path(entry.path), .current(page.trail.isEmpty ? "page" : "true")) { say(entry.title) }
                        } else {
                            link(visit.path(entry.path)) { say(entry.title) }
                        }
                    }
                }
            }
        }
    }

    private func verbLink(_ verb: Verb, _ first: NavigationEntry, isHere: Bool) -> Markup {
        let title = say("pages.verb.\(verb.rawValue)")
        return isHere ? link(visit.path(first.path), .current("true")) { title } : link(visit.path(first.path)) { title }
    }

    /// Seed 004 begins with such a notice: what is not available in the chosen language, and in which it is shown;
    /// and that a translation is older than what it translates.
    @MarkupBuilder private var fallbackNotice: Markup {
        let languages = visit.shownIn
        if !languages.isEmpty {
            p(.class("note")) {
                say("pages.fallback", ["language": say.language(say.language), "shown": say.list(languages.map { say.language($0) })])
            }
        }
        if !visit.shownOutdated.isEmpty {
            p(.class("note")) { say("pages.translation.older", ["language": say.language(say.language), "texts": excerpts(visit.shownOutdated)]) }
        }
    }

    /// The beginnings of the first few.
    private func excerpts(_ texts: [String]) -> String {
        let most = 3, first = texts.prefix(most).map { say("pages.quoted", ["text": $0.count > 60 ? "\($0.prefix(60))…" : $0]) }
        return say.list(first) + (texts.count > most ? " …" : "")
    }

    @MarkupBuilder private func breadcrumb(_ page: Page, _ name: String) -> Markup {
        if !page.trail.isEmpty {
            nav(.class("place"), .label(say("pages.place"))) {
                for step in page.trail { link(visit.path(step.path)) { step.title }; " › " }
            }
        }
    }

    private var foot: Markup {
        element("footer", []) {
            p {
                say("pages.footer")
                " "
                say("pages.journal-position", ["position": say.number(visit.organisation.position)])
                " · Portolan \(surroundings.version)"
            }
        }
    }
}
