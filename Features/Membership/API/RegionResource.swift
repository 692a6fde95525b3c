import HashTreeCollections
import Journal
import Organisation
import Pages

/// Regions for programs.
enum RegionResource {
    typealias Thing = (id: ID<Region>, region: Region)

    static let resource: Resource = {
        var resource = Resource(
            "Region", "A region, by which members and seats are counted.", path: "regions", items: ["{region}"], .everyone, properties,
            all: { visit in visit.register.regions.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Region> = try visit.id("region")
                guard let region = visit.register.regions[id] else { throw Missing() }
                return (id, region)
            })
        resource.writes = [
            Write(.create, "Describes a new region. Its identifier is made of its code.", as: RegionForms.new, input: properties.inputs() + [since]),
            Write(.change, "Says anew what a region is.", as: RegionForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    /// Asked only the first time.
    static let since = InputPart(
        Part("since", .nullable(.day), "Since when it is there; null for as long as the records reach."), .field("since"))

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("code", .text(most: 40), "The short form by which it is named.", .field("code", required: true)) { .text($0.region.code) },
        Property("name", .localized(most: 200), "Its name by language.", .field("name", required: true)) { .of($0.region.name) },
        Property("officialName", .localized(most: 400), "The long form that its own documents use.", .field("official")) { .of($0.region.officialName) },
    ]
}
