import Exchange
import Organisation
import Pages

/// "Take it with you": every table and document that this reader can have, what each holds, and in which forms.
func exportsPage(_ visit: Visit) -> Page {
    let say = visit.say
    return Page(say("pages.take-along"), place: "exports") {
        p(.class("lede")) { say("dataexchange.exports.lede") }
        h2 { say("dataexchange.exports.tables") }
        p { say("dataexchange.exports.tables-help", ["language": say.language(visit.register.firstLanguage)]) }
        again(visit)
        div(.class("grid")) { for export in visit.house.exports where visit.viewer.belongs(to: export.audience) { tableSheet(export, visit) } }
        formsExplained(say)
        for documents in visit.house.documents { documentSheet(documents, visit) }
        p(.class("note")) { say("dataexchange.exports.command") }
    }
}

/// That a table comes in again, and through whose hands: the way there for those who may, and for the others whom to send it to.
private func again(_ visit: Visit) -> Markup {
    let say = visit.say
    return p {
        say("dataexchange.exports.again")
        " "
        if visit.viewer.has(anyOf: importers) {
            link(visit.path("imports")) { say("dataexchange.title") }
        } else {
            say("dataexchange.exports.again-who", ["roles": say.list(importers.map { say("pages.role.\($0.rawValue)") })])
        }
    }
}

private func tableSheet(_ export: any Exporting, _ visit: Visit) -> Markup {
    let say = visit.say
    return sheet(say(export.title), width: 6, id: "table-\(export.name)") {
        p { say("\(export.title).holds") }
        ul(.class("chips")) {
            for form in TableForm.allCases {
                li { link(visit.path("exports/\(export.name).\(form.rawValue)")) { say("dataexchange.form.\(form.name)") } }
            }
        }
        details {
            summary { say("dataexchange.columns", count: export.columns(for: visit.organisation).count) }
            p { export.columns(for: visit.organisation).map(\.name).joined(separator: ", ") }
        }
    }
}

private func formsExplained(_ say: Say) -> Markup {
    facts(TableForm.allCases.map { form in (say("dataexchange.form.\(form.name)"), Markup(say("dataexchange.form.\(form.name).is"))) })
}

private func documentSheet(_ documents: any DocumentExporting, _ visit: Visit) -> Markup {
    let say = visit.say, choices = documents.choices(for: visit)
    return sheet(say(documents.title), id: "documents-\(documents.name)") {
        p { say("\(documents.title).holds") }
        if choices.isEmpty { p(.class("gap")) { say("\(documents.title).none") } }
        ul { for choice in choices { li { link(visit.path("exports/\(documents.name)/\(choice.id)")) { visit.text(choice.title) } } } }
    }
}

extension TableForm {
    /// As among the words.
    var name: String {
        switch self {
        case .workbook: "workbook"
        case .spreadsheet: "spreadsheet"
        case .data: "data"
        }
    }
}

/// `members.xlsx`, `values.data.csv`: the table, or a page that says why it cannot be had so.
func exportedTable(_ visit: Visit) throws -> Answer {
    let parts = (visit.parameters["file"] ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let form = TableForm(rawValue: parts[1]), let export = visit.house.exports.first(where: { $0.name == parts[0] }),
        visit.viewer.belongs(to: export.audience)
    else {
        throw Missing()
    }
    do { return .file(try export.file(form, for: visit)) } catch let fault as WorkbookWriting { return .page(tooLarge(export, fault, visit)) }
}

private func tooLarge(_ export: any Exporting, _ fault: WorkbookWriting, _ visit: Visit) -> Page {
    let say = visit.say
    return Page(say(export.title), place: "exports", trail: [(say("pages.take-along"), "exports")]) {
        switch fault {
        case .tooManyRows(let limit): p(.class("lede")) { say("dataexchange.exports.too-many-rows", ["limit": say.number(limit)]) }
        case .failed: p(.class("lede")) { say("dataexchange.exports.failed") }
        }
        div(.class("actions")) {
            link(visit.path("exports/\(export.name).\(TableForm.spreadsheet.rawValue)"), .class("button")) { say("dataexchange.form.spreadsheet") }
        }
    }
}
