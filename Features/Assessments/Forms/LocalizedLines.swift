import Journal
import Organisation
import Pages

/// Several short texts in one field, a line each: in every language as many lines as in the original.
enum LocalizedLines {
    static func joined(_ texts: [Localized]) -> Localized {
        guard let first = texts.first else { return .empty }
        let languages = Set(texts.flatMap(\.texts.keys))
        let lines = languages.map { language in (language, Prose(texts.map { $0.texts[language]?.text ?? "" }.joined(separator: "\n"))) }
        return Localized(Dictionary(uniqueKeysWithValues: lines), original: first.original)
    }

    /// What stands is kept where a line says the same, with what is known of its translations.
    static func entered(_ name: String, present: [Localized], max most: Int, longest: Int, _ submission: Submission) throws -> [Localized] {
        let whole = try submission.entered.localized(name, present: joined(present), max: most * (longest + 1), required: true), original = lines(of: whole, in: whole.original)
        if original.isEmpty { throw Refusal("pages.refusal.required", field: name, ofFieldAlone: true) }
        if original.count > most { throw Refusal("assessments.refusal.too-many-lines", ["most": "\(most)"], field: name, ofFieldAlone: true) }
        if original.contains(where: \.isEmpty) { throw Refusal("assessments.refusal.empty-line", field: name, ofFieldAlone: true) }
        var texts: [Localized] = places(of: original, among: present).map { $0.map { present[$0] } ?? .empty }
        for language in [whole.original] + whole.texts.keys.filter({ $0 != whole.original }).sorted() {
            let own = lines(of: whole, in: language)
            if own.isEmpty { continue }
            guard own.count == original.count else {
                throw Refusal("assessments.refusal.lines-differ", ["language": language.ownName, "n": "\(own.count)", "of": "\(original.count)"], field: name, ofFieldAlone: true)
            }
            for (index, line) in own.enumerated() {
                if line.unicodeScalars.count > longest { throw Refusal("pages.refusal.too-long", ["max": "\(longest)"], field: name, ofFieldAlone: true) }
                guard line != texts[index].texts[language]?.text ?? "" else { continue }
                texts[index] = texts[index].isEmpty ? Localized(line, language) : texts[index].with(line, in: language)
            }
        }
        return texts
    }

    /// Which of those that stood each line is: the one that said the same, or else the one in its place, where that is said nowhere any more.
    static func places(of lines: [String], among present: [Localized]) -> [Int?] {
        var free = Set(present.indices)
        var places = lines.map { line -> Int? in
            let same = free.filter { present[$0].texts[present[$0].original]?.text == line }.min()
            if let same { free.remove(same) }
            return same
        }
        for index in places.indices where places[index] == nil { places[index] = free.remove(index) }
        return places
    }

    static func places(of texts: [Localized], among present: [Localized]) -> [Int?] { places(of: texts.map { $0.texts[$0.original]?.text ?? "" }, among: present) }

    private static func lines(of text: Localized, in language: Language) -> [String] {
        var lines = (text.texts[language]?.text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}

extension String {
    var trimmed: String { String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
}
