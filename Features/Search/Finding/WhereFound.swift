import Organisation
import Pages

/// In which texts of a thing the terms stand: as few as say all of them, those in the reader's language first.
struct WhereFound {
    /// The title in the language in which it is shown, where something stands in it.
    private(set) var isInShownTitle = false
    private(set) var isInCode = false
    /// Other texts.
    private(set) var texts: [IndexedDocument.Text] = []

    /// More would be reading, not finding.
    private static let most = 3

    init(_ query: SearchQuery, in document: IndexedDocument, language: Language) {
        let shown = document.document.title.text(in: language)?.language
        var left = query.terms
        let candidates = document.texts.enumerated().sorted { a, b in
            WhereFound.order(a.element, a.offset, shown, language) < WhereFound.order(b.element, b.offset, shown, language)
        }.map(\.element)
        for text in candidates where !left.isEmpty && texts.count < WhereFound.most {
            let here = left.filter { document.holds($0.needle, in: text) }
            if here.isEmpty { continue }
            left.removeAll { here.contains($0) }
            switch text.place {
            case .title where text.language == shown: isInShownTitle = true
            case .code: isInCode = true
            default: texts.append(text)
            }
        }
    }

    private static func order(_ text: IndexedDocument.Text, _ offset: Int, _ shown: Language?, _ language: Language) -> (Int, Int, Int) {
        let isOwn = text.language == nil || text.language == language || (text.place == .title && text.language == shown)
        return (text.place == .title && isOwn ? 0 : text.place == .code ? 1 : isOwn ? 2 : 3, text.place.rawValue, offset)
    }
}
