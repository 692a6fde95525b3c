import HashTreeCollections
import Journal
import Organisation
import Pages

/// How everything stands against what was aimed at, for programs: the scores and statuses of the pages.
enum ProgressResource {
    typealias Thing = (of: Reference, kind: Kind, progress: Progress)

    enum Kind: String, CaseIterable, Sendable { case plan, perspective, objective, indicator }

    static let resource: Resource = {
        var resource = Resource(
            "Progress", "How an indicator, objective, perspective or plan stands against what was aimed at: its score and status, and what they rest on.",
            path: "progress", items: ["{reference}"], .everyone, properties,
            all: { visit in
                let asked = visit.query["kind"].flatMap { Kind(rawValue: $0) }
                return visit.progress.compactMap { reference, progress in
                    guard let kind = visit.kind(of: reference), asked == nil || asked == kind else { return nil }
                    return (reference.description, (reference, kind, progress))
                }
            },
            find: { visit in
                guard let reference = visit.parameters["reference"].flatMap({ Reference($0) }), let progress = visit.progress(of: reference),
                    let kind = visit.kind(of: reference)
                else { throw Missing() }
                return (reference, kind, progress)
            })
        resource.parameters = [QueryParameter("kind", .choice(of: Kind.self), "Only how things of this kind stand.")]
        return resource
    }()

    private static let properties: [Property<Thing>] = [
        Property("of", .reference, "What stands so: plan: and its identifier.") { .text($0.of.description) },
        Property("kind", .choice(of: Kind.self), "What that is.") { .text($0.kind.rawValue) },
        Property("status", .choice(of: Progress.Status.self), "Its status.") { .text($0.progress.status.rawValue) },
        Property(
            "score", .nullable(.number(0...100)), "From 0 to 100; null where nothing is known, or it would tell what you may not know. Beside the status noData: of too little to say how it stands."
        ) {
            .of($0.progress.score)
        },
        Property("isStale", .flag, "It rests on values older than one and a half reporting periods.") { .flag($0.progress.isStale) },
        Property("coverage", .number(0...1), "The share of the weight that has data.") { .number($0.progress.coverage) },
        Property("counted", .integer(0...Int(UInt32.max)), "How many members or indicators it counts.") { .integer($0.progress.counted) },
        Property("countedOf", .integer(0...Int(UInt32.max)), "Of how many.") { .integer($0.progress.of) },
        Property("trend", .list(.nullable(.number(0...100)), most: 10_000), "The score in each reporting period, oldest first.") {
            .list($0.progress.trend.map { .of($0) })
        },
    ]
}

extension Visit {
    fileprivate func kind(of reference: Reference) -> ProgressResource.Kind? {
        guard reference.chapter == Plan.name else { return nil }
        let id = reference.id
        if ID<Indicator>(id).flatMap({ plan.indicators[$0] }) != nil { return .indicator }
        if ID<Objective>(id).flatMap({ plan.objectives[$0] }) != nil { return .objective }
        if ID<Perspective>(id).flatMap({ plan.perspectives[$0] }) != nil { return .perspective }
        return ID<StrategicPlan>(id).flatMap { plan.plans[$0] } == nil ? nil : .plan
    }
}
