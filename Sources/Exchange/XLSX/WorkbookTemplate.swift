/// What a workbook taken along from here says of itself on a hidden sheet, so that the wrong one is known when it comes in again.
package struct WorkbookTemplate: Hashable, Sendable {
    /// The present form of the tables.
    package static let currentVersion = 1
    static let sheet = "_portolan"
    static let mark = "portolan-table"

    /// Which table: `members`, `plan` …
    package let kind: String
    package let version: Int
    /// The identifier of the organisation from which it was taken along.
    package let organisation: String

    package init(kind: String, version: Int = WorkbookTemplate.currentVersion, organisation: String) {
        self.kind = kind
        self.version = version
        self.organisation = organisation
    }

    var rows: [(String, String)] { [(Self.mark, kind), ("version", "\(version)"), ("organisation", organisation)] }

    /// `nil` for a sheet that is not such a one.
    init?(_ rows: [SheetRow]) {
        let pairs = Dictionary(rows.compactMap { row in row.cells.count > 1 ? (row.cells[0], row.cells[1]) : nil }) { first, _ in first }
        guard let kind = pairs[Self.mark] else { return nil }
        self.init(kind: kind, version: pairs["version"].flatMap { Int($0) } ?? 0, organisation: String((pairs["organisation"] ?? "").prefix(80)))
    }
}
