import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for an edition and what it says.
enum EditionForms {
    static let new = Route.form(ScanPath.newEdition, .planners, show: start, decide: EditionDecisions.start)
    static let edit = Route.form("scan/editions/{edition}/edit", .planners, show: describe, decide: EditionDecisions.describe)

    static let routes: [Route] = [
        new, edit,
        .form("scan/editions/{edition}/open", .planners, show: open, decide: EditionDecisions.open),
        .form("scan/editions/{edition}/publish", .planners, show: publish, decide: EditionDecisions.publish),
        .form("scan/editions/{edition}/withdraw", .planners, show: withdraw, decide: EditionDecisions.withdraw),
        .form("scan/editions/{edition}/themes/{theme}", .planners, show: write, decide: EditionDecisions.write),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        form(visit, visit.say("scan.new-edition"), lede: visit.say("scan.new-edition-lede"), ScanEdition(title: .empty), cancel: ScanPath.scan, trail: visit.scanTrail())
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, edition) = try visit.workedOn()
        return form(visit, visit.say("scan.edit-edition"), lede: "", edition, cancel: ScanPath.edition(id), trail: visit.editionTrail(id, edition))
    }

    private static func form(_ visit: Visit, _ title: String, lede: String, _ edition: ScanEdition, cancel: String, trail: [(title: String, path: String)]) -> Form {
        let say = visit.say
        let readers = ScanEdition.Readers.allCases.map { Choice($0.rawValue, say("scan.readers.\($0.rawValue)")) }
        let axes = ScanEdition.Axis.allCases.map { Choice($0.rawValue, say("scan.axis.\($0.rawValue)")) }
        return Form(
            title, lede: lede, place: ScanPath.scan, trail: trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                .localized("title", say("scan.field.title"), edition.title, languages: visit.languages, required: true),
                .localized("introduction", say("scan.field.introduction"), edition.introduction, rows: 4, languages: visit.languages, help: say("scan.field.introduction-help")),
                .localized("summary", say("scan.field.summary"), edition.summary, rows: 4, languages: visit.languages, help: say("scan.field.summary-help")),
                Field("from", say("scan.field.from"), .number, value: edition.fromYear.map(String.init), help: say("scan.field.from-help")),
                Field("until", say("scan.field.until"), .number, value: edition.untilYear.map(String.init)),
                Field("readers", say("scan.field.readers"), .oneOf(readers, inRow: false), value: edition.readers.rawValue, required: true, help: say("scan.field.readers-help")),
                Field("axis", say("scan.field.axis"), .oneOf(axes, inRow: false), value: edition.axis.rawValue, required: true, help: say("scan.field.axis-help")),
                .localized("source", say("scan.field.source"), edition.source, languages: visit.languages, help: say("scan.field.source-help")),
            ])
    }

    private static func open(_ visit: Visit) throws -> Form {
        let (id, edition) = try visit.workedOn(), say = visit.say
        guard visit.scan.phase(of: id) == .draft else { throw Missing() }
        return Form(
            say("scan.open"), lede: say("scan.open-lede"), place: ScanPath.scan, trail: visit.editionTrail(id, edition), submit: say("scan.open"), cancel: ScanPath.edition(id), fields: [])
    }

    private static func publish(_ visit: Visit) throws -> Form {
        let (id, edition) = try visit.workedOn(), say = visit.say, written = visit.scan.written(in: id), open = written.filter { !$0.account.isAnswered }
        return Form(
            say("scan.publish"), lede: say("scan.publish-lede"), place: ScanPath.scan, trail: visit.editionTrail(id, edition), submit: say("scan.publish"), cancel: ScanPath.edition(id),
            fields: []
        ) {
            facts([
                (say("scan.themes"), Markup(say.number(written.count))), (say("scan.signals"), Markup(say.number(visit.scan.alive.filter { visit.scan.status(of: $0.id) != .new }.count))),
                (say("scan.field.readers"), Markup(say("scan.readers.\(edition.readers.rawValue)"))),
            ])
            let unread = visit.scan.alive.filter { visit.scan.status(of: $0.id) == .new }
            if !unread.isEmpty {
                p(.class("note")) { say("scan.left-out", count: unread.count) }
                ul { for item in unread.prefix(20) { li { visit.text(item.signal.title) } } }
            }
            if !open.isEmpty {
                p(.class("note")) { say("scan.unanswered-themes", ["themes": say.list(open.map { visit.plain($0.theme.title) })]) }
            }
        }
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, edition) = try visit.workedOn(), say = visit.say
        return .withdrawing(say("scan.withdraw"), place: ScanPath.scan, trail: visit.editionTrail(id, edition), cancel: ScanPath.edition(id), say)
    }

    private static func write(_ visit: Visit) throws -> Form {
        let (id, edition) = try visit.workedOn(), (themeID, theme) = try visit.theme(), say = visit.say
        let account = visit.scan.accounts[id]?[themeID] ?? ThemeAccount(), aspect = visit.scan.aspects[theme.aspect]
        return Form(
            visit.plain(theme.title), lede: aspect.map { visit.plain($0.question) } ?? "", place: ScanPath.scan, trail: visit.editionTrail(id, edition), submit: say("pages.save"),
            cancel: ScanPath.edition(id),
            fields: [
                .localized("observations", say("scan.field.observations"), account.observations, rows: 6, languages: visit.languages, required: true, help: say("scan.field.observations-help")),
                .localized("response", say("scan.field.response"), account.response, rows: 6, languages: visit.languages, help: say("scan.field.response-help")),
                Field(
                    "objectives", say("scan.field.objectives"), .choices(visit.objectiveChoices(besides: account.objectives)), values: account.objectives.map(\.text),
                    help: say("scan.field.objectives-help")),
                .localized("no-action", say("scan.field.no-action"), account.noAction, rows: 2, languages: visit.languages, help: say("scan.field.no-action-help")),
            ])
    }
}

extension Visit {
    /// The edition in the address where what it says may still be changed.
    fileprivate func workedOn() throws(Missing) -> (id: ID<ScanEdition>, edition: ScanEdition) {
        let found = try edition()
        guard scan.phase(of: found.id) != .published else { throw Missing() }
        return found
    }

    func editionTrail(_ id: ID<ScanEdition>, _ edition: ScanEdition) -> [(title: String, path: String)] { scanTrail((plain(edition.title), ScanPath.edition(id))) }
}
