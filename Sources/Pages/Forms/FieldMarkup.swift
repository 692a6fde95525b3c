import Journal
import Organisation

/// Words that may be in another language than the page.
func words(_ text: String, in language: Language?) -> Markup {
    language.map { language in element("bdi", Attribute.language(language)) { text } } ?? Markup(text)
}

/// A question as it stands on the page: label, help, problem, input, and what somebody else wrote meanwhile.
extension Field {
    func markup(_ problems: Problems, _ say: Say) -> Markup {
        if kind == .hidden { return void("input", .type("hidden"), .name(name), .value(value)) }
        let problem = problems.byField[name]
        return div(.class(problem == nil ? "field" : "field wrong")) {
            switch kind {
            case .flag: flag(problem)
            case .choices(let choices): several(choices, type: "checkbox", isInRow: false, problem, say)
            case .oneOf(let choices, let isInRow): several(choices, type: "radio", isInRow: isInRow, problem, say)
            case .localized(let rows, let languages):
                fieldset(.class("languages")) {
                    legend { caption(say) }
                    hint(problem)
                    LanguageInputs(field: self, rows: rows, languages: languages, isWrong: problem != nil, say: say).markup
                }
            default:
                Pages.label(.for("field-\(name)")) { caption(say) }
                hint(problem)
                input(problem)
            }
            if let suggestions { suggestions.markup }
            if let theirs = problems.meanwhile[name] { merge(theirs, say) }
        }
    }

    private func caption(_ say: Say) -> Markup {
        group {
            words(title, in: language)
            if isRequired { span(.class("required")) { " (\(say("pages.required")))" } }
        }
    }

    @MarkupBuilder private func hint(_ problem: String?) -> Markup {
        if !help.isEmpty { p(.class("help"), .id("help-\(name)")) { help } }
        if let explanation {
            details(.class("explanation")) {
                summary { explanation.title }
                p { explanation.text }
            }
        }
        if let problem { p(.class("problem"), .id("problem-\(name)")) { problem } }
    }

    private func attributes(_ problem: String?, id: String? = nil, name inputName: String? = nil) -> [Attribute] {
        let described = [help.isEmpty ? nil : "help-\(name)", problem.map { _ in "problem-\(name)" }].compactMap { $0 }.joined(separator: " ")
        return [.id(id ?? "field-\(name)"), .name(inputName ?? name), .flag("required", isRequired)]
            + (described.isEmpty ? [] : [.describedBy(described)]) + (problem == nil ? [] : [Attribute("aria-invalid", "true")])
    }

    private func input(_ problem: String?) -> Markup {
        let shared = attributes(problem)
        switch kind {
        case .text(let rows): return element("textarea", shared + [Attribute("rows", String(rows))]) { value }
        case .choice(let choices):
            return element("select", shared) { options(choices[...]) }
        case .number: return element("input", shared + [.type("text"), Attribute("inputmode", "decimal"), .value(value)]).asVoid
        case .day: return element("input", shared + [.type("date"), .value(value)]).asVoid
        case .file: return element("input", shared + [.type("file"), .flag("multiple", takesSeveral)]).asVoid
        default: return element("input", shared + [.type("text"), .value(value), Attribute("maxlength", "2000")]).asVoid
        }
    }

    /// Neighbours of one group under its name.
    private func options(_ choices: ArraySlice<Choice>) -> Markup {
        var markup = Markup(), rest = choices
        while let first = rest.first {
            let together = rest.prefix { $0.group == first.group }, own = group { for choice in together { option(choice) } }
            markup.append(first.group.map { name in element("optgroup", [Attribute("label", name)]) { own } } ?? own)
            rest = rest.dropFirst(together.count)
        }
        return markup
    }

    private func option(_ choice: Choice) -> Markup {
        element("option", [.value(choice.value), .flag("selected", choice.value == value)] + (choice.language.map { Attribute.language($0) } ?? [])) { choice.label }
    }

    private func flag(_ problem: String?) -> Markup {
        group {
            if let problem { p(.class("problem"), .id("problem-\(name)")) { problem } }
            label(.class("choice"), .for("field-\(name)")) {
                element("input", attributes(problem) + [.type("checkbox"), .value(sends), .flag("checked", !value.isEmpty)]).asVoid
                span { title }
            }
            if !help.isEmpty { p(.class("help"), .id("help-\(name)")) { help } }
        }
    }

    private func several(_ choices: [Choice], type: String, isInRow: Bool, _ problem: String?, _ say: Say) -> Markup {
        fieldset(.class(isInRow ? "choices row" : "choices"), .id("field-\(name)")) {
            legend { caption(say) }
            hint(problem)
            groups(choices, type, say)
        }
    }

    /// Many choices in groups are folded away by group, but for those in which something is ticked: a reader opens what may hold what is sought.
    private func groups(_ choices: [Choice], _ type: String, _ say: Say) -> Markup {
        var groups: [[Choice]] = []
        for choice in choices {
            if let last = groups.last?.first, last.group == choice.group { groups[groups.count - 1].append(choice) } else { groups.append([choice]) }
        }
        let areFolded = groups.count > 1 && choices.count > Field.mostUnfolded
        return group {
            for together in groups {
                let own = group { for choice in together { tick(choice, type) } }
                if areFolded, let name = together.first?.group {
                    details(.flag("open", together.contains { isChecked($0, type) })) {
                        summary { "\(name) (\(say.number(together.count)))" }
                        own
                    }
                } else {
                    own
                }
            }
        }
    }

    private static let mostUnfolded = 12

    private func tick(_ choice: Choice, _ type: String) -> Markup {
        label(.class("choice")) {
            void("input", .type(type), .name(name), .value(choice.value), .flag("checked", isChecked(choice, type)))
            span { words(choice.label, in: choice.language) }
        }
    }

    /// Of several of which one holds, that for nothing holds where nothing was said.
    private func isChecked(_ choice: Choice, _ type: String) -> Bool {
        type == "radio" ? value == choice.value : values.contains(choice.value)
    }

    private func merge(_ theirs: Field, _ say: Say) -> Markup {
        div(.class("merge")) {
            p { say("pages.meanwhile-now") }
            element("blockquote", []) { theirs.shown }
            label(.class("choice")) {
                void("input", .type("checkbox"), .name("take-\(name)"), .value("yes"))
                span { say("pages.meanwhile-take") }
            }
        }
    }

    /// The value as a person would read it.
    private var shown: String {
        switch kind {
        case .choice(let choices), .choices(let choices), .oneOf(let choices, _):
            choices.filter { values.contains($0.value) }.map(\.label).joined(separator: ", ")
        case .localized: values.map { String($0.drop { $0 != "=" }.dropFirst()) }.joined(separator: " · ")
        default: value
        }
    }
}
