import Journal
import Organisation
import Pages

/// Before and after, field by field.
struct ChangeTable {
    let visit: Visit
    let difference: Difference
    let position: Int
    /// What identifiers stand for.
    let names: (String) -> String?

    private static let most = 40

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        if difference.changes.isEmpty {
            p { say("activity.nothing-changed") }
        } else {
            scrollingTable(say("activity.changes", count: difference.changes.count), id: "changes-\(position)") {
                headings([(say("activity.field"), false), (say("activity.before"), false), (say("activity.after"), false)])
                tbody {
                    for change in difference.changes.prefix(ChangeTable.most) {
                        tr {
                            th(.scope("row")) { fieldName(change.path, say) }
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
        guard path.dropLast().last == "translations" else { return value(leaf) }
        guard case .text(let text) = leaf else { return translationMark(.draft, say) }
        return TranslationState(rawValue: text).map { translationMark($0, say) } ?? value(leaf)
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
                    if index > 0 { ", " }
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
func fieldName(_ path: [String], _ say: Say) -> String {
    var parts: [String] = [], language: Language?
    for step in path where !["_0", "_1", "texts"].contains(step) {
        if let found = Language(rawValue: step) { language = found } else { parts.append(word(for: step, say)) }
    }
    let name = parts.isEmpty ? say("activity.value") : parts.joined(separator: " › ")
    return language.map { "\(name) (\(say.language($0)))" } ?? name
}

private func word(for step: String, _ say: Say) -> String {
    if say.has("activity.field.\(step)") { return say("activity.field.\(step)") }
    return step.reduce(into: "") { text, character in
        if character.isUppercase, !text.isEmpty { text += " " }
        text += character.lowercased()
    }
}
