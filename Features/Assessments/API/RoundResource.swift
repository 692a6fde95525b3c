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
        resource.writes = [Write(.change, "Says anew what a round is called and for whom it is.", as: RoundForms.edit, input: properties.inputs())]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) }, Property("framework", .identifier, "By which people are asked.") { .of($0.round.framework) },
        Property("title", .localized(most: 300), "What it is called, by language.", .field("title", required: true)) { .of($0.round.title) },
        Property("purpose", .localized(most: 4000), "What it is for.", .field("purpose")) { .of($0.round.purpose) },
        Property("until", .nullable(.day), "Until when people are asked to answer.", .field("until")) { .of($0.round.until) },
        Property("readers", .choice(of: AssessmentRound.Readers.self), "Who may read the results once they are published.", .field("readers", required: true)) { .text($0.round.readers.rawValue) },
        Property("phase", .choice(of: Assessments.Phase.self), "How far it has come.") { thing, visit in .text(visit.assessments.phase(of: thing.id).rawValue) },
        Property("least", .integer(1...1000), "From how many respondents on anything is shown.") { .integer(max(AssessmentRound.fewest, $0.round.least)) },
        Property("groups", .list(.object(groupParts), most: AssessmentRound.mostGroups), "Who is counted together.") { thing in
            .list(thing.round.groups.map { ["id": .of($0.id), "title": .of($0.title), "kind": .text($0.kind.rawValue)] })
        },
        Property("units", .list(.identifier, most: 1000), "The units whose staff is told apart.") { .list($0.round.units.map { .of($0) }) },
    ]

    private static let groupParts = [
        Part("id", .identifier, "Its identifier.", required: true), Part("title", .localized(most: 100), "What it is called.", required: true),
        Part("kind", .choice(of: RespondentGroup.Kind.self), "Of whom it is.", required: true),
    ]
}
