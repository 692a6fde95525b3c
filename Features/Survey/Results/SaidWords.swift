import Organisation

/// The words of what Members said, each counted once for a Member however often it said it.
struct SaidWords {
    /// A word as it is counted: in small letters, in the language in which it was probably said.
    struct Word: Hashable {
        let text: String
        /// `nil` where it does not show.
        let language: Language?
    }

    /// The most said first; by how many Members.
    let counts: [(word: Word, members: Int)]

    /// Nobody looks at more than these.
    private static let most = 20

    /// - Parameters:
    ///   - texts: what each Member said.
    ///   - least: words of fewer Members are left out, and those of one alone in any case.
    init(_ texts: [String], least: Int) {
        var members: [Word: Int] = [:]
        for text in texts { for word in SaidWords.words(of: text) { members[word, default: 0] += 1 } }
        // A text too short to show its language says the words of those that do.
        for (word, count) in members where word.language == nil {
            let known = members.filter { $0.key.text == word.text && $0.key.language != nil }
            guard let most = known.max(by: { ($0.value, $1.key.language?.rawValue ?? "") < ($1.value, $0.key.language?.rawValue ?? "") })?.key else { continue }
            members[most, default: 0] += count
            members[word] = nil
        }
        let said = members.filter { $0.value >= max(2, least) }.map { (word: $0.key, members: $0.value) }
        counts = Array(said.sorted { ($1.members, $0.word.text, $0.word.language?.rawValue ?? "") < ($0.members, $1.word.text, $1.word.language?.rawValue ?? "") }.prefix(SaidWords.most))
    }

    /// What stands in a text, each word once, without those that are in every text.
    static func words(of text: String) -> Set<Word> {
        let tokens = tokens(of: text), language = language(of: tokens), stops = StopWords.of(language)
        return Set(tokens.filter { $0.count > 1 && $0.contains(where: \.isLetter) && !stops.contains($0) }.map { Word(text: $0, language: language) })
    }

    /// Letters and digits of any script that stand together, in small letters; marks stay where they change the word.
    static func tokens(of text: String) -> [String] {
        var tokens: [String] = [], token = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .format: continue
            case .dashPunctuation where !token.isEmpty && scalar != "–" && scalar != "—": token.unicodeScalars.append("-")
            case _ where scalar == "'" || scalar == "’": token.unicodeScalars.append("'")
            // Arabic vowel signs and the stretching of a line do not make another word.
            case _ where (0x064B...0x065F).contains(scalar.value) || scalar.value == 0x0670 || scalar.value == 0x0640: continue
            case .nonspacingMark, .spacingMark, .decimalNumber: token.unicodeScalars.append(scalar)
            case _ where scalar.properties.isAlphabetic: token.unicodeScalars.append(scalar)
            default:
                tokens.append(token)
                token = ""
            }
        }
        return (tokens + [token]).compactMap(plain)
    }

    /// Without what is only written together with it: *l’administration*, *Member’s*.
    private static func plain(_ token: String) -> String? {
        var word = token.lowercased()[...]
        if word.hasSuffix("n't") { return nil }
        let parts = word.split(separator: "'", maxSplits: 1)
        if parts.count == 2 { word = parts[0].count <= 2 ? parts[1] : parts[0] } else if let only = parts.first { word = only }
        let trimmed = word.drop { $0 == "-" }
        let end = trimmed.lastIndex { $0 != "-" }
        let clean = end.map { String(trimmed[...$0]).replacing("'", with: "") } ?? ""
        return clean.isEmpty ? nil : clean
    }

    /// By its script, or by which language's small words it has most of.
    private static func language(of tokens: [String]) -> Language? {
        let letters = tokens.lazy.compactMap { $0.unicodeScalars.first?.value }
        if letters.contains(where: { (0x0600...0x06FF).contains($0) }) { return .ar }
        if letters.contains(where: { (0x0400...0x04FF).contains($0) }) { return .ru }
        let hits = [Language.en, .fr, .es, .pt].map { language in (language, tokens.count(where: StopWords.of(language).contains)) }
        guard let best = hits.max(by: { $0.1 < $1.1 }), best.1 > 0, hits.count(where: { $0.1 == best.1 }) == 1 else { return nil }
        return best.0
    }
}
