import HashTreeCollections
import Journal
import Organisation
import Pages

/// What may be laid down of a unit. What was laid down of others that are no longer there may stay: nothing is refused that nobody changed.
enum PracticeDecisions {
    static func describe(_ submission: Submission) throws -> Outcome {
        let (id, unit, present) = try known(submission), entered = submission.entered, before = present ?? UnitPractice()
        var practice = before
        practice.decidesOn = try entered.localized(PracticeField.decidesOn, present: before.decidesOn, max: UnitPractice.longest)
        practice.asksOn = try entered.localized(PracticeField.asksOn, present: before.asksOn, max: UnitPractice.longest)
        practice.asks = try asked(by: id, before.asks, submission)
        practice.flows = try flows(from: id, before.flows, submission)
        practice.passesNothing = entered.flag(PracticeField.passesNothing)
        if practice.passesNothing == true, !practice.flows.isEmpty { throw Refusal("assessments.units.refusal.nothing-and-flows", field: PracticeField.passesNothing) }
        practice = practice.inOrder
        if practice.isEmpty { throw Refusal("assessments.units.refusal.empty", field: PracticeField.decidesOn) }
        return .record(
            practice == present ? [] : [Proposal(UnitPractices.self, .unitDescribed(id: id, practice))], then: PracticePath.front,
            notice: Saying("assessments.units.notice.saved", ["unit": .content(unit.name)]))
    }

    static func remove(_ submission: Submission) throws -> Outcome {
        let (id, unit, present) = try known(submission), because = try submission.reason
        guard present != nil else { throw Refusal("pages.refusal.gone") }
        return .record(
            [Proposal(UnitPractices.self, .unitPracticeRemoved(id: id, because: Prose(because)))], then: PracticePath.front,
            notice: Saying("assessments.units.notice.removed", ["unit": .content(unit.name)]))
    }

    private static func known(_ submission: Submission) throws -> (id: ID<Unit>, unit: Unit, present: UnitPractice?) {
        try submission.requirePlanner()
        let id: ID<Unit> = try submission.id("unit")
        guard let unit = submission.organisation[Register.self].units[id] else { throw Refusal("pages.refusal.gone") }
        return (id, unit, submission.organisation[UnitPractices.self].records[id]?.practice)
    }

    private static func asked(by id: ID<Unit>, _ present: [Unit.Superior], _ submission: Submission) throws(Refusal) -> [Unit.Superior] {
        let register = submission.organisation[Register.self]
        var asked: [Unit.Superior] = []
        for text in submission.entered.raw(PracticeField.asks) where !text.isEmpty {
            guard let superior = Unit.Superior(text: text), superior.isThere(in: register) || present.contains(superior) else {
                throw Refusal("pages.refusal.choose", field: PracticeField.asks)
            }
            if superior == .unit(id) { throw Refusal("assessments.units.refusal.asks-itself", field: PracticeField.asks) }
            if !asked.contains(superior) { asked.append(superior) }
        }
        return asked
    }

    /// Row by row, each held against what goes to the same unit, wherever that stood; a row that had a unit and has none any more is gone.
    private static func flows(from id: ID<Unit>, _ present: [UnitPractice.Flow], _ submission: Submission) throws(Refusal) -> [UnitPractice.Flow] {
        let entered = submission.entered, register = submission.organisation[Register.self]
        var flows: [UnitPractice.Flow] = []
        for number in 1...UnitPractice.mostFlows {
            let field = PracticeField.to(number)
            guard let to: ID<Unit> = try entered.id(field, where: { unit in register.units[unit] != nil || present.contains { $0.to == unit } }) else {
                if !present.indices.contains(number - 1), isTyped(number, entered) { throw Refusal("assessments.units.refusal.to-whom", field: field) }
                continue
            }
            if to == id { throw Refusal("assessments.units.refusal.informs-itself", field: field) }
            if flows.contains(where: { $0.to == to }) { throw Refusal("assessments.units.refusal.twice", field: field) }
            let before = present.first { $0.to == to }
            flows.append(
                UnitPractice.Flow(
                    to: to, what: try entered.localized(PracticeField.what(number), present: before?.what ?? .empty, max: UnitPractice.longestFlow, required: true),
                    often: try entered.localized(PracticeField.often(number), present: before?.often ?? .empty, max: UnitPractice.longestFlow),
                    cadence: try cadence(number, entered)))
        }
        return flows
    }

    private static func cadence(_ number: Int, _ entered: Entered) throws(Refusal) -> UnitPractice.Cadence? {
        let field = PracticeField.cadence(number)
        if entered.text(field).isEmpty { return nil }
        return try entered.choice(field)
    }

    private static func isTyped(_ number: Int, _ entered: Entered) -> Bool {
        Language.allCases.contains { language in
            [PracticeField.what(number), PracticeField.often(number)].contains { !entered.text("\($0).\(language.rawValue)").isEmpty }
        } || !entered.text(PracticeField.cadence(number)).isEmpty
    }
}
