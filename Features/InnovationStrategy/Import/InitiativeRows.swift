import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Line by line; lines of one initiative belong together, and are taken together or not at all.
struct InitiativeRows {
    /// An initiative as the file has it so far.
    private struct Draft {
        let before: Initiative?
        var initiative: Initiative
        var positions: [MapPosition] = []
        var lines: [Int]
        /// The line that was refused, where one was.
        var fault: Int?
    }

    private(set) var result = ImportResult()
    private let innovation: Innovation
    private let language: Language
    private let cells: InitiativeCells
    /// Versions that can be changed, by what they are called.
    private let openVersions: [String: [ID<Strategy>]]
    private var drafts: [ID<Initiative>: Draft] = [:]
    /// In the order of the file.
    private var order: [ID<Initiative>] = []
    private var named: [ID<Strategy>: [String: ID<Initiative>]] = [:]
    private var counts: [ID<Strategy>: Int] = [:]
    /// Where the last initiative of each stands.
    private var orders: [ID<Strategy>: Int] = [:]
    private var told: Set<ID<Strategy>> = []
    /// What the file calls strategies that are not there yet, and where.
    private var begun: [ID<Strategy>: (title: String, line: Int)] = [:]

    init(_ organisation: Organisation, today: Day) {
        innovation = organisation[Innovation.self]
        language = organisation.firstLanguage
        cells = InitiativeCells(organisation, today: today)
        let open = innovation.strategies.filter { [innovation] in innovation.adoption(of: $0.key) == nil }
        openVersions = Dictionary(grouping: open.keys) { [language] in open[$0]?.title.plain(in: language).asCell ?? "" }
        for (id, initiative) in innovation.initiatives.sorted(by: { $1.key < $0.key }) {
            named[initiative.strategy, default: [:]][initiative.title.plain(in: language).asCell] = id
            counts[initiative.strategy, default: 0] += 1
            orders[initiative.strategy] = max(orders[initiative.strategy] ?? 0, initiative.order)
        }
    }

    mutating func take(_ row: CSVTable.Row) {
        var own: ID<Initiative>?
        do throws(Refusal) {
            let strategy = try self.strategy(row)
            try begin(strategy, row)
            guard let title = try row.text(InitiativeColumn.title.rawValue, max: 200) else { throw .blank(InitiativeColumn.title.rawValue).at(.title) }
            if innovation.adoption(of: strategy) != nil {
                if told.insert(strategy).inserted { result.note(row.line, "innovationstrategy.import.adopted", ["title": innovation.title(of: strategy).plain(in: language)]) }
                if named[strategy]?[title] == nil { throw Refusal("innovationstrategy.import.not-in-adopted", field: InitiativeColumn.title.rawValue) }
                result.same += 1
                return
            }
            let id = try self.id(row, strategy, title)
            own = id
            named[strategy, default: [:]][title] = id
            if let fault = drafts[id]?.fault { throw Refusal("innovationstrategy.import.broken", ["line": "\(fault)"], field: InitiativeColumn.title.rawValue) }
            try begin(id, strategy, row, title)
        } catch {
            if let own, drafts[own]?.fault == nil { drafts[own]?.fault = row.line }
            if let own, drafts[own] == nil, let strategy = try? strategy(row) {
                drafts[own] = Draft(before: nil, initiative: Initiative(strategy: strategy, title: .empty), lines: [], fault: row.line)
            }
            result.refuse(row.line, error)
        }
    }

    /// By its identifier or, where one draft alone is called so, by its title; left out, the only draft there is.
    private func strategy(_ row: CSVTable.Row) throws(Refusal) -> ID<Strategy> {
        guard let text = row.text(InitiativeColumn.strategy.rawValue) else {
            let all = openVersions.values.joined()
            if let only = all.first, all.dropFirst().isEmpty, row.text(InitiativeColumn.strategyTitle.rawValue) == nil { return only }
            throw .blank(InitiativeColumn.strategy.rawValue).at(.strategy)
        }
        let called = openVersions[text] ?? []
        if called.count == 1, ID<Strategy>(text).map({ innovation.strategies[$0] == nil }) ?? true { return called[0] }
        guard let id: ID<Strategy> = try row.id(InitiativeColumn.strategy.rawValue) else { throw .blank(InitiativeColumn.strategy.rawValue).at(.strategy) }
        return id
    }

    /// A strategy that nobody knows is called as the file calls it.
    private mutating func begin(_ id: ID<Strategy>, _ row: CSVTable.Row) throws(Refusal) {
        if innovation.strategies[id] != nil || begun[id] != nil { return }
        guard innovation.formerStrategies[id] == nil, let title = try row.text(InitiativeColumn.strategyTitle.rawValue, max: 200) else {
            throw Refusal("innovationstrategy.import.no-strategy", ["text": id.text], field: InitiativeColumn.strategy.rawValue)
        }
        if innovation.strategies.count + begun.count >= Innovation.mostStrategies {
            throw Refusal("innovationstrategy.refusal.too-many-strategies", ["most": "\(Innovation.mostStrategies)"], field: InitiativeColumn.strategy.rawValue)
        }
        begun[id] = (title, row.line)
    }

    private func id(_ row: CSVTable.Row, _ strategy: ID<Strategy>, _ title: String) throws(Refusal) -> ID<Initiative> {
        if let asked: ID<Initiative> = try row.id(InitiativeColumn.id.rawValue) {
            let elsewhere = drafts[asked]?.initiative.strategy ?? innovation.initiatives[asked]?.strategy ?? innovation.formerInitiatives[asked].map { _ in ID("-") }
            if let elsewhere, elsewhere != strategy { throw Refusal("innovationstrategy.import.not-this-id", field: InitiativeColumn.id.rawValue) }
            return asked
        }
        if let known = named[strategy]?[title] { return known }
        return ID(free: title, otherwise: ID("initiative-\(row.line)") ?? ID("initiative")) {
            innovation.initiatives[$0] != nil || innovation.formerInitiatives[$0] != nil || drafts[$0] != nil
        }
    }

