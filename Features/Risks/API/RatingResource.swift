import HashTreeCollections
import Journal
import Organisation
import Pages

/// The rating of a risk that holds, for programs; who puts another in its place rates the risk anew, and the earlier one stays in its history.
enum RatingResource {
    static let resource: Resource = {
        var resource = Resource(
            "RiskRating", "How large a risk is judged to be; absent until somebody rates it.", path: "risks/{risk}/rating", .everyone, properties,
            find: { visit in
                guard let last = visit.risks.ratings[try visit.risk().id]?.last else { throw Missing() }
                return last
            })
        let review = Part("reviewOn", .nullable(.day), "When somebody looks at it again, where that is to be said too.")
        resource.writes = [
            Write(.put, "Rates the risk anew.", .raters, input: properties.inputs() + [InputPart(review, .field("review"))], decide: RatingDecisions.rate)
        ]
        return resource
    }()

    /// How a rating looks in the history of its risk.
    static let parts = properties.map(\.part)

    static func json(_ given: GivenRating, _ visit: Visit) -> JSON { properties.json(given, visit) }

    private static let properties: [Property<GivenRating>] = [
        step("inherentLikelihood", "1 (remote) to 5 (almost certain), as if nothing were done.", "inherent-likelihood") { $0.inherent.likelihood },
        step("inherentImpact", "1 (negligible) to 5 (would stop us), as if nothing were done.", "inherent-impact") { $0.inherent.impact },
        step("residualLikelihood", "The same with what is done.", "residual-likelihood") { $0.residual.likelihood },
        step("residualImpact", "The same with what is done.", "residual-impact") { $0.residual.impact },
        Property("targetLikelihood", .nullable(.integer(RiskPlace.steps)), "Where the treatment is to bring it.", .field("target-likelihood")) { .of($0.rating.target?.likelihood) },
        Property("targetImpact", .nullable(.integer(RiskPlace.steps)), "Where the treatment is to bring it.", .field("target-impact")) { .of($0.rating.target?.impact) },
        Property("because", .localized(most: RiskEntry.longestText), "Why it is judged so.", .field("because", required: true)) { .of($0.rating.because) },
        Property("on", .day, "The day on which it was judged so; today where nothing is said.", .field("on")) { .of($0.on) },
        Property("by", .object(Visit.personParts), "Who rated it.") { given, visit in visit.json(given.by) },
    ]

    private static func step(_ name: String, _ about: String, _ field: String, read: @escaping @Sendable (RiskRating) -> Int) -> Property<GivenRating> {
        Property(name, .integer(RiskPlace.steps), about, .field(field, required: true)) { .integer(read($0.rating)) }
    }
}
