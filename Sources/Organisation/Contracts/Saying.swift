import Journal

/// A key among the words with what goes into its gaps, so that it is said in the reader's language later.
package struct Saying: Sendable, Equatable {
    package enum Argument: Sendable, Equatable {
        case text(String)
        case content(Localized)
        case count(Int)
        case number(Double, digits: Int)
        case day(Day)
        /// Another key among the words.
        case word(String)
        /// Several of them, as a list.
        case words([String])
        /// With its unit behind it, where it has one.
        case amount(Double, unit: Localized)
        /// By name for as long as the account has one: names are not in the journal.
        case person(ID<Actor>)
    }

    package var key: String
    package var arguments: [String: Argument]

    /// Where there is an argument `n` that is a count, the key has plural forms.
    package init(_ key: String, _ arguments: [String: Argument] = [:]) {
        self.key = key
        self.arguments = arguments
    }
}
