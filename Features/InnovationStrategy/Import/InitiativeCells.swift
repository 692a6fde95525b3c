import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What stands in a row of the table of initiatives. An empty cell changes nothing.
struct InitiativeCells {
    private let language: Language
    private let plan: Plan
    private let today: Day
    /// By code in small letters: objectives and actions of the plan that runs.
    private let things: [String: Reference]

    init(_ organisation: Organisation, today: Day) {
        language = organisation.firstLanguage
        plan = organisation[Plan.self]
        self.today = today
        let running = plan.plan(runningOn: today), objectives = running.map(plan.objectives) ?? [], own = Set(objectives.map(\.id))
        let all: [(Reference, String)] =
            objectives.map { (Reference(Plan.self, $0.id), $0.objective.code) } + plan.actions.filter { own.contains($0.value.objective) }.map { (Reference(Plan.self, $0.key), $0.value.code) }
        // A code that two bear names neither.
        let shared = Dictionary(grouping: all) { $0.1.lowercased() }
        things = shared.compactMapValues { $0.count == 1 ? $0.first?.0 : nil }.filter { !$0.key.isEmpty }
    }

    /// But for its positions.
    func initiative(_ row: CSVTable.Row, _ title: String, over present: Initiative) throws(Refusal) -> Initiative {
        var initiative = present
        initiative.title = initiative.title.taking(title, in: language)
        initiative.text = try text(row, .text, over: initiative.text)
        if let type: InnovationType = try row.choice(InitiativeColumn.type.rawValue) { initiative.type = type }
        if let amount = try row.number(InitiativeColumn.amount.rawValue, in: Initiative.amounts) { initiative.amount = amount }
        if let thing = try row.text(InitiativeColumn.thing.rawValue, max: 200) { initiative.thing = try self.thing(thing, present.thing) }
        if let named = row.list(InitiativeColumn.enablers.rawValue) { initiative.enablers = try enablers(named) }
        for question in ExploreQuestion.allCases {
            if let answer: YesNo = try row.choice(InitiativeColumn.question(question).rawValue) { initiative.explore[question] = answer == .yes }
        }
        if let instead = try percent(row, .exploreInstead, present.exploreInstead) { initiative.exploreInstead = instead }
        initiative.exploreBecause = try text(row, .exploreBecause, over: initiative.exploreBecause)
        if initiative.exploreInstead != nil, initiative.exploreBecause.isEmpty {
            throw Refusal("innovationstrategy.refusal.explore-because", field: InitiativeColumn.exploreInstead.rawValue)
        }
        if let competences: Newness = try row.choice(InitiativeColumn.competences.rawValue) { initiative.needsNewCompetences = competences == .new }
        if let model: Newness = try row.choice(InitiativeColumn.model.rawValue) { initiative.needsNewModel = model == .new }
        return initiative
    }

    /// `nil` where the row says nothing of one.
    ///
    /// - Parameter present: those that stand; of one with the same name its translations are kept.
    func position(_ row: CSVTable.Row, among present: [MapPosition], number: Int) throws(Refusal) -> MapPosition? {
        let part = try row.text(InitiativeColumn.part.rawValue, max: 200) ?? ""
        let same = present.first { $0.part.plain(in: language).asCell == part }, share = try percent(row, .share, present.indices.contains(number) ? present[number].share : nil)
        var position = MapPosition(part: part.isEmpty ? .empty : same?.part ?? Localized(part, language), share: share ?? 1)
        position.asIs = try place(row, .asIs)
        position.toBe = try place(row, .toBe)
        if position.asIs.isKnown || position.toBe.isKnown { return position }
        if part.isEmpty, share == nil { return nil }
        throw Refusal("innovationstrategy.refusal.no-place", field: (part.isEmpty ? InitiativeColumn.share : .part).rawValue)
    }

    private func place(_ row: CSVTable.Row, _ time: MapTime) throws(Refusal) -> MapPlace {
        func step(_ axis: MapAxis) throws(Refusal) -> Int? {
            let column = InitiativeColumn.step(axis, time).rawValue
            guard let text = row.text(column) else { return nil }
            guard let number = WrittenNumber(text, decimalMark: row.decimalMark).flatMap({ Int(exactly: $0.value) }), MapAxis.steps.contains(number) else {
                throw Refusal("innovationstrategy.import.no-step", ["text": String(text.prefix(40))], field: column)
            }
            return number
        }
        return MapPlace(degree: try step(.degree), locus: try step(.locus), source: try step(.source))
    }

    private func percent(_ row: CSVTable.Row, _ column: InitiativeColumn, _ present: Double?) throws(Refusal) -> Double? {
        guard let percent = try row.number(column.rawValue, in: 0...100) else { return nil }
        return present.map { $0.inPercent == percent } == true ? present : percent / 100
    }

    private func text(_ row: CSVTable.Row, _ column: InitiativeColumn, over present: Localized) throws(Refusal) -> Localized {
        try row.text(column.rawValue, max: Strategy.longestText).map { present.taking($0, in: language) } ?? present
    }

    /// By its code in the plan that runs, or as the program names it.
    private func thing(_ text: String, _ present: Reference?) throws(Refusal) -> Reference {
        if let thing = things[text.lowercased()] { return thing }
        if let thing = Reference(text), thing == present || plan.carries(thing, on: today) { return thing }
        throw Refusal("innovationstrategy.import.no-thing", ["text": String(text.prefix(40))], field: InitiativeColumn.thing.rawValue)
    }

    private func enablers(_ named: [String]) throws(Refusal) -> [ID<Initiative>] {
        var enablers: Set<ID<Initiative>> = []
        for name in named {
            guard let id = ID<Initiative>(name) else { throw Refusal("innovationstrategy.import.no-enabler", ["text": String(name.prefix(40))], field: InitiativeColumn.enablers.rawValue) }
            enablers.insert(id)
        }
        if enablers.count > Initiative.mostEnablers { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Initiative.mostEnablers)"], field: InitiativeColumn.enablers.rawValue) }
        return enablers.sorted()
    }
}
