import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// A table of indicators on its way into an organisation.
struct IndicatorTableMapping {
    let plan: Plan
    let running: ID<StrategicPlan>?
    let names: TableNames
    var report = ImportReport()
    private var claims: Claims
    private var described: [ID<Indicator>: Indicator] = [:]
    private var targets: [ID<Indicator>: [Target]] = [:]
    private var order: [ID<Indicator>] = []
    /// The last row of each.
    private var lines: [ID<Indicator>: Int] = [:]
    /// Objectives of the running plan by code; a code that two have leads to neither.
    private var objectives: [NameKey: ID<Objective>] = [:]
    private var codes: CodeClaims
    /// The highest place that an indicator has: new ones follow in the order of the file.
    private let last: Int

    init(_ organisation: Organisation, today: Day) {
        plan = organisation[Plan.self]
        running = plan.plan(runningOn: today)
        names = TableNames(organisation[Register.self])
        claims = Claims(plan)
        codes = CodeClaims(plan)
        last = plan.indicators.values.map(\.order).max() ?? 0
        let (plan, running) = (plan, running)
        let own = running.map { plan.objectives(of: $0) } ?? []
        objectives = Dictionary(grouping: own.filter { !$0.objective.code.isEmpty }) { NameKey($0.objective.code) }
            .compactMapValues { $0.count == 1 ? $0.first?.id : nil }
    }

    mutating func map(_ rows: [CSVTable.Row]) {
        for row in rows { if let id = row.text("id") { codes.expect(row.text("code"), for: id) } }
        for row in rows {
            do throws(Refusal) { try map(row) } catch { report.refuse(row.line, error) }
        }
        for id in order {
            guard var indicator = described[id] else { continue }
            if let brought = targets[id] {
                // Day by day: a row that was refused, or is not in the file, takes no standing target away.
                let kept = indicator.targets.filter { standing in !brought.contains { $0.by == standing.by } }
                let said = brought.map { target in indicator.targets.first { $0.reads(as: target) } ?? target }
                indicator.targets = (kept + said).sorted { $0.by < $1.by }
            }
            // What stands and cannot be is held against the plan elsewhere; a file does not bring more of it.
            if indicator != plan.indicators[id], let fault = indicator.faults.first {
                report.refuse(lines[id] ?? 1, indicator.refusal(for: fault))
                continue
            }
            report.describe(indicator, instead: plan.indicators[id], .indicatorDescribed(id: id, indicator))
        }
    }

    private mutating func map(_ row: CSVTable.Row) throws(Refusal) {
        guard let id: ID<Indicator> = try row.id("id") else { throw Refusal.blank("id") }
        guard claims.claim(id.text, for: "indicator") else { throw Refusal("planning.import.id-of-another", ["id": id.text], field: "id") }
        let old = described[id] ?? plan.indicators[id]
        let indicator = try self.indicator(row, id, old), target = try self.target(row, of: indicator)
        if let target, targets[id]?.contains(where: { $0.by == target.by }) == true {
            throw Refusal("planning.refusal.two-targets", ["day": target.by.description], field: "target_by")
        }
        lines[id] = row.line
        codes.give(indicator.code, .indicator, in: plan.plan(of: indicator.objective), to: id.text, indicator.title)
        if described.updateValue(indicator, forKey: id) == nil { order.append(id) }
        if let target { targets[id, default: []].append(target) }
    }

