import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What stands in a row of the table of risks. An empty cell changes nothing.
struct RiskCells {
    /// Categories that the table names where there was none.
    private(set) var proposals: [(id: ID<RiskCategory>, title: String, proposal: Proposal)] = []
    private let risks: Risks
    private let register: Register
    private let language: Language
    private let today: Day
    /// By code in small letters: objectives and actions of the plan that runs.
    private let things: [String: Reference]
    private let codes: [Reference: String]

    init(_ organisation: Organisation, today: Day) {
        risks = organisation[Risks.self]
        register = organisation[Register.self]
        language = organisation.firstLanguage
        self.today = today
        codes = RiskCells.codes(of: organisation[Plan.self], on: today)
        things = Dictionary(codes.map { ($0.value.lowercased(), $0.key) }) { min($0, $1) }
    }

    /// What the table can name of the plan that runs.
    static func codes(of plan: Plan, on day: Day) -> [Reference: String] {
        guard let running = plan.plan(runningOn: day) else { return [:] }
        let objectives = plan.objectives(of: running), own = Set(objectives.map(\.id))
        let actions = plan.actions.filter { own.contains($0.value.objective) }.map { (Reference(Plan.self, $0.key), $0.value.code) }
        let all = objectives.map { (Reference(Plan.self, $0.id), $0.objective.code) } + actions
        // A code that two bear names neither.
        let shared = Dictionary(grouping: all) { $0.1.lowercased() }.filter { $0.value.count > 1 }
        return Dictionary(all.filter { !$0.1.isEmpty && shared[$0.1.lowercased()] == nil && !$0.1.contains(where: { ";|\n".contains($0) }) }) { first, _ in first }
    }

    mutating func forget(after count: Int) { proposals = Array(proposals.prefix(count)) }

    mutating func risk(_ row: CSVTable.Row, _ title: String, _ before: Risk?) throws(Refusal) -> Risk {
        var risk = before ?? Risk(title: .empty, readers: risks.account?.readers ?? .participants)
        risk.title = risk.title.taking(title, in: language)
        risk.cause = try text(row, .cause, over: risk.cause)
        risk.event = try text(row, .event, over: risk.event)
        risk.effect = try text(row, .effect, over: risk.effect)
        if risk.event.isEmpty { throw .blank(RiskColumn.event.rawValue).at(.event) }
        if let category = try row.text(RiskColumn.category.rawValue, max: 200) { risk.category = try self.category(category) }
        if let owner = try row.text(RiskColumn.owner.rawValue, max: 200) { risk.owner = try unit(owner) }
        if let review = try row.day(RiskColumn.review.rawValue) { risk.reviewOn = review }
        if let treatment: Risk.Treatment = try row.choice(RiskColumn.treatment.rawValue) { risk.treatment = treatment }
        risk.treatmentText = try text(row, .treatmentText, over: risk.treatmentText)
        if let due = try row.day(RiskColumn.treatmentDue.rawValue) { risk.treatmentDue = due }
        // At the cell that says something: the column of the treatment need not be there.
        if risk.treatment == nil, !risk.treatmentText.isEmpty { throw Refusal("risks.refusal.which-treatment", field: RiskColumn.treatmentText.rawValue) }
        if risk.treatment == nil, risk.treatmentDue != nil { throw Refusal("risks.refusal.which-treatment", field: RiskColumn.treatmentDue.rawValue) }
        risk.controls = try controls(row, risk.controls)
        risk.source = try source(row, risk.source)
        if let readers: Risk.Readers = try row.choice(RiskColumn.readers.rawValue) { risk.readers = readers }
        risk.answers = try answers(row, risk.answers)
        return risk
    }

    /// All four figures, or none; the day is today where none is named.
    func rating(_ row: CSVTable.Row) throws(Refusal) -> (RiskRating, on: Day)? {
        let inherent = try place(row, .inherentLikelihood, .inherentImpact), residual = try place(row, .residualLikelihood, .residualImpact)
        let target = try place(row, .targetLikelihood, .targetImpact)
        if inherent == nil, residual == nil, target == nil { return nil }
        guard let inherent else { throw .blank(RiskColumn.inherentLikelihood.rawValue).at(.inherentLikelihood) }
        guard let residual else { throw .blank(RiskColumn.residualLikelihood.rawValue).at(.residualLikelihood) }
        if residual.score > inherent.score { throw Refusal("risks.refusal.residual-above", ["inherent": "\(inherent.score)"], field: RiskColumn.residualLikelihood.rawValue) }
        if let target, target.score > inherent.score { throw Refusal("risks.refusal.target-above", ["inherent": "\(inherent.score)"], field: RiskColumn.targetLikelihood.rawValue) }
        let on = try row.day(RiskColumn.ratedOn.rawValue) ?? today
        if on > today { throw Refusal("risks.refusal.later-than-today", field: RiskColumn.ratedOn.rawValue) }
        if on.year < 1900 { throw Refusal("pages.refusal.out-of-range", field: RiskColumn.ratedOn.rawValue) }
        guard let because = try row.text(RiskColumn.ratedBecause.rawValue, max: RiskEntry.longestText) else { throw .blank(RiskColumn.ratedBecause.rawValue).at(.ratedBecause) }
        return (RiskRating(inherent: inherent, residual: residual, target: target, because: Localized(because, language)), on)
    }

    private func text(_ row: CSVTable.Row, _ column: RiskColumn, over present: Localized, max: Int = RiskEntry.longestText) throws(Refusal) -> Localized {
        try row.text(column.rawValue, max: max).map { present.taking($0, in: language) } ?? present
    }

