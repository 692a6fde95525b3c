import Foundation
import Journal
import Organisation
import Pages

/// A document with its texts folded, ready to be searched.
struct IndexedDocument: Sendable {
    /// One text in one language.
    struct Text: Sendable {
        enum Place: Int, Sendable, Comparable {
            case title, code, other
            static func < (a: Place, b: Place) -> Bool { a.rawValue < b.rawValue }
        }

        let place: Place
        /// A key among the words; empty for title and code.
        let field: String
        /// `nil` where nobody said.
        let language: Language?
        let original: String
        /// Where its folded bytes stand among those of the document.
        let range: Range<Int>
    }

    let document: SearchDocument
    let texts: [Text]
    /// The folded texts one after the other, and a zero behind the last, for C.
    let bytes: [UInt8]

    init(_ document: SearchDocument) {
        var texts: [Text] = [], bytes: [UInt8] = []
        func add(_ text: String?, _ place: Text.Place, _ field: String, _ language: Language?) {
            guard let text, !text.isEmpty else { return }
            let folded = FoldedText(text).bytes, start = bytes.count
            bytes += folded
            // What is sought never holds a line break: nothing is found across two texts.
            bytes.append(0x0A)
            texts.append(Text(place: place, field: field, language: language, original: text, range: start..<start + folded.count))
        }
        func add(_ content: Localized, _ place: Text.Place, _ field: String) {
            for (language, prose) in content.texts.sorted(by: { $0.key < $1.key }) { add(prose.text, place, field, language) }
        }
        add(document.title, .title, "")
        add(document.code, .code, "", nil)
        for field in document.fields {
            switch field.content {
            case .inLanguages(let content): add(content, .other, field.name)
            case .plain(let prose): add(prose.text, .other, field.name, nil)
            }
        }
        self.document = document
        self.texts = texts
        self.bytes = bytes + [0]
    }

    /// Whether every term is somewhere in it.
    func holds(_ query: SearchQuery) -> Bool { query.terms.allSatisfy { place(of: $0.needle, from: 0) != nil } }

    /// Whether a text holds some folded bytes.
    func holds(_ needle: SearchQuery.Needle, in text: Text) -> Bool {
        place(of: needle, from: text.range.lowerBound).map { $0 + needle.count <= text.range.upperBound } ?? false
    }

    func holdsInTitle(_ needle: SearchQuery.Needle) -> Bool { texts.contains { $0.place == .title && holds(needle, in: $0) } }

    /// The title as a reader sees it, folded.
    func title(in language: Language) -> ArraySlice<UInt8> {
        let shown = document.title.text(in: language)?.language
        return texts.first { $0.place == .title && $0.language == shown }.map { bytes[$0.range] } ?? []
    }

    func isWhole(_ text: Text, _ folded: [UInt8]) -> Bool { bytes[text.range].elementsEqual(folded) }

    /// Where a needle first stands at or after a place. By the C library, which is as fast in a debug build: every question looks through all
    /// texts. Folded texts hold no zero but the last.
    private func place(of needle: SearchQuery.Needle, from start: Int) -> Int? {
        bytes.withUnsafeBytes { hay in
            needle.bytes.withUnsafeBytes { wanted in
                guard let hay = hay.baseAddress, let wanted = wanted.baseAddress else { return nil }
                let text = hay.advanced(by: start).assumingMemoryBound(to: CChar.self)
                return strstr(text, wanted.assumingMemoryBound(to: CChar.self)).map { start + UnsafePointer($0).distance(from: text) }
            }
        }
    }
}

extension UnsafePointer<CChar> {
    fileprivate func distance(from start: UnsafePointer<CChar>) -> Int { self - start }
}
