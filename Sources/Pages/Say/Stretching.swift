/// A pseudo-locale, for tests of the pages: words two fifths longer, with accents, in brackets.
///
/// What becomes too wide, is cut, or stands outside brackets though nobody wrote it, is found before a translator finds it. What is
/// filled in, such as `{name}`, is left as it is.
enum Stretching {
    static func of(_ text: String) -> String {
        var stretched = "["
        var isGap = false
        var surplus = 0
        for character in text {
            if character == "{" { isGap = true }
            stretched.append(isGap ? character : accents[character] ?? character)
            if character == "}" { isGap = false }
            guard !isGap, character.isLetter else { continue }
            surplus += 2
            // Within the words, not after them: a long word is what breaks a narrow column.
            if surplus >= 5 {
                surplus -= 5
                stretched.append(accents[character] ?? character)
            }
        }
        return stretched + "]"
    }

    private static let accents: [Character: Character] = [
        "a": "á", "c": "ç", "d": "ð", "e": "é", "g": "ğ", "i": "í", "l": "ł", "n": "ñ", "o": "ö", "s": "š", "u": "ü", "w": "ŵ", "y": "ý",
        "z": "ž",
        "A": "Â", "C": "Ç", "E": "É", "I": "Î", "O": "Ö", "S": "Š", "U": "Û",
    ]
}
