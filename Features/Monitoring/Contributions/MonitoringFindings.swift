import Journal
import Organisation

/// What an indicator lacks before a plan can be measured by it.
func findings(on organisation: Organisation) -> [Finding] {
    let measuring = Measuring(organisation)
    let plan = measuring.plan
    return plan.indicatorsInOrder.flatMap { id, indicator -> [Finding] in
        func finding(_ gravity: Finding.Gravity, _ name: String) -> Finding {
            Finding(
                gravity, Saying("monitoring.finding.\(name)", ["code": .text(indicator.code), "title": .content(indicator.title)]),
                about: [Reference(Plan.self, id)], rule: "monitoring.rule.sheet", audience: plan.audience(of: indicator))
        }
        var found: [Finding] = []
        let isText = indicator.isJudged(against: indicator.targetsInOrder.last)
        if indicator.targets.isEmpty { found.append(finding(.warns, "no-target")) }
        if !indicator.targets.isEmpty, indicator.targets.allSatisfy(\.isToBeDetermined) {
            found.append(finding(.warns, "to-be-determined"))
        }
        if indicator.baseline == nil, indicator.kind != .milestone, !isText, indicator.direction != .range {
            found.append(finding(.warns, "no-baseline"))
        }
        if indicator.needsTolerance, indicator.tolerance == nil { found.append(finding(.informs, "no-tolerance")) }
        if indicator.contradictsItself { found.append(finding(.warns, "wrong-way")) }
        if measuring.values.periods(of: id).isEmpty { found.append(finding(.informs, "no-value")) }
        return found
    }
}

extension Indicator {
    /// Ranges, and targets that equal the baseline: outside of them only a tolerance says how far outside.
    fileprivate var needsTolerance: Bool {
        targets.contains { target in
            switch target.aim {
            case .range: true
            case .value(let aim): aim == baseline?.value
            case .text, .toBeDetermined: false
            }
        }
    }

    /// More is better and the target is less than the baseline, or the other way round.
    fileprivate var contradictsItself: Bool {
        guard let begin = baseline?.value, case .value(let aim)? = targetsInOrder.last?.aim else { return false }
        return direction == .up && aim < begin || direction == .down && aim > begin
    }
}
