import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of an initiative.
enum InitiativeForms {
    static let new = Route.form("innovation/strategies/{strategy}/initiatives/new", .planners, show: start, decide: InitiativeDecisions.add)
    static let edit = Route.form("innovation/initiatives/{initiative}/edit", .planners, show: describe, decide: InitiativeDecisions.change)

    static let routes: [Route] = [new, edit, .form("innovation/initiatives/{initiative}/remove", .planners, show: remove, decide: InitiativeDecisions.remove)]

    private static func start(_ visit: Visit) throws -> Form {
        let (id, strategy) = try visit.strategy()
        return Form(
            visit.say("innovationstrategy.new-initiative"), lede: visit.say("innovationstrategy.new-initiative-lede"), place: InnovationPath.front, trail: visit.innovationTrail(id),
            submit: visit.say("pages.save"), cancel: InnovationPath.strategy(id), fields: InitiativeFields(visit: visit, strategy: strategy, id: nil, Initiative(strategy: id, title: .empty)).all
        ).closed(ifAdopted: id, visit)
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, initiative) = try visit.initiative()
        guard let strategy = visit.innovation.strategies[initiative.strategy] else { throw Missing() }
        return Form(
            visit.say("innovationstrategy.edit-initiative"), place: InnovationPath.front, trail: visit.innovationTrail(id, initiative), submit: visit.say("pages.save"),
            cancel: InnovationPath.initiative(id), fields: InitiativeFields(visit: visit, strategy: strategy, id: id, initiative).all
        ).closed(ifAdopted: initiative.strategy, visit)
    }

    private static func remove(_ visit: Visit) throws -> Form {
        let (id, initiative) = try visit.ownInitiative(), say = visit.say
        return .withdrawing(
            say("innovationstrategy.remove-initiative"), lede: visit.plain(initiative.title), place: InnovationPath.front, trail: visit.innovationTrail(id, initiative),
            submit: say("innovationstrategy.remove-it"), cancel: InnovationPath.initiative(id), reason: .why(say("innovationstrategy.field.why")), say)
    }
}

/// What is asked of an initiative: first what it is, then whether it explores, and where it lies.
struct InitiativeFields {
    private let visit: Visit
    private let strategy: Strategy
    private let id: ID<Initiative>?
    private let initiative: Initiative

    init(visit: Visit, strategy: Strategy, id: ID<Initiative>?, _ initiative: Initiative) { (self.visit, self.strategy, self.id, self.initiative) = (visit, strategy, id, initiative) }

    private var say: Say { visit.say }

    var all: [Field] { first + folded("explore", explore) + folded("landscape", landscape) + positions }

    private var first: [Field] {
        let choices = visit.planChoices, kept = initiative.thing.flatMap { thing in choices.contains { $0.value == thing.description } ? nil : visit.keptChoice(thing) }
        let types = InnovationType.allCases.map { Choice($0.rawValue, say("innovationstrategy.type.\($0.rawValue)")) }
        let others = visit.innovation.initiatives(of: initiative.strategy).filter { $0.id != id }.map {
            visit.choice($0.id.text, $0.initiative.title, group: say("innovationstrategy.type.\($0.initiative.type.rawValue)"))
        }
        let unit = visit.plain(strategy.unit)
        return [
            .localized("title", field("initiative"), initiative.title, languages: visit.languages, required: true),
            .localized("text", field("initiative-text"), initiative.text, rows: 2, languages: visit.languages),
            Field("type", field("type"), .oneOf(types, inRow: false), value: initiative.type.rawValue, required: true, help: field("type-help")),
            Field(
                "amount", unit.isEmpty ? field("amount") : say.naming(field("amount"), unit), .number, value: initiative.amount.map { plainDigits($0, visit.language.decimalMark) } ?? "",
                help: field("amount-help")),
            Field(
                "thing", field("thing"), .choice([Choice("", "–")] + [kept].compactMap { $0 } + choices), value: initiative.thing?.description ?? ""),
        ] + (others.isEmpty ? [] : [Field("enablers", field("enablers"), .choices(others), values: initiative.enablers.map(\.text), help: field("enablers-help"))])
    }

