import Journal
import Organisation
import Pages

/// One thing that was found: what it is called and what it is, and where in it the words stand.
struct ResultLine {
    private let visit: Visit
    private let query: SearchQuery
    private let document: SearchDocument
    private let found: WhereFound

    init(_ visit: Visit, _ query: SearchQuery, _ document: IndexedDocument) {
        self.visit = visit
        self.query = query
        self.document = document.document
        found = WhereFound(query, in: document, language: visit.language)
    }

    private var say: Say { visit.say }

    @MarkupBuilder var markup: Markup {
        link(visit.path(document.path)) {
            if !document.code.isEmpty { strong { found.isInCode ? marked(document.code) : Markup(document.code) }; " " }
            title
        }
        " "
        small { say(document.kind) }
        for text in found.texts {
            p {
                small {
                    [text.place == .title ? say("search.in-title") : say(text.field), text.language.map { say.language($0) }].compactMap { $0 }.joined(separator: " · "); "\(say.language.colon) "
                }
                element("span", Attribute.language(text.language)) { Snippet(text.original, query).markup }
            }
        }
    }

    /// The title in the reader's language, or marked as being in another.
    private var title: Markup {
        guard found.isInShownTitle, let (prose, language) = document.title.text(in: visit.language), let text = prose.text else { return visit.text(document.title) }
        let marked = marked(text)
        return language == visit.language ? marked : element("span", Attribute.language(language)) { marked }
    }

    private func marked(_ text: String) -> Markup { Snippet(text, query, isCut: false).markup }
}