    private func place(_ row: CSVTable.Row, _ likelihood: RiskColumn, _ impact: RiskColumn) throws(Refusal) -> RiskPlace? {
        func step(_ column: RiskColumn) throws(Refusal) -> Int? {
            guard let text = row.text(column.rawValue) else { return nil }
            guard let number = WrittenNumber(text, decimalMark: row.decimalMark).flatMap({ Int(exactly: $0.value) }), RiskPlace.steps.contains(number) else {
                throw Refusal("risks.import.one-to-five", ["text": String(text.prefix(40))], field: column.rawValue)
            }
            return number
        }
        let one = try step(likelihood), other = try step(impact)
        if one == nil, other == nil { return nil }
        guard let one, let other, let place = RiskPlace(likelihood: one, impact: other) else { throw Refusal("risks.refusal.half-a-place", field: (one == nil ? likelihood : impact).rawValue) }
        return place
    }

    /// By its identifier, or by its title in any language. Where there is no category at all, those that the table names become the categories.
    private mutating func category(_ text: String) throws(Refusal) -> ID<RiskCategory> {
        if let id = ID<RiskCategory>(text.lowercased()), risks.categories[id] != nil { return id }
        if risks.categories.isEmpty, let id = ID<RiskCategory>(slug: text), !id.isAddress {
            if !proposals.contains(where: { $0.id == id }) {
                let category = RiskCategory(title: Localized(text, language), order: (proposals.count + 1) * CategoryDecisions.step)
                proposals.append((id, text, Proposal(Risks.self, .categoryDescribed(id: id, category))))
            }
            return id
        }
        guard let found = risks.categoriesInOrder.first(where: { $0.category.title.isCalled(text) }) else {
            throw Refusal("risks.import.no-category", ["text": String(text.prefix(40))], field: RiskColumn.category.rawValue)
        }
        return found.id
    }

    private func unit(_ text: String) throws(Refusal) -> ID<Unit> {
        if let id = ID<Unit>(text.lowercased()), register.units[id] != nil { return id }
        guard let found = register.units.sorted(by: { $0.key < $1.key }).first(where: { $0.value.name.isCalled(text) }) else {
            throw Refusal("risks.import.no-unit", ["text": String(text.prefix(40))], field: RiskColumn.owner.rawValue)
        }
        return found.key
    }

    /// One in each line of the cell; those that are known keep by whom and how well.
    private func controls(_ row: CSVTable.Row, _ present: [RiskControl]) throws(Refusal) -> [RiskControl] {
        guard let cell = row.text(RiskColumn.controls.rawValue) else { return present }
        let lines = cell.split(separator: "\n").map { String($0).asCell }.filter { !$0.isEmpty }
        if lines.count > RiskEntry.mostControls { throw Refusal("risks.import.too-many-controls", ["most": "\(RiskEntry.mostControls)"], field: RiskColumn.controls.rawValue) }
        if lines.contains(where: { $0.unicodeScalars.count > 500 }) {
            throw Refusal("pages.import.too-long", ["column": RiskColumn.controls.rawValue, "max": "500"], field: RiskColumn.controls.rawValue)
        }
        var rest = present
        return lines.map { line in
            guard let place = rest.firstIndex(where: { $0.what.line(in: language) == line }) else { return RiskControl(what: Localized(line, language)) }
            return rest.remove(at: place)
        }
    }

    private func source(_ row: CSVTable.Row, _ present: AuditSource?) throws(Refusal) -> AuditSource? {
        let text = try row.text(RiskColumn.source.rawValue, max: 500), link = try row.text(RiskColumn.sourceLink.rawValue, max: 2000), on = try row.day(RiskColumn.sourceOn.rawValue)
        if text == nil, link == nil, on == nil { return present }
        guard var source = present ?? text.map({ AuditSource(text: Localized($0, language)) }) else {
            throw Refusal("risks.refusal.no-source", field: (link == nil ? RiskColumn.sourceOn : .sourceLink).rawValue)
        }
        if let text { source.text = source.text.taking(text, in: language) }
        if let link {
            if !link.isWebAddress { throw Refusal("risks.refusal.not-an-address", field: RiskColumn.sourceLink.rawValue) }
            source.link = Prose(link)
        }
        if let on, on > today { throw Refusal("risks.refusal.later-than-today", field: RiskColumn.sourceOn.rawValue) }
        source.on = on ?? source.on
        return source
    }

    /// Of what the table cannot name nothing is said.
    private func answers(_ row: CSVTable.Row, _ present: [Reference]) throws(Refusal) -> [Reference] {
        guard let named = row.list(RiskColumn.answers.rawValue) else { return present }
        var answers = Set(present.filter { codes[$0] == nil })
        for code in named {
            guard let thing = things[code.lowercased()] else { throw Refusal("risks.import.no-answer", ["text": String(code.prefix(40))], field: RiskColumn.answers.rawValue) }
            answers.insert(thing)
        }
        return answers.sorted()
    }
}

extension Localized {
    /// In one line of a cell.
    func line(in language: Language) -> String { plain(in: language).asCell.split(whereSeparator: \.isNewline).joined(separator: " ").asCell }

    /// Whether it is called so in any language.
    fileprivate func isCalled(_ text: String) -> Bool {
        let wanted = FoldedText(text).text
        return texts.values.contains { $0.text.map { FoldedText($0).text == wanted } ?? false }
    }
}

extension Refusal {
    /// With the column that it is about.
    fileprivate func at(_ column: RiskColumn) -> Refusal { Refusal(key, arguments, field: column.rawValue) }
}
