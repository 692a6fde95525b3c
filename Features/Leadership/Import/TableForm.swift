import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The table of an analysis on its way in, shown first with what it would bring, and on its way out.
enum ArenaTableForm {
    static let routes: [Route] = [
        AnalysisForms.form("leadership/analyses/{analysis}/table", show: show, decide: decide),
        Route.file("leadership/analyses/{analysis}/table.csv", LeadershipRights.access) { try file($0) }.recorded(as: .table),
    ]

    private static func show(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.analysis(), say = visit.say
        return Form(
            say("leadership.table"), lede: say("leadership.table-lede"), place: LeadershipPath.front, trail: visit.trail(id), submit: say("leadership.table-read"), cancel: LeadershipPath.analysis(id),
            fields: [
                Field("file", say("leadership.field.file"), .file, required: true, help: say("leadership.field.file-help")),
                Field("dry-run", say("leadership.field.dry-run"), .flag, value: "yes"),
            ]
        ) {
            p { element("code", []) { ArenaColumn.allCases.map(\.rawValue).joined(separator: ",") } }
            p(.class("note")) { say("leadership.no-persons") }
        }
    }

    private static func decide(_ submission: Submission) throws -> Outcome {
        let (id, _) = try submission.analysis()
        guard let upload = submission.entered.uploads["file"] else { throw Refusal("leadership.refusal.no-file", field: "file") }
        let rows = try ArenaRows(upload.bytes, into: id, submission.organisation) { submission.newID(ArenaActor.self).text }
        if !rows.faults.isEmpty || rows.events.isEmpty { return .show { visit in page(rows, id, visit) } }
        if submission.entered.flag("dry-run") {
            return .propose(button: Saying("leadership.table-record"), without: "dry-run") { visit, button in page(rows, id, visit, button) }
        }
        return AnalysisDecisions.record(rows.events, id, "table")
    }

    private static func page(_ rows: ArenaRows, _ id: ID<LeadershipAnalysis>, _ visit: Visit, _ button: Markup = Markup()) -> Page {
        let say = visit.say
        return Page(say("leadership.table"), place: LeadershipPath.front, trail: visit.trail(id)) {
            if rows.faults.isEmpty {
                p { say("leadership.table-brings", ["actors": say.number(rows.newActors), "issues": say.number(rows.newIssues), "changed": say.number(rows.changed)]) }
                button
            } else {
                p(.class("gap")) { say("leadership.table-faults", ["n": say.number(rows.faults.count)]) }
                ul {
                    for fault in rows.faults.prefix(200) {
                        li { (fault.line.map { say("leadership.table-line", ["line": say.number($0)]) + " " } ?? "") + say(fault.key, fault.arguments) }
                    }
                }
            }
            div(.class("actions")) { link(visit.path(LeadershipPath.analysis(id, "table")), .class("button quiet")) { say("leadership.table-again") } }
        }
    }

    private static func file(_ visit: Visit) throws -> File {
        let (id, _) = try visit.analysis(), language = visit.organisation.firstLanguage, issues = visit.leadership.issues(of: id)
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
        writer.write(ArenaColumn.allCases.map { .text($0.rawValue) })
        for (_, actor) in visit.leadership.actors(of: id) {
            let own: [CSVCell] = [
                .text(actor.name.plain(in: language)), .text(actor.kind.rawValue), .number(Double(actor.votes)), .number(Double(actor.power)), .text(actor.because.plain(in: language)),
            ]
            for (issue, described) in issues {
                let stance = actor.stance(on: issue)
                writer.write(
                    own + [
                        .text(described.title.plain(in: language)), stance?.position.map { .number(Double($0)) } ?? .text(""), stance.map { .number(Double($0.salience)) } ?? .text(""),
                    ])
            }
            if issues.isEmpty { writer.write(own + [.text(""), .text(""), .text("")]) }
        }
        return File(name: "leadership-\(id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }
}
