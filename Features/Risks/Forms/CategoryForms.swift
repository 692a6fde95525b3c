import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for categories with their appetite, for the thresholds, and for what is said of the register.
enum CategoryForms {
    static let routes: [Route] = [
        .form(RiskPath.about, .planners, show: register, decide: CategoryDecisions.describeRegister),
        .form(RiskPath.thresholds, .planners, show: thresholds, decide: CategoryDecisions.setThresholds),
        .form(RiskPath.newCategory, .planners, show: { category($0, $0.say("risks.new-category"), RiskCategory(title: .empty, order: 0)) }, decide: CategoryDecisions.add),
        .form("risk-categories/{category}/edit", .planners, show: { category($0, $0.say("risks.edit-category"), try $0.category().category) }, decide: CategoryDecisions.change),
        .form("risk-categories/{category}/remove", .planners, show: remove, decide: CategoryDecisions.remove),
    ]

    private static func trail(_ visit: Visit) -> [(title: String, path: String)] { visit.riskTrail((visit.say("risks.categories"), RiskPath.categories)) }

    private static func register(_ visit: Visit) throws -> Form {
        let say = visit.say, account = visit.risks.account ?? RegisterAccount()
        let readers = Risk.Readers.allCases.map { Choice($0.rawValue, say("risks.readers.\($0.rawValue)")) }
        return Form(
            say("risks.about"), lede: say("risks.about-lede"), place: RiskPath.risks, trail: visit.riskTrail(), submit: say("pages.save"), cancel: RiskPath.risks,
            fields: [
                .localized("introduction", say("risks.field.introduction"), account.introduction, rows: 5, languages: visit.languages),
                .localized("source", say("risks.field.register-source"), account.source, languages: visit.languages), Field("link", say("risks.field.source-link"), .line, value: account.link.text),
                Field(
                    "readers", say("risks.field.register-readers"), .oneOf(readers, inRow: false), value: account.readers.rawValue, required: true, help: say("risks.field.register-readers-help")),
            ])
    }

    private static func thresholds(_ visit: Visit) throws -> Form {
        let say = visit.say, thresholds = visit.risks.thresholds
        return Form(
            say("risks.thresholds"), lede: say("risks.thresholds-lede"), place: RiskPath.risks, trail: trail(visit), submit: say("pages.save"), cancel: RiskPath.categories,
            fields: [
                Field("red", say("risks.field.red"), .number, value: "\(thresholds.red)", required: true, help: say("risks.field.red-help")),
                Field("amber", say("risks.field.amber"), .number, value: "\(thresholds.amber)", required: true),
            ])
    }

    private static func category(_ visit: Visit, _ title: String, _ category: RiskCategory) -> Form {
        let say = visit.say
        return Form(
            title, place: RiskPath.risks, trail: trail(visit), submit: say("pages.save"), cancel: RiskPath.categories,
            fields: [
                .localized("title", say("risks.field.category-title"), category.title, languages: visit.languages, required: true),
                Field("appetite", say("risks.field.appetite"), .number, value: category.appetite.map(String.init), help: say("risks.field.appetite-help")),
                .localized("statement", say("risks.field.statement"), category.statement, rows: 3, languages: visit.languages, help: say("risks.field.statement-help")),
            ])
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let say = visit.say, (_, category) = try visit.category()
        var form = Form(
            say("risks.remove-category", ["title": visit.plain(category.title)]), lede: say("risks.remove-category-lede"), place: RiskPath.risks, trail: trail(visit),
            submit: say("risks.remove-it"), cancel: RiskPath.categories, fields: [])
        form.isDangerous = true
        return form
    }
}
