import HashTreeCollections
import Journal
import Organisation
import Pages

/// The plan for programs: the one that runs on the day read, or the one asked for.
enum PlanResource {
    private typealias Thing = (id: ID<StrategicPlan>, plan: StrategicPlan)

    static let resource: Resource = {
        var resource = Resource(
            "Plan", "The plan that runs on the day that is read, or the one asked for: its statements, perspectives and focus areas.", path: "plan", .everyone,
            properties,
            find: { visit in
                // One that is asked for and cannot be seen is missing, whatever other there is.
                if let asked = visit.query["plan"], visit.chosenPlan?.text != asked { throw Missing() }
                guard let id = visit.chosenPlan, let plan = visit.plan.plans[id] else { throw Missing() }
                return (id, plan)
            })
        resource.parameters = [QueryParameter("plan", .identifier, "Another plan than the one that runs.")]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 500), "Its title by language.") { .of($0.plan.title) },
        Property("from", .day, "Its first day.") { .of($0.plan.from) },
        Property("until", .day, "Its last day.") { .of($0.plan.until) },
        Property("status", .choice(of: StrategicPlan.Status.self), "A draft is for those who take part.") { .text($0.plan.status.rawValue) },
        Property("vision", .localized(most: 20_000), "Its vision.") { .of($0.plan.vision) },
        Property("mission", .localized(most: 20_000), "Its mission.") { .of($0.plan.mission) },
        Property("values", .list(.localized(most: 20_000), most: 1000), "What the organisation holds dear.") { .list($0.plan.values.map { .of($0) }) },
        Property("source", .localized(most: 20_000), "Where it comes from.") { .of($0.plan.source) },
        Property("note", .localized(most: 20_000), "What is inferred, illustrative or not public.") { .of($0.plan.note) },
        Property("perspectives", .list(.object(perspectiveParts), most: 1000), "The layers of its map, from the top down.") { thing, visit in
            .list(visit.plan.perspectives(of: thing.id).map(perspective))
        },
        Property("focusAreas", .list(.object(areaParts), most: 1000), "Themes that cut across its objectives.") { thing, visit in
            .list(visit.plan.focusAreas(of: thing.id).map(area))
        },
        Property("plans", .list(.identifier, most: 1000), "All plans that you may see, the newest first.") { _, visit in
            .list(visit.visiblePlans.map { .of($0.id) })
        },
    ]

    private static let perspectiveParts = [
        Part("id", .identifier, "Its identifier here.", required: true), Part("name", .localized(most: 500), "Its name.", required: true),
        Part("kind", .choice(of: Perspective.Kind.self), "What stands in it.", required: true),
        Part("level", .integer(-10_000...10_000), "Its height on the map, 0 at the bottom.", required: true),
    ]

    private static func perspective(_ id: ID<Perspective>, _ perspective: Perspective) -> JSON {
        ["id": .of(id), "name": .of(perspective.name), "kind": .text(perspective.kind.rawValue), "level": .integer(perspective.level)]
    }

    private static let areaParts = [
        Part("id", .identifier, "Its identifier here.", required: true), Part("code", .text(most: 40), "Its code.", required: true),
        Part("title", .localized(most: 500), "Its title.", required: true),
        Part("description", .localized(most: 20_000), "What it is about.", required: true),
    ]

    private static func area(_ id: ID<FocusArea>, _ area: FocusArea) -> JSON {
        ["id": .of(id), "code": .text(area.code), "title": .of(area.title), "description": .of(area.description)]
    }
}
