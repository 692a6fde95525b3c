import Journal
import Organisation
import Pages

/// The values of one indicator as a table in the reader's language.
func valuesFile(_ visit: Visit) throws -> File {
    let id: ID<Indicator> = try visit.id("id")
    guard visit.sees(id) else { throw Missing() }
    var file = try ValuesExport(only: id).file(.spreadsheet, for: visit)
    file.name = "\(visit.organisation.id)-\(id)-values-\(visit.times.day).csv"
    return file
}
