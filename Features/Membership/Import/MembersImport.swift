import Exchange
import Journal
import Organisation
import Pages

/// The table of members: one line each, matched by code.
struct MembersImport: Importing {
    let name = "members"
    let title = "membership.import.members"
    let columns = MemberColumn.allCases.map(\.described)

    /// No organisation has more members than this; a table that has is something else.
    static let limits = CSVLimits(bytes: 4 << 20, columns: 60, rows: 3_000, cellBytes: 16 << 10)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation, limits: Self.limits)
        var reading = MembersReading(organisation[Register.self], language: organisation.firstLanguage, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.finished)
    }
}
