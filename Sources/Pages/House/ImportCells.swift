import Exchange
import Journal
import Organisation

/// The cells of a line, read as what they should be. Each refuses with the name of its column.
///
/// An empty cell, or a column that the table has not, is `nil`: it says nothing and changes nothing.
extension CSVTable.Row {
    /// Cleaned like whatever is typed into a form.
    package func text(_ column: String) -> String? {
        let text = (self[column] ?? "").fromCell
        return text.isEmpty ? nil : text
    }

    /// - Parameter max: how many characters (Unicode scalars) it may have.
    package func text(_ column: String, max: Int) throws(Refusal) -> String? {
        guard let text = text(column) else { return nil }
        guard text.unicodeScalars.count <= max else { throw Refusal("pages.import.too-long", ["column": column, "max": "\(max)"]) }
        return text
    }

    /// Year, month, day: `2027-06-30`.
    package func day(_ column: String) throws(Refusal) -> Day? {
        try text(column).map { text throws(Refusal) in try read(text, column, as: "pages.import.not-a-day") { Day($0) } }
    }

    /// Written as the numbers of the file are.
    package func number(_ column: String, in range: ClosedRange<Double> = -1e15...1e15) throws(Refusal) -> Double? {
        try text(column).map { text throws(Refusal) in
            try read(text, column, as: "pages.import.not-a-number") { WrittenNumber($0, decimalMark: decimalMark).map(\.value).flatMap { range.contains($0) ? $0 : nil } }
        }
    }

    /// One of a closed list; spaces, hyphens and capitals do not matter.
    package func choice<Kind: RawRepresentable & CaseIterable>(_ column: String, of: Kind.Type = Kind.self) throws(Refusal) -> Kind?
    where Kind.RawValue == String {
        try text(column).map { text throws(Refusal) in
            let plain = text.lowercased().filter(\.isLetter)
            return try read(text, column, as: "pages.import.not-among", ["possible": Kind.allCases.map(\.rawValue.asWords).joined(separator: ", ")]) { _ in
                Kind.allCases.first { $0.rawValue.lowercased() == plain }
            }
        }
    }

    /// Of a thing; a word of addresses is none.
    package func id<Kind>(_ column: String) throws(Refusal) -> ID<Kind>? {
        try text(column).map { text throws(Refusal) in
            try read(text, column, as: "pages.import.not-an-id") { text in ID<Kind>(text).flatMap { $0.isAddress ? nil : $0 } }
        }
    }

    /// Several, with `;` or `|` between them.
    package func list(_ column: String) -> [String]? {
        text(column).map { text in
            text.split { $0 == ";" || $0 == "|" }.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        }
    }

    private func read<Value>(
        _ text: String, _ column: String, as key: String, _ more: [String: String] = [:], _ read: (String) -> Value?
    ) throws(Refusal) -> Value {
        guard let value = read(text) else {
            throw Refusal(key, more.merging(["column": column, "text": String(text.prefix(40))]) { own, _ in own })
        }
        return value
    }
}

extension Refusal {
    /// A cell that has to hold something is empty.
    package static func blank(_ column: String) -> Refusal { Refusal("pages.import.blank", ["column": column]) }
}

extension String {
    /// A name of the program as people write it in a table: `inProgress` becomes `in-progress`.
    package var asWords: String { reduce(into: "") { text, character in text += character.isUppercase ? "-\(character.lowercased())" : String(character) } }
}
