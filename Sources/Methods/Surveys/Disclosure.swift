/// Which of several groups may be shown, when fewer than `least` may not be, and the sum of all is known.
///
/// Those that are hidden must not follow from the others: together they are hidden only if there are enough of them, or else the smallest of those shown is
/// hidden with them. A group of nobody hides nothing. Source: complementary suppression; Hundepool and others, "Statistical Disclosure Control", 2012, 4.
package func disclosed(_ counts: [Int], least: Int) -> [Bool] { disclosed(counts, withheld: 0, least: least) }

/// The same where the sum also holds some who are never shown by themselves.
///
/// - Parameters:
///   - candidates: which groups may be shown at all, whatever their number; all where it is empty.
///   - withheld: how many they are.
package func disclosed(_ counts: [Int], candidates: [Bool] = [], withheld: Int, least: Int) -> [Bool] {
    let first = counts.enumerated().map { place, count in count == 0 || (count >= least && (candidates.isEmpty || candidates[place])) }
    return Array(disclosed(counts + [withheld], isShown: first + [withheld == 0], least: least).dropLast())
}

private func disclosed(_ counts: [Int], isShown first: [Bool], least: Int) -> [Bool] {
    var isShown = first
    while true {
        let hidden = zip(counts, isShown).filter { !$0.1 }.map(\.0)
        guard !hidden.isEmpty, hidden.count == 1 || hidden.reduce(0, +) < least,
            let next = counts.indices.filter({ isShown[$0] && counts[$0] > 0 }).min(by: { (counts[$0], $0) < (counts[$1], $1) })
        else { return isShown }
        isShown[next] = false
    }
}
