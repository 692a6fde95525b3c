import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Risks from a table: a line each, known again by their identifier or, where there is none, by their title.
struct RisksImport: Importing {
    let name = "risks"
    let title = "risks.import"
    let columns = RiskColumn.allCases.map(\.described)

    static let limits = CSVLimits(bytes: 12 << 20, columns: 60, rows: 10_000, cellBytes: 32 << 10)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation, limits: Self.limits)
        var reading = RiskRows(organisation, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}
