import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is laid down of units for programs: every unit of the register is there, whether or not anything is.
enum PracticeResource {
    typealias Thing = (id: ID<Unit>, unit: Unit, record: RecordedPractice?)

    static let resource: Resource = {
        var resource = Resource(
            "UnitPractice", "On what a unit of the register decides alone, whom it must ask, what it passes to which other; to whom it answers is the register’s to say.", path: PracticePath.front,
            items: ["{unit}"], .participants, properties,
            all: { visit in visit.register.units.map { ($0.key.text, ($0.key, $0.value, visit.practices.records[$0.key])) } }, find: { visit in try visit.practice() })
        resource.writes = [Write(.put, "Lays down anew what holds of a unit; what is not named stays.", as: PracticeForms.edit, input: properties.inputs())]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "The unit.") { .of($0.id) }, Property("name", .localized(most: 200), "What it is called.") { .of($0.unit.name) },
        Property("answersTo", .nullable(.reference), "To whom it answers: unit:ID or body:ID; changed under units.") { .of($0.unit.answersTo?.text) },
        Property("decidesOn", .localized(most: UnitPractice.longest), "What it decides alone.", .field(PracticeField.decidesOn)) { .of($0.record?.practice.decidesOn ?? .empty) },
        Property("asksOn", .localized(most: UnitPractice.longest), "On what it must ask.", .field(PracticeField.asksOn)) { .of($0.record?.practice.asksOn ?? .empty) },
        Property("asks", .list(.reference, most: 1000), "Whom it must ask: unit:ID or body:ID.", .field(PracticeField.asks)) { .list(($0.record?.practice.asks ?? []).map { .text($0.text) }) },
        Property("passes", .list(.object(flow), most: UnitPractice.mostFlows), "What it passes to which other units; the whole list is sent.", passing) { thing in
            .list((thing.record?.practice.flows ?? []).map { ["to": .of($0.to), "what": .of($0.what), "often": .of($0.often)] })
        },
        Property("on", .nullable(.day), "From when on it holds; null where nothing is laid down.") { .of($0.record?.on) },
        Property("by", .nullable(.object(Visit.personParts)), "Who recorded it.") { thing, visit in thing.record.map { visit.json($0.by) } ?? .null },
    ]

    private static let flow = [
        Part("to", .identifier, "The unit that is informed.", required: true), Part("what", .localized(most: UnitPractice.longestFlow), "What it is told.", required: true),
        Part("often", .localized(most: UnitPractice.longestFlow), "How often.", required: false),
    ]

    /// Each goes into the fields of its place.
    private static let passing = Input(
        enter: { json, entered in
            let prefixes = [PracticeField.to, PracticeField.what, PracticeField.often].map { String($0(1).dropLast()) }
            for name in entered.names where prefixes.contains(where: name.hasPrefix) { entered.set(name, .null) }
            for (place, flow) in (json.items ?? []).enumerated() {
                entered.set(PracticeField.to(place + 1), flow["to"] ?? .null)
                entered.set(PracticeField.what(place + 1), flow["what"] ?? .null)
                entered.set(PracticeField.often(place + 1), flow["often"] ?? .null)
            }
        },
        pointer: { field, json in
            for place in 0..<max(1, json.items?.count ?? 0) {
                for (name, own) in [("to", PracticeField.to(place + 1)), ("what", PracticeField.what(place + 1)), ("often", PracticeField.often(place + 1))]
                where field == own || field.hasPrefix("\(own).") { return place < json.items?.count ?? 0 ? "/\(place)/\(name)" : "" }
            }
            return nil
        })
}
