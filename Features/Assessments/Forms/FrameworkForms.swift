import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for a framework, its categories, and what is quoted in its terms.
enum FrameworkForms {
    static let new = Route.form(AssessmentPath.newFramework, .planners, show: start, decide: FrameworkDecisions.start)
    static let edit = Route.form("assessments/frameworks/{framework}/edit", .planners, show: describe, decide: FrameworkDecisions.describe)

    static let routes: [Route] = [
        new, edit,
        .form("assessments/frameworks/{framework}/withdraw", .planners, show: withdraw, decide: FrameworkDecisions.withdraw),
        .form("assessments/frameworks/{framework}/categories/new", .planners, show: startCategory, decide: FrameworkDecisions.addCategory),
        .form("assessments/frameworks/{framework}/categories/{category}/edit", .planners, show: describeCategory, decide: FrameworkDecisions.changeCategory),
        .form("assessments/frameworks/{framework}/categories/{category}/remove", .planners, show: removeCategory, decide: FrameworkDecisions.removeCategory),
        .form("assessments/frameworks/{framework}/quotes/new", .planners, show: quote, decide: FrameworkDecisions.quote),
        .form("assessments/quotes/{quote}/remove", .planners, show: removeQuote, decide: FrameworkDecisions.removeQuote),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let say = visit.say, asked = visit.query["from"] ?? ""
        let shipped = ShippedFramework.all.filter { shipped in !visit.assessments.frameworks.keys.contains { $0.text == shipped.name } }.map {
            Choice($0.name, say("assessments.\($0.name)"), group: say("assessments.shipped"))
        }
        let own = visit.assessments.frameworksInOrder.map { visit.choice($0.id, $0.framework.title, group: say("assessments.frameworks")) }
        let choices = [Choice("", say("assessments.from-none"))] + shipped + own
        // What is copied brings the rest along.
        let isCopy = choices.contains { $0.value == asked } && !asked.isEmpty
        let base = Framework(title: .empty, scale: ShippedFramework.named("essentials")?.framework(visit.house.catalogue).scale ?? [])
        let title = Field.localized("title", say("assessments.field.title"), .empty, languages: visit.languages, required: !isCopy, help: isCopy ? say("assessments.field.copy-title-help") : "")
        return Form(
            say("assessments.new-framework"), lede: say("assessments.new-framework-lede"), place: AssessmentPath.front, trail: visit.assessmentTrail(), submit: say("pages.save"),
            cancel: AssessmentPath.front,
            fields: [Field("from", say("assessments.field.from"), isCopy ? .hidden : .choice(choices), value: asked), title] + (isCopy ? [] : fields(visit, base))
        ) {
            if isCopy, let name = choices.first(where: { $0.value == asked })?.label { p(.class("note")) { say("assessments.copy-of", ["title": name]) } }
        }
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, framework) = try visit.unaskedFramework(), say = visit.say
        let title = Field.localized("title", say("assessments.field.title"), framework.title, languages: visit.languages, required: true)
        return Form(
            say("assessments.edit-framework"), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"), cancel: AssessmentPath.framework(id),
            fields: [title] + fields(visit, framework))
    }

    private static func fields(_ visit: Visit, _ framework: Framework) -> [Field] {
        let say = visit.say, offered: [Framework.Rule] = [.plain, .mastery].contains(framework.rule) ? [.plain, .mastery] : [.plain, .mastery, framework.rule]
        return [
            .localized("text", say("assessments.field.text"), framework.text, rows: 3, languages: visit.languages),
            .localized("source", say("assessments.field.source"), framework.source, languages: visit.languages, help: say("assessments.field.source-help")),
            Field(
                "rule", say("assessments.field.rule"), .oneOf(offered.map { Choice($0.rawValue, say("assessments.rule.\($0.rawValue)")) }, inRow: false), value: framework.rule.rawValue, required: true
            ),
            .localized(
                "scale", say("assessments.field.scale"), LocalizedLines.joined(framework.scale.map(\.label)), rows: 5, languages: visit.languages, required: true,
                help: say("assessments.field.scale-help")),
        ] + points(visit, framework) + [
            .localized(
                "levels", say("assessments.field.levels"), LocalizedLines.joined(framework.levels.map(\.title)), rows: 4, languages: visit.languages, required: true,
                help: say("assessments.field.levels-help"))
        ]
    }

    /// What each point means, as far as the points are there.
    private static func points(_ visit: Visit, _ framework: Framework) -> [Field] {
        framework.scale.enumerated().map { place, point in
            var field = Field.localized(
                ScoreField.meaning(place + 1), visit.say("assessments.field.point", ["n": visit.say.number(place + 1), "point": visit.plain(point.label)]), point.text, rows: 2,
                languages: visit.languages)
            field.fold = visit.say("assessments.more-points")
            return field
        }
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, framework) = try visit.unaskedFramework(), say = visit.say
        return .withdrawing(
            say("assessments.withdraw", ["title": visit.plain(framework.title)]), place: AssessmentPath.front, trail: visit.trail(to: id), cancel: AssessmentPath.framework(id), say)
    }

    private static func startCategory(_ visit: Visit) throws -> Form {
        let (id, framework) = try visit.unaskedFramework()
        let category = Category(id: ID("new"), level: visit.query["level"].flatMap { ID($0) } ?? framework.levels.first?.id ?? ID("level-1"), title: .empty)
        return form(visit, id, framework, category, visit.say("assessments.new-category"))
    }

    private static func describeCategory(_ visit: Visit) throws -> Form {
        let (id, framework) = try visit.unaskedFramework()
        return form(visit, id, framework, try category(visit, framework), visit.say("assessments.edit-category"))
    }

    private static func form(_ visit: Visit, _ id: ID<Framework>, _ framework: Framework, _ category: Category, _ title: String) -> Form {
        let say = visit.say
        return Form(
            title, place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"), cancel: AssessmentPath.framework(id),
            fields: [
                .localized("title", say("assessments.field.title"), category.title, languages: visit.languages, required: true),
                Field("level", say("assessments.field.level"), .choice(framework.levels.map { visit.choice($0.id, $0.title) }), value: category.level.text, required: true),
                .localized("text", say("assessments.field.text"), category.text, rows: 2, languages: visit.languages),
                Field("optional", say("assessments.field.is-optional"), .flag, values: category.isOptional ? ["yes"] : [], help: say("assessments.field.is-optional-help")),
                .localized(
                    "statements", say("assessments.field.statements"), LocalizedLines.joined(category.statements.map(\.text)), rows: 5, languages: visit.languages, required: true,
                    help: say("assessments.field.statements-help")),
            ] + prototypes(visit, framework, category))
    }

    /// The mean of the category in each culture.
    private static func prototypes(_ visit: Visit, _ framework: Framework, _ category: Category) -> [Field] {
        guard framework.rule == .culture else { return [] }
        return framework.prototypes.enumerated().map { place, prototype in
            Field(
                ScoreField.prototype(place + 1), visit.say("assessments.field.prototype", ["culture": visit.plain(prototype.title)]), .number,
                value: prototype.mean(of: category.id, in: framework).map { plainDigits($0, visit.language.decimalMark) } ?? "", help: place == 0 ? visit.say("assessments.field.prototype-help") : "")
        }
    }

    private static func category(_ visit: Visit, _ framework: Framework) throws(Missing) -> Category {
        let id: ID<Category> = try visit.id("category")
        guard let category = framework.category(id) else { throw Missing() }
        return category
    }

    private static func removeCategory(_ visit: Visit) throws -> Form {
        let (id, framework) = try visit.unaskedFramework(), category = try category(visit, framework), say = visit.say
        return .withdrawing(
            say("assessments.remove", ["title": visit.plain(category.title)]), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("assessments.remove-it"),
            cancel: AssessmentPath.framework(id), say)
    }

    private static func quote(_ visit: Visit) throws -> Form {
        let (id, framework) = try visit.framework(), say = visit.say
        return Form(
            say("assessments.new-quote"), lede: say("assessments.new-quote-lede"), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("pages.save"),
            cancel: AssessmentPath.framework(id),
            fields: [
                Field("category", say("assessments.field.category"), .choice([Choice("", say("assessments.the-whole"))] + framework.categories.map { visit.choice($0.id, $0.title) })),
                .localized("text", say("assessments.field.quote"), .empty, rows: 3, languages: visit.languages, required: true),
                .localized("source", say("assessments.field.quote-source"), .empty, languages: visit.languages, required: true), Field("link", say("assessments.field.link"), .line),
            ])
    }

    private static func removeQuote(_ visit: Visit) throws -> Form {
        let id: ID<Quote> = try visit.id("quote"), say = visit.say
        guard let quote = visit.assessments.quotes[id], visit.sees(quote.framework) else { throw Missing() }
        return .withdrawing(
            say("assessments.remove-quote"), lede: visit.plain(quote.text), place: AssessmentPath.front, trail: visit.trail(to: quote.framework), submit: say("assessments.remove-it"),
            cancel: AssessmentPath.framework(quote.framework), say)
    }
}
