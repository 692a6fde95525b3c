import Exchange
import Journal
import Organisation

/// A table on its way in through a door: opened, and known not to be another one.
package struct ImportTable: Sendable {
    package let table: CSVTable
    private let stranger: String?

    /// - Parameter door: the import's name: a workbook that was taken along as another table is refused.
    package init(_ bytes: [UInt8], for door: String, into organisation: Organisation, limits: CSVLimits) throws(Refusal) {
        do { table = try CSVTable(bytes: bytes, limits: limits, kind: door) } catch { throw Refusal(error.key, error.arguments.mapValues(\.asTyped)) }
        stranger = table.template.flatMap { $0.organisation == organisation.id.text ? nil : $0.organisation }
    }

    /// The result with the cells of a workbook named, and with what is to be said of the file as a whole.
    package func finished(_ result: ImportResult) -> ImportResult {
        var result = result
        for index in result.remarks.indices {
            guard let column = result.remarks[index].column else { continue }
            // A fault can also name a field of the form, which the table has not.
            guard table.hasColumn(column) else { result.remarks[index].column = nil; continue }
            guard let line = result.remarks[index].line, let cell = table.cell(column, line: line) else { continue }
            result.remarks[index].arguments["cell"] = cell
        }
        if let stranger { result.remarks.insert(ImportRemark(.noted, line: nil, "pages.import.of-another", ["organisation": stranger]), at: 0) }
        return result
    }
}
