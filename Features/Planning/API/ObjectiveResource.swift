import HashTreeCollections
import Journal
import Organisation
import Pages

/// Objectives, and the functions that carry them, for programs.
enum ObjectiveResource {
    typealias Thing = (id: ID<Objective>, objective: Objective)

    static let resource: Resource = {
        var resource = Resource(
            "Objective", "An objective, or a function of the organisation that carries objectives.", path: "objectives", items: ["{objective}"], .everyone,
            properties,
            all: { visit in visit.plan.objectives.filter { visit.sees($0.key) }.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Objective> = try visit.id("objective")
                guard let objective = visit.plan.objectives[id], visit.sees(id) else { throw Missing() }
                return (id, objective)
            })
        resource.writes = [
            Write(.create, "Sets a new objective.", as: ObjectiveForm.routes[0], input: properties.inputs()),
            Write(.change, "Says anew what an objective is.", as: ObjectiveForm.routes[1], input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("plan", .nullable(.identifier), "Its plan.") { thing, visit in .of(visit.plan.plan(of: thing.id)) },
        Property("perspective", .identifier, "Where it stands on the map.", .field("perspective", required: true)) { .of($0.objective.perspective) },
        Property("parent", .nullable(.identifier), "The objective of which it is a part.", .field("parent")) { .of($0.objective.parent) },
        Property("code", .text(most: 40), "How people name it; alone of its kind in the plan.", .field("code")) { .text($0.objective.code) },
        Property("title", .localized(most: 500), "Its title by language.", .field("title", required: true)) { .of($0.objective.title) },
        Property("description", .localized(most: 20_000), "What it means.", .field("description")) { .of($0.objective.description) },
        Property("owner", .nullable(.identifier), "The unit that answers for it.", .field("owner")) { .of($0.objective.owner) },
        Property("focusAreas", .list(.identifier, most: 1000), "Themes that it serves.", .field("areas")) { .list($0.objective.focusAreas.map { .of($0) }) },
        Property("weight", .number(0...1000), "Its weight among its siblings in a roll-up.", .field("weight")) { .number($0.objective.weight) },
        Property("note", .localized(most: 20_000), "Remarks.", .field("note")) { .of($0.objective.note) },
        Property("order", .integer(0...9999), "Where it stands among its siblings.", .field("order")) { .integer($0.objective.order) },
    ]
}