    private func indicator(_ row: CSVTable.Row, _ id: ID<Indicator>, _ old: Indicator?) throws(Refusal) -> Indicator {
        guard let objective = try objective(row) ?? old?.objective else { throw Refusal.blank("objective") }
        var indicator = old ?? Indicator(objective: objective, code: "", title: .empty, order: last + order.count + 1)
        indicator.objective = objective
        indicator.code = try codes.code(
            try row.text("code", max: 40), .indicator, in: plan.plan(of: objective), for: id.text, instead: old?.code, names.language)
        indicator.title = try names.required(row, "title", instead: old?.title)
        indicator.level = try row.choice("level") ?? indicator.level
        indicator.kind = try row.choice("kind") ?? indicator.kind
        indicator.unit = names.content(row, "unit", instead: indicator.unit)
        indicator.direction = try row.choice("direction") ?? indicator.direction
        indicator.reporting = try row.choice("reporting") ?? indicator.reporting
        indicator.aggregation = try row.choice("aggregation") ?? indicator.aggregation
        indicator.disclosure = try row.choice("disclosure") ?? indicator.disclosure
        indicator.baseline = try baseline(row, indicator)
        indicator.tolerance = try row.number("tolerance", in: 0...1e15) ?? indicator.tolerance
        indicator.weight = try row.number("weight", in: 0...1000) ?? indicator.weight
        if let months = try row.number("every_months", in: 1...120) { indicator.everyMonths = Int(months) }
        indicator.responsible = try names.unit(row, "responsible", instead: indicator.responsible) ?? indicator.responsible
        indicator.sheet.sdg = try row.text("sdg", max: 20) ?? indicator.sheet.sdg
        let texts: [(String, WritableKeyPath<Indicator.Sheet, Localized>)] = [
            ("definition", \.definition), ("formula", \.formula), ("source", \.dataSource), ("method", \.method), ("verification", \.verification),
            ("limitations", \.limitations),
        ]
        for (column, text) in texts { indicator.sheet[keyPath: text] = names.content(row, column, instead: indicator.sheet[keyPath: text]) }
        return indicator
    }

    private func objective(_ row: CSVTable.Row) throws(Refusal) -> ID<Objective>? {
        guard let text = row.text("objective") else { return nil }
        if let id = ID<Objective>(text), plan.objectives[id] != nil { return id }
        if let id = objectives[NameKey(text)] { return id }
        let known = running.map { plan.objectives(of: $0).map(\.objective.code) } ?? []
        if let refusal = Refusal.lookAlike(of: text, among: known, field: "objective") { throw refusal }
        throw Refusal("planning.import.no-such-objective", ["text": String(text.prefix(80))], field: "objective")
    }

    private func baseline(_ row: CSVTable.Row, _ indicator: Indicator) throws(Refusal) -> Baseline? {
        let on = try row.day("baseline_on")
        guard let value = try row.number("baseline") ?? (on == nil ? nil : indicator.baseline?.value) else { return indicator.baseline }
        guard let day = on ?? indicator.baseline?.on ?? beginning(of: indicator.objective) else {
            throw Refusal.blank("baseline_on")
        }
        return Baseline(value: value, on: day, source: indicator.baseline?.source ?? .empty)
    }

    /// A number, a range, a text, or `tbd`; none where all four cells are blank.
    private func target(_ row: CSVTable.Row, of indicator: Indicator) throws(Refusal) -> Target? {
        let aim: Target.Aim
        if let low = try row.number("target_low"), let high = try row.number("target_high") {
            guard low <= high else { throw Refusal("planning.refusal.range-upside-down", field: "target_low") }
            aim = .range(low: low, high: high)
        } else if row.text("target_low") != nil || row.text("target_high") != nil {
            throw Refusal("planning.import.half-a-range", field: "target_low")
        } else if let text = row.text("target"), ["tbd", "to be determined"].contains(text.lowercased()) {
            aim = .toBeDetermined
        } else if let value = try row.number("target") {
            aim = .value(value)
        } else if let text = try row.text("target_text", max: 1000) {
            aim = .text(Prose(text))
        } else {
            return nil
        }
        guard let by = try row.day("target_by") ?? end(of: indicator.objective) else { throw Refusal.blank("target_by") }
        return Target(aim, by: by)
    }

    private func beginning(of objective: ID<Objective>) -> Day? { plan.plan(of: objective).flatMap { plan.plans[$0]?.from } }
    private func end(of objective: ID<Objective>) -> Day? { plan.plan(of: objective).flatMap { plan.plans[$0]?.until } }
}

extension Target {
    /// Whether a file says the same, texts apart from blanks at their edges.
    fileprivate func reads(as other: Target) -> Bool {
        guard by == other.by, case .text(let own) = aim, case .text(let said) = other.aim else { return false }
        return own.text?.asCell == said.text?.asCell
    }
}
