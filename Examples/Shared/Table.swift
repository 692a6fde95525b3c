import Exchange
import Journal
import Organisation

/// One of the tables in `Tables/`, as it was built into the program.
struct Table {
    let name: String
    let rows: [Row]

    init(_ name: String, _ bytes: [UInt8]) throws {
        self.name = name
        rows = try CSVTable(bytes: bytes, limits: .standard).rows.map { Row(table: name, row: $0) }
    }

    struct Row {
        let table: String
        let row: CSVTable.Row

        /// The cell, empty where it or its column is.
        subscript(column: String) -> String { row[column] ?? "" }

        func text(_ column: String) throws -> String {
            let text = self[column]
            guard !text.isEmpty else { throw ExampleFault.missing(column, table: table, line: row.line) }
            return text
        }

        /// An identifier made of the cell: `R1-A1.1` becomes `r1-a1-1`.
        func id<Kind>(_ column: String) throws -> ID<Kind> {
            guard let id = ID<Kind>(slug: try text(column)) else { throw unreadable(column) }
            return id
        }

        func idIfAny<Kind>(_ column: String) throws -> ID<Kind>? { self[column].isEmpty ? nil : try id(column) }

        /// Several identifiers with blanks between them.
        func ids<Kind>(_ column: String) -> [ID<Kind>] { self[column].split(separator: " ").compactMap { ID<Kind>(slug: $0) } }

        func integer(_ column: String) throws -> Int {
            guard let number = Int(try text(column)) else { throw unreadable(column) }
            return number
        }

        func number(_ column: String) throws -> Double? {
            guard !self[column].isEmpty else { return nil }
            guard let number = Double(self[column]) else { throw unreadable(column) }
            return number
        }

        func day(_ column: String) throws -> Day? {
            guard !self[column].isEmpty else { return nil }
            guard let day = Day(self[column]) else { throw unreadable(column) }
            return day
        }

        func choice<Choice: RawRepresentable>(_ column: String) throws -> Choice where Choice.RawValue == String {
            guard let choice = Choice(rawValue: try text(column)) else { throw unreadable(column) }
            return choice
        }

        /// The texts in the columns `name_en`, `name_fr` ..., those that are there.
        func localized(_ name: String) -> Localized {
            Language.allCases.reduce(Localized.empty) { $0.with(self["\(name)_\($1)"], in: $1) }
        }

        func unreadable(_ column: String) -> ExampleFault { .unreadable(column, table: table, line: row.line) }
    }
}

/// The texts of an example in as many of the six languages as were written, by key.
struct Words {
    private let texts: [String: Localized]

    /// - Parameter bytes: a table with a column `key` and one for each language.
    init(_ name: String, _ bytes: [UInt8]) throws {
        texts = try Table(name, bytes).rows.reduce(into: [:]) { texts, row in
            texts[try row.text("key")] = Language.allCases.reduce(Localized.empty) { $0.with(row[$1.rawValue], in: $1) }
        }
    }

    /// What must be there.
    func callAsFunction(_ key: String) throws -> Localized {
        guard let text = texts[key] else { throw ExampleFault.noSuchWords(key) }
        return text
    }

    /// What may be missing.
    subscript(key: String) -> Localized { texts[key] ?? .empty }
}

extension Localized {
    /// With `%1`, `%2` ... replaced in every language.
    func filled(_ arguments: String...) -> Localized {
        mapped { text, _ in
            arguments.enumerated().reduce(text) { $0.replacing("%\($1.offset + 1)", with: $1.element) }
        }
    }

    /// Every text made over, language by language.
    func mapped(_ change: (String, Language) -> String) -> Localized {
        Localized(
            Dictionary(uniqueKeysWithValues: texts.map { ($0.key, Prose(change($0.value.text ?? "", $0.key))) }), original: original)
    }
}
