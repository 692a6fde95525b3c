import Exchange
import Journal
import Organisation
import Pages

/// Indicator sheets as a table. An indicator with several targets has several rows with the same identifier.
struct IndicatorTableImport: Importing {
    let name = "indicators"
    let title = "planning.import.indicators"
    let columns: [ImportColumn] =
        [
            ImportColumn("id", required: true, help: "planning.column.id", example: "so1-time"),
            ImportColumn("objective", required: true, help: "planning.column.objective", example: "so1"),
            ImportColumn("title", required: true, help: "planning.column.title", example: "Average release time"),
        ]
        + [
            ("code", "help.code", "KPI 1.1"), ("level", "field.level", "outcome"), ("kind", "field.kind", "number"),
            ("unit", "field.unit", "hours"), ("direction", "field.direction", "down"), ("reporting", "field.reporting", "by-member"),
            ("aggregation", "field.aggregation", "median"), ("baseline", "help.baseline", "52"), ("baseline_on", "field.baselineOn", "2025-06-30"),
            ("target", "column.target", "24"), ("target_low", "help.target-low", ""), ("target_high", "help.target-high", ""),
            ("target_text", "help.target-text", ""), ("target_by", "help.target-by", "2028-06-30"), ("tolerance", "help.tolerance", ""),
            ("weight", "help.weight", "1"), ("every_months", "help.every-months", "12"),
            ("responsible", "field.responsible", "Compliance and Facilitation"), ("definition", "field.definition", "From arrival to release"),
            ("formula", "field.formula", ""), ("source", "field.dataSource", ""), ("method", "field.method", "Time release study"),
            ("verification", "field.verification", ""), ("limitations", "field.limitations", ""), ("sdg", "help.sdg", "17.10"),
            ("disclosure", "help.disclosure", "everyone"),
        ].map { ImportColumn($0.0, help: "planning.\($0.1)", example: $0.2, choices: IndicatorTableImport.choices(for: $0.0)) }

    private static func choices(for column: String) -> [String] {
        let all: [String] =
            switch column {
            case "level": Indicator.Level.allCases.map(\.rawValue)
            case "kind": Indicator.Kind.allCases.map(\.rawValue)
            case "direction": Indicator.Direction.allCases.map(\.rawValue)
            case "reporting": Indicator.Reporting.allCases.map(\.rawValue)
            case "aggregation": Indicator.Aggregation.allCases.map(\.rawValue)
            case "disclosure": Indicator.Disclosure.allCases.map(\.rawValue)
            default: []
            }
        return all.map(\.asWords)
    }

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let numbers = ["baseline", "target", "target_low", "target_high", "tolerance", "weight"]
        let file = try ImportTable(bytes, for: self, numbers: numbers, into: organisation)
        var mapping = IndicatorTableMapping(organisation, today: today)
        mapping.map(file.rows)
        return file.finished(mapping.report.finished(against: organisation[Plan.self], mapping.names))
    }
}
