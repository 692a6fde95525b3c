import Pages

/// What a file would make of the first things in it, cell by cell: before anything is recorded.
func changeTable(_ changes: [ImportChange], of all: Int, _ visit: Visit) -> Markup {
    guard !changes.isEmpty else { return Markup() }
    let say = visit.say
    return group {
        scrollingTable(say("dataexchange.changes"), id: "changes") {
            headings([
                (say("dataexchange.changes.thing"), false), (say("dataexchange.column"), false), (say("dataexchange.changes.before"), false),
                (say("dataexchange.changes.after"), false),
            ])
            tbody { for change in changes { rows(change, say) } }
        }
        if all > changes.count { p { say("dataexchange.changes.first", ["n": say.number(changes.count), "of": say.number(all)]) } }
    }
}

private func rows(_ change: ImportChange, _ say: Say) -> Markup {
    group {
        for (number, cell) in change.cells.enumerated() {
            tr {
                if number == 0 {
                    th(.scope("rowgroup"), Attribute("rowspan", "\(change.cells.count)")) {
                        element("bdi", []) { change.name }
                        " "
                        small { say(change.isNew ? "dataexchange.new" : "dataexchange.changed") }
                    }
                }
                td { cell.column }
                td { element("bdi", []) { short(cell.before) } }
                td { element("bdi", []) { short(cell.after) } }
            }
        }
    }
}

/// Enough to see what it is.
private func short(_ text: String) -> String { text.isEmpty ? "–" : text.count > 160 ? "\(text.prefix(160))…" : text }
