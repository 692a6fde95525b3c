import Journal
import Organisation
import Pages

/// By what the log can be narrowed: its address says it all, so that it can be sent to others.
struct FilterForm {
    let visit: Visit
    let filter: LogFilter
    let people: Set<Actor>

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        element("details", filter.isEmpty && filter.unreadable.isEmpty ? [] : [.flag("open")]) {
            summary { say("activity.filter") }
            form
        }
        for text in filter.unreadable { p(.class("notice warn")) { say("activity.unreadable-day", ["text": text]) } }
        choosing
    }

    private var form: Markup {
        element("form", [.class("form"), Attribute("method", "get"), Attribute("action", "/\(visit.organisation.id)/\(Activity.place)")]) {
            if let day = visit.times.asOf { void("input", .type("hidden"), .name("as-of"), .value("\(day)")) }
            if let day = visit.times.knownOn { void("input", .type("hidden"), .name("known-on"), .value("\(day)")) }
            div(.class("grid")) { fields }
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { say("pages.show") }
                if !filter.isEmpty { link(visit.path(Activity.place), .class("button quiet")) { say("activity.clear") } }
            }
        }
    }

    @MarkupBuilder private var fields: Markup {
        field("subject", say("activity.filter-chapter")) { subjects }
        field("person", say("activity.filter-person"), help: say("activity.filter-person-help")) {
            element("select", [.id("filter-person"), .name("person"), .describedBy("filter-help-person")]) {
                option("", say("activity.every-person"), visit.query["person"] ?? "")
                for person in persons { option(person.value, person.label, visit.query["person"] ?? "") }
            }
        }
        field("thing", say("activity.filter-thing"), help: say("activity.filter-thing-help")) {
            void(
                "input", .id("filter-thing"), .name("thing"), .value(visit.query["thing"] ?? ""), .describedBy("filter-help-thing"), Attribute("maxlength", "200"))
        }
        for (name, day) in [("from", filter.from), ("until", filter.until)] {
            field(name, say("activity.filter-\(name)")) {
                void(
                    "input", .type("date"), .id("filter-\(name)"), .name(name), .value(day.map { "\($0)" } ?? ""),
                    Attribute("max", "\(visit.times.today)"))
            }
        }
    }

    private func field(_ name: String, _ title: String, help: String = "", @MarkupBuilder content: () -> Markup) -> Markup {
        div(.class("field w4")) {
            label(.for("filter-\(name)")) { title }
            if !help.isEmpty { p(.class("help"), .id("filter-help-\(name)")) { help } }
            content()
        }
    }

    private func option(_ value: String, _ label: String, _ chosen: String) -> Markup {
        element("option", [.value(value), .flag("selected", value == chosen)]) { label }
    }

    /// Chapters by name, each with its kinds.
    private var subjects: Markup {
        let chosen = filter.subject?.value ?? "", all = LogFilter.subjects(visit.house)
        let chapters = say.sorted(all.filter { $0.kind == nil }) { chapterName($0.chapter, visit) }
        return element("select", [.id("filter-subject"), .name("subject")]) {
            option("", say("activity.every-chapter"), chosen)
            for chapter in chapters {
                let name = chapterName(chapter.chapter, visit)
                let kinds = all.compactMap { $0.chapter == chapter.chapter ? $0.kind : nil }
                if kinds.isEmpty {
                    option(chapter.value, name, chosen)
                } else {
                    element("optgroup", [Attribute("label", name)]) {
                        option(chapter.value, say("activity.all-of", ["chapter": name]), chosen)
                        for kind in kinds { option(kind.name, say(kind.name), chosen) }
                    }
                }
            }
        }
    }

    private var persons: [Choice] {
        let known = people.filter { $0 == .system || visit.names[$0.id] != nil }
        return say.sorted(known.map { Choice($0.id.text, visit.name(of: $0)) }) { $0.label }
    }

    /// What the text under “thing” stands for.
    @MarkupBuilder private var choosing: Markup {
        switch filter.thing {
        case .any: Markup()
        case .one(let reference, let name):
            p(.class("note")) {
                say("activity.about-thing", ["thing": name])
                " "
                link(visit.path("\(Activity.place)/\(reference)")) { say("pages.history") }
            }
        case .several(let nodes):
            p { say("activity.which-thing") }
            ul {
                for node in nodes {
                    li {
                        link(visit.path(Activity.place, kept(thing: "\(node.reference)"))) { ThingChoice.name(of: node, visit) }
                        " "
                        small { say(node.kind) }
                    }
                }
            }
        case .unknown(let text): p(.class("notice warn")) { say("activity.unknown-thing", ["text": text]) }
        }
    }

    private func kept(thing: String) -> [String: String] {
        visit.query.filter { LogFilter.names.contains($0.key) && !$0.value.isEmpty }.merging(["thing": thing]) { _, new in new }
    }
}
