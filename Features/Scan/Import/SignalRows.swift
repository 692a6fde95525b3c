import Exchange
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Line by line: what is new, what changes, what is the same, and what is refused with its reason.
struct SignalRows {
    private(set) var result = ImportResult()
    private let scan: Scan
    private let register: Register
    private let language: Language
    private let today: Day
    private let objectives: [String: ID<Objective>]
    /// By its plain title in the organisation's first language.
    private var known: [String: ID<Signal>] = [:]
    private var taken: [ID<Signal>: Int] = [:]
    private var made: Set<ID<Aspect>> = []

    init(_ organisation: Organisation, today: Day) {
        scan = organisation[Scan.self]
        register = organisation[Register.self]
        language = organisation.firstLanguage
        self.today = today
        let plan = organisation[Plan.self]
        let running = plan.plan(runningOn: today).map { plan.objectives(of: $0) } ?? []
        objectives = Dictionary(running.map { ($0.objective.code.lowercased(), $0.id) }) { first, _ in first }
        for (id, signal) in scan.standing { known[signal.title.plain(in: language)] = id }
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            let title = try text(row, .title, max: 200)
            guard let title else { throw .blank(SignalColumn.title.rawValue) }
            let asked: ID<Signal>? = try row.id(SignalColumn.id.rawValue)
            let id = asked ?? known[title] ?? ID(free: title, otherwise: ID("signal-\(row.line)") ?? ID("signal")) { scan.signals[$0] != nil || taken[$0] != nil }
            if let line = taken[id] { throw Refusal("scan.import.twice", ["line": "\(line)"], field: SignalColumn.title.rawValue) }
            if scan.merged[id] != nil { throw Refusal("scan.refusal.merged", field: SignalColumn.id.rawValue) }
            let before = scan.signals[id], signal = try signal(row, title, before)
            taken[id] = row.line
            known[title] = id
            count(id, before, signal)
        } catch { result.refuse(row.line, error) }
    }

    private mutating func count(_ id: ID<Signal>, _ before: Signal?, _ signal: Signal) {
        guard before != signal else {
            result.same += 1
            return
        }
        if before == nil { result.new += 1 } else { result.changed += 1 }
        result.proposals.append(Proposal(Scan.self, .signalDescribed(id: id, signal)))
        if result.changes.count < ImportChange.shown {
            func cells(_ signal: Signal) -> [CSVCell] { [CSVCell(signal.title.plain(in: language)), CSVCell(signal.impact?.written), CSVCell(signal.likelihood?.written)] }
            let columns = [SignalColumn.title, .impact, .likelihood].map(\.rawValue)
            ImportChange(signal.title.plain(in: language), columns: columns, before: before.map(cells), after: cells(signal)).map { result.changes.append($0) }
        }
    }

    /// An empty cell changes nothing.
    private mutating func signal(_ row: CSVTable.Row, _ title: String, _ before: Signal?) throws(Refusal) -> Signal {
        var signal = before ?? Signal(title: .empty, firstSeen: today)
        signal.title = written(title, over: signal.title)
        if let text = try text(row, .text, max: SignalReading.longestText) { signal.text = written(text, over: signal.text) }
        if let kind: Signal.Kind = try row.choice(SignalColumn.kind.rawValue) { signal.kind = kind }
        if let aspect = row.text(SignalColumn.aspect.rawValue) { signal.aspect = try self.aspect(aspect) }
        if let theme = signal.theme, scan.themes[theme]?.aspect != signal.aspect { signal.theme = nil }
        if let seen = try row.day(SignalColumn.seen.rawValue) { signal.firstSeen = seen }
        if let seen = signal.firstSeen, seen > today { throw Refusal("scan.refusal.seen-later", field: SignalColumn.seen.rawValue) }
        if let codes = row.list(SignalColumn.regions.rawValue) { signal.regions = try regions(codes) }
        if let horizon: Signal.Horizon = try row.choice(SignalColumn.horizon.rawValue) { signal.horizon = horizon }
        if let direction: Signal.Direction = try row.choice(SignalColumn.direction.rawValue) { signal.direction = direction }
        if let opportunity = try text(row, .opportunity, max: 4000) { signal.opportunity = written(opportunity, over: signal.opportunity) }
        if signal.direction == .threat, signal.opportunity.isEmpty { throw Refusal("scan.refusal.no-opportunity", field: SignalColumn.opportunity.rawValue) }
        signal.impact = try estimate(row, .impact) ?? signal.impact
        signal.likelihood = try estimate(row, .likelihood) ?? signal.likelihood
        signal.uncertainty = try estimate(row, .uncertainty) ?? signal.uncertainty
        if let relevance = try row.number(SignalColumn.relevance.rawValue, in: 0...100) { signal.relevance = relevance / 100 }
        if let novelty = try estimate(row, .novelty) {
            if novelty.isRange { throw Refusal("scan.refusal.estimate", field: SignalColumn.novelty.rawValue) }
            signal.novelty = novelty.likely
        }
        if let velocity: Signal.Velocity = try row.choice(SignalColumn.velocity.rawValue) { signal.velocity = velocity }
        if let confidence: Signal.Confidence = try row.choice(SignalColumn.confidence.rawValue) { signal.confidence = confidence }
        if let why = try text(row, .why, max: 2000) { signal.confidenceBecause = written(why, over: signal.confidenceBecause) }
        if signal.confidence == .low || signal.confidence == .high, signal.confidenceBecause.isEmpty { throw Refusal("scan.refusal.confidence-why", field: SignalColumn.why.rawValue) }
        signal.evidence = try evidence(row, signal.evidence)
        if let effects = row.list(SignalColumn.objectives.rawValue) { signal.effects = try self.effects(effects, besides: signal.effects) }
        return signal
    }

    private func text(_ row: CSVTable.Row, _ column: SignalColumn, max: Int) throws(Refusal) -> String? { try row.text(column.rawValue, max: max) }

    /// In the organisation's first language; what is there in others stays.
    private func written(_ text: String, over present: Localized) -> Localized {
        present.isEmpty ? Localized(text, language) : present.taking(text, in: language)
    }

    private func estimate(_ row: CSVTable.Row, _ column: SignalColumn) throws(Refusal) -> Estimate? {
        guard let text = row.text(column.rawValue) else { return nil }
        guard let estimate = Estimate(written: text, decimalMark: row.decimalMark) else { throw Refusal("scan.refusal.estimate", field: column.rawValue) }
        return estimate
    }

    /// By its identifier, or by its title in any language. Where there is no aspect at all, those that the table names become the aspects.
    private mutating func aspect(_ text: String) throws(Refusal) -> ID<Aspect> {
        if let id = ID<Aspect>(text.lowercased()), scan.aspects[id] != nil { return id }
        if scan.aspects.isEmpty, let id = ID<Aspect>(slug: text) {
            if made.insert(id).inserted {
                result.proposals.append(Proposal(Scan.self, .aspectDescribed(id: id, Aspect(title: Localized(text, language), order: made.count * AspectDecisions.step))))
                result.note(nil, "scan.import.made", ["title": text])
            }
            return id
        }
        let wanted = FoldedText(text).text
        guard let found = scan.aspectsInOrder.first(where: { $0.aspect.title.texts.values.contains { $0.text.map { FoldedText($0).text == wanted } ?? false } }) else {
            throw Refusal("scan.import.no-aspect", ["text": String(text.prefix(40))], field: SignalColumn.aspect.rawValue)
        }
        return found.id
    }

    private func regions(_ codes: [String]) throws(Refusal) -> [ID<Region>] {
        var found: [ID<Region>] = []
        for code in codes {
            guard let region = register.regionsInOrder.first(where: { $0.region.code.lowercased() == code.lowercased() || $0.id.text == code.lowercased() }) else {
                throw Refusal("scan.import.no-region", ["text": String(code.prefix(40))], field: SignalColumn.regions.rawValue)
            }
            found.append(region.id)
        }
        return Set(found).sorted()
    }

    /// What a line names is one place; known by its source, it is said anew, otherwise it comes to the others.
    private func evidence(_ row: CSVTable.Row, _ present: [Evidence]) throws(Refusal) -> [Evidence] {
        let link = try text(row, .link, max: 2000) ?? ""
        guard let source = try text(row, .source, max: 500) else {
            if !link.isEmpty { throw Refusal("scan.refusal.no-source", field: SignalColumn.source.rawValue) }
            return present
        }
        guard link.isEmpty || link.isWebAddress else { throw Refusal("scan.refusal.not-an-address", field: SignalColumn.link.rawValue) }
        let on = try row.day(SignalColumn.read.rawValue)
        if let on, on > today { throw Refusal("scan.refusal.source-later", field: SignalColumn.read.rawValue) }
        let reliability: Evidence.Reliability? = try row.choice(SignalColumn.reliability.rawValue)
        let place = present.firstIndex { $0.source.plain(in: language) == source }
        guard place != nil || present.count < SignalReading.mostEvidence else { throw Refusal("scan.import.full", field: SignalColumn.source.rawValue) }
        var all = present
        if let place {
            if !link.isEmpty { all[place].link = Prose(link) }
            all[place].on = on ?? all[place].on
            all[place].reliability = reliability ?? all[place].reliability
        } else {
            all.append(Evidence(source: Localized(source, language), link: Prose(link), on: on, reliability: reliability ?? .f))
        }
        return all
    }

    /// `M1: +1; R2`: the code of an objective with what the signal does to it, 0 where nothing is said.
    private func effects(_ written: [String], besides present: [Effect]) throws(Refusal) -> [Effect] {
        // Of objectives that the table cannot name nothing is said.
        let named = Set(objectives.values)
        var effects = Dictionary(present.filter { !named.contains($0.objective) }.map { ($0.objective, $0.size) }) { first, _ in first }
        for text in written {
            let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard let code = parts.first, let id = objectives[code.lowercased()] else {
                throw Refusal("scan.import.no-objective", ["text": String(text.prefix(40))], field: SignalColumn.objectives.rawValue)
            }
            let number = parts.count > 1 ? Int(parts[1].replacing("−", with: "-")) : 0
            guard let size = number, Effect.sizes.contains(size) else { throw Refusal("scan.import.effect", ["text": String(text.prefix(40))], field: SignalColumn.objectives.rawValue) }
            effects[id] = size
        }
        return effects.map { Effect(objective: $0.key, size: $0.value) }.sorted { $0.objective < $1.objective }
    }
}
