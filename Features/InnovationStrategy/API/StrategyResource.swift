import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// Versions of the strategy for programs: what they say, and what follows from their initiatives.
enum StrategyResource {
    typealias Thing = (id: ID<Strategy>, strategy: Strategy)

    static let resource: Resource = {
        var resource = Resource(
            "InnovationStrategy", "A version of how the organisation wants to innovate; an adopted one stays as it is.", path: "innovation/strategies", items: ["{strategy}"], .everyone, properties,
            all: { visit in visit.innovation.strategiesInOrder.filter { visit.sees($0.id) }.map { ($0.id.text, $0) } }, find: { visit in try visit.strategy() })
        let follows = InputPart(
            Part("follows", .nullable(.identifier), "An adopted version, of which this is the next: it is copied with its initiatives, but for the title and the readers."), .field("follows"))
        resource.writes = [
            Write(.create, "Begins a strategy, or the next version of one.", .planners, input: properties.inputs() + [follows], show: StrategyForms.whole, decide: StrategyDecisions.create),
            Write(.change, "Says a draft anew.", .planners, input: properties.inputs(), show: StrategyForms.whole, decide: StrategyDecisions.change(StrategyPart.allCases)),
            Write(
                .remove, "Withdraws a draft.", .planners, parameters: [QueryParameter("because", .text(most: 2000), "Why.", required: true)], decide: StrategyDecisions.withdraw),
        ]
        return resource
    }()

    private static let text = Shape.localized(most: Strategy.longestText)
    private static let percent = Shape.nullable(.number(0...100))

    private static let properties: [Property<Thing>] = own + answered + said + follows

