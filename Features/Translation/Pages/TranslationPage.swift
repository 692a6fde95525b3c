import Journal
import Organisation
import Pages

/// How far the translations are, language by language, and what is to be done next.
struct TranslationPage {
    let visit: Visit
    let translations: Translations
    let filter: TranslationFilter
    /// Those asked for, in the order in which they are to be done.
    private let texts: [TranslatedText]
    private let paging: Paging

    init(_ visit: Visit, _ states: TextsOfStates) throws(Missing) {
        self.visit = visit
        translations = Translations(visit, states)
        let filter = try TranslationFilter(visit, translations)
        self.filter = filter
        texts = translations.texts.filter(filter.holds).inOrderOfWork
        paging = Paging(count: texts.count, asked: visit.query["page"])
    }

    private var say: Say { visit.say }

    /// - Parameter before: originals as they were when they were translated, by the key of the text.
    func page(originals before: [String: String] = [:]) -> Page {
        Page(say("translation.title"), place: Translation.place) {
            if translations.texts.isEmpty {
                emptyState(say("translation.empty"), say("translation.empty-text"))
            } else {
                p(.class("lede")) { say("translation.lede") }
                overview
                TranslationChoice(visit: visit, translations: translations, filter: filter).markup
                list(before)
                p(.class("actions")) {
                    link(visit.path("\(Translation.place)/list.xlsx", asked), .class("button quiet")) { say("translation.download-workbook") }
                    link(visit.path("\(Translation.place)/list.csv", asked), .class("button quiet")) { say("translation.download") }
                    visit.control(.planners, "imports/translations", say("translation.bring-in"))
                }
                facts(TranslationState.allCases.map { (say("pages.translation.\($0.rawValue)"), Markup(say("translation.meaning.\($0.rawValue)"))) })
            }
        }
    }

    /// This page of the list, to come back to from a form.
    private var back: String {
        let questions = visit.asked("into", "state", "kind", "page").sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return questions.isEmpty ? Translation.place : "\(Translation.place)?\(questions.joined(separator: "&"))"
    }

    private var asked: [String: String] { visit.asked("into", "state", "kind") }

    private var overview: Markup {
        let counts = translations.counts
        return scrollingTable(say("translation.overview"), id: "overview") {
            headings([(say("translation.language"), false)] + TranslationState.inOrderOfWork.map { (say("pages.translation.\($0.rawValue)"), true) })
            tbody {
                for language in translations.languages {
                    tr {
                        th(.scope("row"), .class("short")) { span(.lang(language.rawValue)) { language.ownName } }
                        for state in TranslationState.inOrderOfWork { td(.class("n")) { count(counts[language]?[state] ?? 0, language, state) } }
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

    /// What stands on this page of the list.
    var shown: ArraySlice<TranslatedText> { paging.part(of: texts) }

    @MarkupBuilder private func list(_ before: [String: String]) -> Markup {
        if texts.isEmpty {
            p(.class("empty"), .role("status")) { say("translation.none") }
        } else {
            h2(.id("texts")) { say("translation.found", count: texts.count) }
            ul(.class("events")) {
                for text in shown { TranslationRow(visit: visit, text: text, before: before[text.key], back: back).markup }
            }
            paging.markup(visit, path: Translation.place, query: asked)
        }
    }
}
