import Exchange
import Journal
import Organisation
import Pages

/// All doors with what they take, and what has come in through them.
func importsPage(_ doors: [any Importing], _ visit: Visit) -> Page {
    let say = visit.say, reports = visit.organisation[Imports.self].inOrder
    return Page(say("dataexchange.title"), place: "imports") {
        p(.class("lede")) { say("dataexchange.lede") }
        div(.class("grid")) {
            for door in doors {
                sheet(say(door.title), width: 4) {
                    p { say("\(door.title).why") }
                    div(.class("actions")) { visit.control(.planners, "imports/\(door.name)", say("dataexchange.open"), quiet: false) }
                }
            }
        }
        h2 { say("dataexchange.reports") }
        if reports.isEmpty { p { say("dataexchange.no-reports") } } else { reportTable(reports, visit) }
    }
}

private func reportTable(_ reports: [(id: ID<ImportReport>, report: ImportReport)], _ visit: Visit) -> Markup {
    let say = visit.say
    return scrollingTable(say("dataexchange.reports"), id: "reports") {
        headings([
            (say("dataexchange.when"), false), (say("dataexchange.what"), false), (say("dataexchange.who"), false), (say("dataexchange.new"), true),
            (say("dataexchange.changed"), true), (say("dataexchange.same"), true), (say("dataexchange.refused"), true),
        ])
        tbody {
            for (id, report) in reports {
                tr {
                    td { link(visit.path("imports/reports/\(id)")) { report.at.map { say.moment($0) } ?? "–" } }
                    td {
                        say(title(of: report.kind, among: visit.house.imports)); void("br"); small { report.fileName.text ?? "…" }
                    }
                    td { report.by.map { visit.name(of: $0) } ?? "–" }
                    for count in [report.new, report.changed, report.same, report.refused] { td(.class("n")) { say.number(count) } }
                }
            }
        }
    }
}

func importForm(_ door: any Importing, _ visit: Visit) -> Form {
    let say = visit.say
    return Form(
        say(door.title), lede: say("\(door.title).why"), place: "imports",
        trail: [(say("dataexchange.title"), "imports")], submit: say("dataexchange.read"), cancel: "imports",
        fields: [
            Field("file", say("dataexchange.file"), .file, required: true, help: say("dataexchange.file-help")),
            Field("dry-run", say("dataexchange.dry-run"), .flag, value: "yes", help: say("dataexchange.dry-run-help")),
        ]
    ) {
        if !door.columns.isEmpty { columnTable(door, visit) }
    }
}

private func columnTable(_ door: any Importing, _ visit: Visit) -> Markup {
    let say = visit.say
    return details {
        summary { say("dataexchange.columns", count: door.columns.count) }
        ul(.class("chips")) {
            li { link(visit.path("imports/\(door.name)/template")) { say("dataexchange.template") } }
            li { link(visit.path("imports/\(door.name)/template.xlsx")) { say("dataexchange.template-workbook") } }
        }
        scrollingTable(say("dataexchange.columns-caption"), id: "columns") {
            headings([(say("dataexchange.column"), false), (say("dataexchange.column-help"), false), (say("dataexchange.example"), false)])
            tbody {
                for column in door.columns {
                    tr {
                        th(.scope("row")) {
                            column.name; if column.isRequired { " *" }
                        }
                        td { say(column.help) }
                        td { element("bdi", []) { column.example } }
                    }
                }
            }
        }
    }
}

/// The same as a workbook: with the columns explained on a sheet of their own, and choices to pick from.
func workbookTemplate(_ door: any Importing, _ visit: Visit) throws -> File {
    var file = try EmptyTable(name: door.name, all: door.columns).file(.workbook, for: visit)
    file.name = "\(door.name).xlsx"
    return file
}

/// A table without rows, for those who begin.
private struct EmptyTable: Exporting {
    let name: String
    let title = ""
    let all: [ImportColumn]

    func columns(for organisation: Organisation) -> [ImportColumn] { all }
    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) rethrows {}
}

/// The empty table with its header and one example line.
func template(_ door: any Importing, _ visit: Visit) -> File {
    var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
    writer.write(door.columns.map { .text($0.name) })
    writer.write(door.columns.map { .text($0.example) })
    return File(name: "\(door.name).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
}
