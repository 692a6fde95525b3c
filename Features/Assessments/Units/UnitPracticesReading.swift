import HashTreeCollections
import Journal
import Organisation
import Pages

/// The names of what is laid down of a unit: inputs of the form.
enum PracticeField {
    static let decidesOn = "decides-on", asksOn = "asks-on", asks = "asks"

    static func to(_ number: Int) -> String { "to-\(number)" }
    static func what(_ number: Int) -> String { "what-\(number)" }
    static func often(_ number: Int) -> String { "often-\(number)" }
}

enum PracticePath {
    static let front = "assessments/units"

    static func unit(_ id: ID<Unit>, _ end: String) -> String { "assessments/units/\(id)/\(end)" }
    static func row(_ id: ID<Unit>) -> String { "unit-\(id)" }
}

/// Units are public; what is laid down of their ways is for those who take part.
func tellUnits(_ event: UnitPractices.Event, _ organisation: Organisation) -> Told {
    let register = organisation[Register.self]
    func told(_ key: String, _ id: ID<Unit>, _ more: [String: Saying.Argument] = [:]) -> Told {
        Told(
            Saying("assessments.units.told.\(key)", more.merging(["unit": .content(register.name(of: id))]) { own, _ in own }), about: [Reference(Register.self, id)], audience: .participants)
    }
    switch event {
    case .unitDescribed(let id, _): return told("described", id)
    case .unitPracticeRemoved(let id, let because): return told("removed", id, ["because": .prose(because)])
    }
}

/// Each text with the field in which it is written: found, and translated.
func searchUnits(_ organisation: Organisation) -> [SearchDocument] {
    let register = organisation[Register.self]
    return organisation[UnitPractices.self].records.filter { register.units[$0.key] != nil }.sorted { $0.key < $1.key }.map { id, record in
        let practice = record.practice
        let flows = practice.flows.enumerated().flatMap { place, flow -> [SearchDocument.Field] in
            [
                .init("assessments.units.field.what", flow.what, entry: PracticeField.what(place + 1)), .init("assessments.units.field.often", flow.often, entry: PracticeField.often(place + 1)),
            ]
        }
        return SearchDocument(
            Reference(UnitPractices.self, id), kind: "assessments.kind.unit-practice", title: register.name(of: id), path: "\(PracticePath.front)#\(PracticePath.row(id))",
            fields: [.init("assessments.units.field.decides-on", practice.decidesOn), .init("assessments.units.field.asks-on", practice.asksOn)] + flows, audience: .participants,
            form: SearchDocument.Form(PracticePath.unit(id, "edit"), title: nil))
    }
}

extension Visit {
    var practices: UnitPractices { organisation[UnitPractices.self] }

    /// A unit of the register, with what is laid down of it.
    func practice() throws(Missing) -> (id: ID<Unit>, unit: Unit, record: RecordedPractice?) {
        let id: ID<Unit> = try id("unit")
        guard let unit = register.units[id] else { throw Missing() }
        return (id, unit, practices.records[id])
    }

    /// By name, as people look for them.
    var unitsByName: [(id: ID<Unit>, unit: Unit)] { say.sorted(register.units.map { (id: $0.key, unit: $0.value) }.sorted { $0.id < $1.id }) { plain($0.unit.name) } }

    /// What is closed by now still has its name.
    func unitLink(_ id: ID<Unit>) -> Markup {
        guard let unit = register.units[id] else { return Markup(say("assessments.units.gone", ["unit": plain(register.name(of: id))])) }
        return Pages.link(path("units/\(id)")) { text(unit.name) }
    }

    func superiorLink(_ superior: Unit.Superior?) -> Markup {
        switch superior {
        case .unit(let id): unitLink(id)
        case .body(let id): register.bodies[id] == nil ? Markup(plain(register.name(of: id))) : Pages.link(path("bodies/\(id)")) { text(register.name(of: id)) }
        case nil: Markup(say("assessments.units.nobody"))
        }
    }

    /// The way to the page, for those whom it is for.
    @MarkupBuilder var practicesLink: Markup {
        if viewer.belongs(to: .participants) { Pages.link(path(PracticePath.front), .class("button quiet")) { say("assessments.units") } }
    }
}
