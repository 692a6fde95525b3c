import Exchange

/// What a file would make of one thing, cell by cell, for whoever looks before it is recorded.
package struct ImportChange: Sendable, Equatable {
    /// So many are shown; how many there are in all says the result.
    package static let shown = 50

    package struct Cell: Sendable, Equatable {
        package var column: String
        package var before: String
        package var after: String
    }

    /// What it is about, as its table names it.
    package var name: String
    package var isNew: Bool
    /// Those that differ.
    package var cells: [Cell]

    /// From a row of the table as it is and as it would be; `nil` where both read the same.
    package init?(_ name: String, columns: [String], before: [CSVCell]?, after: [CSVCell]) {
        let before = before?.map(\.plain) ?? []
        cells = zip(columns, after).enumerated().compactMap { index, pair in
            let old = before.indices.contains(index) ? before[index] : ""
            return old == pair.1.plain ? nil : Cell(column: pair.0, before: old, after: pair.1.plain)
        }
        guard !cells.isEmpty else { return nil }
        self.name = name
        isNew = before.isEmpty
    }
}
