import Organisation
import Pages

/// A thing that was found, and how well it answers.
struct Found: Sendable {
    let document: IndexedDocument
    let rank: Rank

    /// Codes exactly, then titles exactly, then by where the words stand: title before code before other texts, whole words before beginnings.
    struct Rank: Comparable, Sendable {
        /// 0 the code itself, 1 the title itself, 2 anything else.
        let exactness: Int
        /// The sum over the terms of where each stands best: 0 whole in the title, 1 its beginning there, 2 and 3 in the code, 4 and 5 elsewhere.
        let places: Int

        static func < (a: Rank, b: Rank) -> Bool { (a.exactness, a.places) < (b.exactness, b.places) }
    }

    /// `nil` where a term is nowhere in it.
    init?(_ query: SearchQuery, in document: IndexedDocument) {
        guard document.holds(query) else { return nil }
        if document.document.isFoundByTitle, !query.terms.contains(where: { document.holdsInTitle($0.needle) }) { return nil }
        self.document = document
        var exactness = 2
        for text in document.texts where text.place != .other && document.isWhole(text, query.everything) {
            exactness = min(exactness, text.place == .code ? 0 : 1)
        }
        rank = Rank(exactness: exactness, places: query.terms.reduce(0) { $0 + Found.best($1, in: document) })
    }

    private static func best(_ term: SearchQuery.Term, in document: IndexedDocument) -> Int {
        var best = 5
        for text in document.texts where text.place.rawValue * 2 < best && document.holds(term.needle, in: text) {
            best = min(best, text.place.rawValue * 2 + (document.holds(term.whole, in: text) ? 0 : 1))
        }
        return best
    }
}

/// What was found for one reader, the best first.
struct Findings: Sendable {
    /// At most so many are shown.
    static let most = 300

    let found: [Found]
    /// How many there are of each kind, before a kind was chosen.
    let kinds: [(kind: String, count: Int)]
    /// How many there are, shown or not.
    let count: Int
    /// Through how many documents was looked for them: those that are for the reader, each once.
    let looked: Int

    /// - Parameters:
    ///   - isFor: whether a document is for the reader, on the day read and today.
    ///   - kind: only things of this kind; all where `nil`.
    init(_ query: SearchQuery, in index: SearchIndex, kind: String?, language: Language, isFor: (SearchDocument) -> Bool) {
        var looked = 0, counts: [String: Int] = [:], all: [(found: Found, kind: Int, title: ArraySlice<UInt8>, order: Int)] = []
        // Kinds in the order in which the features bring them.
        var kinds: [String: Int] = [:]
        if !query.isEmpty {
            for (order, document) in index.documents.enumerated() where isFor(document.document) {
                looked += 1
                guard let found = Found(query, in: document) else { continue }
                let own = document.document.kind
                counts[own, default: 0] += 1
                kinds[own] = kinds[own] ?? order
                if kind == nil || kind == own { all.append((found, kinds[own] ?? order, document.title(in: language), order)) }
            }
        }
        all.sort { a, b in
            if a.found.rank != b.found.rank { return a.found.rank < b.found.rank }
            if a.kind != b.kind { return a.kind < b.kind }
            if a.title != b.title { return a.title.lexicographicallyPrecedes(b.title) }
            return a.order < b.order
        }
        found = all.prefix(Findings.most).map(\.found)
        count = all.count
        self.looked = looked
        self.kinds = counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    }
}
