import Journal
import Organisation
import Pages

/// What a file would bring, and, where it is not a dry run, what is recorded: its events and the report of it.
func decideImport(_ door: any Importing, _ submission: Submission) throws -> Outcome {
    guard let upload = submission.entered.uploads["file"] else { throw Refusal("dataexchange.refusal.no-file", field: "file") }
    let result = try door.read(upload.bytes, into: submission.organisation, today: submission.today)
    let report = ImportReport(kind: door.name, fileName: upload.fileName, result)
    guard !result.proposals.isEmpty else { return .show { visit in dryRunPage(door, report, result.changes, visit) } }
    if submission.entered.flag("dry-run") {
        let button = Saying("dataexchange.record", ["n": .count(report.new + report.changed)])
        return .propose(button: button, without: "dry-run") { visit, button in dryRunPage(door, report, result.changes, visit, button) }
    }
    let id: ID<ImportReport> = submission.newID()
    return .record(
        result.proposals + [Proposal(Imports.self, .recorded(id: id, report))], then: "imports/reports/\(id)",
        notice: Saying("dataexchange.recorded", ["n": .count(result.new + result.changed), "refused": .number(Double(result.refused), digits: 0)]))
}

/// The report of an import made elsewhere than in the browser, to be recorded with what it brought.
package func importReport(kind: String, fileName: String, _ result: ImportResult, id: String) -> Proposal {
    Proposal(Imports.self, .recorded(id: ID(id) ?? ID("report"), ImportReport(kind: kind, fileName: fileName, result)))
}
