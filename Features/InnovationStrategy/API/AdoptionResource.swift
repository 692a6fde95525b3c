import HashTreeCollections
import Journal
import Organisation
import Pages

/// The decision by which a body adopted a version, for programs.
enum AdoptionResource {
    static let resource: Resource = {
        var resource = Resource(
            "InnovationStrategyAdoption", "That a body adopted this version; absent while it is a draft.", path: "innovation/strategies/{strategy}/adoption", .everyone, properties,
            find: { visit in
                guard let given = visit.innovation.adoption(of: try visit.strategy().id) else { throw Missing() }
                return given
            })
        resource.writes = [
            Write(.put, "Records that a body adopted it: from then on it stays as it is.", .planners, input: properties.inputs() + [content], decide: AdoptionDecisions.adopt),
            Write(
                .remove, "Takes back what was recorded wrongly.", .planners, parameters: [QueryParameter("because", .text(most: 2000), "Why.", required: true)], decide: AdoptionDecisions.withdraw),
        ]
        return resource
    }()

    private static let content = InputPart(
        Part("content", .nullable(.text(most: 200)), "What you have read, as the version says it: where it says something else by now, nothing is recorded."), .field("seen"))

    private static let properties: [Property<GivenAdoption>] = [
        Property("body", .identifier, "Which body.", .field("body", required: true)) { .of($0.adoption.body) },
        Property("on", .day, "The day of its decision.", .field("on", required: true)) { .of($0.adoption.on) },
        Property("document", .localized(most: 500), "Where the decision is on record.", .field("document", required: true)) { .of($0.adoption.document) },
        Property("despite", .localized(most: Strategy.longestText), "Why it was adopted although an initiative that changes a system has no enabler.", .field("despite")) { .of($0.adoption.despite) },
        Property("by", .object(Visit.personParts), "Who recorded it.") { given, visit in visit.json(given.by) },
    ]
}
