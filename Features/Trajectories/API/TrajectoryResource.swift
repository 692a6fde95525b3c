import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// S-curves for programs.
enum TrajectoryResource {
    typealias Thing = (id: ID<Trajectory>, trajectory: Trajectory)

    static let resource: Resource = {
        var resource = Resource(
            "Trajectory", "A service, an instrument or a technology over time, with the curve that describes it.", path: "curves", items: ["{curve}"], .everyone, properties,
            all: { visit in visit.trajectories.inOrder.filter { visit.sees($0.id) }.map { ($0.id.text, $0) } }, find: { visit in try visit.trajectory() })
        resource.writes = [
            Write(.create, "Begins a series.", as: TrajectoryForms.new, input: properties.inputs()),
            Write(.change, "Says anew what a series is.", as: TrajectoryForms.edit, input: properties.inputs()),
        ]
        return resource
    }()

    private static let number = Shape.number(-1e20...1e20)

    private static let properties: [Property<Thing>] = [
        Property("id", .identifier, "Its identifier here.") { .of($0.id) },
        Property("title", .localized(most: 200), "What it is called, by language.", .field("title", required: true)) { .of($0.trajectory.title) },
        Property("measure", .localized(most: 200), "What is measured, in which unit.", .field("measure", required: true)) { .of($0.trajectory.measure) },
        Property("text", .localized(most: 4000), "What it is.", .field("text")) { .of($0.trajectory.text) },
        Property("kind", .choice(of: Trajectory.Kind.self), "A service, an instrument or a technology.", .field("kind", required: true)) { .text($0.trajectory.kind.rawValue) },
        Property("way", .choice(of: Trajectory.Way.self), "Whether more or less is better.", .field("way", required: true)) { .text($0.trajectory.way.rawValue) },
        Property("limit", .nullable(.number(1e-9...1e12)), "What is possible at most (of a measure of which less is better, at least), where that is known.", .field("limit")) {
            $0.trajectory.limit.map { .number($0) } ?? .null
        },
        Property("isLogarithmic", .flag, "Whether errors grow with the measure.", .field("logarithmic")) { .flag($0.trajectory.isLogarithmic) },
        Property("dominantDesign", .nullable(.choice(["yes", "no"])), "Whether one design has prevailed; null where nobody has said.", .field("design")) {
            $0.trajectory.hasDominantDesign.map { .text($0 ? "yes" : "no") } ?? .null
        },
        Property("hasDiscontinuity", .flag, "Whether people have seen something that breaks the curve.", .field("discontinuity")) { .flag($0.trajectory.hasDiscontinuity) },
        Property("entrant", .nullable(.identifier), "What may take its place: another series, where the reader may see it.", .field("entrant")) { thing, visit in
            .of(thing.trajectory.entrant.flatMap { visit.sees($0) ? $0 : nil })
        },
        Property("horizon", .integer(Trajectory.horizons), "For how many years ahead it is looked.", .field("horizon")) { .integer($0.trajectory.horizon) },
        Property("objectives", .list(.identifier, most: 1000), "What of the plan it bears on.", .field("objectives")) { thing, visit in
            .list(thing.trajectory.objectives.filter { visit.sees($0) }.map { .of($0) })
        },
        Property("readers", .choice(of: Trajectory.Readers.self), "Who may read it.", .field("readers", required: true)) { .text($0.trajectory.readers.rawValue) },
        Property("sightings", .localized(most: 2000), "What people have seen that no curve shows.", .field("sightings")) { .of($0.trajectory.sightings) },
        Property("source", .localized(most: 500), "Where the figures are from.", .field("source")) { .of($0.trajectory.source) },
        Property("points", .list(.object(point), most: TrajectoryPoint.most), "What was measured, in the order of time.") { thing, visit in
            .list((visit.trajectories.points[thing.id] ?? []).map { ["time": .number($0.time), "value": .number($0.value)] })
        },
        Property("verdict", .choice(["fitted", "refused"]), "Whether it is an S-curve.") { thing, visit in .text(figures(thing, visit).curve == nil ? "refused" : "fitted") },
        Property("reason", .nullable(.choice(SCurveRefusal.allCases.map(\.rawValue))), "Why it is none.") { thing, visit in
            figures(thing, visit).verdict.refusal.map { .text($0.rawValue) } ?? .null
        },
        Property("era", .nullable(.choice(SCurveEra.allCases.map(\.rawValue))), "Where it stands, after its curve and what people have seen.") { thing, visit in
            figures(thing, visit).standing(thing.trajectory).map { .text($0.era.rawValue) } ?? .null
        },
        Property("curve", .nullable(.object(curve)), "The curve that describes it best.") { thing, visit in
            figures(thing, visit).curve.map { ["model": .text($0.model.rawValue), "L": .number($0.limit), "r": .number($0.rate), "t0": .number($0.midpoint), "nu": .number($0.shape)] } ?? .null
        },
        Property("limitIsKnown", .flag, "Whether the series, or somebody, says where the limit lies.") { thing, visit in
            .flag(figures(thing, visit).curve != nil && !figures(thing, visit).verdict.remarks.contains(.limitNotIdentifiable))
        },
    ]

    private static let point = [Part("time", number, "A year, with a fraction.", required: true), Part("value", number, "In the unit of the measure.", required: true)]
    private static let curve = [
        Part("model", .choice(of: SCurveModel.self), "Which curve.", required: true), Part("L", number, "Its limit; of a measure of which less is better, that of its reciprocal.", required: true),
        Part("r", number, "Its rate a year.", required: true), Part("t0", number, "When it rises fastest.", required: true), Part("nu", number, "Its shape; 1 but for Richards.", required: true),
    ]

    private static func figures(_ thing: Thing, _ visit: Visit) -> CurveFigures { CurveFigures.of(thing.trajectory, visit.trajectories.points[thing.id] ?? []) }
}
