import Foundation
import Organisation

/// In what an indicator is counted, as people write it behind a number: `18 hours`.
struct WrittenUnits: Sendable {
    /// The longest first, so that none is taken for the end of another.
    private let names: [String]
    /// Whether nothing is said of what it is counted in.
    let isEmpty: Bool
    /// Whether `22 %` can be meant: not where it is counted in hours.
    let mayBePercent: Bool

    init(_ indicator: Indicator) {
        let all = indicator.unit.texts.values.compactMap(\.text).filter { !$0.isEmpty }
        mayBePercent = indicator.kind == .percentage || all.isEmpty || all.contains(where: WrittenUnits.isPercent)
        isEmpty = all.isEmpty
        let written = indicator.kind == .percentage ? all + WrittenUnits.percents : all
        // What begins otherwise could be a part of the number.
        names = written.filter { $0.first?.isLetter == true }.sorted { ($1.count, $1) < ($0.count, $0) }
    }

    /// What is left of `18 hours`; a text without its unit is left as it is.
    func without(_ text: String) -> String {
        for name in names {
            let options: String.CompareOptions = WrittenUnits.isWord(name) ? [.anchored, .backwards, .caseInsensitive] : [.anchored, .backwards]
            if let unit = text.range(of: name, options: options) { return String(text[..<unit.lowerBound]) }
        }
        return text
    }

    /// Of short units capitals are a part: `19 M` is not nineteen metres, nor 500 mW 500 MW.
    private static func isWord(_ name: String) -> Bool { name.count >= 4 && !name.dropFirst().contains(where: \.isUppercase) }

    private static func isPercent(_ name: String) -> Bool {
        let name = name.lowercased()
        return percents.contains { name.contains($0) }
    }

    /// The sign in its three forms, and the word in the six languages.
    private static let percents = ["%", "٪", "％", "percent", "per cent", "pour cent", "por ciento", "por cento", "процент", "процента", "процентов", "بالمئة", "بالمائة", "في المئة"]
}