    private mutating func begin(_ id: ID<Initiative>, _ strategy: ID<Strategy>, _ row: CSVTable.Row, _ title: String) throws(Refusal) {
        let before = innovation.initiatives[id]
        var draft: Draft
        if let known = drafts[id] {
            draft = known
            let again = try cells.initiative(row, title, over: known.initiative)
            if again != known.initiative { throw Refusal("innovationstrategy.import.differs", ["line": "\(known.lines.first ?? row.line)"], field: InitiativeColumn.title.rawValue) }
            draft.lines.append(row.line)
        } else {
            if before == nil {
                guard counts[strategy, default: 0] < Strategy.mostInitiatives else { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Strategy.mostInitiatives)"]) }
            }
            let last = orders[strategy] ?? 0
            let present =
                before ?? Initiative(strategy: strategy, title: .empty, order: min(last, Int.max - (order.count + 1) * InitiativeDecisions.step) + (order.count + 1) * InitiativeDecisions.step)
            draft = Draft(before: before, initiative: try cells.initiative(row, title, over: present), lines: [row.line])
        }
        if let position = try cells.position(row, among: before?.positions ?? [], number: draft.positions.count) {
            if draft.positions.count >= Initiative.mostPositions {
                throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Initiative.mostPositions)"], field: InitiativeColumn.part.rawValue)
            }
            draft.positions.append(position)
            if draft.positions.reduce(0, { $0 + $1.share }) > 1.0001 { throw Refusal("innovationstrategy.refusal.positions-sum", field: InitiativeColumn.share.rawValue) }
        } else if drafts[id] != nil {
            throw Refusal("innovationstrategy.import.twice", ["line": "\(draft.lines.first ?? row.line)"], field: InitiativeColumn.title.rawValue)
        }
        if drafts[id] == nil {
            order.append(id)
            if before == nil { counts[strategy, default: 0] += 1 }
        }
        drafts[id] = draft
    }

    /// What every initiative of the file came to; who enables whom is known only now.
    mutating func finish() {
        for id in order {
            guard let draft = drafts[id], let fault = draft.fault else { continue }
            for line in draft.lines where line != fault { result.refuse(line, Refusal("innovationstrategy.import.broken", ["line": "\(fault)"], field: InitiativeColumn.title.rawValue)) }
        }
        var left = order.filter { drafts[$0]?.fault == nil }
        let faults = faults(among: left)
        for id in left {
            guard let fault = faults[id] else { continue }
            for line in drafts[id]?.lines ?? [] { result.refuse(line, fault) }
        }
        left.removeAll { faults[$0] != nil }
        // Only those of which something is taken.
        for strategy in Set(left.compactMap { drafts[$0]?.initiative.strategy }).sorted() {
            guard let named = begun[strategy] else { continue }
            result.proposals.append(Proposal(Innovation.self, .strategyDescribed(id: strategy, Strategy(title: Localized(named.title, language)))))
            result.note(named.line, "innovationstrategy.import.begun", ["title": named.title])
        }
        for id in left { count(id) }
    }

    private func whole(_ draft: Draft) -> Initiative {
        var initiative = draft.initiative
        if !draft.positions.isEmpty { initiative.positions = draft.positions }
        return initiative
    }

    /// Version by version.
    private func faults(among left: [ID<Initiative>]) -> [ID<Initiative>: Refusal] {
        var entries: [ID<Strategy>: [ID<Initiative>: InitiativeChecks.Entry]] = [:]
        for id in left {
            guard let draft = drafts[id] else { continue }
            entries[draft.initiative.strategy, default: [:]][id] = InitiativeChecks.Entry(initiative: whole(draft), before: draft.before)
        }
        var faults: [ID<Initiative>: Refusal] = [:]
        for (strategy, own) in entries {
            let present = Dictionary(innovation.initiatives(of: strategy).map { ($0.id, $0.initiative) }) { first, _ in first }
            faults.merge(InitiativeChecks(own, present: present, language: language).faults) { first, _ in first }
        }
        return faults
    }

    private mutating func count(_ id: ID<Initiative>) {
        guard let draft = drafts[id] else { return }
        let initiative = whole(draft)
        guard draft.before != initiative else {
            result.same += 1
            return
        }
        if draft.before == nil { result.new += 1 } else { result.changed += 1 }
        result.proposals.append(Proposal(Innovation.self, .initiativeDescribed(id: id, initiative)))
        guard result.changes.count < ImportChange.shown else { return }
        let columns = [InitiativeColumn.title, .type, .amount, .share].map(\.rawValue)
        func row(_ initiative: Initiative) -> [CSVCell] {
            [
                CSVCell(initiative.title.plain(in: language)), .text(initiative.type.rawValue.asWords), initiative.amount.map { .number($0) } ?? .text(""),
                CSVCell(initiative.positions.map { "\($0.share.inPercent)" }.joined(separator: "; ")),
            ]
        }
        ImportChange(initiative.title.plain(in: language), columns: columns, before: draft.before.map(row), after: row(initiative)).map { result.changes.append($0) }
    }
}

extension Refusal {
    /// With the column that it is about.
    fileprivate func at(_ column: InitiativeColumn) -> Refusal { Refusal(key, arguments, field: column.rawValue) }
}
