import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What of a strategy stands in which form.
enum StrategyPart: String, CaseIterable { case frame, reasons, answers, map, crisis }

/// A strategy as it was entered into one of its forms, or all of them.
struct StrategyEntry {
    let submission: Submission
    private var entered: Entered { submission.entered }

    init(_ submission: Submission) { self.submission = submission }

    func strategy(_ present: Strategy, _ parts: [StrategyPart]) throws(Refusal) -> Strategy {
        var strategy = present
        for part in parts {
            switch part {
            case .frame: try frame(&strategy)
            case .reasons: strategy.reasons = try reasons(present.reasons)
            case .answers: strategy.answers = try answers(present.answers)
            case .map:
                for axis in MapAxis.allCases {
                    for time in MapTime.allCases {
                        strategy.map[axis, time] = try entered.localized(MapWords.field(axis, time), present: present.map[axis, time], max: Strategy.longestText)
                    }
                }
            case .crisis: strategy.crisis = try crisis(present.crisis)
            }
        }
        return strategy
    }

    private func frame(_ strategy: inout Strategy) throws(Refusal) {
        let plans = submission.organisation[Plan.self].plans, present = strategy.plan
        strategy.title = try entered.localized("title", present: strategy.title, max: 200, required: true)
        strategy.text = try entered.localized("text", present: strategy.text, max: Strategy.longestText)
        strategy.plan = try entered.id("plan") { plans[$0] != nil || $0 == present }
        strategy.unit = try entered.localized("unit", present: strategy.unit, max: 100)
        strategy.readers = try entered.choice("readers")
    }

    /// Row by row; an empty one is none.
    private func reasons(_ present: [Reason]) throws(Refusal) -> [Reason] {
        var reasons: [Reason] = []
        for number in 1...Strategy.mostReasons {
            let names = ReasonField(number)
            guard !entered.isEmpty(names.all) else { continue }
            let before = entered.before(names.text, names.anew, present.map(\.text), number)
            let text = try entered.localized(names.text, present: before, max: Strategy.longestText)
            if text.isEmpty { throw Refusal("innovationstrategy.refusal.which-reason", field: names.text, ofFieldAlone: true) }
            // Under another number where one before it was emptied.
            let linked = present.flatMap(\.signals)
            reasons.append(Reason(kind: try entered.choice(names.kind), text: text, signals: try SignalEntry(submission).signals(names.signals, more: names.signal, present: linked)))
        }
        return reasons
    }

    private func answers(_ present: LeadershipAnswers) throws(Refusal) -> LeadershipAnswers {
        var answers = present
        for question in LeadershipAnswers.Question.allCases {
            answers[question] = try entered.localized("answer-\(question.rawValue)", present: present[question], max: Strategy.longestText)
        }
        var types: [InnovationType] = []
        for text in entered.raw("types") where !text.isEmpty {
            guard let type = InnovationType(rawValue: text) else { throw Refusal("pages.refusal.choose", field: "types", ofFieldAlone: true) }
            types.append(type)
        }
        answers.types = InnovationType.allCases.filter(types.contains)
        answers.explore = try entered.share("explore", present: present.explore)
        answers.tolerance = try entered.share("tolerance", present: present.tolerance) ?? LeadershipAnswers().tolerance
        answers.typeShares = try typeShares(present.typeShares)
        return answers
    }

    /// All three, or none; together a hundred.
    private func typeShares(_ present: [Double]) throws(Refusal) -> [Double] {
        var shares: [Double?] = []
        for (place, type) in InnovationType.allCases.enumerated() {
            shares.append(try entered.share("share-\(type.rawValue)", present: present.indices.contains(place) ? present[place] : nil))
        }
        let given = shares.compactMap { $0 }
        if given.isEmpty { return [] }
        if let place = shares.firstIndex(of: nil) { throw Refusal("innovationstrategy.refusal.all-shares", field: "share-\(InnovationType.allCases[place].rawValue)") }
        if abs(given.reduce(0, +) - 1) > 0.0051 { throw Refusal("innovationstrategy.refusal.shares-sum", field: "share-\(InnovationType.system.rawValue)") }
        return given
    }

