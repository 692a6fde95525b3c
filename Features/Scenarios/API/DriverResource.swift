import HashTreeCollections
import Journal
import Organisation
import Pages

/// The drivers of a study, with what was given of each where enough rated.
enum DriverResource {
    typealias Thing = (id: ID<Driver>, driver: Driver, spread: DriverSpread?)

    static let resource: Resource = {
        var resource = Resource(
            "Driver", "Something that could turn out one way or the other, and matters.", path: "scenarios/studies/{study}/drivers", items: ["{driver}"], .everyone, properties,
            all: { visit in
                let (id, _) = try visit.study(), figures = try visit.figures(id)
                return visit.scenarios.drivers(of: id).map { ($0.id.text, ($0.id, $0.driver, figures.spread(of: $0.id))) }
            },
            find: { visit in
                let (study, _) = try visit.study(), (id, driver) = try visit.driver()
                guard driver.study == study else { throw Missing() }
                return (id, driver, try visit.figures(study).spread(of: id))
            })
        resource.writes = [
            Write(.create, "Adds a driver.", as: DriverForms.new, input: properties.inputs()), Write(.change, "Says anew what a driver is.", as: DriverForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is, by language.", .field("title", required: true)) { .of($0.driver.title) },
        Property("text", .localized(most: 4000), "What is meant.", .field("text")) { .of($0.driver.text) },
        Property("low", .localized(most: 300), "The low end of what is uncertain.", .field("low", required: true)) { .of($0.driver.low) },
        Property("high", .localized(most: 300), "The high end.", .field("high", required: true)) { .of($0.driver.high) },
        Property("signals", .list(.text(most: 200), most: SignalLinks.most), "The signals that speak for it, as far as you may see them: scan:identifier.") { thing, visit in
            .list(visit.signals(thing.driver.signals, in: thing.driver.study).map { .text($0.reference.description) })
        },
        Property("importance", .nullable(.number(1...5)), "The median; null where fewer than three rated.") { .of($0.spread?.importance.median) },
        Property("uncertainty", .nullable(.number(1...5)), "The median; null where fewer than three rated.") { .of($0.spread?.uncertainty.median) },
        Property("raters", .integer(0...1_000_000), "How many rated it.") { .integer(($0.spread?.members ?? 0) + ($0.spread?.staff ?? 0)) },
    ]
}
