import Organisation
import Pages

/// Where in a text what was sought stands: the text around it, with the hits marked.
struct Snippet {
    struct Piece: Equatable {
        var text: String
        var isHit: Bool
    }

    let pieces: [Piece]

    /// How much of a text is shown, in characters as people count them, roughly.
    private static let before = 60, after = 180

    init(_ text: String, _ query: SearchQuery, isCut: Bool = true) {
        let scalars = Array(text.unicodeScalars), hits = Snippet.hits(in: text, query)
        let first = hits.first?.lowerBound ?? 0
        let start = isCut ? Snippet.wordStart(in: scalars, at: max(0, first - Snippet.before)) : 0
        let end = isCut ? Snippet.wordEnd(in: scalars, at: min(scalars.count, first + Snippet.after)) : scalars.count
        var pieces: [Piece] = [], place = start
        func add(_ range: Range<Int>, isHit: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(Piece(text: String(String.UnicodeScalarView(scalars[range])), isHit: isHit))
        }
        for hit in hits where hit.lowerBound >= place && hit.upperBound <= end {
            add(place..<hit.lowerBound, isHit: false)
            add(hit, isHit: true)
            place = hit.upperBound
        }
        add(place..<max(place, end), isHit: false)
        if start > 0 { pieces.insert(Piece(text: "… ", isHit: false), at: 0) }
        if end < scalars.count { pieces.append(Piece(text: " …", isHit: false)) }
        self.pieces = pieces
    }

    var hasHit: Bool { pieces.contains(where: \.isHit) }

    var markup: Markup {
        group { for piece in pieces { if piece.isHit { element("mark", []) { piece.text } } else { piece.text } } }
    }

    /// In scalars of the text, in order and apart from one another; marks above and below a letter belong to it.
    private static func hits(in text: String, _ query: SearchQuery) -> [Range<Int>] {
        let folded = FoldedText(text, keepingOrigins: true), scalars = Array(text.unicodeScalars)
        var hits: [Range<Int>] = []
        for term in query.terms {
            let needle = Array(term.needle.folded), length = term.beginning.count
            var place = 0
            while let start = folded.bytes.first(needle, from: place) {
                var end = folded.origins[start + length - 1] + 1
                while end < scalars.count, FoldedScalar.bytes(of: scalars[end]).isEmpty { end += 1 }
                hits.append(folded.origins[start + 1]..<end)
                place = start + 1
            }
        }
        return hits.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }.reduce(into: []) { apart, hit in
            if let last = apart.last, hit.lowerBound < last.upperBound { return }
            apart.append(hit)
        }
    }

    private static func wordStart(in scalars: [Unicode.Scalar], at place: Int) -> Int {
        if place == 0 { return 0 }
        let rest = scalars[place...].prefix(30)
        return rest.firstIndex { $0.properties.isWhitespace }.map { $0 + 1 } ?? place
    }

    private static func wordEnd(in scalars: [Unicode.Scalar], at place: Int) -> Int {
        if place >= scalars.count { return scalars.count }
        let rest = scalars[place...].prefix(30)
        return rest.firstIndex { $0.properties.isWhitespace } ?? (place + rest.count)
    }
}

extension [UInt8] {
    /// Where a row of bytes first stands at or after a place.
    fileprivate func first(_ needle: [UInt8], from start: Int) -> Int? {
        guard !needle.isEmpty, count >= needle.count + start else { return nil }
        return (start...(count - needle.count)).first { place in self[place] == needle[0] && self[place..<(place + needle.count)].elementsEqual(needle) }
    }
}
