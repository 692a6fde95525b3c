import Journal
import Organisation
import Pages

/// What became of one thing between two days.
struct ChangeSheet {
    let visit: Visit
    let change: Comparison.Change
    let from: Day
    let until: Day
    /// Its place on the page, for names in addresses.
    let number: Int

    private var say: Say { visit.say }

    var markup: Markup {
        section(.class("sheet")) {
            switch change {
            case .added(let thing):
                heading(thing, "added", "good")
                content(thing)
            case .withdrawn(let thing):
                heading(thing, "withdrawn", "bad")
                content(thing)
            case .changed(_, let thing, let fields):
                heading(thing, "changed", "warn")
                table(fields)
            }
        }
    }

    private func heading(_ thing: ComparedThing, _ what: String, _ look: String) -> Markup {
        group {
            h2 {
                if what == "withdrawn" { visit.coded(thing.code, thing.title) } else { link(visit.path(thing.path)) { visit.coded(thing.code, thing.title) } }
            }
            p {
                span(.class("state \(look)")) { say("planning.compare.\(what)") }
                " "
                small { say(thing.kind) }
            }
        }
    }

    /// All that it says, for whoever wants it.
    @MarkupBuilder private func content(_ thing: ComparedThing) -> Markup {
        if !thing.fields.isEmpty {
            details {
                summary { say("planning.compare.content") }
                facts(thing.fields.map { (name($0.name), plain($0.value, $0.name.language)) })
            }
        }
    }

    private func table(_ fields: [Comparison.FieldChange]) -> Markup {
        scrollingTable(say("planning.compare.fields", count: fields.count), id: "change-\(number)") {
            headings([(say("planning.compare.field"), false), (say.shortDay(from), false), (say.shortDay(until), false)])
            tbody {
                for field in fields {
                    let (old, new) = sides(field)
                    tr {
                        th(.scope("row")) { name(field.name) }
                        td { old }
                        td { new }
                    }
                }
            }
        }
    }

    /// The two texts with what differs between them marked: what was taken out in the older, what was put in in the newer.
    private func sides(_ field: Comparison.FieldChange) -> (old: Markup, new: Markup) {
        if case (.text(let old)?, .text(let new)?) = (field.old, field.new) {
            let runs = WordDifference(from: old, to: new).runs
            return (
                runs.filter { $0.kind != .added }.markup(in: field.name.language), runs.filter { $0.kind != .removed }.markup(in: field.name.language)
            )
        }
        return (
            field.old.map { old in element("del", []) { plain(old, field.name.language) } } ?? nothing,
            field.new.map { new in element("ins", []) { plain(new, field.name.language) } } ?? nothing
        )
    }

    private var nothing: Markup { span(.class("gap")) { say("planning.compare.nothing-there") } }

    private func plain(_ value: ComparedField.Value, _ language: Language?) -> Markup {
        switch value {
        case .text(let text): element("span", Attribute.language(language)) { text }
        case .said(let text, _): Markup(text)
        case .erased: span(.class("erased")) { say("pages.erased") }
        }
    }

    private func name(_ name: ComparedField.Name) -> String {
        let number = name.number > 0 ? " \(say.number(name.number))" : "", language = name.language.map { " (\(say.language($0)))" } ?? ""
        return "\(say(name.key))\(number)\(language)"
    }
}
