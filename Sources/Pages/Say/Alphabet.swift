import Foundation
import Organisation

/// In which order names stand in a language.
///
/// Comparing by the rules of a language is slow, and pages list the same names again and again: the orders of the lists sorted last are kept, under
/// a hash of the names, so that no words of people are.
enum Alphabet {
    private struct Key: Hashable {
        let language: Language
        let count: Int
        let hash: Int
    }

    private static let orders = Kept<Key, [Int]>(capacity: 200)

    /// The places of the names, in their order.
    static func order(of names: [String], in language: Language, _ locale: Locale) -> [Int] {
        guard names.count > 8 else { return sorted(names, locale) }
        // Of every process another: nobody can look for two lists that share one.
        var hasher = Hasher()
        for name in names { hasher.combine(name) }
        let key = Key(language: language, count: names.count, hash: hasher.finalize())
        return orders.value(for: key) { sorted(names, locale) }
    }

    private static func sorted(_ names: [String], _ locale: Locale) -> [Int] {
        names.indices.sorted { names[$0].compare(names[$1], options: [.caseInsensitive, .numeric], range: nil, locale: locale) == .orderedAscending }
    }
}
