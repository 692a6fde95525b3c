import Foundation
import Organisation

/// In what an indicator is counted, as people write it behind a number: `18 hours`.
struct WrittenUnits: Sendable {
    private let names: [String]
    /// Whether `22 %` can be meant: not where it is counted in hours.
    let mayBePercent: Bool

    init(_ indicator: Indicator) {
        let all = indicator.unit.texts.values.compactMap(\.text).filter { !$0.isEmpty }
        mayBePercent = indicator.kind == .percentage || all.isEmpty || all.contains { $0.contains("%") }
        // What begins otherwise could be a part of the number.
        names = all.filter { $0.first?.isLetter == true }
    }

    /// What is left of `18 hours`; a text without its unit is left as it is.
    func without(_ text: String) -> String {
        for name in names {
            if let unit = text.range(of: name, options: [.caseInsensitive, .anchored, .backwards]) { return String(text[..<unit.lowerBound]) }
        }
        return text
    }
}
