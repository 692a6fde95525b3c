import Journal
import Organisation

/// A sheet of paper on the page with a heading.
package func sheet(_ title: String, width: Int = 12, id: String? = nil, @MarkupBuilder content: () -> Markup) -> Markup {
    element("section", [.class("sheet w\(width)")] + (id.map { [.id($0)] } ?? [])) {
        h2 { title }
        content()
    }
}

/// A large figure, from how many it is, and how it was computed.
package func figure(_ value: String, of whole: String = "", _ explanation: String, path: String? = nil, say: Say) -> Markup {
    div(.class("figure")) {
        div {
            strong { value }
            if !whole.isEmpty { " \(whole)" }
            small {
                explanation
                if let path { " "; link(path) { say("pages.how-counted") } }
            }
        }
    }
}

/// What becomes of the lines of a table on a narrow screen.
package enum NarrowLines: String {
    /// They stay as they are and are scrolled.
    case scrolled = "scroll"
    /// Each is a card: its name over the rest, which stands in two columns below the headings.
    case cards = "scroll cards"
}

/// A table that scrolls inside its own region where the screen is narrow.
package func scrollingTable(_ title: String, id: String, narrow: NarrowLines = .scrolled, @MarkupBuilder content: () -> Markup) -> Markup {
    div(.class(narrow.rawValue), .role("region"), .labelledBy(id), Attribute("tabindex", "0")) {
        table {
            caption(.id(id)) { title }
            content()
        }
    }
}

/// A row of column headings; those of numbers are set to the end.
package func headings(_ columns: [(title: String, isNumber: Bool)]) -> Markup {
    thead {
        tr {
            for column in columns { th(.scope("col"), .class(column.isNumber ? "n" : "t")) { column.title } }
        }
    }
}

/// What a page shows where there is nothing yet: what it is for and what to do first.
package func emptyState(_ title: String, _ text: String, @MarkupBuilder actions: () -> Markup = { Markup() }) -> Markup {
    div(.class("empty")) {
        h2 { title }
        p { text }
        div(.class("actions")) { actions() }
    }
}

/// A remark beside a fact: inferred, approximate, not public.
package func remark(_ text: Markup) -> Markup {
    text.isEmpty ? Markup() : p(.class("note")) { text }
}

/// A list of terms with what they are; empty ones are left out.
package func facts(_ pairs: [(term: String, value: Markup)]) -> Markup {
    let present = pairs.filter { !$0.value.isEmpty }
    return present.isEmpty
        ? Markup()
        : dl(.class("dl")) {
            for pair in present {
                dt { pair.term }
                dd { pair.value }
            }
        }
}

/// How something stands, by shape, colour and word.
package func status(_ progress: Progress?, _ say: Say) -> Markup {
    guard let progress else { return statusText("none", say("pages.status.not-measured")) }
    let (name, word) = statusWords(progress, say)
    return statusText(progress.isStale ? "\(name) stale" : name, word)
}

private func statusText(_ name: String, _ word: String) -> Markup { span(.class("state \(name)")) { word } }

/// The class and the word of a status.
package func statusWords(_ progress: Progress, _ say: Say) -> (name: String, word: String) {
    let (name, key) =
        switch progress.status {
        case .onTrack: ("good", "pages.status.on-track")
        case .atRisk: ("warn", "pages.status.at-risk")
        case .offTrack: ("bad", "pages.status.off-track")
        case .noData: ("none", progress.hasTooLittle ? "pages.status.too-little" : progress.isUnrated ? "pages.status.unrated" : "pages.status.no-data")
        }
    return (name, progress.isStale ? say.list([say(key), say("pages.status.stale")]) : say(key))
}

/// How much a finding weighs, by shape, colour and word.
package func gravityMark(_ gravity: Finding.Gravity, _ say: Say) -> Markup {
    let name =
        switch gravity {
        case .blocks: "bad"
        case .warns: "warn"
        case .informs: "none"
        }
    return statusText(name, say("pages.gravity.\(gravity.rawValue)"))
}

extension Visit {
    /// The way to what was recorded about something, for those who take part.
    package func historyLink(of reference: Reference) -> Markup {
        viewer.belongs(to: .participants) ? small { link(path("activity/\(reference)")) { say("pages.history") } } : Markup()
    }

    /// A thing on the golden thread by its name, leading to its page; `nil` where this reader may not see it or nothing stands there.
    package func nodeLink(_ reference: Reference) -> Markup? {
        node(reference).map { node in Pages.link(self.path(node.path)) { text(node.title.coded(node.code)) } }
    }

    /// What the features show of a thing on its own page, side by side; nothing where none of them has something to show.
    package func aspects(of reference: Reference) -> Markup {
        let parts = house.aspects(of: reference, for: self)
        return parts.isEmpty ? Markup() : div(.class("grid")) { for part in parts { part.content } }
    }

    /// A button-like link for changing something, shown only to who may and only where now is being read.
    package func control(_ access: Access, _ path: String, _ title: String, quiet: Bool = true) -> Markup {
        may(access) ? Pages.link(self.path(path), .class(quiet ? "button quiet" : "button")) { title } : Markup()
    }
}
