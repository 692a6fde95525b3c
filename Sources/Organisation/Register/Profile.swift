import Journal

/// What the organisation is.
package struct Profile: Equatable, Codable, Sendable {
    package var name: Localized
    package var acronym: String
    /// One or two sentences for its public face.
    package var summary: Localized
    /// Everything about it is made up, and every page says so.
    package var isInvented: Bool
    /// Made by `--example`: its people may be signed in as with one click on a loopback address.
    package var isExample: Bool
    package var languages: [Language]
    /// The first month of its financial year, 1 to 12: reporting years need not be calendar years.
    package var financialYearStarts: Int
    /// Whether people who have not signed in may read its public face, members and plan.
    package var isPublic: Bool
    /// Where its facts come from, for real organisations.
    package var source: Localized

    package init(
        name: Localized, acronym: String, summary: Localized = .empty, isInvented: Bool = false, isExample: Bool = false,
        languages: [Language] = Language.allCases, financialYearStarts: Int = 1, isPublic: Bool = true, source: Localized = .empty
    ) {
        self.name = name
        self.acronym = acronym
        self.summary = summary
        self.isInvented = isInvented
        self.isExample = isExample
        self.languages = languages
        self.financialYearStarts = financialYearStarts
        self.isPublic = isPublic
        self.source = source
    }
}

extension Register {
    /// The languages in which content is written here, the organisation's first language first; never none.
    package var languages: [Language] {
        let chosen = profile?.languages ?? []
        return chosen.isEmpty ? Language.allCases : chosen
    }

    /// The first of them: that of tables, of which a column holds texts of one language.
    package var firstLanguage: Language { languages.first ?? .en }
}

extension Organisation {
    /// As the register has them.
    package var languages: [Language] { self[Register.self].languages }

    /// As the register has it.
    package var firstLanguage: Language { self[Register.self].firstLanguage }
}
