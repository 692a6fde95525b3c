import Journal
import Organisation
import Pages

/// How far a questionnaire is translated, question by question; and, for the language asked for, each text beside its original, with the way to where it is written.
struct TranslationsPage {
    let reading: SurveyReading
    private let translations: QuestionnaireTranslations
    private let into: Language?
    private let showsAll: Bool

    static let route = Route.page("surveys/{survey}/translations", .staff) { try TranslationsPage(SurveyReading($0)).page }

    private static let size = 40

    private init(_ reading: SurveyReading) throws(Missing) {
        self.reading = reading
        let translations = reading.translations, visit = reading.visit, toDo = translations.toDo.map(\.language)
        self.translations = translations
        showsAll = visit.query["show"] == "all"
        if let asked = visit.query["into"] {
            guard let language = Language(rawValue: asked), translations.languages.contains(language) else { throw Missing() }
            into = language
        } else {
            into = toDo.contains(visit.language) ? visit.language : toDo.first
        }
    }

    private var visit: Visit { reading.visit }
    private var say: Say { visit.say }
    private var path: String { SurveyPath.survey(reading.id, "translations") }
    private var isDraft: Bool { reading.phase == .draft }

    private var page: Page {
        Page(say("survey.translations"), place: SurveyPath.surveys, trail: visit.surveyTrail(reading.id, reading.survey)) {
            p(.class("lede")) { say("survey.translations.lede") }
            if !isDraft { p(.class("note")) { say("survey.translations.frozen") } }
            overview
            matrix
            div(.class("actions")) { link(visit.path("\(path).csv"), .class("button quiet")) { say("survey.translations.file") } }
            if let into { list(into) } else { p(.role("status")) { say("survey.translations.all-whole") } }
        }
    }

    /// Those into which something is to be translated.
    private var languages: [Language] { translations.languages.filter { language in translations.parts.contains { $0.standing(in: language) != nil } } }

    private var overview: Markup {
        scrollingTable(say("survey.translations.overview"), id: "overview") {
            headings([(say("survey.translations.language"), false)] + TranslatedPart.Standing.allCases.map { (say("survey.translations.\($0.rawValue)"), true) })
            tbody {
                for language in languages {
                    tr {
                        th(.scope("row")) { link(visit.path(path, ["into": language.rawValue]) + "#texts") { say.language(language) } }
                        for standing in TranslatedPart.Standing.allCases { td(.class("n")) { say.number(translations.count(standing, in: language)) } }
                    }
                }
            }
        }
    }

    /// Each part against each language.
    private var matrix: Markup {
        details(.flag("open", translations.parts.count <= 30)) {
            summary { say("survey.translations.by-question") }
            scrollingTable(say("survey.translations.by-question"), id: "by-question") {
                headings([(say("survey.field.text"), false)] + translations.languages.map { (say.language($0), false) })
                tbody {
                    for part in translations.parts {
                        tr {
                            th(.scope("row")) { part.heading(visit) }
                            for language in translations.languages { td { cell(part, language) } }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func cell(_ part: TranslatedPart, _ language: Language) -> Markup {
        if let standing = part.standing(in: language) {
            mark(standing)
            if standing != .whole { div { small { lacking(part, language) } } }
        } else {
            small { say("survey.translations.original") }
        }
    }

    private func mark(_ standing: TranslatedPart.Standing) -> Markup {
        let shape: Standing =
            switch standing {
            case .whole: .onTrack
            case .partly: .atRisk
            case .outdated: .offTrack
            case .missing: .noData
            }
        return statusMark(StatusMark(shape, label: say("survey.translations.\(standing.rawValue)")))
    }

    /// Which of its texts are missing, and which are older than their originals.
    private func lacking(_ part: TranslatedPart, _ language: Language) -> String {
        [TranslationState.missing, .outdated].compactMap { state -> String? in
            let names = part.texts(state, in: language).map { say($0.name) }
            return names.isEmpty ? nil : say("survey.translations.\(state.rawValue)-texts", ["texts": say.list(names)])
        }.joined(separator: " ")
    }

    @MarkupBuilder private func list(_ language: Language) -> Markup {
        let parts = translations.parts.filter { part in part.standing(in: language).map { showsAll || $0 != .whole } ?? false }
        let paging = Paging(count: parts.count, asked: visit.query["page"], size: TranslationsPage.size)
        let query = ["into": language.rawValue], all = query.merging(["show": "all"]) { own, _ in own }
        h2(.id("texts")) { say("survey.translations.into", ["language": say.language(language)]) }
        chips(
            say("survey.translations.language"),
            languages.map { other in (say.language(other), visit.path(path, ["into": other.rawValue]) + "#texts", other == language) })
        chips(
            say("survey.translations.show"),
            [(say("survey.translations.to-do"), visit.path(path, query) + "#texts", !showsAll), (say("survey.translations.everything"), visit.path(path, all) + "#texts", showsAll)])
        if parts.isEmpty { p(.role("status")) { say("survey.translations.nothing-to-do") } }
        for part in paging.part(of: parts) { texts(of: part, language) }
        paging.markup(visit, path: path, query: showsAll ? all : query)
    }

    private func texts(of part: TranslatedPart, _ language: Language) -> Markup {
        element("section", [.class("sheet"), .id("part-\(part.id)")]) {
            h3 { part.heading(visit) }
            for text in part.texts {
                if let state = text.content.state(in: language) { pair(text, part, language, state) }
            }
        }
    }

    private func pair(_ text: TranslatedPart.Text, _ part: TranslatedPart, _ language: Language, _ state: TranslationState) -> Markup {
        group {
            p {
                strong { say(text.name) }
                " "
                translationMark(state, say)
                if isDraft, visit.may(.planners) {
                    " "
                    link(address(text, part, language), .label(say.naming(say("survey.translations.write"), say.list([say(text.name), visit.plain(part.title)])))) { say("survey.translations.write") }
                }
            }
            div(.class("grid")) {
                side(say("survey.translations.written-in", ["language": say.language(text.content.original)]), text.content, text.content.original)
                side(say.language(language), text.content, language)
            }
        }
    }

    private func side(_ title: String, _ content: Localized, _ language: Language) -> Markup {
        div(.class("w6")) {
            small { title }
            if let words = content.texts[language], !words.isEmpty {
                written(words.text ?? say("pages.erased"), language)
            } else {
                div { span(.class("gap")) { say("pages.translation.missing") } }
            }
        }
    }

    /// Options and lines one below the other, numbered as they are named elsewhere.
    private func written(_ text: String, _ language: Language) -> Markup {
        let lines = text.lines
        if lines.count < 2 { return div { element("span", Attribute.language(language)) { text } } }
        return element("ol", Attribute.language(language)) { for line in lines { li { line } } }
    }

    /// Straight to the input, and back to where one was.
    private func address(_ text: TranslatedPart.Text, _ part: TranslatedPart, _ language: Language) -> String {
        let kept = visit.asked("show", "page").merging(["into": language.rawValue]) { own, _ in own }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let form = visit.path(SurveyPath.survey(reading.id, part.form), ["back": "\(path)?\(kept.joined(separator: "&"))"])
        return "\(form)#\(visit.input(of: text.entry, in: language))"
    }
}
