import Exchange
import Journal
import Organisation
import Pages

/// Values from a table: one row for each indicator, period and Member; empty cells stay missing, and nothing is ever withdrawn.
struct ValuesImport: Importing {
    let name = "values"
    let title = "monitoring.import.values"

    let columns = [
        ImportColumn("indicator", required: true, help: "monitoring.column.indicator", example: "KPI-1"),
        ImportColumn("period", required: true, help: "monitoring.column.period", example: "2025-07-01/2026-06-30"),
        ImportColumn("member", help: "monitoring.column.member", example: "FRA"),
        ImportColumn("value", required: true, help: "monitoring.column.value", example: "41.5"),
        ImportColumn("note", help: "monitoring.column.note", example: "Estimate"),
        ImportColumn("evidence", help: "monitoring.column.evidence", example: "https://example.org/report.pdf"),
        ImportColumn("judged", help: "monitoring.column.judged", example: "met", choices: ["met", "not met"]),
        ImportColumn("reason", help: "monitoring.column.reason", example: "Three of four steps were taken"),
    ]

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, numbers: ["value"], into: organisation)
        var reading = ValuesReading(organisation, file.table, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}
