import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What is said once about all indicators of a document.
struct IndicatorFindings {
    var withoutLevel = 0
    /// A number is aimed at, and the document does not say whether more or less of it is better.
    var withoutDirection = 0
    var relationships = 0
    var targetsOnOneDay = 0
    var resultsInOnePeriod = 0
    var resultsWithoutDay = 0
    var resultsOfOneDay = 0
}

/// Indicators with their targets; StratML has no baseline, so one is taken only where a result calls itself that.
extension StratMLMapping {
    mutating func mapIndicator(_ found: StratMLDocument.Indicator, of objective: ID<Objective>, place: String, number: String, order: Int) {
        let (present, plan) = (present, plan)
        let id: ID<Indicator> = id(found.identifier, place, "indicator", line: found.line) { id in
            present.indicators[id].flatMap { present.plan(of: $0.objective) } == plan
        }
        let old = present.indicators[id], code = self.code(found.sequence, number, "indicator", line: found.line, instead: old?.code)
        let actuals = found.instances.flatMap(\.actuals).filter { !$0.isEmpty }
        let baseline = actuals.first { $0.isBaseline && $0.units?.value != nil }
        if found.stage == nil, old == nil { findings.withoutLevel += 1 }
        findings.relationships += found.relationships.count { !$0.isEmpty }
        if found.dimension.isEmpty { report.note(found.line, "planning.import.unnamed-indicator", ["title": code]) }

        var described = old ?? Indicator(objective: objective, code: "", title: .empty, level: .output, kind: kind(of: found), everyMonths: months(of: found))
        described.objective = objective
        described.code = code
        described.title = content(found.dimension.isEmpty ? code : found.dimension, instead: old?.title ?? .empty)
        described.unit = content(found.unit, instead: old?.unit ?? .empty)
        if let stage = found.stage, described.level.stage != stage || old == nil { described.level = Indicator.Level(stage) }
        described.baseline = baseline.flatMap { self.baseline($0, code, instead: old?.baseline) } ?? old?.baseline
        let targets = targets(of: found, code)
        if !targets.isEmpty { described.targets = targets.map { target in described.targets.first { $0.says(target) } ?? target } }
        if old == nil {
            if isSmallerBetter(described) { described.direction = .down } else if isDirectionAssumed(described) { findings.withoutDirection += 1 }
        }
        described.sheet.definition = content(definition(of: found), instead: described.sheet.definition)
        if document.origin == nil || old == nil { described.order = order }
        report.describe(described, instead: old, on: since, .indicatorDescribed(id: id, described))
        for actual in actuals where actual != baseline { mapResult(actual, of: id) }
    }

    mutating func finishIndicators() {
        let counts = [
            ("without-level", findings.withoutLevel), ("without-direction", findings.withoutDirection), ("relationships", findings.relationships), ("targets-on-one-day", findings.targetsOnOneDay),
            ("results-in-one-period", findings.resultsInOnePeriod), ("results-without-day", findings.resultsWithoutDay),
            ("results-of-one-day", findings.resultsOfOneDay),
        ]
        for (name, count) in counts where count > 0 { report.note(nil, "planning.import.\(name)", ["n": "\(count)"]) }
    }

    private func kind(of found: StratMLDocument.Indicator) -> Indicator.Kind {
        let results = found.instances.flatMap { $0.targets + $0.actuals }, hasNumber = results.contains { $0.units?.value != nil }
        let hasWords = results.contains { !StratMLWords.words($0).isEmpty }
        if !hasNumber, found.type == .qualitative || (found.type == nil && hasWords) { return .text }
        let unit = found.unit.lowercased()
        return unit.contains("percent") || unit.contains("%") ? .percentage : .number
    }

    /// About how many months one measurement spans; a year where none says.
    private func months(of found: StratMLDocument.Indicator) -> Int {
        let spans = found.instances.flatMap { $0.targets + $0.actuals }.compactMap { result -> Int? in
            guard let from = result.start.flatMap({ Day($0) }), let until = result.end.flatMap({ Day($0) }), from < until else { return nil }
            return (from.days(until: until) + 1) * 12 / 365
        }
        return min(max(spans.first ?? 12, 1), 120)
    }

