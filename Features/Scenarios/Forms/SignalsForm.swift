import Journal
import Organisation
import Pages

/// Which signals of the scan speak for a thing: of thousands those that are ticked already, and those whose words are nearest, or that were looked for.
struct SignalsForm {
    let visit: Visit
    let title: Localized
    let words: [Localized]
    let linked: [Reference]
    let path: String
    let back: String

    private static let offered = 30
    private var say: Say { visit.say }

    func form(_ trail: [(title: String, path: String)]) -> Form {
        let all = visit.thread.nodes.filter { $0.kind == SignalLinks.kind }, present = all.filter { linked.contains($0.reference) }
        let asked = String((visit.query["words"] ?? "").prefix(100)), needle = FoldedText(asked)
        let others = all.filter { !linked.contains($0.reference) }
        let found = needle.isEmpty ? nearest(others) : others.filter { node in node.title.texts.values.contains { $0.text.map { FoldedText($0).holds(needle) } ?? false } }
        let choices = (present + found.prefix(SignalsForm.offered)).map { Choice($0.reference.description, visit.plain($0.title), language: visit.shownLanguage(of: $0.title)) }
        var form = Form(
            say("scenarios.link-signals"), lede: visit.plain(title), place: ScenarioPath.front, trail: trail, submit: say("pages.save"), cancel: back,
            fields: choices.isEmpty ? [] : [Field("signals", say("scenarios.signals"), .choices(choices), values: present.map(\.reference.description), help: help(needle.isEmpty, found.count))]
        ) {
            visit.asking(path) {
                div(.class("field w4")) {
                    label(.for("ask-words")) { say("scenarios.find-signals") }
                    void("input", .id("ask-words"), .name("words"), .value(asked), Attribute("maxlength", "100"))
                }
                div(.class("actions")) { button(.class("button quiet"), .type("submit")) { say("pages.show") } }
            }
            if all.isEmpty { p(.class("note")) { say("scenarios.no-signals") } } else if choices.isEmpty { p(.class("note")) { say("scenarios.none-found") } }
        }
        form.isClosed = choices.isEmpty
        return form
    }

    private func help(_ isNearest: Bool, _ count: Int) -> String {
        isNearest ? say("scenarios.nearest-signals") : say("scenarios.found-signals", count: count, ["most": say.number(SignalsForm.offered)])
    }

    /// Those whose titles share most words with it; signals that share none at the end.
    private func nearest(_ nodes: [Node]) -> [Node] {
        let own = Set(words.flatMap { $0.texts.values }.flatMap { FoldedText($0.text ?? "").words }.filter { $0.count > 3 })
        return nodes.map { node in (node: node, shared: Set(node.title.texts.values.flatMap { FoldedText($0.text ?? "").words }).intersection(own).count) }
            .sorted { ($1.shared, $0.node.reference) < ($0.shared, $1.node.reference) }.map(\.node)
    }
}
