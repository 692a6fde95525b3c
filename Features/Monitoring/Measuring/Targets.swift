import Journal
import Methods
import Organisation

/// On average, over four hundred years.
let daysInMonth = 30.436875

extension Indicator {
    var targetsInOrder: [Target] { targets.enumerated().sorted { ($0.element.by, $0.offset) < ($1.element.by, $1.offset) }.map(\.element) }

    /// The next one that is not yet due on a day, or else the last.
    func target(on day: Day) -> Target? {
        let inOrder = targetsInOrder
        return inOrder.first { $0.by >= day } ?? inOrder.last
    }

    func isJudged(against target: Target?) -> Bool {
        if case .text = target?.aim { return true }
        return kind == .text
    }

    /// Where it began; milestones begin with none done.
    var start: (value: Double, on: Day)? {
        baseline.map { ($0.value, $0.on) } ?? (kind == .milestone ? (0, .beginning) : nil)
    }
}

extension Target {
    var isToBeDetermined: Bool { aim == .toBeDetermined }

    func test(_ amount: Double, _ direction: Indicator.Direction) -> TargetTest {
        switch aim {
        case .value(let aim):
            TargetTest(actual: amount, minimum: direction == .down ? nil : aim, maximum: direction == .up ? nil : aim)
        case .range(let low, let high): TargetTest(actual: amount, minimum: low, maximum: high)
        case .text, .toBeDetermined: .undetermined
        }
    }
}

extension Indicator.Direction {
    var method: Methods.Direction {
        switch self {
        case .up: .up
        case .down: .down
        case .range: .range
        }
    }
}
