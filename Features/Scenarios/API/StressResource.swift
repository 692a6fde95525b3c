import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How each objective fares in the four scenarios of a study. Single ratings are not told.
enum StressResource {
    typealias Thing = (figures: StudyFigures, tested: StudyFigures.Tested)

    static let resource = Resource(
        "StressedObjective", "How an objective fares in each scenario of a study, after what its raters expect.", path: "scenarios/studies/{study}/stress", items: ["{objective}"], .everyone,
        properties,
        all: { visit in
            let (id, _) = try visit.study(), figures = try visit.figures(id)
            return visit.tested(figures).map { ($0.id.text, (figures, $0)) }
        },
        find: { visit in
            let (id, _) = try visit.study(), figures = try visit.figures(id), objective: ID<Objective> = try visit.id("objective")
            guard let tested = visit.tested(figures).first(where: { $0.id == objective }) else { throw Missing() }
            return (figures, tested)
        })

    private static let properties: [Property<Thing>] = [
        Property("objective", .identifier, "The objective.") { .of($0.tested.id) },
        Property("title", .localized(most: 2000), "What it is called, or was when the study was published.") { .of($0.tested.title) },
        Property("class", .nullable(.choice(StressTest.Verdict.allCases.map(\.rawValue))), "robust, contingent or fragile; null where a scenario has fewer than three raters.") {
            .of($0.tested.test.verdict?.rawValue)
        },
        Property("fullRows", .integer(0...1_000_000), "How many rated every scenario.") { .integer($0.tested.test.full) },
        Property("agreeing", .integer(0...1_000_000), "How many of them come to the same class by themselves.") { .integer($0.tested.test.agreeing) },
        Property("hangsOnOne", .flag, "Whether one rater, left out, would change the class.") { .flag($0.tested.test.hangsOnOne) },
        Property("scenarios", .list(.object(parts), most: 4), "Scenario by scenario; null where fewer than three rated.") { thing in
            .list(
                zip(thing.figures.axes?.scenarios ?? [], thing.tested.test.spreads).map { id, spread in
                    ["scenario": .of(id), "median": .of(spread?.median), "low": .of(spread?.low), "high": .of(spread?.high), "raters": .of(spread?.count)]
                })
        },
    ]

    private static let parts = [
        Part("scenario", .identifier, "The scenario.", required: true), Part("median", .nullable(.number(-2...2)), "The median.", required: true),
        Part("low", .nullable(.integer(-2...2)), "The lowest.", required: true), Part("high", .nullable(.integer(-2...2)), "The highest.", required: true),
        Part("raters", .nullable(.integer(0...1_000_000)), "How many rated.", required: true),
    ]
}
