import HashTreeCollections
import Journal
import Organisation
import Pages

/// Rounds for programs: who is asked by what. No single answer.
enum RoundResource {
    typealias Thing = (id: ID<AssessmentRound>, round: AssessmentRound)

    static let resource: Resource = {
        var resource = Resource(
            "AssessmentRound", "One time of asking by a framework.", path: "assessments/rounds", items: ["{round}"], .everyone, properties,
            all: { visit in visit.assessments.roundsInOrder.filter { visit.sees($0.id) }.map { ($0.id.text, $0) } }, find: { visit in try visit.round() })
        resource.writes = [
            Write(.create, "Prepares a round: planners open it in the browser once it is right.", as: RoundForms.new, input: properties.inputs() + [framework]),
            Write(.change, "Says anew what a round is; whom it asks and from how many on anything is shown, as long as nobody is asked.", as: RoundForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let framework = InputPart(Part("framework", .identifier, "By which people are asked.", required: true), .field("framework", required: true))

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) }, Property("framework", .identifier, "By which people are asked.") { .of($0.round.framework) },
        Property("title", .localized(most: 300), "What it is called, by language.", .field("title", required: true)) { .of($0.round.title) },
        Property("purpose", .localized(most: 4000), "What it is for.", .field("purpose")) { .of($0.round.purpose) },
        Property("until", .nullable(.day), "Until when people are asked to answer.", .field("until")) { .of($0.round.until) },
        Property("readers", .choice(of: AssessmentRound.Readers.self), "Who may read the results once they are published.", .promised("readers")) { .text($0.round.readers.rawValue) },
        Property("phase", .choice(of: Assessments.Phase.self), "How far it has come.") { thing, visit in .text(visit.assessments.phase(of: thing.id).rawValue) },
        Property("least", .integer(AssessmentRound.fewest...AssessmentRound.most), "From how many respondents on anything is shown.", .promised("least")) {
            .integer(max(AssessmentRound.fewest, $0.round.least))
        },
        Property("optional", .list(.identifier, most: Framework.mostCategories), "Categories that may be left out and are asked.", .promised("optional")) { .list($0.round.optional.map { .of($0) }) },
        Property("groups", .list(.object(groupParts), most: AssessmentRound.mostGroups), "Who is counted together.", .groups) { thing in
            .list(thing.round.groups.map { ["id": .of($0.id), "title": .of($0.title), "kind": .text($0.kind.rawValue)] })
        },
        Property("units", .list(.identifier, most: 1000), "The units whose staff is told apart.", .promised("units")) { .list($0.round.units.map { .of($0) }) },
        Property("members", .list(.identifier, most: 10_000), "The Members whose people are asked; those of all where it is empty.", .promised("members")) { .list($0.round.members.map { .of($0) }) },
    ]

    private static let groupParts = [
        Part("id", .identifier, "Its identifier.", required: true), Part("title", .localized(most: 100), "What it is called.", required: true),
        Part("kind", .choice(of: RespondentGroup.Kind.self), "Of whom it is.", required: true),
    ]
}
