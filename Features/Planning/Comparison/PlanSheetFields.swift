import HashTreeCollections
import Journal
import Organisation
import Pages

/// How single fields read.
extension PlanSheet {
    typealias F = ComparedField

    func made<Kind>(
        _ id: ID<Kind>, _ kind: String, code: String = "", title: Localized, _ path: String, _ fields: [ComparedField]
    ) -> ComparedThing {
        let named = kind == "planning.causes" ? [] : F.text("planning.field.code", code) + F.texts("planning.field.title", title)
        return ComparedThing(reference: Reference(Plan.self, id), kind: kind, code: code, title: title, path: path, fields: named + fields)
    }

    func day(_ key: String, _ day: Day?) -> [ComparedField] { F.said(key, day.map { visit.say.day($0) }, same: day.map { "\($0)" } ?? "") }

    func number(_ key: String, _ number: Double) -> [ComparedField] { F.said(key, visit.say.number(number, digits: 6), same: "\(number)") }

    func choice<Choice: RawRepresentable<String>>(_ key: String, _ words: String, _ choice: Choice) -> [ComparedField] {
        F.said(key, visit.say("\(words).\(choice.rawValue)"), same: choice.rawValue)
    }

    func unit(_ key: String, _ unit: ID<Unit>?) -> [ComparedField] {
        F.said(key, unit.map { visit.plain(register.name(of: $0)) }, same: unit?.text ?? "")
    }

    func name(_ key: String, _ id: ID<Perspective>) -> [ComparedField] {
        F.said(key, plan.perspectives[id].map { visit.plain($0.name) }, same: id.text)
    }

    /// Only what the reader may see is named.
    func objective(_ key: String, _ id: ID<Objective>?) -> [ComparedField] {
        F.said(key, id.map { sight.sees($0) ? visit.plain(plan.name(of: $0)) : visit.say("pages.unknown") }, same: id?.text ?? "")
    }

    func action(_ key: String, _ id: ID<Action>) -> [ComparedField] {
        F.said(key, plan.actions[id].map { visit.plainCoded($0.code, $0.title) }, same: id.text)
    }

    func areas(_ areas: [ID<FocusArea>]) -> [ComparedField] {
        let names = areas.compactMap { plan.focusAreas[$0] }.map { visit.plainCoded($0.code, $0.title) }
        return F.said("planning.field.areas", names.joined(separator: visit.language.semicolon), same: areas.map(\.text).sorted().joined(separator: " "))
    }
}
