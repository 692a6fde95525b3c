import Exchange
import Journal
import Organisation

/// The customs scores of the Logistics Performance Index as a file for the import of values.
///
/// Every row of the table is in it, also those of countries that are no Members: they go by the name in the source and are refused by it, so that
/// the import's own report says who is missing. Old codes are mapped; where there is nothing to map to (Serbia and Montenegro), nothing is.
///
/// - Throws: `ExampleFault` where a table of the examples is damaged.
package func wcoValuesFile() throws -> [UInt8] {
    let members = Set(try Table("members", PackageResources.wco_members_csv).rows.map { try $0.text("iso3") })
    let mapped = try Table("codes", PackageResources.wco_codes_csv).rows.reduce(into: [String: (code: String, note: String)]()) {
        $0[try $1.text("obsolete")] = (try $1.text("iso3"), $1["note"])
    }
    var file = CSVWriter(separator: .comma, formulaGuard: false, byteOrderMark: false, decimalMark: .point)
    file.write(["indicator", "period", "member", "value", "note", "evidence", "judged"].map { .text($0) })
    for row in try Table("lpi", PackageResources.wco_lpi_customs_csv).rows {
        let code = try row.text("iso3")
        let year = try row.text("year")
        let country = try row.text("country")
        let score = try row.text("customs")
        let known = mapped[code]
        let member = known?.code ?? (members.contains(code) ? code : country)
        let evidence = "World Bank, Logistics Performance Index \(year), CC BY 4.0"
        file.write([lpiCode, year, member, unambiguous(score), known?.note ?? "", evidence, ""].map { .text($0) })
    }
    return file.bytes
}

/// Three digits after the mark could be thousands: a further zero says that they are not.
private func unambiguous(_ score: String) -> String {
    score.split(separator: ".").last?.count == 3 ? score + "0" : score
}
