import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for aspects and themes.
enum AspectForms {
    static let routes: [Route] = [
        .form("scan/aspects/new", .planners, show: { aspect($0, $0.say("scan.new-aspect"), Aspect(title: .empty, order: 0)) }, decide: AspectDecisions.addAspect),
        .form("scan/aspects/{aspect}/edit", .planners, show: { aspect($0, $0.say("scan.edit-aspect"), try $0.aspect().aspect) }, decide: AspectDecisions.changeAspect),
        .form("scan/aspects/{aspect}/remove", .planners, show: { remove($0, try $0.aspect().aspect.title) }, decide: AspectDecisions.removeAspect),
        .form("scan/aspects/{aspect}/themes/new", .planners, show: newTheme, decide: AspectDecisions.addTheme),
        .form("scan/themes/{theme}/edit", .planners, show: { theme($0, $0.say("scan.edit-theme"), try $0.theme().theme) }, decide: AspectDecisions.changeTheme),
        .form("scan/themes/{theme}/remove", .planners, show: { remove($0, try $0.theme().theme.title) }, decide: AspectDecisions.removeTheme),
    ]

    private static func trail(_ visit: Visit) -> [(title: String, path: String)] { visit.scanTrail((visit.say("scan.aspects"), ScanPath.aspects)) }

    private static func aspect(_ visit: Visit, _ title: String, _ aspect: Aspect) -> Form {
        let say = visit.say
        return Form(
            title, place: ScanPath.scan, trail: trail(visit), submit: say("pages.save"), cancel: ScanPath.aspects,
            fields: [
                .localized("title", say("scan.field.title"), aspect.title, languages: visit.languages, required: true),
                .localized("question", say("scan.field.question"), aspect.question, rows: 2, languages: visit.languages, help: say("scan.field.question-help")),
            ])
    }

    private static func newTheme(_ visit: Visit) throws -> Form {
        let (id, aspect) = try visit.aspect()
        return theme(visit, visit.say("scan.new-theme", ["aspect": visit.plain(aspect.title)]), Theme(aspect: id, title: .empty, order: 0))
    }

    private static func theme(_ visit: Visit, _ title: String, _ theme: Theme) -> Form {
        let say = visit.say
        return Form(
            title, place: ScanPath.scan, trail: trail(visit), submit: say("pages.save"), cancel: ScanPath.aspects,
            fields: [.localized("title", say("scan.field.title"), theme.title, languages: visit.languages, required: true)])
    }

    private static func remove(_ visit: Visit, _ title: Localized) -> Form {
        let say = visit.say
        var form = Form(
            say("scan.remove", ["title": visit.plain(title)]), lede: say("scan.remove-lede"), place: ScanPath.scan, trail: trail(visit), submit: say("scan.remove-it"),
            cancel: ScanPath.aspects, fields: [])
        form.isDangerous = true
        return form
    }
}
