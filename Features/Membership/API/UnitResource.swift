import HashTreeCollections
import Journal
import Organisation
import Pages

/// The units of the organisation's own staff for programs.
enum UnitResource {
    typealias Thing = (id: ID<Unit>, unit: Unit)

    static let resource: Resource = {
        var resource = Resource(
            "Unit", "A unit of the organisation's own staff: what it answers for, and to whom.", path: "units", items: ["{unit}"], .everyone, properties,
            all: { visit in visit.register.units.map { ($0.key.text, ($0.key, $0.value)) } },
            find: { visit in
                let id: ID<Unit> = try visit.id("unit")
                guard let unit = visit.register.units[id] else { throw Missing() }
                return (id, unit)
            })
        resource.writes = [
            Write(
                .create, "Describes a new unit. Its identifier is made of its name.", as: UnitForms.new, input: properties.inputs() + [RegionResource.since]),
            Write(.change, "Says anew what a unit is.", as: UnitForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("name", .localized(most: 200), "Its name by language.", .field("name", required: true)) { .of($0.unit.name) },
        Property("kind", .choice(of: Unit.Kind.self), "What it is.", .field("kind")) { .text($0.unit.kind.rawValue) },
        Property("region", .nullable(.identifier), "The region that it serves.", .field("region")) { .of($0.unit.region) },
        Property("answersFor", .localized(most: 4000), "What it answers for.", .field("answers-for")) { .of($0.unit.answersFor) },
        Property("answersTo", .nullable(.reference), "To whom it answers: unit:ID or body:ID.", .field("answers-to")) { thing in
            switch thing.unit.answersTo {
            case .unit(let id): .text("unit:\(id)")
            case .body(let id): .text("body:\(id)")
            case nil: .null
            }
        },
    ]
}
