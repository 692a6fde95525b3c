import Foundation
import Pages

/// What somebody looks for: words and “phrases in quotes”, of which each must be found somewhere in a thing.
struct SearchQuery: Equatable {
    /// Folded bytes that are looked for, with a zero behind them, for C.
    struct Needle: Equatable {
        let bytes: [UInt8]

        init(_ folded: [UInt8]) { bytes = folded + [0] }

        var count: Int { bytes.count - 1 }
        var folded: ArraySlice<UInt8> { bytes.dropLast() }
    }

    /// One word or several in a row: ` minimum wage`, and behind it a space where it stands in quotes.
    struct Term: Equatable {
        /// Begins with a space; without one behind it, the last word may go on.
        let beginning: Needle
        /// The same as whole words.
        let whole: Needle
        let isQuoted: Bool

        init(_ folded: FoldedText, isQuoted: Bool) {
            beginning = Needle(Array(folded.bytes.dropLast()))
            whole = Needle(folded.bytes)
            self.isQuoted = isQuoted
        }

        /// What must be there.
        var needle: Needle { isQuoted ? whole : beginning }
    }

    let terms: [Term]
    /// All of it in a row, with a space before and behind: what a code or a title is compared with.
    let everything: [UInt8]

    /// More than anybody types; the rest is left out.
    private static let most = 12

    init(_ text: String) {
        var terms: [Term] = []
        for (part, isQuoted) in SearchQuery.parts(of: String(text.prefix(400))) {
            for piece in isQuoted ? [part] : part.split(whereSeparator: \.isWhitespace).map(String.init) {
                let folded = FoldedText(piece)
                guard !folded.isEmpty else { continue }
                let term = Term(folded, isQuoted: isQuoted)
                if !terms.contains(term) { terms.append(term) }
            }
        }
        self.terms = Array(terms.prefix(SearchQuery.most))
        everything = FoldedText(text).bytes
    }

    var isEmpty: Bool { terms.isEmpty }

    /// Divided at quotation marks of every language; one that is never closed counts for nothing.
    private static func parts(of text: String) -> [(String, isQuoted: Bool)] {
        let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»", "‟"]
        let pieces = text.split(omittingEmptySubsequences: false) { marks.contains($0) }.map(String.init)
        return pieces.enumerated().map { index, piece in (piece, index % 2 == 1 && index < pieces.count - 1) }
    }
}
