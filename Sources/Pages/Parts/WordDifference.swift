import Organisation

/// What was taken out of a text and put into it, word by word.
package struct WordDifference: Equatable, Sendable {
    /// Words that follow one another and have all the same fate.
    package struct Run: Equatable, Sendable {
        /// What became of the words.
        package enum Kind: Sendable { case kept, removed, added }

        package var kind: Kind
        package var text: String
    }

    /// In the order of reading; of two that stand in the same place, what was removed comes first.
    package let runs: [Run]

    /// Two longer texts that differ nearly everywhere are shown as a whole, one instead of the other: nobody would read the mixture.
    private static let most = 400_000

    /// - Parameters:
    ///   - old: the text as it was.
    ///   - new: the text as it is.
    package init(from old: String, to new: String) {
        let old = WordDifference.words(of: old), new = WordDifference.words(of: new)
        var start = 0
        while start < min(old.count, new.count), old[start].word == new[start].word { start += 1 }
        var oldEnd = old.count, newEnd = new.count
        while oldEnd > start, newEnd > start, old[oldEnd - 1].word == new[newEnd - 1].word { (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1) }
        var writing = Writing()
        for word in new[..<start] { writing.add(.kept, word.text) }
        WordDifference.middle(old[start..<oldEnd], new[start..<newEnd], &writing)
        for word in new[newEnd...] { writing.add(.kept, word.text) }
        runs = writing.runs
    }

    private typealias Word = (word: Substring, text: String)

    /// Each with the spaces behind it, which do not count.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = [], rest = Substring(text)
        while !rest.isEmpty {
            let space = rest.prefix { $0.isWhitespace }
            let word = rest[space.endIndex...].prefix { !$0.isWhitespace }
            let behind = rest[word.endIndex...].prefix { $0.isWhitespace }
            words.append((word, String(words.isEmpty ? rest[..<behind.endIndex] : rest[word.startIndex..<behind.endIndex])))
            rest = rest[behind.endIndex...]
        }
        return words
    }

    /// The longest common subsequence (Wagner and Fischer 1974), on what common beginnings and ends have left.
    private static func middle(_ old: ArraySlice<Word>, _ new: ArraySlice<Word>, _ writing: inout Writing) {
        let old = Array(old), new = Array(new), width = new.count + 1
        guard old.count * new.count <= most else {
            for word in old { writing.add(.removed, word.text) }
            for word in new { writing.add(.added, word.text) }
            return
        }
        var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i * width + j] =
                    old[i].word == new[j].word
                    ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var i = 0, j = 0
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i].word == new[j].word {
                writing.add(.kept, new[j].text)
                (i, j) = (i + 1, j + 1)
            } else if i < old.count, j == new.count || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                writing.add(.removed, old[i].text)
                i += 1
            } else {
                writing.add(.added, new[j].text)
                j += 1
            }
        }
    }

    private struct Writing {
        var runs: [Run] = []

        mutating func add(_ kind: Run.Kind, _ text: String) {
            if runs.last?.kind == kind { runs[runs.count - 1].text += text } else { runs.append(Run(kind: kind, text: text)) }
        }
    }
}

extension [WordDifference.Run] {
    /// With what was removed struck out, and what was added underlined.
    ///
    /// - Parameter language: of the text; `nil` where nobody said it.
    package func markup(in language: Language?) -> Markup {
        element("span", Attribute.language(language)) {
            for run in self {
                switch run.kind {
                case .kept: Markup(run.text)
                case .removed: element("del", []) { run.text }
                case .added: element("ins", []) { run.text }
                }
            }
        }
    }
}
