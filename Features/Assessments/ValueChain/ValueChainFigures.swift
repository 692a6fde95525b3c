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
        let name: Localized
        let share: Double?
    }

    let measures: ChainMeasures
    let from: Day
    let until: Day
    let chain: PipelineChain
    /// Periods as long, each half a year before the next; the newest last, which is `chain`.
    let trend: [(until: Day, scores: [Double?])]
    let regions: [RegionUse]
    /// On the scale of the round, link by link; `nil` where nothing is shown.
    let people: [Double?]
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
        people = ValueChainFigures.links.map { name in figures.categories.first { $0.id.text == name }.flatMap { figures.whole.scores[$0.id]?.mean } }
        let counted = Set(measures.staff.map(\.unit)), staff = measures.staff.reduce(0) { $0 + $1.people }
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
        regions = zip(parts, now.regions).map { RegionUse(name: $0.0, share: $1) }
        trend = (0..<ValueChainFigures.mostPeriods).reversed().compactMap { number in
            let until = end.adding(days: -number * ValueChainFigures.daysBetween), one = number == 0 ? now : measured(until)
            return number == 0 || one.funnel.putIn >= measures.least ? (until, one.scores(points: scale)) : nil
        }
        disagreement = ChainDisagreement(people: people, records: self.records, phases: PipelineMeasure.phases, points: scale, apart: measures.apart)
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
