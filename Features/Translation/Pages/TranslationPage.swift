import Journal
import Organisation
import Pages

/// How far the translations are, language by language, and what is to be done next.
struct TranslationPage {
    let visit: Visit
    let translations: Translations
    let filter: TranslationFilter

    init(_ visit: Visit, _ states: TextsOfStates) throws(Missing) {
        self.visit = visit
        translations = Translations(visit, states)
        filter = try TranslationFilter(visit, translations)
    }

    private var say: Say { visit.say }

    var page: Page {
        Page(say("translation.title"), place: Translation.place) {
            if translations.texts.isEmpty {
                emptyState(say("translation.empty"), say("translation.empty-text"))
            } else {
                p(.class("lede")) { say("translation.lede") }
                overview
                TranslationChoice(visit: visit, translations: translations, filter: filter).markup
                list
                p(.class("actions")) { link(visit.path("\(Translation.place)/list.csv", asked), .class("button quiet")) { say("translation.download") } }
                facts(TranslationState.allCases.map { (say("pages.translation.\($0.rawValue)"), Markup(say("translation.meaning.\($0.rawValue)"))) })
            }
        }
    }

    private var asked: [String: String] { visit.asked("into", "state", "kind") }

    private var overview: Markup {
        let counts = translations.counts
        return scrollingTable(say("translation.overview"), id: "overview") {
            headings([(say("translation.language"), false)] + TranslationState.allCases.map { (say("pages.translation.\($0.rawValue)"), true) })
            tbody {
                for language in translations.languages {
                    tr {
                        th(.scope("row")) { span(.lang(language.rawValue)) { language.ownName } }
                        for state in TranslationState.allCases { td(.class("n")) { count(counts[language]?[state] ?? 0, language, state) } }
                    }
                }
            }
        }
    }

    private func count(_ count: Int, _ language: Language, _ state: TranslationState) -> Markup {
        guard count > 0 else { return Markup(say.number(0)) }
        let address = visit.path(Translation.place, ["into": language.rawValue, "state": state.rawValue])
        let name = "\(say.number(count)) \(say("pages.translation.\(state.rawValue)")), \(language.ownName)"
        return link(address, .label(name)) { say.number(count) }
    }

    @MarkupBuilder private var list: Markup {
        let texts = translations.texts.filter(filter.holds), paging = Paging(count: texts.count, asked: visit.query["page"])
        if texts.isEmpty {
            p(.class("empty"), .role("status")) { say("translation.none") }
        } else {
            scrollingTable(say("translation.found", count: texts.count), id: "texts") {
                headings(["thing", "original", "translation"].map { (say("translation.\($0)"), false) })
                tbody { for text in paging.part(of: texts) { TranslationRow(visit: visit, text: text).markup } }
            }
            paging.markup(visit, path: Translation.place, query: asked)
        }
    }
}

/// A text, its translation, and the way to where it is written.
struct TranslationRow {
    let visit: Visit
    let text: TranslatedText

    private var say: Say { visit.say }
    private var document: SearchDocument { text.document }

    var markup: Markup {
        tr {
            th(.scope("row")) {
                link(visit.path(document.path)) { visit.plain(document.title.coded(document.code)) }
                p(.class("help")) { [say(document.kind), say(text.name), say.language(text.language)].joined(separator: " · ") }
                p {
                    translationMark(text.state, say)
                    if visit.may(text.form.access) { " "; link(address, .label(name)) { say(action) } }
                }
            }
            td { excerpt(in: text.content.original) }
            td { excerpt(in: text.language) }
        }
    }

    /// Straight to the input.
    private var address: String {
        "\(visit.path(text.form.path))#\(visit.input(of: text.entry, in: text.language))"
    }

    private var action: String { text.state == .missing ? "translation.write" : "translation.read" }
    private var name: String { "\(say(action)): \(say(text.name)), \(text.language.ownName), \(visit.plain(document.title.coded(document.code)))" }

    @MarkupBuilder private func excerpt(in language: Language) -> Markup {
        if let whole = text.content.texts[language], let words = whole.text {
            element("span", Attribute.language(language)) { words.count > 200 ? "\(words.prefix(200))…" : words }
        } else if text.content.texts[language] != nil {
            span(.class("erased")) { say("pages.erased") }
        } else {
            span(.class("gap")) { "—" }
        }
    }
}
