import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is laid down of units for programs: every unit of the register is there, whether or not anything is.
enum PracticeResource {
    typealias Thing = (id: ID<Unit>, unit: Unit, record: RecordedPractice?)

    static let resource: Resource = {
        var resource = Resource(
            "UnitPractice", "On what a unit of the register decides alone, whose consent it needs, what it passes to which other; to whom it answers is the register’s to say.",
            path: PracticePath.front, items: ["{unit}"], .participants, properties,
            all: { visit in visit.register.units.map { ($0.key.text, ($0.key, $0.value, visit.practices.records[$0.key])) } }, find: { visit in try visit.practice() })
        resource.writes = [
            Write(.put, "Lays down anew what holds of a unit; what is not named stays.", as: PracticeForms.edit, input: properties.inputs()),
            Write(
                .remove, "Removes all that is laid down of a unit.", .planners, parameters: [QueryParameter("because", .text(most: 2000), "Why.", required: true)],
                decide: PracticeDecisions.remove),
        ]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "The unit.") { .of($0.id) }, Property("name", .localized(most: 200), "What it is called.") { .of($0.unit.name) },
        Property("answersTo", .nullable(.reference), "To whom it answers: unit:ID or body:ID; changed under units.") { .of($0.unit.answersTo?.text) },
        Property("decidesOn", .localized(most: UnitPractice.longest), "What it decides alone.", .field(PracticeField.decidesOn)) { .of($0.record?.practice.decidesOn ?? .empty) },
        Property("asksOn", .localized(most: UnitPractice.longest), "For what it needs consent.", .field(PracticeField.asksOn)) { .of($0.record?.practice.asksOn ?? .empty) },
        Property("asks", .list(.reference, most: 1000), "Whose consent it needs: unit:ID or body:ID.", .field(PracticeField.asks)) { .list(($0.record?.practice.asks ?? []).map { .text($0.text) }) },
        Property(
            "passes", .list(.object(flow), most: UnitPractice.mostFlows),
            "What it passes to which other units; the whole list is sent, and of a flow to the same unit languages that are not named stay.", passing
        ) { thing in
            .list(
                (thing.record?.practice.flows ?? []).map { flow in
                    ["to": .of(flow.to), "what": .of(flow.what), "cadence": .of(flow.cadence?.rawValue), "often": .of(flow.often)]
                })
        },
        // After the flows: where both are sent and contradict each other, it is refused.
        Property(
            "passesNothing", .flag, "Whether it was said that it informs no other unit; where it is not and there are no flows, nobody knows. What it passes on takes it back.",
            .field(PracticeField.passesNothing)
        ) { .flag($0.record?.practice.passesNothing ?? false) },
        Property("on", .nullable(.day), "From when on it holds; null where nothing is laid down.") { .of($0.record?.on) },
        Property("by", .nullable(.object(Visit.personParts)), "Who recorded it.") { thing, visit in thing.record.map { visit.json($0.by) } ?? .null },
    ]

    private static let flow = [
        Part("to", .identifier, "The unit that is informed.", required: true), Part("what", .localized(most: UnitPractice.longestFlow), "What it is told.", required: true),
        Part("cadence", .nullable(.choice(of: UnitPractice.Cadence.self)), "How often, as can be counted; null where nobody chose."),
        Part("often", .localized(most: UnitPractice.longestFlow), "How often, in words."),
    ]

    /// Each goes into the fields of its place.
    private static let passing = Input(
        enter: enter,
        pointer: { field, json in
            for place in 0..<max(1, json.items?.count ?? 0) {
                for (name, own) in PracticeField.members where field == own(place + 1) || field.hasPrefix("\(own(place + 1)).") {
                    return place < json.items?.count ?? 0 ? "/\(place)/\(name)" : ""
                }
            }
            return nil
        })

    /// What stands of a flow to the same unit moves to its new place, so that it is changed and no other is.
    private static func enter(_ json: JSON, _ entered: inout Entered) {
        let held = entered, rows = Dictionary((1...UnitPractice.mostFlows).map { (held.text(PracticeField.to($0)), $0) }) { first, _ in first }
        let prefixes = PracticeField.members.map { String($0.field(1).dropLast()) }
        for name in held.names where prefixes.contains(where: name.hasPrefix) { entered.set(name, .null) }
        for (place, flow) in (json.items ?? []).enumerated() {
            let before = flow["to"]?.text.flatMap { rows[$0] }
            for (name, field) in PracticeField.members {
                let value = flow[name] ?? .null, source: Int? = if case .object = value { before } else { nil }
                for language in Language.allCases { entered.set("\(field(place + 1)).\(language.rawValue)", source.map { held.raw("\(field($0)).\(language.rawValue)") } ?? []) }
                entered.set(field(place + 1), value)
            }
        }
        if json.items?.isEmpty == false { entered.set(PracticeField.passesNothing, .null) }
    }
}
