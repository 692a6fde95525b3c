/// What of a short text is compared: the beginnings of its words, and pairs of neighbours where words are not set apart.
struct TextFeatures {
    private(set) var counts: [String: Int] = [:]
    /// How often it says *not*.
    private(set) var negations = 0

    /// As many letters of a word count: its forms in most languages begin alike.
    private static let beginning = 5

    /// - Parameter folded: lower case without accents, words apart by single spaces.
    init(_ folded: String) {
        for word in folded.split(separator: " ") {
            if TextFeatures.negatives.contains(String(word)) { negations += 1 }
            let scalars = Array(word.unicodeScalars)
            if scalars.contains(where: TextFeatures.isUnspaced) {
                if scalars.count == 1 { count(scalars[...]) }
                for place in scalars.indices.dropLast() { count(scalars[place...(place + 1)]) }
            } else {
                count(scalars.prefix(TextFeatures.beginning))
            }
        }
    }

    private mutating func count(_ scalars: ArraySlice<Unicode.Scalar>) {
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars)
        counts[String(name), default: 0] += 1
    }

    /// Han, kana and Thai are written without spaces.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x0E00...0x0E7F: true
        default: false
        }
    }

    /// Of the six languages of the interface, folded; `t` and `n` are what is left of *don't* and *n'est*.
    private static let negatives: Set<String> = Set(
        """
        not no never nothing none without cannot t oppose opposed against stop only ni nunca nada sin contra n ne pas non sans jamais contre nem nao sem \
        не нет без против ни لا ليس لم لن غير دون ضد
        """.split(separator: " ").map(String.init))
}
