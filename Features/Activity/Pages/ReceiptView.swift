import Journal
import Organisation
import Pages

/// A receipt: what was recorded, what holds of it, how anybody verifies it.
struct ReceiptView {
    let visit: Visit
    let happening: Happening
    let checks: ReceiptChecks
    /// The events before and after it, as far as the reader may see them.
    let neighbours: [Int]
    let together: Companions

    private var say: Say { visit.say }
    private var record: Record { happening.entry.record }

    @MarkupBuilder var markup: Markup {
        p(.class("lede")) {
            strong { element("bdi", []) { visit.name(of: record.actor) } }
            " · "
            element("bdi", []) { visit.sentence(of: happening) }
        }
        EventLines(visit).lookBack([happening])
        companions
        div(.class("grid")) {
            sheet(say("activity.record"), width: 12) { fields }
            sheet(say("activity.checked-now"), width: 6) { findings }
            sheet(say("activity.verify-yourself"), width: 6) { instructions }
        }
    }

    @MarkupBuilder private var companions: Markup {
        if together.happenings.count > 1, let last = together.happenings.last {
            sheet(say("activity.together")) {
                p { together.areAll ? say("activity.together-lede", count: together.happenings.count) : say("activity.together-many") }
                ul {
                    for other in together.happenings {
                        li {
                            if other.position == record.position {
                                strong { visit.sentence(of: other) }
                            } else {
                                link(visit.path("activity/receipts/\(other.position)")) { visit.sentence(of: other) }
                            }
                        }
                    }
                }
                if !together.areAll { p { link(visit.path(Activity.place, ["submission": "\(last.position)"])) { say("activity.together-all") } } }
            }
        }
    }

    private var fields: Markup {
        facts([
            (say("activity.record.position"), Markup(say.number(record.position))),
            (say("activity.record.chapter"), code(record.chapter)),
            (say("activity.record.kind"), kind),
            (say("activity.record.event"), code(record.event)),
            (say("activity.record.at"), Markup(say.moment(record.at))),
            (say("activity.record.on"), Markup(record.on == .beginning ? say("activity.holds-from-beginning") : say.day(record.on))),
            (say("activity.record.actor"), Markup("\(visit.name(of: record.actor)) (\(record.actor))")),
            (say("activity.record.structure"), code("\(record.structure)")),
            (say("activity.record.words"), record.words.map { code("\($0)") } ?? Markup(say("activity.record.no-words"))),
            (say("activity.record.previous"), code("\(record.previous)")),
            (say("activity.record.hash"), code("\(Record.hash(record.bytes))")),
        ])
    }

    /// What it is about in words: a kind of thing, or else the chapter as a whole.
    private var kind: Markup {
        let kind = LogFilter.subjects(visit.house).first { $0.chapter == record.chapter && $0.kind?.events.contains(record.event) == true }?.kind
        return Markup(kind.map { say($0.name) } ?? chapterName(record.chapter, visit))
    }

    private var findings: Markup {
        group {
            ul {
                li { say("activity.check.previous.\(checks.previous.rawValue)") }
                li { say("activity.check.structure.\(checks.structure.rawValue)") }
                li { say("activity.check.words.\(checks.words.rawValue)") }
            }
            p {
                say("activity.head", ["position": say.number(visit.organisation.position)])
                " "
                code("\(visit.organisation.head)")
            }
            p {
                for neighbour in neighbours {
                    link(visit.path("activity/receipts/\(neighbour)")) {
                        say(neighbour < record.position ? "activity.previous-event" : "activity.next-event")
                    }
                    " "
                }
            }
        }
    }

    private var instructions: Markup {
        group {
            p { say("activity.verify.bytes") }
            element("pre", [.class("scroll"), Attribute("tabindex", "0"), .label(say("activity.verify.bytes-label"))]) {
                code(String(decoding: record.bytes, as: UTF8.self))
            }
            ol {
                li { say("activity.verify.hash") }
                li { say("activity.verify.chain") }
                li { say("activity.verify.commitments") }
                li {
                    say("activity.verify.whole")
                    " "
                    code("portolan verify")
                }
            }
        }
    }

    private func code(_ text: String) -> Markup { element("code", [.dir("ltr")]) { text } }
}
