import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a file would bring: nothing has been recorded.
func dryRunPage(_ door: any Importing, _ report: ImportReport, _ changes: [ImportChange], _ visit: Visit, _ button: Markup = Markup()) -> Page {
    let say = visit.say, brings = report.new + report.changed
    return Page(
        say("dataexchange.dry-run-title"), place: "imports",
        trail: [(say("dataexchange.title"), "imports"), (say(door.title), "imports/\(door.name)")]
    ) {
        div(.class(brings > 0 ? "notice good" : "notice"), .role("status")) {
            p { brings > 0 ? say("dataexchange.would-bring", count: brings) : say("dataexchange.would-bring-nothing") }
            button
        }
        if brings == 0 { became(report, visit) }
        changeTable(changes, of: brings, visit)
        reportContent(report, visit)
        div(.class("actions")) { visit.control(.planners, "imports/\(door.name)", say("dataexchange.again"), quiet: true) }
    }
}

func reportPage(_ visit: Visit) throws -> Page {
    let id: ID<ImportReport> = try visit.id("report"), say = visit.say
    guard let report = visit.organisation[Imports.self].reports[id] else { throw Missing() }
    return Page(
        say("dataexchange.report-of", ["kind": say(title(of: report.kind, among: visit.house.imports))]), place: "imports", trail: [(say("dataexchange.title"), "imports")]
    ) {
        p(.class("lede")) {
            say(
                "dataexchange.report-lede",
                [
                    "file": report.fileName.text ?? "…", "who": report.by.map { visit.name(of: $0) } ?? "–",
                    "when": report.at.map { say.moment($0) } ?? "–",
                ])
        }
        became(report, visit)
        reportContent(report, visit)
    }
}

/// The way to what the file became, for whoever may see it and as long as it is there.
@MarkupBuilder private func became(_ report: ImportReport, _ visit: Visit) -> Markup {
    if let thing = report.became, let found = visit.house.documents(of: visit.organisation).first(where: { $0.reference == thing }), visit.reach.holds(found) {
        p {
            visit.say("dataexchange.became")
            " "
            link(visit.path(found.path), .class("button")) { visit.text(found.title) }
        }
    }
}

/// The counts, then every remark by line.
func reportContent(_ report: ImportReport, _ visit: Visit) -> Markup {
    let say = visit.say
    return group {
        div(.class("figures")) {
            for (key, count) in [("new", report.new), ("changed", report.changed), ("same", report.same), ("refused", report.refused)] {
                figure(say.number(count), say("dataexchange.\(key)"), say: say)
            }
        }
        if report.remarks.isEmpty {
            p { say("dataexchange.no-remarks") }
        } else {
            scrollingTable(say("dataexchange.remarks", count: report.remarks.count + report.omitted), id: "remarks") {
                headings([(say("dataexchange.line"), true), (say("dataexchange.column"), false), (say("dataexchange.what-happened"), false), (say("dataexchange.remark"), false)])
                tbody { for remark in report.remarks.map(\.remark) { remarkRow(remark, say) } }
            }
            if report.omitted > 0 { p { say("dataexchange.omitted", count: report.omitted) } }
        }
    }
}

private func remarkRow(_ remark: ImportRemark, _ say: Say) -> Markup {
    let shape =
        switch remark.gravity {
        case .refused: "state bad"
        case .repaired: "state warn"
        case .noted: "state none"
        }
    return tr {
        td(.class("n")) { remark.arguments["cell"] ?? remark.line.map { say.number($0) } ?? "–" }
        td { remark.column ?? "–" }
        td { span(.class(shape)) { say("dataexchange.gravity.\(remark.gravity.rawValue)") } }
        td { say(remark) }
    }
}
