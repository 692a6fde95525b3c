import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// By what the chain is measured.
enum MeasureDecisions {
    static func describe(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let entered = submission.entered, present = submission.organisation[IdeaLedger.self].measures, register = submission.organisation[Register.self]
        var measures = present
        measures.readers = try entered.choice("readers")
        measures.months = try entered.integer("months", required: true, in: ChainMeasures.possibleMonths) ?? present.months
        measures.ripe = try entered.integer("ripe", required: true, in: ChainMeasures.possibleRipe) ?? present.ripe
        if measures.ripe >= measures.months { throw Refusal("assessments.refusal.ripe-late", ["months": "\(measures.months)"], field: "ripe", ofFieldAlone: true) }
        measures.least = try entered.integer("least", required: true, in: ChainMeasures.possibleLeast) ?? present.least
        measures.apart = try entered.number("apart", required: true, in: 0.1...2) ?? present.apart
        measures.staff = try register.units.keys.sorted().compactMap { unit in
            try entered.number(MeasureField.staff(unit), in: 0...1e6).flatMap { $0 > 0 ? ChainMeasures.UnitStaff(unit: unit, people: $0) : nil }
        }
        measures.limits = try PipelineMeasure.allCases.compactMap { measure in
            let scale = measure.entered, usual = measure.usualLimits, range = measure.isShare ? 0.0...100 : 0.0...100_000
            let strong = try entered.number(MeasureField.strong(measure), in: range).map { $0 / scale } ?? usual.strong
            let weak = try entered.number(MeasureField.weak(measure), in: range).map { $0 / scale } ?? usual.weak
            if strong == weak || (weak > strong) != measure.isTime { throw Refusal("assessments.ideas.refusal.limits", field: MeasureField.weak(measure)) }
            return strong == usual.strong && weak == usual.weak ? nil : ChainMeasures.Limit(measure: measure.rawValue, strong: strong, weak: weak)
        }
        return .record(
            measures == present ? [] : [Proposal(IdeaLedger.self, .measuresDescribed(measures))], then: IdeaPath.front, notice: Saying("assessments.ideas.notice.measures"))
    }
}

/// The names of its inputs.
enum MeasureField {
    static let staffPrefix = "staff-"

    static func staff(_ unit: ID<Unit>) -> String { "\(staffPrefix)\(unit)" }
    static func strong(_ measure: PipelineMeasure) -> String { "strong-\(measure.rawValue)" }
    static func weak(_ measure: PipelineMeasure) -> String { "weak-\(measure.rawValue)" }
}

extension PipelineMeasure {
    /// By what its limits are multiplied in the form, which has shares in per cent.
    var entered: Double { isShare ? 100 : 1 }
}