    /// Measured on its day; without one, on the day before the plan begins, and it is said.
    private mutating func baseline(_ result: StratMLDocument.Result, _ code: String, instead old: Baseline?) -> Baseline? {
        guard let value = result.units?.value else { return nil }
        let written = [result.end, result.start].compactMap { $0.flatMap { Day($0) } }.first
        let on = written ?? dates(present.plans[plan]).from.adding(days: -1)
        if written == nil { report.repaired(result.line, "planning.import.baseline-day-assumed", ["title": code, "day": on.description]) }
        return Baseline(value: value, on: on, source: content(result.description, instead: old?.source ?? .empty))
    }

    /// A target is reached by its end. Where none is written it is the plan's, or the year that its beginning opens where that comes later.
    private mutating func targets(of found: StratMLDocument.Indicator, _ code: String) -> [Target] {
        var targets: [Target] = []
        for result in found.instances.flatMap(\.targets) where !result.isEmpty {
            let start = result.start.flatMap { Day($0) }, end = result.end.flatMap { Day($0) }
            let by = end ?? max(until, start.map { $0.adding(years: 1).adding(days: -1) } ?? until)
            if end == nil { report.repaired(result.line, "planning.import.target-day-assumed", ["title": code, "day": by.description]) }
            if targets.contains(where: { $0.by == by }) { findings.targetsOnOneDay += 1 } else { targets.append(Target(aim(of: result), by: by)) }
        }
        return targets.sorted { $0.by < $1.by }
    }

    private func aim(of result: StratMLDocument.Result) -> Target.Aim {
        if let value = result.units?.value { return .value(value) }
        if let range = result.range { return .range(low: range.low, high: range.high) }
        let words = [result.units?.text ?? "", StratMLWords.words(result)].filter { !$0.isEmpty }.joined(separator: ". ")
        return words.isEmpty ? .toBeDetermined : .text(Prose(words))
    }

    private func isSmallerBetter(_ indicator: Indicator) -> Bool {
        guard case .value(let target)? = indicator.targets.last?.aim else { return false }
        // Nothing at all is aimed at from above.
        return indicator.baseline.map { target < $0.value } ?? (target == 0)
    }

    private func isDirectionAssumed(_ indicator: Indicator) -> Bool {
        guard indicator.baseline == nil, case .value? = indicator.targets.last?.aim else { return false }
        return true
    }

    /// What the document says of the indicator, and of its targets beside their numbers.
    private func definition(of found: StratMLDocument.Indicator) -> String {
        let besides = found.instances.flatMap(\.targets).filter { $0.units?.value != nil }.map { StratMLWords.words($0) }
        var seen: Set<String> = []
        return ([found.otherInformation] + besides).filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n\n")
    }
}

extension StratMLDocument.Result {
    fileprivate var isBaseline: Bool { (descriptorName + " " + descriptorValue).lowercased().contains("baseline") }

    /// `20..40` under the descriptor `Range`: as our own files write it, since StratML aims at one number only.
    fileprivate var range: (low: Double, high: Double)? {
        guard descriptorName == StratMLWords.range else { return nil }
        let ends = descriptorValue.split(separator: "..").compactMap { Double($0) }.filter(\.isFinite)
        return ends.count == 2 && ends[0] <= ends[1] ? (ends[0], ends[1]) : nil
    }
}

extension Target {
    /// Whether a document says the same, white space apart.
    fileprivate func says(_ other: Target) -> Bool {
        guard by == other.by, case .text(let own) = aim, case .text(let said) = other.aim else { return false }
        return (own.text ?? "").says(said.text ?? "")
    }
}

extension Indicator.Level {
    /// StratML knows no impact: it is the last of the outcomes.
    var stage: StratMLDocument.Indicator.Stage {
        switch self {
        case .input: .input
        case .activity: .inputProcessing
        case .output: .output
        case .outcome, .impact: .outcome
        }
    }

    /// StratML's value chain: processing of inputs is activity, and what is done with outputs leads to outcomes.
    fileprivate init(_ stage: StratMLDocument.Indicator.Stage) {
        switch stage {
        case .input: self = .input
        case .inputProcessing, .outputProcessing: self = .activity
        case .output: self = .output
        case .outcome: self = .outcome
        }
    }
}
