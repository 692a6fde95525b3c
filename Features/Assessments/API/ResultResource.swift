import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// What came out of a round, category by category, as far as enough answered.
enum ResultResource {
    struct Thing: Sendable {
        let category: Category
        let figures: RoundFigures

        var score: CategoryScore? { figures.whole.scores[category.id] }
    }

    static let resource = Resource(
        "AssessmentResult", "What all respondents make of a category, and their groups; null and absent where too few answered.", path: "assessments/rounds/{round}/results", items: ["{category}"],
        .everyone, properties,
        all: { visit in
            let figures = try visit.figures(try visit.round(in: .closed, .published).id)
            return figures.categories.map { ($0.id.text, Thing(category: $0, figures: figures)) }
        },
        find: { visit in
            let (id, round) = try visit.round(in: .closed, .published)
            return Thing(category: try visit.category(of: round), figures: try visit.figures(id))
        })

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "The category.") { .of($0.category.id) }, Property("title", .localized(most: 200), "What it is called.") { .of($0.category.title) },
        Property("mean", .nullable(.number(1...9)), "The mean of the respondents; null where too few answered.") { .of($0.score?.told.mean) },
        Property("spread", .nullable(.number(0...9)), "The standard deviation between respondents.") { .of($0.score?.told.spread) },
        Property("agreement", .nullable(.number(0...1)), "Within-group agreement r*_wg: 0 as if by chance, 1 all alike.") { .of($0.score?.told.agreement) },
        Property("answers", .nullable(.integer(0...1_000_000)), "How many answered; null where too few did.") { .of($0.score?.count) },
        Property("records", .nullable(.object(ChainLinkJSON.parts)), "Of a link of the value chain, what the records of ideas show.") { thing, visit in
            ChainLinkJSON.of(thing.category, visit.valueChain(thing.figures))
        },
        Property("parts", .list(.object(parts), most: 1000), "The groups, units and regions that may be shown.") { thing in
            .list(
                thing.figures.parts.dropFirst().compactMap { part in
                    part.scores[thing.category.id].map { score in
                        [
                            "kind": .text(part.kind.rawValue), "id": .text(part.id), "name": .of(part.name), "mean": .number(score.told.mean), "spread": .of(score.told.spread),
                            "answers": .integer(score.count),
                        ]
                    }
                })
        },
    ]

    private static let parts = [
        Part("kind", .choice(["group", "unit", "region"]), "What it is.", required: true), Part("id", .text(most: 80), "Its identifier.", required: true),
        Part("name", .localized(most: 500), "What it is called.", required: true), Part("mean", .number(1...9), "The mean of its respondents.", required: true),
        Part("spread", .nullable(.number(0...9)), "The standard deviation between them.", required: true), Part("answers", .integer(0...1_000_000), "How many answered.", required: true),
    ]
}
