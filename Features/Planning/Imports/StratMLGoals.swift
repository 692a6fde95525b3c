import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Goals and their objectives. StratML has two layers: each becomes a perspective, and objectives are parts of their goal.
extension StratMLMapping {
    mutating func mapGoals() {
        // All objectives stand in one perspective: goal by goal, as in the document.
        var order = 0
        for (number, goal) in document.goals.enumerated() {
            let goalPlace = "g\(number + 1)"
            let parent = objective(
                Described(
                    line: goal.line, name: goal.name, description: goal.description, sequence: goal.sequence, number: "\(number + 1)",
                    note: StratMLWords.lines(goal.stakeholders) + [goal.otherInformation]),
                id: objectiveID(goal.identifier, goalPlace, goal.line), parent: nil, order: number)
            for (count, part) in goal.objectives.enumerated() {
                let partPlace = "\(goalPlace)-o\(count + 1)"
                if document.origin != nil, part.identifier == StratMLDocument.Objective.itself(of: parent.text) {
                    mapIndicators(part.indicators, of: parent, goalPlace, "\(number + 1)")
                    continue
                }
                let child = objective(
                    Described(
                        line: part.line, name: part.name, description: part.description, sequence: part.sequence,
                        number: "\(number + 1).\(count + 1)", note: StratMLWords.lines(part.stakeholders) + [part.otherInformation]),
                    id: objectiveID(part.identifier, partPlace, part.line), parent: parent, order: order)
                order += 1
                mapIndicators(part.indicators, of: child, partPlace, "\(number + 1).\(count + 1)")
            }
        }
        finishIndicators()
    }

    private mutating func mapIndicators(_ indicators: [StratMLDocument.Indicator], of objective: ID<Objective>, _ place: String, _ number: String) {
        for (index, indicator) in indicators.enumerated() {
            mapIndicator(indicator, of: objective, place: "\(place)-i\(index + 1)", number: "\(number).\(index + 1)", order: index)
        }
    }

    private struct Described {
        let line: Int
        let name: String
        let description: String
        let sequence: String
        let number: String
        let note: [String]
    }

    private mutating func objectiveID(_ identifier: String?, _ place: String, _ line: Int) -> ID<Objective> {
        let (present, plan) = (present, plan)
        return id(identifier, place, "objective", line: line) { present.plan(of: $0) == plan }
    }

    private mutating func perspective(_ name: String, _ title: Localized, level: Int) -> ID<Perspective> {
        if let made = layers[name] { return made }
        let (present, plan) = (present, plan)
        let id: ID<Perspective> = id(nil, name, "perspective", line: 1) { present.perspectives[$0]?.plan == plan }
        // A planner may have renamed or moved it since.
        let described = present.perspectives[id] ?? Perspective(plan: plan, name: title, level: level)
        report.describe(described, instead: present.perspectives[id], on: since, .perspectiveDescribed(id: id, described))
        layers[name] = id
        return id
    }

    private mutating func objective(
        _ found: Described, id: ID<Objective>, parent: ID<Objective>?, order: Int
    ) -> ID<Objective> {
        let old = present.objectives[id]
        let code = self.code(found.sequence, found.number, "objective", line: found.line, instead: old?.code)
        // Only what is new needs a perspective of StratML's own two.
        let perspective =
            old?.perspective
            ?? (parent == nil
                ? self.perspective("goals", StratMLMapping.goalsName, level: 1) : self.perspective("objectives", StratMLMapping.objectivesName, level: 0))
        if found.name.isEmpty { report.note(found.line, "planning.import.unnamed-objective", ["title": code]) }
        let note = found.note.filter { !$0.isEmpty }.joined(separator: "\n\n")
        let described = Objective(
            perspective: perspective, parent: keptParent(of: old, below: parent) ?? parent, code: code,
            title: content(found.name.isEmpty ? code : found.name, instead: old?.title ?? .empty),
            description: content(found.description, instead: old?.description ?? .empty), owner: old?.owner, focusAreas: old?.focusAreas ?? [],
            weight: old?.weight ?? 1, note: content(note, instead: old?.note ?? .empty), order: document.origin == nil ? order : old?.order ?? order)
        report.describe(described, instead: old, on: since, .objectiveDescribed(id: id, described))
        return id
    }

    /// StratML has two layers: what stands deeper here hangs on its goal there, and stays where it is.
    private func keptParent(of old: Objective?, below goal: ID<Objective>?) -> ID<Objective>? {
        guard document.origin != nil, let goal, let kept = old?.parent, kept != goal else { return nil }
        var above: ID<Objective>? = kept, steps = 0
        while let next = above, next != goal, steps < 64 { (above, steps) = (present.objectives[next]?.parent, steps + 1) }
        return above == goal ? kept : nil
    }

    static let goalsName = Localized(
        [.en: "Goals", .fr: "Buts", .es: "Metas", .ar: "الغايات", .ru: "Цели", .pt: "Metas"], original: .en)
    static let objectivesName = Localized(
        [.en: "Objectives", .fr: "Objectifs", .es: "Objetivos", .ar: "الأهداف", .ru: "Задачи", .pt: "Objetivos"], original: .en)
}
