import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A plan as StratML has it, in one language, for one reader.
struct StratMLComposition {
    let id: ID<StrategicPlan>
    let whole: StrategicPlan
    let form: StratMLExport.Form
    let language: Language
    let visit: Visit

    init?(_ id: ID<StrategicPlan>, _ form: StratMLExport.Form, _ language: Language, _ visit: Visit) {
        guard let whole = visit.plan.plans[id] else { return nil }
        (self.id, self.whole, self.form, self.language, self.visit) = (id, whole, form, language, visit)
    }

    var plan: Plan { visit.plan }
    /// Those that this reader may see, then and now.
    var objectives: [(id: ID<Objective>, objective: Objective)] { plan.objectives(of: id).filter { visit.sees($0.id) } }

    /// Of an objective, those that this reader may see.
    func indicators(of objective: ID<Objective>) -> [(id: ID<Indicator>, indicator: Indicator)] {
        plan.indicators(of: objective).filter { visit.sees($0.id) }
    }

    var document: StratMLDocument {
        let profile = visit.register.profile
        return StratMLDocument(
            part: form == .plan ? .one : .two, type: form == .report ? .performanceReport : .performancePlan,
            origin: StratMLOrigin(language: language.rawValue, plan: id.text), name: text(whole.title), otherInformation: text(whole.note),
            organisations: profile.map { [.init(name: text($0.name), acronym: $0.acronym, description: text($0.summary))] } ?? [],
            vision: text(whole.vision), mission: text(whole.mission), values: whole.values.map { text($0) }.filter { !$0.isEmpty }, goals: goals,
            start: whole.from.description, end: whole.until.description, source: source ?? "")
    }

    /// The standard wants an address there.
    var source: String? {
        let source = text(whole.source)
        return source.wholeMatch(of: /https?:\/\/[A-Za-z0-9._~:\/?#\[\]@!$&'()*+,;=%\-]+/) == nil ? nil : source
    }

    private func text(_ content: Localized) -> String { content.plain(in: language) }

    /// What is part of nothing, with all that lies below it.
    private var goals: [StratMLDocument.Goal] {
        let all = objectives, own = Set(all.map(\.id))
        return all.filter { $0.objective.parent.map { !own.contains($0) } ?? true }.map { id, goal in
            var parts = below(id, among: own, seen: [id]).compactMap { part in plan.objectives[part].map { objective(part, $0) } }
            let measures = form == .plan ? [] : indicators(of: id)
            if !measures.isEmpty {
                let itself = StratMLDocument.Objective(
                    name: text(goal.title), description: "", identifier: StratMLDocument.Objective.itself(of: id.text), sequence: "", otherInformation: "",
                    indicators: measures.map { indicator($0.id, $0.indicator) })
                parts.insert(itself, at: 0)
            }
            return StratMLDocument.Goal(
                name: text(goal.title), description: text(goal.description), identifier: id.text, sequence: goal.code, otherInformation: text(goal.note),
                objectives: parts)
        }
    }

    func below(_ goal: ID<Objective>, among own: Set<ID<Objective>>, seen: Set<ID<Objective>>) -> [ID<Objective>] {
        plan.children(of: goal).map(\.id).filter { own.contains($0) && !seen.contains($0) }
            .flatMap { [$0] + below($0, among: own, seen: seen.union([$0])) }
    }

    private func objective(_ id: ID<Objective>, _ objective: Objective) -> StratMLDocument.Objective {
        StratMLDocument.Objective(
            name: text(objective.title), description: text(objective.description), identifier: id.text, sequence: objective.code,
            otherInformation: text(objective.note), indicators: form == .plan ? [] : indicators(of: id).map { indicator($0.id, $0.indicator) })
    }

    // MARK: - Indicators

    private func indicator(_ id: ID<Indicator>, _ indicator: Indicator) -> StratMLDocument.Indicator {
        let actuals = baseline(indicator) + (form == .report ? results(of: id) : [])
        return StratMLDocument.Indicator(
            stage: indicator.level.stage, type: indicator.kind == .text ? .qualitative : .quantitative, sequence: indicator.code,
            dimension: text(indicator.title), unit: text(indicator.unit), identifier: id.text,
            instances: indicator.targets.map { .init(targets: [target($0)], actuals: []) } + actuals.map { .init(targets: [], actuals: [$0]) },
            otherInformation: text(indicator.sheet.definition))
    }

    private func target(_ target: Target) -> StratMLDocument.Result {
        let by = target.by.description
        switch target.aim {
        case .value(let value): return .init(start: nil, end: by, amount: value, descriptor: nil, description: "")
        case .range(let low, let high):
            let ends = "\(CSVCell.number(low).plain)..\(CSVCell.number(high).plain)"
            return .init(start: nil, end: by, amount: nil, descriptor: (StratMLWords.range, ends), description: "")
        case .text(let prose): return .init(start: nil, end: by, amount: nil, descriptor: nil, description: prose.text ?? "")
        case .toBeDetermined: return .init(start: nil, end: by, amount: nil, descriptor: nil, description: "")
        }
    }

    private func baseline(_ indicator: Indicator) -> [StratMLDocument.Result] {
        guard let baseline = indicator.baseline else { return [] }
        return [
            .init(
                start: nil, end: baseline.on.description, amount: baseline.value, descriptor: (StratMLWords.baseline, ""),
                description: text(baseline.source))
        ]
    }

    /// Of the whole: what each Member reported has no place in StratML.
    private func results(of id: ID<Indicator>) -> [StratMLDocument.Result] {
        let values = visit.organisation[Values.self]
        return plan.periodsInOrder.compactMap { place in
            guard let value = values.value(of: id, in: place.id) else { return nil }
            let words = value.amount == nil ? value.text?.text : value.note?.text
            guard value.amount != nil || !(words ?? "").isEmpty else { return nil }
            return .init(
                start: place.period.from.description, end: place.period.until.description, amount: value.amount, descriptor: nil,
                description: words ?? "")
        }
    }
}
