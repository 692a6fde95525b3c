import Foundation
import Journal
import Organisation

/// What travels hidden in every form, and where it goes.
package struct FormSeal: Sendable {
    package var action: String
    /// Against requests from other sites.
    package var csrf: String
    /// The same for the same submission: a repeated one is recorded once.
    package var key: String
    /// The journal's position from which the values were filled in.
    package var base: Int

    package init(action: String, csrf: String, key: String, base: Int) {
        self.action = action
        self.csrf = csrf
        self.key = key
        self.base = base
    }
}

/// What is wrong with what was entered: by field, or with the whole.
package struct Problems: Sendable {
    package var byField: [String: String]
    package var general: [String]
    /// Fields in which stands what may be right all the same.
    package var doubted: Set<String> = []
    /// Fields that somebody else changed meanwhile: what stands there now.
    package var meanwhile: [String: Field]

    package init(byField: [String: String] = [:], general: [String] = [], meanwhile: [String: Field] = [:]) {
        self.byField = byField
        self.general = general
        self.meanwhile = meanwhile
    }

    package var isEmpty: Bool { byField.isEmpty && general.isEmpty && meanwhile.isEmpty }
}

extension Form {
    package func markup(_ seal: FormSeal, _ problems: Problems, _ say: Say, cancelPath: String) -> Markup {
        let hasFile = fields.contains { $0.kind == .file }
        return group {
            if !problems.isEmpty { summary(of: problems, say) }
            preface
            element(
                "form",
                [.class("form"), Attribute("method", "post"), Attribute("action", seal.action)] + (hasFile ? [Attribute("enctype", "multipart/form-data")] : [])
            ) {
                void("input", .type("hidden"), .name("csrf"), .value(seal.csrf))
                void("input", .type("hidden"), .name("key"), .value(seal.key))
                void("input", .type("hidden"), .name("base"), .value(String(seal.base)))
                void("input", .type("hidden"), .name("in"), .value(say.language.rawValue))
                if let ways, !isClosed { ways.markup(submit) }
                fieldsMarkup(problems, say)
                div(.class("actions")) {
                    if !isClosed { button(.class(isDangerous ? "button danger" : "button"), .type("submit")) { submit } }
                    link(cancelPath, .class("button quiet")) { say("pages.cancel") }
                }
            }
        }
    }

    /// The fields as they would be asked, without a form around them.
    package static func preview(_ fields: [Field], _ say: Say) -> Markup { markup(of: fields, Problems(), say) }

    private func fieldsMarkup(_ problems: Problems, _ say: Say) -> Markup { Form.markup(of: asked(problems), problems, say) }

    private static func markup(of fields: [Field], _ problems: Problems, _ say: Say) -> Markup {
        var markup = Markup(), rest = fields[...]
        while let first = rest.first {
            let together = first.fold == nil && first.partOf == nil ? rest.prefix(1) : rest.prefix { $0.fold == first.fold && $0.partOf == first.partOf }
            if let fold = first.fold {
                markup.append(folded(together, under: fold, problems, say))
            } else if let whole = first.partOf {
                markup.append(grouped(together, in: whole, problems, say))
            } else {
                markup.append(first.markup(problems, say))
            }
            rest = rest.dropFirst(together.count)
        }
        return markup
    }

    private static func folded(_ fields: ArraySlice<Field>, under title: String, _ problems: Problems, _ say: Say) -> Markup {
        let isOpen = fields.contains { problems.byField[$0.name] != nil || problems.meanwhile[$0.name] != nil }
        return details(.class("folded"), .flag("open", isOpen)) {
            Pages.summary { title }
            for field in fields { field.markup(problems, say) }
        }
    }

    private static func grouped(_ fields: ArraySlice<Field>, in whole: FieldGroup, _ problems: Problems, _ say: Say) -> Markup {
        let help = "help-group-\(whole.name)"
        return element("fieldset", [.class("group")] + (whole.help.isEmpty ? [] : [.describedBy(help)])) {
            legend { words(whole.title, in: whole.language) }
            if !whole.help.isEmpty { p(.class("help"), .id(help)) { whole.help } }
            for field in fields { field.markup(problems, say) }
        }
    }

    /// Without the ticks for which there is nothing to ask; the others speak of what stands in their fields now.
    private func asked(_ problems: Problems) -> [Field] {
        guard fields.contains(where: { $0.confirms != nil }) else { return fields }
        let standing = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
        return fields.compactMap { field in
            guard let confirmed = field.confirms else { return field }
            var tick = field
            let stands = (standing[confirmed] ?? "").trimmingCharacters(in: .whitespacesAndNewlines), isTicked = !stands.isEmpty && field.value == stands
            tick.sends = stands
            tick.values = isTicked ? [stands] : []
            return isTicked || problems.doubted.contains(confirmed) ? tick : nil
        }
    }

    private func summary(of problems: Problems, _ say: Say) -> Markup {
        div(.class("error-summary"), .role("alert"), .labelledBy("problems"), Attribute("tabindex", "-1"), .flag("autofocus")) {
            h2(.id("problems")) { say(problems.meanwhile.isEmpty ? "pages.problems" : "pages.meanwhile") }
            ul {
                for text in problems.general { li { text } }
                for field in fields {
                    if let text = problems.byField[field.name] { li { link("#field-\(field.name)") { say.naming(field.title, text) } } }
                    if problems.meanwhile[field.name] != nil {
                        li { link("#field-\(field.name)") { say("pages.meanwhile-field", ["field": field.title]) } }
                    }
                }
            }
        }
    }
}
