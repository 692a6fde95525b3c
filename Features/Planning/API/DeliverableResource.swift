import HashTreeCollections
import Journal
import Organisation
import Pages

/// What the actions hand over, for programs.
enum DeliverableResource {
    typealias Thing = (id: ID<Deliverable>, deliverable: Deliverable)

    static let resource: Resource = {
        var resource = Resource(
            "Deliverable", "What an action hands over.", path: "deliverables", items: ["{deliverable}"], .everyone, properties,
            all: { visit in visit.plan.deliverables.filter { visit.sees($0.value) }.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Deliverable> = try visit.id("deliverable")
                guard let deliverable = visit.plan.deliverables[id], visit.sees(deliverable) else { throw Missing() }
                return (id, deliverable)
            })
        resource.writes = [
            Write(.create, "Says what an action will hand over.", as: DeliverableForm.routes[0], input: properties.inputs()),
            Write(.change, "Says it anew, or that it was delivered.", as: DeliverableForm.routes[1], input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("action", .identifier, "Which action hands it over.", .field("action", required: true)) { .of($0.deliverable.action) },
        Property("title", .localized(most: 500), "Its title by language.", .field("title", required: true)) { .of($0.deliverable.title) },
        Property("due", .nullable(.day), "By when.", .field("due")) { .of($0.deliverable.due) },
        Property("deliveredOn", .nullable(.day), "When it was delivered; null while it is not.", .field("delivered")) { .of($0.deliverable.deliveredOn) },
        Property("evidence", .text(most: 1000), "Where it can be verified.", .field("evidence")) { .text($0.deliverable.evidence) },
    ]
}

extension Visit {
    fileprivate func sees(_ deliverable: Deliverable) -> Bool { plan.actions[deliverable.action].map { sees($0.objective) } ?? false }
}