    private static let own: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is called, by language.", .field("title", required: true)) { .of($0.strategy.title) },
        Property("text", text, "What it is for.", .field("text")) { .of($0.strategy.text) },
        Property("plan", .nullable(.identifier), "The plan that it serves, as far as you may see it.", .field("plan")) { thing, visit in .of(thing.strategy.plan.flatMap { visit.sees($0) ? $0 : nil })
        },
        Property("unit", .localized(most: 100), "In which its amounts are.", .field("unit")) { .of($0.strategy.unit) },
        Property("readers", .choice(of: Strategy.Readers.self), "Who reads it.", .field("readers", required: true)) { .text($0.strategy.readers.rawValue) },
        Property("reasons", .list(.object(reasonParts), most: Strategy.mostReasons), "Why the organisation innovates.", reasonRows.input()) { thing, visit in
            .list(thing.strategy.reasons.map { ["kind": .text($0.kind.rawValue), "text": .of($0.text), "signals": references($0.signals, visit)] })
        },
    ]

    private static let reasonParts = [
        Part("kind", .choice(of: Reason.Kind.self), "Which of the four.", required: true), Part("text", text, "In words.", required: true),
        Part("signals", .list(.reference, most: Reason.mostSignals), "The signs in which it shows, as far as you may see them."),
    ]
    private static let reasonRows = JSONRows(prefix: ReasonField.prefix, members: [("kind", "kind"), ("text", "text"), ("signals", "signals")])

    private static let answered: [Property<Thing>] = inWords + counted + byType

    private static let inWords: [Property<Thing>] = LeadershipAnswers.Question.allCases.map { question -> Property<Thing> in
        let name = "answer\(question.rawValue.capital)"
        return Property(name, text, about(question), .field("answer-\(question.rawValue)")) { thing in .of(thing.strategy.answers[question]) }
    }

    private static let counted: [Property<Thing>] = [
        Property("types", .list(.choice(of: InnovationType.self), most: 3), "What kinds of innovation create and capture value.", .field("types")) { thing in
            .list(thing.strategy.answers.types.map { .text($0.rawValue) })
        },
        Property("agreedExplore", percent, "Which part of the budget is to explore, in per cent.", .field("explore")) { thing in .of(thing.strategy.answers.explore?.inPercent) },
        Property("tolerance", .number(0...100), "How many points from it are within.", .field("tolerance")) { thing in .number(thing.strategy.answers.tolerance.inPercent) },
    ]

    private static let byType: [Property<Thing>] = InnovationType.allCases.enumerated().map { place, type -> Property<Thing> in
        let name = "agreed\(type.rawValue.capital)", about = "Which part of the budget this type is to have, in per cent."
        return Property(name, percent, about, .field("share-\(type.rawValue)")) { thing in
            let shares = thing.strategy.answers.typeShares
            return .of(shares.indices.contains(place) ? shares[place].inPercent : nil)
        }
    }

    private static func about(_ question: LeadershipAnswers.Question) -> String {
        switch question {
        case .value: "What value is pursued."
        case .capture: "How it is captured."
        case .kind: "What kind of innovation creates and captures it."
        case .resources: "How resources are allocated."
        }
    }

    private static let said: [Property<Thing>] = mapped + inCrisis

    private static let mapped: [Property<Thing>] = MapAxis.allCases.flatMap { axis -> [Property<Thing>] in
        MapTime.allCases.map { time -> Property<Thing> in
            let isNow = time == .asIs, name = axis.rawValue + (isNow ? "AsIs" : "ToBe"), about = isNow ? "The axis of the map in words, as it is." : "The same as it is to be."
            return Property(name, text, about, .field(MapWords.field(axis, time))) { thing in .of(thing.strategy.map[axis, time]) }
        }
    }

    private static let inCrisis: [Property<Thing>] = CrisisAction.Kind.allCases.flatMap { kind -> [Property<Thing>] in
        let name = "crisis\(kind.rawValue.capital)", field = "crisis-\(kind.rawValue)"
        @Sendable func action(_ thing: Thing) -> CrisisAction? { thing.strategy.crisis.first { $0.kind == kind } }
        let words = Property<Thing>(name, text, "What is done in a crisis.", .field(field)) { thing in .of(action(thing)?.text ?? .empty) }
        let shape = Shape.list(.reference, most: CrisisAction.mostThings), about = "Actions and objectives that do it, as far as you may see them."
        let things = Property<Thing>("\(name)Things", shape, about, .field("\(field)-things")) { thing, visit in references(action(thing)?.things ?? [], visit) }
        return [words, things]
    }

    private static let follows: [Property<Thing>] = [
        Property("number", .integer(1...1_000_000), "Which version it is.") { .integer($0.strategy.number) },
        Property("line", .identifier, "The first version of all.") { thing, visit in .of(visit.innovation.line(of: thing.id)) },
        Property("state", .choice(StrategyState.allCases.map(\.rawValue)), "How it stands.") { thing, visit in .text(visit.innovation.state(of: thing.id).rawValue) },
        Property("missing", .list(.choice(StrategyFigures.Gap.allCases.map(\.rawValue)), most: 10), "What has to be there before a body adopts it.") { thing, visit in
            .list(figures(thing, visit).gaps.map { .text($0.rawValue) })
        },
        Property("unenabled", .list(.identifier, most: Strategy.mostInitiatives), "Initiatives that change a system and have no enabler of a lower level.") { thing, visit in
            .list(figures(thing, visit).unenabled.map { .of($0.id) })
        },
        Property("amount", .number(0...1e15), "Of all its initiatives together.") { thing, visit in .number(figures(thing, visit).amount) },
        Property("content", .text(most: 200), "Its texts and initiatives in one mark, to be named when its adoption is recorded.") { thing, visit in .text(content(thing, visit)) },
        Property("placed", .number(0...1), "Which part of that has a place on the map.") { thing, visit in .number(figures(thing, visit).placed) },
        Property("explore", .nullable(.number(0...1)), "Which part of what is known explores.") { thing, visit in .of(figures(thing, visit).explore?.explore) },
        Property("exploreCoverage", .nullable(.number(0...1)), "Of which part of the budget that is known.") { thing, visit in .of(figures(thing, visit).explore?.coverage) },
        Property("map", .list(.object(spreadParts), most: 6), "Where it lies on the map by budget; an axis without a place is left out.") { thing, visit in
            let figures = figures(thing, visit)
            return .list(MapAxis.allCases.flatMap { axis in MapTime.allCases.compactMap { time in figures.spread(axis, time).map { json(axis, time, $0) } } })
        },
    ]

    private static let spreadParts = [
        Part("axis", .choice(of: MapAxis.self), "Degree, locus or source.", required: true), Part("time", .choice(of: MapTime.self), "As is, or to be.", required: true),
        Part("mean", .number(-2...2), "Weighted by budget.", required: true), Part("deviation", .number(0...4), "The standard deviation, weighted alike.", required: true),
        Part("low", .number(-2...2), "The lowest.", required: true), Part("high", .number(-2...2), "The highest.", required: true),
    ]

    private static func json(_ axis: MapAxis, _ time: MapTime, _ spread: WeightedSpread) -> JSON {
        [
            "axis": .text(axis.rawValue), "time": .text(time.rawValue), "mean": .number(spread.mean), "deviation": .number(spread.deviation), "low": .number(spread.low), "high": .number(spread.high),
        ]
    }

    private static func figures(_ thing: Thing, _ visit: Visit) -> StrategyFigures { visit.figures(of: thing.id, thing.strategy) }

    private static func content(_ thing: Thing, _ visit: Visit) -> String { (try? figures(thing, visit).fingerprint) ?? "" }

    private static func references(_ all: [Reference], _ visit: Visit) -> JSON { .list(all.filter { visit.node($0) != nil }.map { .text("\($0)") }) }
}

extension String {
    /// With a capital at its beginning, as in the middle of a name.
    fileprivate var capital: String { prefix(1).uppercased() + dropFirst() }
}
