import HashTreeCollections
import Journal
import Organisation
import Pages

/// Frameworks for programs, with all that is asked.
enum FrameworkResource {
    typealias Thing = (id: ID<Framework>, framework: Framework)

    static let resource = Resource(
        "AssessmentFramework", "A questionnaire: scale, levels, categories and their statements.", path: "assessments/frameworks", items: ["{framework}"], .everyone, properties,
        all: { visit in visit.assessments.frameworksInOrder.filter { visit.sees($0.id) }.map { ($0.id.text, $0) } }, find: { visit in try visit.framework() })

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) }, Property("title", .localized(most: 200), "What it is called, by language.") { .of($0.framework.title) },
        Property("text", .localized(most: 4000), "What it is for.") { .of($0.framework.text) }, Property("source", .localized(most: 2000), "Where it is from.") { .of($0.framework.source) },
        Property("rule", .choice(of: Framework.Rule.self), "What its scores add up to.") { .text($0.framework.rule.rawValue) },
        Property("scale", .list(.localized(most: 200), most: Framework.mostPoints), "The points of its scale from the lowest, which is 1.") { .list($0.framework.scale.map { .of($0.label) }) },
        Property("levels", .list(.object(levelParts), most: Framework.mostLevels), "What categories are grouped under.") { thing in
            .list(thing.framework.levels.map { ["id": .of($0.id), "title": .of($0.title)] })
        },
        Property("categories", .list(.object(parts), most: Framework.mostCategories), "The categories in their order.") { thing in
            .list(
                thing.framework.categories.map { category in
                    [
                        "id": .of(category.id), "level": .of(category.level), "title": .of(category.title), "isOptional": .flag(category.isOptional),
                        "statements": .list(category.statements.map { ["id": .of($0.id), "text": .of($0.text)] }),
                    ]
                })
        },
    ]

    private static let levelParts = [Part("id", .identifier, "Its identifier.", required: true), Part("title", .localized(most: 200), "What it is called.", required: true)]
    private static let statementParts = [Part("id", .identifier, "Its identifier.", required: true), Part("text", .localized(most: 500), "What is rated.", required: true)]
    private static let parts = [
        Part("id", .identifier, "Its identifier.", required: true), Part("level", .identifier, "Its level.", required: true),
        Part("title", .localized(most: 200), "What it is called.", required: true), Part("isOptional", .flag, "Whether it is asked only where a round names it.", required: true),
        Part("statements", .list(.object(statementParts), most: Framework.mostStatements), "What is rated.", required: true),
    ]
}
