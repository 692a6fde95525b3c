import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What people say of the value chain in a round and what the records of ideas show, side by side.
struct ValueChainFigures: Sendable {
    /// The links of the model, as the categories of the shipped framework are called.
    static let links = ["inside", "across", "outside", "selection", "development", "spread"]
    static let phases = ["generation", "conversion", "diffusion"]

    struct RegionUse: Sendable {
        /// `nil` of the Members that are of none.
        let name: Localized?
        let spread: PipelineChain.Spread
    }

    struct Period: Sendable {
        let until: Day
        let scores: [Double?]
        /// Link by link, of which measures its score is the mean.
        let measures: [[PipelineMeasure]]
    }

    let measures: ChainMeasures
    let from: Day
    let until: Day
    let chain: PipelineChain
    /// Periods as long, each half a year before the next; the newest last, which is `chain`.
    let trend: [Period]
    /// Of which something is known.
    let regions: [RegionUse]
    /// On the scale of the round, link by link; `nil` where nothing is shown. For the page, which rounds as its other parts do.
    let people: [Double?]
    /// The same as files and programs are told it.
    let told: [Double?]
    /// What people rate besides the links of the model, where a framework asks it.
    let others: [(category: Category, mean: Double?)]
    let records: [Double?]
    let points: Int
    let disagreement: ChainDisagreement?

    var middle: Double { (1 + Double(points)) / 2 }

    static let mostPeriods = 5, daysBetween = 183

    /// Nil where the framework has none of the links.
    init?(_ figures: RoundFigures, _ records: [IdeaRecord], in organisation: Organisation, on day: Day) {
        guard figures.framework.rule == .chain, figures.categories.contains(where: { ValueChainFigures.links.contains($0.id.text) }) else { return nil }
        let register = organisation[Register.self], measures = organisation[IdeaLedger.self].measures, scale = max(2, figures.framework.scale.count)
        let closing = organisation[Assessments.self].closings[figures.id], end = min(day, closing ?? day)
        self.measures = measures
        points = scale
        let scores = ValueChainFigures.links.map { name in figures.categories.first { $0.id.text == name }.flatMap { figures.whole.scores[$0.id] } }
        people = scores.map { $0?.mean }
        told = scores.map { $0?.told.mean }
        others = figures.categories.filter { !ValueChainFigures.links.contains($0.id.text) }.map { ($0, figures.whole.scores[$0.id]?.mean) }
        let counted = Set(measures.staff.map(\.unit)), staff = measures.people(in: register)
        let ideas = records.filter { $0.ending?.because != .merged }.map { PipelineIdea($0, counted: counted, in: register) }
        let parts = register.regionsInOrder.map { region in (region.region.name, register.members(of: region.id).map(\.id.text)) }
        let placed = Set(parts.flatMap(\.1)), rest = register.members.map(\.id.text).filter { !placed.contains($0) }
        let ground = PipelineChain.Ground(staff: staff > 0 ? staff : nil, members: parts.map(\.1) + [rest])
        let length = Int((Double(measures.months) * PipelineChain.daysOfMonth).rounded())
        func measured(_ until: Day) -> PipelineChain {
            PipelineChain(ideas, from: Int(until.number) - length + 1, until: Int(until.number), ground: ground, rule: measures.rule)
        }
        let now = measured(end)
        chain = now
        until = end
        from = end.adding(days: 1 - length)
        self.records = now.scores(points: scale)
        regions = zip(parts.map(\.0) + [nil], now.regions).compactMap { name, spread in spread.map { RegionUse(name: name, spread: $0) } }
        trend = (0..<ValueChainFigures.mostPeriods).reversed().compactMap { number in
            let until = end.adding(days: -number * ValueChainFigures.daysBetween), one = number == 0 ? now : measured(until)
            guard number == 0 || one.funnel.putIn >= measures.least else { return nil }
            return Period(until: until, scores: one.scores(points: scale), measures: ValueChainFigures.links.indices.map(one.scored))
        }
        disagreement = ChainDisagreement(
            people: people + others.map(\.mean), told: told, records: self.records, phases: PipelineMeasure.phases, points: scale, apart: measures.apart)
    }

    func known(_ scores: [Double?]) -> KnownChain? { KnownChain(scores, phases: PipelineMeasure.phases, middle: middle) }

    /// Whether a link's score of a period rests on the measures of the last one that has any: else the two tell of no change.
    func isComparable(_ period: Period, _ link: Int) -> Bool { period.measures[link] == trend.last { !$0.measures[link].isEmpty }?.measures[link] }
}

extension ChainMeasures {
    /// How many work in the units whose ideas count as in-house. Those of a team are among those of a unit above it, where that one is counted as well.
    func people(in register: Register) -> Double {
        let counted = Set(staff.map(\.unit))
        return staff.reduce(0) { register.teamsAbove($1.unit).contains(where: counted.contains) ? $0 : $0 + $1.people }
    }
}

extension Register {
    /// The units above a team, up to the first that is none; of any other unit nothing.
    fileprivate func teamsAbove(_ unit: ID<Unit>) -> [ID<Unit>] {
        var above: [ID<Unit>] = [], place = unit
        while let known = units[place], known.kind == .team, case .unit(let next) = known.answersTo, next != unit, !above.contains(next) {
            above.append(next)
            place = next
        }
        return above
    }
}

extension PipelineIdea {
    /// - Parameter counted: the units whose people are counted.
    fileprivate init(_ record: IdeaRecord, counted: Set<ID<Unit>>, in register: Register) {
        self.init(putIn: Int(record.putIn.number))
        let origin = record.origin(in: register)
        isAcross = record.isAcross(in: register)
        isOutside = origin == .external
        isInside = origin == .inHouse && record.authors.units.contains { counted.contains($0) || counted.contains(register.directorate(of: $0)) }
        func number(_ day: Day?) -> Int? { day.map { Int($0.number) } }
        (screened, isPassed) = (number(record.screening?.on), record.screening?.isPassed ?? false)
        (decided, funded, firstUse, ended) = (number(record.decidedOn), number(record.funding?.on), number(record.firstUse), number(record.ending?.on))
        isAligned = record.objective != nil
        uses = Dictionary(record.uses.map { ($0.member.text, Int($0.on.number)) }) { min($0, $1) }
    }
}

extension Visit {
    /// `nil` where the round is of another model, in the making, where there are no records, and where this reader may not know what follows from them.
    func valueChain(_ figures: RoundFigures) -> ValueChainFigures? {
        guard figures.framework.rule == .chain, assessments.closings[figures.id] != nil else { return nil }
        return common("assessments/value-chain/\(figures.id)", to: .alike) { visit -> ValueChainFigures? in
            guard let records = visit.countedPipeline, !records.isEmpty else { return nil }
            return ValueChainFigures(figures, records, in: visit.organisation, on: visit.times.day)
        }
    }
}
