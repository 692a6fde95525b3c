import HashTreeCollections
import Journal
import Organisation
import Pages

/// What others have said of how the organisation innovates, for programs.
enum StatementResource {
    typealias Thing = (id: ID<Statement>, statement: Statement)

    static let resource: Resource = {
        var resource = Resource(
            "InnovationStatement", "What somebody said in public of how the organisation innovates.", path: "innovation/statements", items: ["{statement}"], .everyone, properties,
            all: { visit in visit.innovation.statementsInOrder.map { ($0.id.text, $0) } },
            find: { visit in
                let id: ID<Statement> = try visit.id("statement")
                guard let statement = visit.innovation.statements[id] else { throw Missing() }
                return (id, statement)
            })
        resource.writes = [
            Write(.create, "Records what was said.", .planners, input: properties.inputs(), decide: StatementDecisions.add),
            Write(.remove, "Removes it.", .planners, parameters: [QueryParameter("because", .text(most: 2000), "Why.", required: true)], decide: StatementDecisions.remove),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("about", .choice(of: Statement.About.self), "What it speaks of.", .field("about", required: true)) { .text($0.statement.about.rawValue) },
        Property("text", .localized(most: Strategy.longestText), "What was said, by language.", .field("text", required: true)) { .of($0.statement.text) },
        Property("source", .localized(most: 1000), "Who said it, and where.", .field("source", required: true)) { .of($0.statement.source) },
        Property("link", .text(most: 2000), "Its address, or empty.", .field("link")) { .of($0.statement.link) },
    ]
}
