import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is done for the objectives, for programs.
enum ActionResource {
    typealias Thing = (id: ID<Action>, action: Action)

    static let resource: Resource = {
        var resource = Resource(
            "Action", "Something that is done for an objective.", path: "actions", items: ["{action}"], .everyone, properties,
            all: { visit in visit.plan.actions.filter { visit.sees($0.value.objective) }.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Action> = try visit.id("action")
                guard let action = visit.plan.actions[id], visit.sees(action.objective) else { throw Missing() }
                return (id, action)
            })
        resource.writes = [
            Write(.create, "Describes a new action.", as: ActionForm.routes[0], input: properties.inputs()),
            Write(.change, "Says anew what an action is, or how far it has come.", as: ActionForm.routes[1], input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("objective", .identifier, "What it is done for.", .field("objective", required: true)) { .of($0.action.objective) },
        Property("function", .nullable(.identifier), "The function under which it is carried out.", .field("function")) { .of($0.action.function) },
        Property("focusAreas", .list(.identifier, most: 1000), "Themes that it serves.", .field("areas")) { .list($0.action.focusAreas.map { .of($0) }) },
        Property("code", .text(most: 40), "How people name it; alone of its kind in the plan.", .field("code")) { .text($0.action.code) },
        Property("title", .localized(most: 500), "Its title by language.", .field("title", required: true)) { .of($0.action.title) },
        Property("description", .localized(most: 20_000), "What it consists in.", .field("description")) { .of($0.action.description) },
        Property("owner", .nullable(.identifier), "The unit that carries it out.", .field("owner")) { .of($0.action.owner) },
        Property("from", .nullable(.day), "Its first day.", .field("from")) { .of($0.action.from) },
        Property("until", .nullable(.day), "Its last day.", .field("until")) { .of($0.action.until) },
        Property("status", .choice(of: Action.Status.self), "How far it has come.", .field("status")) { .text($0.action.status.rawValue) },
    ]
}
