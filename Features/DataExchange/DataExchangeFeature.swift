import Journal
import Organisation
import Pages

/// The doors for files, in and out. Which there are comes from the features; here is what they share: dry run, report, template, and the
/// page from which everything can be taken along.
///
/// - Parameter doors: the imports of all features, handed in where the features are listed.
package func dataExchange(doors: [any Importing]) -> Feature {
    var feature = Feature(name: "DataExchange", words: PackageResources.words)
    feature.chapters = [Imports.self]
    feature.navigation = [
        NavigationEntry(.together, "dataexchange.title", path: "imports", audience: .roles(importers), order: 90),
        NavigationEntry(.together, "pages.take-along", path: "exports", audience: .everyone, order: 91),
    ]
    feature.tellings = [Telling(Imports.self) { told($0, doors) }]
    feature.search = reportSearch
    feature.keepReport = { kind, fileName, result, id in importReport(kind: kind, fileName: fileName, result, id: id) }
    feature.routes =
        [
            .page("imports", .planners) { visit in importsPage(doors, visit) },
            .page("imports/reports/{report}", .planners, reportPage),
            .page("exports", .everyone) { exportsPage($0) },
            .answer("exports/{file}", .everyone) { try exportedTable($0) },
            .page("exports/{documents}/{choice}", .everyone, effort: .export) { try documentPage($0) },
            .file("exports/{documents}/{choice}/{form}/{language}", .everyone) { try exportedDocument($0) },
        ]
        + doors.flatMap { door in
            [
                Route.form("imports/\(door.name)", .planners, show: { visit in importForm(door, visit) }, decide: { try decideImport(door, $0) }),
                Route.file("imports/\(door.name)/template", .planners) { visit in template(door, visit) },
                Route.file("imports/\(door.name)/template.xlsx", .planners) { visit in try workbookTemplate(door, visit) },
            ]
        }
    return feature
}

/// Who brings files in: those whom `Access.planners` admits.
let importers: [Role] = [.administrator, .planner]

/// What a door is called: what came in through one that is no longer there is only a file.
func title(of kind: String, among doors: [any Importing]) -> String { doors.first { $0.name == kind }?.title ?? "dataexchange.file" }

private func told(_ event: Imports.Event, _ doors: [any Importing]) -> Told {
    switch event {
    case .recorded(_, let report):
        Told(
            Saying(
                "dataexchange.told", ["kind": .word(title(of: report.kind, among: doors)), "n": .count(report.new + report.changed), "file": .text(report.fileName.text ?? "…")]),
            about: [], audience: .roles(importers))
    }
}
