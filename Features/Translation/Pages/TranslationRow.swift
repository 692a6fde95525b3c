import Journal
import Organisation
import Pages

/// A text, its translation beside it, and the way to where it is written.
struct TranslationRow {
    let visit: Visit
    let text: TranslatedText
    /// The original as it was when it was translated; `nil` where that is not known, or it still stands.
    let before: String?
    /// Where the form leads back to.
    let back: String

    private var say: Say { visit.say }
    private var document: SearchDocument { text.document }

    var markup: Markup {
        li {
            p {
                link(visit.path(document.path)) { visit.plain(document.title.coded(document.code)) }
                " "
                small { [say(document.kind), say(text.name), say.language(text.language)].joined(separator: " · ") }
            }
            p {
                translationMark(text.state, say)
                if visit.may(text.form.access) { " "; link(address, .label(name)) { say(action) } }
            }
            div(.class("grid")) {
                side("original") { original }
                side("translation") { excerpt(in: text.language) }
            }
        }
    }

    private func side(_ name: String, @MarkupBuilder content: () -> Markup) -> Markup {
        div(.class("w6")) {
            small { say("translation.\(name)") }
            void("br")
            content()
        }
    }

    /// Straight to the input.
    private var address: String {
        "\(visit.path(text.form.path, ["back": back]))#\(visit.input(of: text.entry, in: text.language))"
    }

    private var action: String { text.state == .missing ? "translation.write" : "translation.read" }
    private var name: String {
        say.naming(say(action), say.list([say(text.name), text.language.ownName, visit.plain(document.title.coded(document.code))]))
    }

    /// With what has changed in it since it was translated.
    @MarkupBuilder private var original: Markup {
        let language = text.content.original
        if let before, let now = text.content.texts[language]?.text {
            WordDifference(from: before, to: now).runs.markup(in: language)
            p(.class("help")) { say("translation.changed-since") }
        } else {
            excerpt(in: language)
        }
    }

    @MarkupBuilder private func excerpt(in language: Language) -> Markup {
        if let whole = text.content.texts[language], let words = whole.text {
            element("span", Attribute.language(language)) { words.count > 200 ? "\(words.prefix(200))…" : words }
        } else if text.content.texts[language] != nil {
            span(.class("erased")) { say("pages.erased") }
        } else {
            span(.class("gap")) { say("pages.translation.missing") }
        }
    }
}
