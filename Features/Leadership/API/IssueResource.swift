import HashTreeCollections
import Journal
import Organisation
import Pages

/// What an analysis is about, for programs.
enum IssueResource {
    typealias Thing = (id: ID<ArenaIssue>, issue: ArenaIssue)

    static let resource: Resource = {
        var resource = Resource(
            "LeadershipIssue", "Something on which the body decides. For holders of the role leadershipAnalyst alone; every request is recorded.",
            path: "leadership/analyses/{analysis}/issues", items: ["{issue}"], LeadershipRights.access, properties,
            all: { visit in
                let (id, _) = try visit.analysis()
                return visit.leadership.issues(of: id).map { ($0.id.text, $0) }
            }, find: { visit in try visit.issue() })
        resource.reading = { visit in LeadershipRights.recorded(.program, visit) }
        resource.writes = [
            Write(.create, "Adds an issue.", as: ArenaForms.ofNewIssue, input: properties.inputs()),
            Write(.change, "Says anew what an issue is.", as: ArenaForms.ofIssue, input: properties.inputs()),
            Write(.remove, "Removes an issue, with what was wanted of it.", as: ArenaForms.ofRemovedIssue, input: []),
        ]
        return resource
    }()

    /// How an issue looks in its analysis.
    static let parts = properties.map(\.part)

    static func json(_ thing: Thing, _ visit: Visit) -> JSON { properties.json(thing, visit) }

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is, by language.", .field("title", required: true)) { .of($0.issue.title) },
    ]
}
