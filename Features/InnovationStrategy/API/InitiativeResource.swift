import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Initiatives of a version for programs.
enum InitiativeResource {
    typealias Thing = (id: ID<Initiative>, initiative: Initiative)

    static let resource: Resource = {
        var resource = Resource(
            "InnovationInitiative", "Something by which a version of the strategy is carried out.", path: "innovation/strategies/{strategy}/initiatives", items: ["{initiative}"], .everyone,
            properties,
            all: { visit in visit.innovation.initiatives(of: try visit.strategy().id).map { ($0.id.text, $0) } }, find: { visit in try visit.initiative() })
        resource.writes = [
            Write(.create, "Adds an initiative to a draft.", as: InitiativeForms.new, input: properties.inputs()),
            Write(.change, "Says anew what an initiative is, and where it lies.", as: InitiativeForms.edit, input: properties.inputs()),
            Write(
                .remove, "Removes an initiative from a draft.", .planners, parameters: [QueryParameter("because", .text(most: 2000), "Why.", required: true)], decide: InitiativeDecisions.remove),
        ]
        return resource
    }()

    private static let newness = Shape.nullable(.choice(["existing", "new"]))

    private static let properties: [Property<Thing>] = own + asked + placed

    private static let own: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is called, by language.", .field("title", required: true)) { .of($0.initiative.title) },
        Property("text", .localized(most: Strategy.longestText), "What it is.", .field("text")) { .of($0.initiative.text) },
        Property("type", .choice(of: InnovationType.self), "At which level.", .field("type", required: true)) { .text($0.initiative.type.rawValue) },
        Property("amount", .nullable(.number(Initiative.amounts)), "Its budget, in the unit of the strategy.", .field("amount")) { .of($0.initiative.amount) },
        Property("thing", .nullable(.reference), "The action or objective of a plan, as far as you may see it.", .field("thing")) { thing, visit in
            .of(thing.initiative.thing.flatMap { visit.node($0) != nil ? $0.description : nil })
        },
        Property("enablers", .list(.identifier, most: Initiative.mostEnablers), "Others of the same version that it stands on.", .field("enablers")) { thing in
            .list(thing.initiative.enablers.map { .of($0) })
        },
    ]

    private static let asked: [Property<Thing>] = ExploreQuestion.allCases.map { question -> Property<Thing> in
        Property(question.rawValue, .nullable(.choice(["yes", "no"])), about(question), .field("explore-\(question.rawValue)")) { thing in
            .of(thing.initiative.explore[question].map { $0 ? "yes" : "no" })
        }
    }

    private static let placed: [Property<Thing>] = [
        Property("exploreInstead", .nullable(.number(0...100)), "Which part of it explores, in per cent, instead of what follows from the answers.", .field("explore-instead")) {
            .of($0.initiative.exploreInstead?.inPercent)
        },
        Property("exploreBecause", .localized(most: Strategy.longestText), "Why that is said instead.", .field("explore-because")) { .of($0.initiative.exploreBecause) },
        Property("explore", .nullable(.number(0...1)), "Which part of it explores; null while that is not known.") { .of($0.initiative.exploreShare) },
        Property("competences", newness, "Whether it needs technical competences that are new.", .field("competences")) { thing in
            .of(thing.initiative.needsNewCompetences.map { $0 ? "new" : "existing" })
        },
        Property("model", newness, "Whether it needs a business model that is new.", .field("model")) { thing in .of(thing.initiative.needsNewModel.map { $0 ? "new" : "existing" }) },
        Property("quadrant", .nullable(.choice(LandscapeQuadrant.allCases.map(\.rawValue))), "Of Pisano's landscape; the words mean something else on the map.") {
            .of($0.initiative.quadrant?.rawValue)
        },
        Property("positions", .list(.object(positionParts), most: Initiative.mostPositions), "Its places on the map, each with its share of the budget.", rows.input()) { thing in
            .list(thing.initiative.positions.map(json))
        },
    ]

    private static func about(_ question: ExploreQuestion) -> String {
        switch question {
        case .newToUs: "Whether it is new to us; null while it is not answered."
        case .newUsers: "Whether its users are new."
        case .newCompetence: "Whether it needs new competence."
        case .uncertain: "Whether its outcome is uncertain."
        case .beyondPlan: "Whether its benefit lies beyond this plan period."
        }
    }

    private static func name(_ axis: MapAxis, _ time: MapTime) -> String { "\(axis.rawValue)\(time == .asIs ? "AsIs" : "ToBe")" }
    private static let places = MapTime.allCases.flatMap { time in MapAxis.allCases.map { (axis: $0, time: time) } }

    private static let positionParts =
        [
            Part("part", .localized(most: 200), "What of the initiative it is; empty for the whole."), Part("share", .number(0...100), "Of the initiative's budget, in per cent.", required: true),
        ] + places.map { Part(name($0.axis, $0.time), .nullable(.integer(MapAxis.steps)), "From −2 to +2; null where it is not known.") }

    private static let rows = JSONRows(
        prefix: PositionField.prefix, members: [("part", "part"), ("share", "share")] + places.map { (name($0.axis, $0.time), MapWords.field($0.axis, $0.time)) })

    private static func json(_ position: MapPosition) -> JSON {
        .object(
            [JSON.Pair("part", .of(position.part)), JSON.Pair("share", .number(position.share.inPercent))]
                + places.map { place in JSON.Pair(name(place.axis, place.time), .of(position[place.time][place.axis])) })
    }
}
