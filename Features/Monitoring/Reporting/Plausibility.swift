import Exchange
import Journal
import Organisation
import Pages

/// What a value of an indicator cannot be by definition, and what it hardly is.
struct Plausibility: Sendable {
    /// What is to be said about a number.
    struct Remark: Sendable, Equatable {
        /// A key among the words.
        var key: String
        var arguments: [String: String]
    }

    /// What makes a number unlikely. Its words stand under `monitoring.unlikely`.
    enum Doubt: String, CaseIterable, Sendable {
        case overHundred = "over-hundred"
        case sign
        /// Where nothing is known to compare it with.
        case belowZero = "below-zero"
        /// More than ten times the last value, or less than a tenth.
        case tenfold
        /// The same against the plan, where there is no last value.
        case tenfoldOfPlan = "tenfold-plan"
        /// A share that moves by more than half of the whole at once: of shares ten times is seldom more than there is.
        case leap
    }

    private let kind: Indicator.Kind
    /// Baseline and targets, as far as they speak of one reporter: where Members' values are added up, they are those of the whole.
    private let planned: [Double]
    /// So many milestones are planned, and there cannot be more; `nil` where that is not known.
    private let milestones: Double?
    /// Some count milestones in percent, with fractions in the plan itself.
    private let isCountedWhole: Bool
    /// A share of a whole, as far as the plan says, and not a change, which could fall below 0.
    private let isShare: Bool
    /// Whether anything in the plan is below 0, also where it speaks of all Members together.
    private let mayBeNegative: Bool
    private let write: @Sendable (Double) -> String

    /// - Parameter mark: how numbers are written in what is said of a file.
    init(_ indicator: Indicator, _ mark: DecimalMark) { self.init(indicator) { plainDigits($0, mark) } }

    /// For somebody who reads what is said of a form.
    init(_ indicator: Indicator, in language: Language) { self.init(indicator) { Say.number($0, digits: 6, in: language) } }

    private init(_ indicator: Indicator, write: @escaping @Sendable (Double) -> String) {
        let numbers = indicator.plannedNumbers
        let isComparable = indicator.reporting == .whole || indicator.aggregation == .mean || indicator.aggregation == .median
        kind = indicator.kind
        planned = isComparable ? numbers : []
        isCountedWhole = numbers.allSatisfy { $0 == $0.rounded() }
        isShare = indicator.kind == .percentage && numbers.allSatisfy { (0...100).contains($0) }
        mayBeNegative = numbers.contains { $0 < 0 }
        self.write = write
        if isComparable, indicator.direction == .up, case .value(let all)? = indicator.targetsInOrder.last?.aim {
            milestones = all
        } else {
            milestones = nil
        }
    }

    /// Why a number cannot be: what the kind of the indicator means rules it out.
    /// - Parameter last: what the same reporter reported before.
    func refusal(of amount: Double, after last: Double?) -> Remark? {
        guard (-1e15...1e15).contains(amount) else { return Remark(key: "pages.refusal.out-of-range", arguments: [:]) }
        switch kind {
        case .milestone:
            if amount < 0 { return remark("negative-milestones", amount) }
            if isCountedWhole, amount != amount.rounded() { return remark("part-milestone", amount) }
            return milestones.flatMap { amount > $0 ? remark("too-many-milestones", amount, ["planned": $0]) : nil }
        case .percentage:
            let isChange = last.map { $0 < 0 } ?? false
            return amount < 0 && isShare && !isChange ? remark("negative-share", amount) : nil
        case .number, .text: return nil
        }
    }

    /// Why a number is doubted; it may be right all the same.
    func doubt(about amount: Double, after last: Double?) -> (what: Doubt, arguments: [String: String])? {
        let isBeyond = { (known: Double?) in known.map { $0 > 100 } ?? false }
        if kind == .percentage, amount > 100, !isBeyond(last), !planned.contains(where: isBeyond) {
            return (.overHundred, written(amount, ["low": 0, "high": 100]))
        }
        if isShare, let last, (0...100).contains(last), abs(amount - last) > 50 {
            return (.leap, written(amount, ["reference": last, "low": max(0, last - 50), "high": min(100, last + 50)]))
        }
        // With a value to go by, the plan is left aside: a target may well be far away.
        let references = (last.map { [$0] } ?? planned).filter { $0 != 0 }
        guard amount != 0, let first = references.first, let least = references.map(abs).min(), let most = references.map(abs).max() else {
            return amount < 0 && kind == .number && !mayBeNegative ? (.belowZero, written(amount)) : nil
        }
        // No more than ten times as far from nothing as the farthest known, and no less than a tenth of the nearest.
        let highest = isShare && most <= 100 ? min(100, 10 * most) : 10 * most
        let expected = first < 0 ? ["low": -highest, "high": -least / 10] : ["low": least / 10, "high": highest]
        func beside(_ reference: Double) -> [String: String] { written(amount, expected.merging(["reference": reference]) { own, _ in own }) }
        if references.allSatisfy({ ($0 < 0) != (amount < 0) }) { return (.sign, beside(first)) }
        let isMuch = abs(amount) > 10 * most
        guard kind != .milestone, isMuch || abs(amount) < least / 10 else { return nil }
        return last == nil
            ? (.tenfoldOfPlan, beside(isMuch ? most : least))
            : (.tenfold, beside(first))
    }

    private func remark(_ name: String, _ amount: Double, _ more: [String: Double] = [:]) -> Remark {
        Remark(key: "monitoring.refusal.\(name)", arguments: written(amount, more))
    }

    private func written(_ amount: Double, _ more: [String: Double] = [:]) -> [String: String] {
        more.merging(["value": amount]) { given, _ in given }.mapValues(write)
    }
}

extension Indicator {
    /// The baseline and all that the targets name.
    fileprivate var plannedNumbers: [Double] {
        [baseline?.value].compactMap { $0 }
            + targets.flatMap { target -> [Double] in
                switch target.aim {
                case .value(let value): [value]
                case .range(let low, let high): [low, high]
                case .text, .toBeDetermined: []
                }
            }
    }
}
