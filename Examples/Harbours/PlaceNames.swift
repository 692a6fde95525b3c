import Organisation

/// Makes up names of places that do not exist, each region with sounds of its own.
struct PlaceNames {
    private var random: Chance
    private var taken: Set<String> = []

    init(seed: UInt64) { random = Chance(seed: seed, for: "place names") }

    /// Two or three syllables, unlike any name given before. After many failures a syllable more is allowed, so that it always ends.
    mutating func next(_ sounds: Sounds) -> String {
        var attempts = 0
        while true {
            let name = candidate(sounds, syllables: (random.unit() < 0.25 ? 2 : 3) + attempts / 200)
            attempts += 1
            guard !PlaceNames.isRefused(name), taken.insert(name).inserted else { continue }
            return name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    private mutating func candidate(_ sounds: Sounds, syllables: Int) -> String {
        var name = random.unit() < 0.15 ? (random.pick(sounds.vowels) ?? "") : ""
        for syllable in 1...syllables {
            name += (random.pick(sounds.onsets) ?? "") + (random.pick(sounds.vowels) ?? "")
            if syllable == syllables || random.unit() < 0.15 { name += random.pick(sounds.codas) ?? "" }
        }
        return name
    }

    /// What a region's names are made of.
    struct Sounds {
        var onsets, vowels, codas: [String]
    }

    /// Pieces that would read as a rude word or a real place in one of the languages, and real names that the sounds can happen to make.
    private static func isRefused(_ name: String) -> Bool {
        name.count < 6 || pieces.contains { name.contains($0) } || places.contains(name) || hasThreeAlike(name)
    }

    private static func hasThreeAlike(_ name: String) -> Bool {
        let letters = Array(name)
        return letters.indices.dropFirst(3).contains { letters[$0] == letters[$0 - 2] && letters[$0 - 1] == letters[$0 - 3] }
    }

    private static let pieces = [
        "bum", "kok", "kuk", "dod", "kaka", "caca", "pipi", "popo", "puta", "puto", "pute", "pedo", "peda", "nazi", "negr", "niga", "nig",
        "kurv", "suka", "hui", "huj", "bleda",
        "merda", "merd", "fuk", "fut", "kul", "kon", "pis", "tit", "anal", "anus", "sex", "rape", "dik", "dil", "fag", "kunt", "moro",
        "homo", "tara",
        "loka", "loko", "lul", "kut", "mor", "tod", "mort", "satan", "hitl", "stal", "lenin", "moni", "kopro", "manda", "sisi", "nono",
        "kill",
    ]

    private static let places: Set<String> = [
        "oman", "iran", "irak", "malta", "mali", "panama", "samoa", "tonga", "lima", "roma", "manila", "malaga", "malaka", "sevilla",
        "verona",
        "modena", "ravena", "ankona", "katanga", "kalamata", "patras", "larnaka", "marsala", "salerno", "taranto", "toronto", "dakar",
        "kanada",
        "kuba", "haifa", "honolulu", "nauru", "palau", "tuvalu", "vanuatu", "apia", "suva", "lagos", "accra", "luanda", "malawi",
        "rotterdam",
        "bergen", "stavern", "hobro", "gavle", "ibiza", "porto", "oslo", "lisboa", "odesa", "varna", "konstanta", "sumatra", "madras",
        "karela",
        "kerala", "malabar", "manama", "salalah", "aden", "tripoli", "tobruk", "elat", "izmir", "adana", "ankara", "samara", "saratov",
        "astana",
        "verden", "sofia", "kordoba", "granada", "almeria", "menton", "toulon", "nantes", "kaluga", "tomsk", "omsk", "riga", "narva",
        "tallin",
    ]
}

extension PlaceNames {
    /// A made-up name in the scripts of the six languages.
    static func localized(_ name: String) -> Localized {
        Language.allCases.reduce(Localized.empty) { names, language in
            switch language {
            case .ar: names.with(spelt(name, arabic), in: .ar)
            case .ru: names.with(spelt(name, cyrillic), in: .ru)
            default: names.with(name, in: language)
            }
        }
    }

    private static func spelt(_ name: String, _ letters: [Character: String]) -> String {
        let lower = Array(name.lowercased())
        var text = lower.first.flatMap { letters[Character($0.uppercased())] } ?? ""
        for letter in lower.dropFirst() { text += letters[letter] ?? "" }
        return text
    }

    /// Capital keys are for the first letter of a name.
    private static let cyrillic: [Character: String] = letters(
        "abdefghiklmnoprstuvz", Array("абдефгхиклмнопрстувз").map { String($0) },
        initials: Array("АБДЭФГХИКЛМНОПРСТУВЗ").map { String($0) })

    private static let arabic: [Character: String] = letters(
        "abdefghiklmnoprstuvz", ["ا", "ب", "د", "ي", "ف", "غ", "ه", "ي", "ك", "ل", "م", "ن", "و", "ب", "ر", "س", "ت", "و", "ف", "ز"],
        initials: ["أ", "ب", "د", "إي", "ف", "غ", "ه", "إي", "ك", "ل", "م", "ن", "أو", "ب", "ر", "س", "ت", "أو", "ف", "ز"])

    private static func letters(_ latin: String, _ inside: [String], initials: [String]) -> [Character: String] {
        var table: [Character: String] = [:]
        for (letter, (inner, initial)) in zip(latin, zip(inside, initials)) {
            table[letter] = inner
            table[Character(letter.uppercased())] = initial
        }
        return table
    }
}