    private func crisis(_ present: [CrisisAction]) throws(Refusal) -> [CrisisAction] {
        var crisis: [CrisisAction] = []
        for kind in CrisisAction.Kind.allCases {
            let name = "crisis-\(kind.rawValue)", before = present.first { $0.kind == kind }
            let text = try entered.localized(name, present: before?.text ?? .empty, max: Strategy.longestText)
            let things = try submission.things("\(name)-things", present: before?.things ?? [])
            if things.count > CrisisAction.mostThings { throw Refusal("innovationstrategy.refusal.too-many", ["most": "\(CrisisAction.mostThings)"], field: "\(name)-things") }
            if text.isEmpty, !things.isEmpty { throw Refusal("pages.refusal.required", field: name) }
            if !text.isEmpty { crisis.append(CrisisAction(kind: kind, text: text, things: things)) }
        }
        return crisis
    }
}

extension MapWords {
    static func field(_ axis: MapAxis, _ time: MapTime) -> String { "\(axis.rawValue)-\(time == .asIs ? "as-is" : "to-be")" }
}

/// The names of the inputs of one reason.
struct ReasonField {
    let kind: String, text: String, signals: String, signal: String
    static let prefix = "reason"
    var anew: String { "\(ReasonField.prefix)-anew" }
    /// The kind is chosen in every row: alone it is nothing.
    var all: [String] { [signals, signal] + Language.allCases.map { "\(text).\($0.rawValue)" } }

    /// - Parameter number: from 1.
    init(_ number: Int) {
        func name(_ part: String) -> String { "\(ReasonField.prefix)-\(number)-\(part)" }
        (kind, text, signals, signal) = (name("kind"), name("text"), name("signals"), name("signal"))
    }
}

extension Entered {
    /// Whether nothing stands in any of these.
    func isEmpty(_ names: [String]) -> Bool { names.allSatisfy { raw($0).allSatisfy(\.isEmpty) } }

    /// Which text a row of a list is held against: the one that says the same, wherever it stood; or else the one with its number. A program sends its lists anew: nothing is kept of
    /// another text with the same number.
    func before(_ name: String, _ anew: String, _ present: [Localized], _ number: Int) -> Localized {
        let typed = Language.allCases.compactMap { language in raw("\(name).\(language.rawValue)").first.flatMap { $0.isEmpty ? nil : (language, $0.asCell) } }
        if !typed.isEmpty, let same = present.first(where: { text in typed.allSatisfy { text.texts[$0.0]?.text?.asCell == $0.1 } }) { return same }
        return flag(anew) || !present.indices.contains(number - 1) ? .empty : present[number - 1]
    }

    /// A share that is written in per cent. What reads as it was shown is left alone: 12.3 per cent is no exact number.
    func share(_ name: String, present: Double?, required: Bool = false) throws(Refusal) -> Double? {
        guard let percent = try number(name, required: required, in: 0...100) else { return nil }
        return present.map { $0.inPercent == percent } == true ? present : percent / 100
    }
}

extension Double {
    /// As it is written in forms and tables: with four digits at most.
    var inPercent: Double { (self * 1e6).rounded() / 1e4 }
}

extension Submission {
    /// Objectives and actions of plans that still stand, and what was linked already.
    func things(_ name: String, present: [Reference]) throws(Refusal) -> [Reference] {
        let plan = organisation[Plan.self]
        var chosen: Set<Reference> = []
        for text in entered.raw(name) where !text.isEmpty {
            guard let thing = Reference(text), present.contains(thing) || plan.carries(thing, on: today) else { throw Refusal("pages.refusal.choose", field: name, ofFieldAlone: true) }
            chosen.insert(thing)
        }
        return chosen.sorted()
    }
}
