import HashTreeCollections
import Journal
import Organisation
import Pages

/// The signposts of a study, with whether each has come true.
enum SignpostResource {
    typealias Thing = (id: ID<Signpost>, signpost: Signpost)

    static let resource: Resource = {
        var resource = Resource(
            "Signpost", "A sign by which one sees that a scenario unfolds.", path: "scenarios/studies/{study}/signposts", items: ["{signpost}"], .everyone, properties,
            all: { visit in
                let (id, _) = try visit.study()
                return visit.scenarios.scenarios(of: id).flatMap { visit.scenarios.signposts(of: $0) }.map { ($0.id.text, $0) }
            },
            find: { visit in
                let (study, _) = try visit.study(), found = try visit.signpost()
                guard found.study == study else { throw Missing() }
                return (found.id, found.signpost)
            })
        resource.writes = [Write(.change, "Says anew what would be seen.", as: FutureForms.editSignpost, input: properties.inputs())]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("scenario", .identifier, "The scenario of which it is a sign.") { .of($0.signpost.scenario) },
        Property("title", .localized(most: 300), "What would be seen, by language.", .field("title", required: true)) { .of($0.signpost.title) },
        Property("place", .localized(most: 1000), "Where to look.", .field("place")) { .of($0.signpost.place) },
        Property("until", .nullable(.day), "Until when it was to be watched from the beginning.", .field("until")) { .of($0.signpost.until) },
        Property("watchedUntil", .nullable(.day), "Until when it is watched; null where it has come true, or is watched no more, or without an end.") { thing, visit in
            .of(visit.scenarios.watchedUntil(thing.id))
        },
        Property("seenOn", .nullable(.day), "When it came true.") { thing, visit in .of(visit.scenarios.sightings[thing.id]?.sighting.on) },
        Property("evidence", .localized(most: 4000), "By what one saw it.") { thing, visit in .of(visit.scenarios.sightings[thing.id]?.sighting.evidence ?? .empty) },
        Property("link", .nullable(.text(most: 2000)), "Where it can be read.") { thing, visit in .of(visit.scenarios.sightings[thing.id]?.sighting.link) },
        Property("follows", .localized(most: 4000), "What follows from it, in words.") { thing, visit in .of(visit.scenarios.answers[thing.id]?.consequence.because ?? .empty) },
        Property("objectives", .list(.identifier, most: 10_000), "The objectives that answer it, as far as you may see them.") { thing, visit in
            .list((visit.scenarios.answers[thing.id]?.consequence.objectives ?? []).filter { visit.sees($0) }.map { .of($0) })
        },
    ]
}
