import Exchange
import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// An initiative as it was entered into its form.
struct InitiativeEntry {
    private let submission: Submission
    private var entered: Entered { submission.entered }

    init(_ submission: Submission) { self.submission = submission }

    /// - Parameter id: `nil` of a new one.
    func initiative(_ present: Initiative, _ id: ID<Initiative>?) throws(Refusal) -> Initiative {
        var initiative = present
        initiative.title = try entered.localized("title", present: present.title, max: 200, required: true)
        initiative.text = try entered.localized("text", present: present.text, max: Strategy.longestText)
        initiative.thing = try submission.things("thing", present: [present.thing].compactMap { $0 }).first
        initiative.amount = try entered.number("amount", in: Initiative.amounts)
        initiative.type = try entered.choice("type")
        initiative.enablers = try enablers(of: initiative, id)
        for question in ExploreQuestion.allCases { initiative.explore[question] = try entered.answer("explore-\(question.rawValue)") }
        initiative.exploreInstead = try entered.share("explore-instead", present: present.exploreInstead)
        initiative.exploreBecause = try entered.localized("explore-because", present: present.exploreBecause, max: Strategy.longestText)
        if initiative.exploreInstead != nil, initiative.exploreBecause.isEmpty { throw Refusal("innovationstrategy.refusal.explore-because", field: "explore-because") }
        initiative.needsNewCompetences = try entered.newness("competences")
        initiative.needsNewModel = try entered.newness("model")
        initiative.positions = try positions(present.positions)
        return initiative
    }

    private func enablers(of initiative: Initiative, _ id: ID<Initiative>?) throws(Refusal) -> [ID<Initiative>] {
        let all = submission.innovation.initiatives(of: initiative.strategy), known = Set(all.map(\.id))
        let chosen: [ID<Initiative>] = try entered.several("enablers") { known.contains($0) && $0 != id }
        if chosen.count > Initiative.mostEnablers { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(Initiative.mostEnablers)"], field: "enablers") }
        var checked = initiative
        checked.enablers = chosen.sorted()
        try EnablerRules.check(checked, id, among: all, language: submission.language)
        return checked.enablers
    }

    /// Row by row; an empty one is none.
    private func positions(_ present: [MapPosition]) throws(Refusal) -> [MapPosition] {
        var positions: [MapPosition] = [], last = PositionField(1).share
        for number in 1...Initiative.mostPositions {
            let names = PositionField(number)
            guard !entered.isEmpty(names.all) else { continue }
            let before = entered.before(names.part, names.anew, present.map(\.part), number)
            var position = MapPosition(share: 1)
            position.part = try entered.localized(names.part, present: before, max: 200)
            position.share = try entered.share(names.share, present: present.indices.contains(number - 1) ? present[number - 1].share : nil, required: true) ?? 1
            position.asIs = try place(names, .asIs)
            position.toBe = try place(names, .toBe)
            if !position.asIs.isKnown, !position.toBe.isKnown { throw Refusal("innovationstrategy.refusal.no-place", field: names.step(.degree, .toBe)) }
            positions.append(position)
            last = names.share
        }
        if positions.reduce(0, { $0 + $1.share }) > 1.0001 { throw Refusal("innovationstrategy.refusal.positions-sum", field: last) }
        return positions
    }

    private func place(_ names: PositionField, _ time: MapTime) throws(Refusal) -> MapPlace {
        MapPlace(
            degree: try entered.integer(names.step(.degree, time), in: MapAxis.steps), locus: try entered.integer(names.step(.locus, time), in: MapAxis.steps),
            source: try entered.integer(names.step(.source, time), in: MapAxis.steps))
    }
}

/// The names of the inputs of one position.
struct PositionField {
    let part: String, share: String
    private let number: Int
    static let prefix = "position"
    var anew: String { "\(PositionField.prefix)-anew" }
    /// A share alone, as an empty row has it, is nothing.
    var all: [String] { Language.allCases.map { "\(part).\($0.rawValue)" } + MapAxis.allCases.flatMap { axis in MapTime.allCases.map { step(axis, $0) } } }

    /// - Parameter number: from 1.
    init(_ number: Int) {
        self.number = number
        (part, share) = ("\(PositionField.prefix)-\(number)-part", "\(PositionField.prefix)-\(number)-share")
    }

    func step(_ axis: MapAxis, _ time: MapTime) -> String { "\(PositionField.prefix)-\(number)-\(MapWords.field(axis, time))" }
}

/// Who may enable whom.
enum EnablerRules {
    typealias Listed = (id: ID<Initiative>, initiative: Initiative)

    /// - Parameters:
    ///   - initiative: as it is to be.
    ///   - id: `nil` of a new one.
    ///   - all: of its version, as they stand.
    static func check(_ initiative: Initiative, _ id: ID<Initiative>?, among all: [Listed], language: Language) throws(Refusal) {
        let own: ID<Initiative> = id ?? ID("-")
        let others = all.filter { $0.id != own } + [(own, initiative)]
        guard let checks = StrategyFigures.checks(others) else { return }
        func title(_ place: Int) -> String { others[place].initiative.title.plain(in: language) }
        let last = others.count - 1
        if let link = checks.downward.first(where: { $0.to == last }) { throw Refusal("innovationstrategy.refusal.enabler-above", ["title": title(link.from)], field: "enablers") }
        if let link = checks.downward.first(where: { $0.from == last }) { throw Refusal("innovationstrategy.refusal.enables-below", ["title": title(link.to)], field: "type") }
        if let cycle = checks.cycles.first(where: { $0.contains(last) }) {
            throw Refusal("innovationstrategy.refusal.cycle", ["titles": (cycle + cycle.prefix(1)).map(title).joined(separator: " → ")], field: "enablers")
        }
    }
}

extension Entered {
    /// Yes, no, or nothing.
    func answer(_ name: String) throws(Refusal) -> Bool? { try either(name, "yes", "no") }

    /// New, existing, or nothing.
    func newness(_ name: String) throws(Refusal) -> Bool? { try either(name, "new", "existing") }
}
