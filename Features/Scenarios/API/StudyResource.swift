import HashTreeCollections
import Journal
import Organisation
import Pages

/// Studies of futures for programs.
enum StudyResource {
    typealias Thing = (id: ID<ForesightStudy>, study: ForesightStudy)

    static let resource: Resource = {
        var resource = Resource(
            "ForesightStudy", "A study of futures: its question, its two axes and the four scenarios between them.", path: "scenarios/studies", items: ["{study}"], .everyone, properties,
            all: { visit in visit.scenarios.studiesInOrder.filter { visit.sees($0.id) }.map { ($0.id.text, $0) } }, find: { visit in try visit.study() })
        resource.writes = [
            Write(.create, "Begins a study.", as: StudyForms.new, input: properties.inputs()), Write(.change, "Says anew what a study is.", as: StudyForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 300), "What it is called, by language.", .field("title", required: true)) { .of($0.study.title) },
        Property("question", .localized(most: 1000), "What is asked.", .field("question", required: true)) { .of($0.study.question) },
        Property("introduction", .localized(most: 20_000), "What it is for and how it was made.", .field("introduction")) { .of($0.study.introduction) },
        Property("horizon", .nullable(.integer(1900...2200)), "The last year that it looks at.", .field("horizon")) { .of($0.study.horizon) },
        Property("plan", .nullable(.identifier), "The plan whose objectives are tested; null where none is, or where you may not see it.", .field("plan")) { thing, visit in
            .of(thing.study.plan.flatMap { visit.plan.plans[$0] != nil && visit.sees($0) ? $0 : nil })
        },
        Property("readers", .choice(of: ForesightStudy.Readers.self), "Who may read it once it is published.", .field("readers", required: true)) { .text($0.study.readers.rawValue) },
        Property("phase", .choice(["draft", "open", "published"]), "How far it has come.") { thing, visit in .text(visit.scenarios.phase(of: thing.id).rawValue) },
        Property("publishedOn", .nullable(.day), "When it was published; then it stays as it is.") { thing, visit in .of(visit.scenarios.publications[thing.id]?.on) },
        Property("axes", .list(.identifier, most: 2), "The two drivers that were chosen as axes.") { thing, visit in
            .list(visit.scenarios.axes(of: thing.id).map { [.of($0.first), .of($0.second)] } ?? [])
        },
        Property("scenarios", .list(.object(parts), most: 4), "The four scenarios.") { thing, visit in .list(visit.scenarios.scenarios(of: thing.id).map { json($0, visit) }) },
    ]

    private static let parts = [
        Part("id", .identifier, "Its identifier.", required: true), Part("first", .choice(["low", "high"]), "Which end of the first axis.", required: true),
        Part("second", .choice(["low", "high"]), "Which end of the second axis.", required: true), Part("title", .localized(most: 200), "What it is called.", required: true),
        Part("narrative", .localized(most: 20_000), "The story.", required: true), Part("meaning", .localized(most: 20_000), "What it would mean for the organisation.", required: true),
        Part("reactions", .localized(most: 20_000), "How others are assumed to answer.", required: true), Part("signposts", .integer(0...1_000_000), "How many signposts it has.", required: true),
        Part("seen", .integer(0...1_000_000), "How many of them have come true.", required: true),
    ]

    private static func json(_ id: ID<Scenario>, _ visit: Visit) -> JSON {
        let written = visit.scenarios.scenarios[id] ?? Scenario(title: .empty), corner = visit.scenarios.places[id]?.corner ?? .lowLow, tally = visit.scenarios.tally(of: id)
        return [
            "id": .of(id), "first": .text(corner.isFirstHigh ? "high" : "low"), "second": .text(corner.isSecondHigh ? "high" : "low"), "title": .of(written.title),
            "narrative": .of(written.narrative), "meaning": .of(written.meaning), "reactions": .of(written.reactions), "signposts": .integer(tally.of), "seen": .integer(tally.seen),
        ]
    }
}