    private var explore: [Field] {
        let answers = [Choice("", say("innovationstrategy.answer.open")), Choice("yes", say("innovationstrategy.answer.yes")), Choice("no", say("innovationstrategy.answer.no"))]
        return ExploreQuestion.allCases.map { question in
            Field(
                "explore-\(question.rawValue)", say("innovationstrategy.explore.\(question.rawValue)"), .oneOf(answers, inRow: true),
                value: initiative.explore[question].map { $0 ? "yes" : "no" } ?? "")
        } + [
            Field(
                "explore-instead", field("explore-instead"), .number, value: initiative.exploreInstead.map { plainDigits($0.inPercent, visit.language.decimalMark) } ?? "",
                help: field("explore-instead-help")),
            .localized("explore-because", field("explore-because"), initiative.exploreBecause, rows: 2, languages: visit.languages),
        ]
    }

    private var landscape: [Field] {
        let choices = [Choice("", say("innovationstrategy.answer.open")), Choice("existing", say("innovationstrategy.newness.existing")), Choice("new", say("innovationstrategy.newness.new"))]
        func newness(_ name: String, _ isNew: Bool?) -> Field {
            Field(name, field(name), .oneOf(choices, inRow: true), value: isNew.map { $0 ? "new" : "existing" } ?? "", help: field("\(name)-help"))
        }
        return [newness("competences", initiative.needsNewCompetences), newness("model", initiative.needsNewModel)]
    }

    /// What there is, and one more.
    private var positions: [Field] {
        (1...min(Initiative.mostPositions, initiative.positions.count + 1)).flatMap { number -> [Field] in
            let names = PositionField(number), present = initiative.positions.indices.contains(number - 1) ? initiative.positions[number - 1] : nil
            let group = FieldGroup(
                "position-\(number)", say("innovationstrategy.position-number", ["n": say.number(number)]), help: number == 1 ? field("positions-help") : "")
            let left = max(0, 1 - initiative.positions.reduce(0) { $0 + $1.share })
            let share = (present?.share ?? left).inPercent
            var fields = [
                Field.localized(names.part, field("part"), present?.part ?? .empty, languages: visit.languages, help: number == 1 ? field("part-help") : ""),
                Field(names.share, field("share"), .number, value: plainDigits(share, visit.language.decimalMark)),
            ]
            for time in MapTime.allCases {
                for axis in MapAxis.allCases {
                    let steps = MapAxis.steps.map { Choice("\($0)", visit.step($0, axis)) }
                    fields.append(
                        Field(
                            names.step(axis, time), say.naming(say("innovationstrategy.time.\(time.rawValue)"), say("innovationstrategy.axis.\(axis.rawValue)")),
                            .choice([Choice("", say("innovationstrategy.unknown"))] + steps), value: present?[time][axis].map { "\($0)" } ?? ""))
                }
            }
            return fields.map { one in
                var one = one
                one.partOf = group
                if number > 1, present == nil { one.fold = say("innovationstrategy.another-position") }
                return one
            }
        }
    }

    private func field(_ name: String) -> String { say("innovationstrategy.field.\(name)") }

    private func folded(_ key: String, _ fields: [Field]) -> [Field] {
        fields.map {
            var field = $0
            field.fold = say("innovationstrategy.fold.\(key)")
            return field
        }
    }
}

extension Visit {
    /// *Rather routine (−1)*
    func step(_ step: Int, _ axis: MapAxis) -> String {
        let name = ["low2", "low1", "middle", "high1", "high2"][min(4, max(0, step + 2))]
        return say("innovationstrategy.step.\(axis.rawValue).\(name)", ["step": signed(Double(step), digits: 0)])
    }

    /// With its sign, as people write it.
    func signed(_ value: Double, digits: Int = 1) -> String {
        let scale = digits == 0 ? 1.0 : 10.0, rounded = (value * scale).rounded() / scale
        let text = rounded < 0 ? "−\(say.number(-rounded, digits: digits))" : rounded > 0 ? "+\(say.number(rounded, digits: digits))" : say.number(0, digits: digits)
        // Apart from the direction of what stands around it: a sign stands before its number in Arabic too.
        return language.isRightToLeft ? "\u{2066}\(text)\u{2069}" : text
    }
}
