import Journal
import Organisation
import Pages

/// Before and after, field by field.
struct ChangeTable {
    let visit: Visit
    let difference: Difference
    let entry: Entry
    /// What identifiers stand for.
    let names: (String) -> String?

    private static let most = 40

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        if difference.changes.isEmpty {
            p { say("activity.nothing-changed") }
        } else {
            scrollingTable(say("activity.changes", count: difference.changes.count), id: "changes-\(entry.record.position)") {
                headings([(say("activity.field"), false), (say("activity.before"), false), (say("activity.after"), false)])
                tbody {
                    for change in difference.changes.prefix(ChangeTable.most) {
                        tr {
                            th(.scope("row")) { fieldName(change.path, say, names) }
                            td { value(change.old, change.path) }
                            td { value(change.new, change.path) }
                        }
                    }
                }
            }
            if difference.changes.count > ChangeTable.most {
                p { say("activity.more-fields", count: difference.changes.count - ChangeTable.most) }
            }
        }
    }

    private func value(_ leaf: Difference.Leaf?, _ path: [String]) -> Markup {
        // What is noted of a translation is a word of ours, not of people.
        guard path.dropLast().last == "translations" else {
            // Nor is what somebody chose of a list.
            if case .text(let text)? = leaf, let word = choice(text, path) { return Markup(word) }
            return value(leaf)
        }
        guard case .text(let text) = leaf else { return translationMark(.draft, say) }
        return TranslationState(rawValue: text).map { translationMark($0, say) } ?? value(leaf)
    }

    /// A choice in the words of the room that tells the event, where they stand under the field, or under the thing that has the field.
    private func choice(_ text: String, _ path: [String]) -> String? {
        let record = entry.record
        guard text.utf8.count <= 40, !path.contains("texts"), let field = path.last else { return nil }
        let room = visit.house.features.first { feature in feature.tellings.contains { $0.chapter == record.chapter } }?.name.lowercased()
        let thing = record.event.hasSuffix("Described") ? String(record.event.dropLast("Described".count)) : record.event
        return room.flatMap { room in ["\(room).\(field).\(text)", "\(room).\(thing).\(text)"].first(where: say.has) }.map { say($0) }
    }

    private func value(_ leaf: Difference.Leaf?) -> Markup {
        switch leaf {
        case nil: span(.class("gap")) { say("activity.nothing") }
        case .erased: span(.class("erased")) { say("pages.erased") }
        case .text(let text): element("bdi", []) { readable(text) }
        case .number(let number): Markup(say.number(number, digits: 6))
        case .flag(let flag): Markup(say(flag ? "activity.yes" : "activity.no"))
        case .list(let leaves):
            group {
                for (index, leaf) in leaves.enumerated() {
                    if index > 0 { visit.language.comma }
                    value(leaf)
                }
            }
        }
    }

    private func readable(_ text: String) -> String {
        if let day = Day(text) { return say.shortDay(day) }
        if let name = names(text) { return name }
        return text.count > 1000 ? "\(text.prefix(1000))…" : text
    }
}

/// A path such as `_1.sheet.definition.texts.fr` as people would say it: *sheet › definition (Français)*.
///
/// - Parameter names: what identifiers stand for: values lie under those whose they are.
func fieldName(_ path: [String], _ say: Say, _ names: (String) -> String? = { _ in nil }) -> String {
    var parts: [String] = [], language: Language?
    for step in path where !["_0", "_1", "_2", "texts"].contains(step) {
        if path.first == "_2" {
            // One value of several: whose it is, or nobody's in particular.
            if Int(step) == nil { parts.append(names(step) ?? word(for: step, say)) }
        } else if let found = Language(rawValue: step) {
            language = found
        } else {
            parts.append(word(for: step, say))
        }
    }
    let name = parts.isEmpty ? say("activity.value") : parts.joined(separator: " › ")
    return language.map { "\(name) (\(say.language($0)))" } ?? name
}

func word(for step: String, _ say: Say) -> String {
    if say.has("activity.field.\(step)") { return say("activity.field.\(step)") }
    return step.reduce(into: "") { text, character in
        if character.isUppercase, !text.isEmpty { text += " " }
        text += character.lowercased()
    }
}
