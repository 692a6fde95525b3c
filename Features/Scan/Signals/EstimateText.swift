import Exchange
import Journal
import Organisation
import Pages

/// Estimates as people write them: “3”, “2-4”, “2-3-5”.
extension Estimate {
    /// Dashes of every length, and “to” as a slash.
    private static let marks: Set<Character> = ["-", "–", "—", "/", "…"]

    /// - Parameter text: whole numbers from 1 to 5 in the digits of any language; of two the likely one lies in the middle, rounded up.
    init?(written text: String, decimalMark: DecimalMark) {
        let numbers = text.split(omittingEmptySubsequences: false) { Estimate.marks.contains($0) }.map { WrittenNumber(String($0), decimalMark: decimalMark)?.value }
        let whole = numbers.compactMap { $0.flatMap { Int(exactly: $0) } }
        // Before anything is added up: two numbers of nineteen digits have no sum.
        guard whole.count == numbers.count, whole.allSatisfy(Estimate.range.contains) else { return nil }
        switch whole.count {
        case 1: self.init(whole[0])
        case 2: self.init(low: whole[0], likely: (whole[0] + whole[1] + 1) / 2, high: whole[1])
        case 3: self.init(low: whole[0], likely: whole[1], high: whole[2])
        default: return nil
        }
    }

    /// The same again, as it is read back.
    var written: String { isRange ? "\(low)-\(likely)-\(high)" : "\(likely)" }
}

extension Entered {
    /// A judgement from 1 to 5, or a range of them.
    func estimate(_ name: String) throws(Refusal) -> Estimate? {
        let text = text(name)
        if text.isEmpty { return nil }
        guard let estimate = Estimate(written: text, decimalMark: language.decimalMark) else { throw Refusal("scan.refusal.estimate", field: name, ofFieldAlone: true) }
        return estimate
    }

    /// One of a closed list, or nothing.
    func optionalChoice<Kind: RawRepresentable>(_ name: String, of: Kind.Type = Kind.self) throws(Refusal) -> Kind? where Kind.RawValue == String {
        text(name).isEmpty ? nil : try choice(name)
    }
}
