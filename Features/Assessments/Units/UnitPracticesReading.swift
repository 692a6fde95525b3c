import HashTreeCollections
import Journal
import Organisation
import Pages

/// The names of what is laid down of a unit: inputs of the form.
enum PracticeField {
    static let decidesOn = "decides-on", asksOn = "asks-on", asks = "asks", passesNothing = "passes-nothing"

    static func to(_ number: Int) -> String { "to-\(number)" }
    static func what(_ number: Int) -> String { "what-\(number)" }
    static func cadence(_ number: Int) -> String { "cadence-\(number)" }
    static func often(_ number: Int) -> String { "often-\(number)" }

    /// Those of a flow, as programs name them.
    static let members: [(name: String, field: @Sendable (Int) -> String)] = [("to", { to($0) }), ("what", { what($0) }), ("cadence", { cadence($0) }), ("often", { often($0) })]
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

    /// Of the units that are there, in the order of their identifiers; of none for those who take no part.
    var practicesTold: [(id: ID<Unit>, practice: UnitPractice)] {
        guard viewer.belongs(to: .participants) else { return [] }
        return practices.records.filter { register.units[$0.key] != nil }.map { ($0.key, $0.value.practice) }.sorted { $0.0 < $1.0 }
    }

    /// A unit of the register, with what is laid down of it.
    func practice() throws(Missing) -> (id: ID<Unit>, unit: Unit, record: RecordedPractice?) {
        let id: ID<Unit> = try id("unit")
        guard let unit = register.units[id] else { throw Missing() }
        return (id, unit, practices.records[id])
    }

    /// By name, as people look for them.
    var unitsByName: [(id: ID<Unit>, unit: Unit)] { say.sorted(register.units.map { (id: $0.key, unit: $0.value) }.sorted { $0.id < $1.id }) { plain($0.unit.name) } }

    /// What follows from all that is laid down, worked out once for all who may read it.
    var unitFigures: UnitFigures { common("assessments/unit-figures") { UnitFigures($0.unitsByName.map(\.id), in: $0.organisation) } }

    func name(_ superior: Unit.Superior) -> String {
        switch superior {
        case .unit(let id): plain(register.name(of: id))
        case .body(let id): plain(register.name(of: id))
        }
    }

    /// What is closed by now still has its name.
    func gone(_ superior: Unit.Superior) -> String { say("assessments.units.gone", ["unit": name(superior)]) }

    func unitLink(_ id: ID<Unit>) -> Markup { superiorLink(.unit(id)) }

    func superiorLink(_ superior: Unit.Superior?) -> Markup {
        guard let superior else { return Markup(say("assessments.units.nobody")) }
        guard superior.isThere(in: register) else { return Markup(gone(superior)) }
        return switch superior {
        case .unit(let id): Pages.link(path("units/\(id)")) { text(register.name(of: id)) }
        case .body(let id): Pages.link(path("bodies/\(id)")) { text(register.name(of: id)) }
        }
    }

    /// How often something is passed on: as chosen, and in words; empty where neither is said.
    @MarkupBuilder func often(_ flow: UnitPractice.Flow) -> Markup {
        if let cadence = flow.cadence {
            say("assessments.units.cadence.\(cadence.rawValue)")
            if !flow.often.isEmpty { language.comma }
        }
        text(flow.often)
    }

    /// The way to the page, for those whom it is for.
    @MarkupBuilder var practicesLink: Markup {
        if viewer.belongs(to: .participants) { Pages.link(path(PracticePath.front), .class("button quiet")) { say("assessments.units") } }
    }
}
