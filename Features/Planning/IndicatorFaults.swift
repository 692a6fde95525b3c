import Exchange
import Journal
import Organisation
import Pages

/// What in the sheet of an indicator cannot be: two of its entries contradict each other.
enum IndicatorFault: Equatable {
    /// A percentage with a unit that is none.
    case percentInOtherUnit
    /// A range aimed at where more, or less, is better. Targets are named by their place in the order of their days.
    case rangeWithoutDirection(target: Int)
    /// The last target lies on the wrong side of the baseline, so that every step forward would count as one back.
    case backwards(target: Int)
    /// To be reached before the day on which it was measured where things stood.
    case beforeBaseline(target: Int)
    /// Half of a milestone is none.
    case partOfMilestone(target: Int)

    /// The part of the sheet at fault, as the form names it, and the place of the target.
    var field: (name: String, target: Int?) {
        switch self {
        case .percentInOtherUnit: ("unit", nil)
        case .rangeWithoutDirection: ("direction", nil)
        case .backwards(let place), .partOfMilestone(let place): ("low", place)
        case .beforeBaseline(let place): ("by", place)
        }
    }
}

extension Indicator {
    /// Its contradictions; targets are looked at in the order of their days.
    var faults: [IndicatorFault] {
        let targets = targets.sorted { $0.by < $1.by }
        var faults: [IndicatorFault] = []
        if kind == .percentage, !unit.isEmpty, !unit.saysPercent { faults.append(.percentInOtherUnit) }
        for (place, target) in targets.enumerated() {
            if case .range = target.aim, direction != .range { faults.append(.rangeWithoutDirection(target: place)) }
            if let baseline, target.by <= baseline.on { faults.append(.beforeBaseline(target: place)) }
            if kind == .milestone, !unit.saysPercent, target.aim.ends.contains(where: { $0 != $0.rounded() }) {
                faults.append(.partOfMilestone(target: place))
            }
        }
        if let last = targets.indices.last, case .value(let aim) = targets[last].aim, let begin = baseline?.value, isWorse(aim, than: begin) {
            faults.append(.backwards(target: last))
        }
        return faults
    }

    /// Whether one value is a step back from another; within a range neither is.
    func isWorse(_ value: Double, than other: Double) -> Bool {
        switch direction {
        case .up: value < other
        case .down: value > other
        case .range: false
        }
    }

    /// Why it cannot be so.
    func refusal(for fault: IndicatorFault, field: String? = nil) -> Refusal {
        let ordered = targets.sorted { $0.by < $1.by }
        switch fault {
        case .percentInOtherUnit: return Refusal("planning.refusal.percent-in-other-unit", field: field)
        case .rangeWithoutDirection: return Refusal("planning.refusal.range-needs-direction", field: field)
        case .partOfMilestone: return Refusal("planning.refusal.part-of-milestone", field: field)
        case .beforeBaseline:
            return Refusal("planning.refusal.target-before-baseline", ["day": baseline?.on.description ?? ""], field: field)
        case .backwards(let place):
            let aim = ordered.indices.contains(place) ? ordered[place].aim.ends.first : nil
            return Refusal(
                "planning.refusal.target-backwards.\(direction.rawValue)",
                ["target": aim.map { plainDigits($0, .point) } ?? "", "baseline": baseline.map { plainDigits($0.value, .point) } ?? ""], field: field)
        }
    }
}

extension Target.Aim {
    /// The numbers in it: one, two, or none.
    var ends: [Double] {
        switch self {
        case .value(let value): [value]
        case .range(let low, let high): [low, high]
        case .text, .toBeDetermined: []
        }
    }
}

extension Localized {
    /// Whether it names percent in every language in which it is written; an erased text is given the benefit of the doubt.
    var saysPercent: Bool {
        let words = [
            "%", "٪", "percent", "per cent", "pct", "pour cent", "pourcent", "por ciento", "porcentaje", "por cento", "porcentagem", "percentagem",
            "процент", "في المئة", "في المائة", "بالمئة", "بالمائة", "مئوي",
        ]
        return !isEmpty
            && texts.values.allSatisfy { prose in
                guard let text = prose.text?.lowercased() else { return true }
                return words.contains { text.contains($0) }
            }
    }
}
