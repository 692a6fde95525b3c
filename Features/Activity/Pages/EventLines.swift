import Journal
import Organisation
import Pages

/// How one event reads in a list: who, what, since when it holds, and where to go from there.
struct EventLines {
    let visit: Visit
    private let names: [Reference: Node]
    /// In any chapter: what one thing says of another is its identifier alone.
    private let byID: [String: Node]

    init(_ visit: Visit) {
        self.visit = visit
        names = Dictionary(visit.thread.nodes.map { ($0.reference, $0) }) { first, _ in first }
        byID = Dictionary(names.values.map { ($0.reference.id, $0) }) { first, second in first.reference < second.reference ? first : second }
    }

    private var say: Say { visit.say }

    @MarkupBuilder func markup(_ line: ActivityLog.Line) -> Markup {
        said(line.happening)
        if line.others > 0 || line.isAtLeast {
            " "
            link(visit.path(Activity.place, ["submission": "\(line.submission)"])) {
                say(line.isAtLeast ? "activity.and-at-least" : "activity.and-more", count: line.others)
            }
        }
        " "
        ways(line.happening, history: true)
    }

    /// Who did what, and from when it holds where that is another day than the one on which it was recorded.
    @MarkupBuilder func said(_ happening: Happening) -> Markup {
        let record = happening.entry.record
        // Each on its own: among words from right to left, a time and a name from left to right would change places.
        time(.datetime("\(record.at)")) { element("bdi", []) { clock(record.at) } }
        " "
        strong { element("bdi", []) { visit.name(of: record.actor) } }
        " · "
        element("bdi", []) { visit.sentence(of: happening) }
        if happening.entry.wordsAreErased {
            " "
            span(.class("erased")) { say("pages.erased") }
        }
        if record.on != record.at.day {
            " "
            span(.class("note")) { record.on == .beginning ? say("activity.holds-from-beginning") : say("activity.holds-from", ["day": say.day(record.on)]) }
        }
    }

    /// The same with its day, for lists of more than one.
    @MarkupBuilder func dated(_ happening: Happening) -> Markup {
        small { say.shortDay(happening.entry.record.at.day) }
        " "
        said(happening)
        " "
        ways(happening, history: false)
    }

    /// Says of how many of some events it was not found what they replaced, and where that is told.
    @MarkupBuilder func lookBack(_ happenings: [Happening]) -> Markup {
        let beyond = happenings.count { $0.isBeyondLookBack }
        if beyond > 0 { p(.class("note")) { say("activity.beyond", count: beyond) } }
    }

    /// What changed, and how many times; what stands no longer is named by its last sentence.
    @MarkupBuilder func heading(_ thing: Changes.OfThing) -> Markup {
        if let reference = thing.reference, let node = names[reference] {
            link(visit.path(node.path)) { element("bdi", []) { name(of: node) } }
        } else if let newest = thing.happenings.first {
            thing.reference == nil ? Markup(say("activity.nothing-in-particular")) : element("bdi", []) { visit.sentence(of: newest) }
        }
        " "
        small { say("activity.times-changed", count: thing.happenings.count) }
    }

    @MarkupBuilder func ways(_ happening: Happening, history: Bool) -> Markup {
        small {
            for reference in happening.told.about.prefix(2) {
                if let node = names[reference] {
                    link(visit.path("thread/\(reference)")) { element("bdi", []) { name(of: node) } }
                    " "
                }
            }
            if history, let first = happening.told.about.first {
                link(visit.path("activity/\(first)")) { say("pages.history") }
                " "
            }
            link(
                visit.path("activity/receipts/\(happening.position)"),
                .label(say("activity.receipt", ["position": say.number(happening.position)]))
            ) {
                say("activity.position", ["position": say.number(happening.position)])
            }
        }
    }

    func name(of node: Node) -> String {
        let text = [node.code, visit.plain(node.title)].filter { !$0.isEmpty }.joined(separator: " ")
        return text.isEmpty ? say(node.kind) : text
    }

    func name(ofID id: String) -> String? { byID[id].map { name(of: $0) } }

    func node(_ reference: Reference) -> Node? { names[reference] }

    /// Hours and minutes, UTC.
    private func clock(_ moment: Moment) -> String { String("\(moment)".dropFirst(11).prefix(5)) }
}
