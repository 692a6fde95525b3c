import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for what is laid down of a unit.
enum PracticeForms {
    static let edit = Route.form("assessments/units/{unit}/edit", .planners, show: describe, decide: PracticeDecisions.describe)
    static let routes: [Route] = [edit, .form("assessments/units/{unit}/remove", .planners, show: remove, decide: PracticeDecisions.remove)]

    private static func trail(_ visit: Visit) -> [(title: String, path: String)] { visit.assessmentTrail((visit.say("assessments.units"), PracticePath.front)) }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, unit, record) = try visit.practice(), say = visit.say, practice = record?.practice ?? UnitPractice()
        func text(_ name: String, _ content: Localized, help: Bool = false) -> Field {
            .localized(
                name, say("assessments.units.field.\(name)"), content, rows: 4, languages: visit.languages, help: help ? say("assessments.units.field.\(name)-help") : "")
        }
        return Form(
            say("assessments.units.edit", ["unit": visit.plain(unit.name)]), lede: say("assessments.units.edit-lede"), place: AssessmentPath.front, trail: trail(visit), submit: say("pages.save"),
            cancel: PracticePath.front,
            fields: [
                text(PracticeField.decidesOn, practice.decidesOn, help: true),
                Field(PracticeField.asks, say("assessments.units.field.asks"), .choices(superiors(visit, besides: id, practice)), values: practice.asks.map(\.text)),
                text(PracticeField.asksOn, practice.asksOn),
            ] + flows(visit, of: id, practice) + [
                Field(
                    PracticeField.passesNothing, say("assessments.units.field.passes-nothing"), .flag, value: practice.passesNothing == true ? "yes" : "",
                    help: say("assessments.units.field.passes-nothing-help"))
            ]
        ) {
            facts([(say("assessments.units.column.answers-to"), visit.superiorLink(unit.answersTo))])
        }
    }

    /// Whoever is there, and after them whoever was chosen and is there no longer: it stays until somebody takes it out.
    private static func superiors(_ visit: Visit, besides id: ID<Unit>, _ practice: UnitPractice) -> [Choice] {
        let say = visit.say, units = say("assessments.units.group.units"), bodies = say("assessments.units.group.bodies")
        func kept(_ group: String, _ isOne: (Unit.Superior) -> Bool) -> [Choice] {
            practice.asks.filter { isOne($0) && !$0.isThere(in: visit.register) }.map { Choice($0.text, visit.gone($0), group: group) }
        }
        let known = visit.unitsByName.filter { $0.id != id }.map { visit.choice("unit:\($0.id)", $0.unit.name, group: units) }
        let others = say.sorted(visit.register.bodies.sorted { $0.key < $1.key }.map { visit.choice("body:\($0.key)", $0.value.name, group: bodies) }, by: \.label)
        return known + kept(units) { $0.isUnit } + others + kept(bodies) { !$0.isUnit }
    }

    /// What there is, and two more; never fewer than four, so that nothing typed loses its place when the form comes back.
    private static func flows(_ visit: Visit, of id: ID<Unit>, _ practice: UnitPractice) -> [Field] {
        let say = visit.say, kept = practice.flows.map(\.to).filter { visit.register.units[$0] == nil }.map { Choice($0.text, visit.gone(.unit($0))) }
        let choices = [Choice("", "–")] + visit.unitsByName.filter { $0.id != id }.map { visit.choice($0.id, $0.unit.name) } + kept
        let cadences = visit.optional("assessments.units.cadence", UnitPractice.Cadence.self)
        return (1...min(UnitPractice.mostFlows, max(4, practice.flows.count + 2))).flatMap { number -> [Field] in
            let flow = practice.flows.indices.contains(number - 1) ? practice.flows[number - 1] : nil
            let group = FieldGroup("flow-\(number)", say("assessments.units.field.flow", ["n": say.number(number)]), help: number == 1 ? say("assessments.units.field.flow-help") : "")
            let fields: [Field] = [
                Field(PracticeField.to(number), say("assessments.units.field.to"), .choice(choices), value: flow?.to.text ?? ""),
                .localized(PracticeField.what(number), say("assessments.units.field.what"), flow?.what ?? .empty, languages: visit.languages),
                Field(PracticeField.cadence(number), say("assessments.units.field.cadence"), .choice(cadences), value: flow?.cadence?.rawValue ?? ""),
                .localized(PracticeField.often(number), say("assessments.units.field.often"), flow?.often ?? .empty, languages: visit.languages),
            ]
            return fields.map { field in
                var field = field
                field.partOf = group
                return field
            }
        }
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let (_, unit, record) = try visit.practice(), say = visit.say
        guard record != nil else { throw Missing() }
        return .withdrawing(
            say("assessments.units.remove", ["unit": visit.plain(unit.name)]), place: AssessmentPath.front, trail: trail(visit), submit: say("assessments.remove-it"), cancel: PracticePath.front, say)
    }
}
