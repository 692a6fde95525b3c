import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners.
enum TrajectoryForms {
    static let new = Route.form(TrajectoryPath.new, .planners, show: start, decide: TrajectoryDecisions.start)
    static let edit = Route.form("curves/{curve}/edit", .planners, show: describe, decide: TrajectoryDecisions.describe)

    static let routes: [Route] = [
        new, edit,
        .form("curves/{curve}/points", .planners, show: points, decide: TrajectoryDecisions.measure),
        .form("curves/{curve}/explore", .planners, show: explore, decide: TrajectoryDecisions.explore),
        .form("curves/{curve}/drop", .planners, show: drop, decide: TrajectoryDecisions.drop),
        .form("curves/{curve}/withdraw", .planners, show: withdraw, decide: TrajectoryDecisions.withdraw),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        Form(
            visit.say("trajectories.new"), lede: visit.say("trajectories.new-lede"), place: TrajectoryPath.front, trail: visit.curveTrail(), submit: visit.say("pages.save"),
            cancel: TrajectoryPath.front, fields: fields(visit, Trajectory(title: .empty, measure: .empty), nil))
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, trajectory) = try visit.trajectory()
        return Form(
            visit.say("trajectories.edit"), place: TrajectoryPath.front, trail: visit.curveTrail(id, trajectory), submit: visit.say("pages.save"), cancel: TrajectoryPath.curve(id),
            fields: fields(visit, trajectory, id))
    }

    private static func fields(_ visit: Visit, _ trajectory: Trajectory, _ id: ID<Trajectory>?) -> [Field] {
        let say = visit.say, mark = visit.language.decimalMark
        func field(_ name: String) -> String { say("trajectories.field.\(name)") }
        func help(_ name: String) -> String { say("trajectories.field.\(name)-help") }
        func closed<Kind: RawRepresentable & CaseIterable>(_ key: String, _: Kind.Type) -> [Choice] where Kind.RawValue == String {
            Kind.allCases.map { Choice($0.rawValue, say("trajectories.\(key).\($0.rawValue)")) }
        }
        let others = visit.trajectories.inOrder.filter { $0.id != id && visit.sees($0.id) }.map { visit.choice($0.id, $0.trajectory.title) }
        let former = trajectory.entrant.flatMap { present in visit.trajectories.trajectories[present] == nil ? visit.choice(present, visit.trajectories.title(of: present)) : nil }
        let design = [Choice("", say("trajectories.design.unknown")), Choice("yes", say("trajectories.design.yes")), Choice("no", say("trajectories.design.no"))]
        return [
            .localized("title", field("title"), trajectory.title, languages: visit.languages, required: true),
            Field("kind", field("kind"), .oneOf(closed("kind", Trajectory.Kind.self), inRow: true), value: trajectory.kind.rawValue, required: true),
            .localized("measure", field("measure"), trajectory.measure, languages: visit.languages, required: true, help: help("measure")),
            Field("way", field("way"), .oneOf(closed("way", Trajectory.Way.self), inRow: true), value: trajectory.way.rawValue, required: true),
            Field("limit", field("limit"), .number, value: trajectory.limit.map { plainDigits($0, mark) } ?? "", help: help("limit")),
            Field("logarithmic", field("logarithmic"), .flag, values: trajectory.isLogarithmic ? ["yes"] : [], help: help("logarithmic")),
            .localized("text", field("text"), trajectory.text, rows: 3, languages: visit.languages),
            Field("design", field("design"), .oneOf(design, inRow: false), value: trajectory.hasDominantDesign.map { $0 ? "yes" : "no" } ?? "", help: help("design")),
            Field("discontinuity", field("discontinuity"), .flag, values: trajectory.hasDiscontinuity ? ["yes"] : [], help: help("discontinuity")),
            .localized("sightings", field("sightings"), trajectory.sightings, rows: 2, languages: visit.languages, help: help("sightings")),
            Field("entrant", field("entrant"), .choice([Choice("", "–")] + others + [former].compactMap { $0 }), value: trajectory.entrant?.text ?? "", help: help("entrant")),
            Field("horizon", field("horizon"), .number, value: "\(trajectory.horizon)", required: true, help: help("horizon")),
            Field("objectives", field("objectives"), .choices(visit.objectiveChoices(besides: trajectory.objectives)), values: trajectory.objectives.map(\.text)),
            .localized("source", field("source"), trajectory.source, languages: visit.languages, help: help("source")),
            Field("readers", field("readers"), .oneOf(closed("readers", Trajectory.Readers.self), inRow: false), value: trajectory.readers.rawValue, required: true),
        ]
    }

    private static func points(_ visit: Visit) throws -> Form {
        let (id, trajectory) = try visit.trajectory(), say = visit.say
        let text = PointLines.written(visit.trajectories.points[id] ?? [], in: visit.language)
        return Form(
            say("trajectories.points"), lede: visit.plain(trajectory.measure), place: TrajectoryPath.front, trail: visit.curveTrail(id, trajectory), submit: say("pages.save"),
            cancel: TrajectoryPath.curve(id),
            fields: [Field("points", say("trajectories.field.points"), .text(rows: 16), value: text, help: say("trajectories.field.points-help"))]
        ) {
            p(.class("note")) { link(visit.path("imports/curves")) { say("trajectories.from-file") } }
        }
    }

    private static func explore(_ visit: Visit) throws -> Form {
        let (id, trajectory) = try visit.trajectory(), say = visit.say, mark = visit.language.decimalMark, present = visit.trajectories.explorations[id]
        func number(_ name: String, _ value: Double?, required: Bool = true) -> Field {
            Field(name, say("trajectories.field.explore-\(name)"), .number, value: value.map { plainDigits($0, mark) } ?? "", required: required, help: say("trajectories.field.explore-\(name)-help"))
        }
        return Form(
            say("trajectories.explore"), lede: say("trajectories.explore-lede"), place: TrajectoryPath.front, trail: visit.curveTrail(id, trajectory), submit: say("pages.save"),
            cancel: TrajectoryPath.curve(id),
            fields: [
                number("start", present?.start), number("cost", present?.cost), number("limit", present?.limit), number("rise", present?.rise), number("worth", present?.worth, required: false),
                .localized("because", say("trajectories.field.explore-because"), present?.because ?? .empty, rows: 3, languages: visit.languages, required: true),
            ])
    }

    private static func drop(_ visit: Visit) throws -> Form {
        let (id, trajectory) = try visit.trajectory()
        guard visit.trajectories.explorations[id] != nil else { throw Missing() }
        return .withdrawing(visit.say("trajectories.drop"), place: TrajectoryPath.front, trail: visit.curveTrail(id, trajectory), cancel: TrajectoryPath.curve(id), visit.say)
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, trajectory) = try visit.trajectory()
        return .withdrawing(visit.say("trajectories.withdraw"), place: TrajectoryPath.front, trail: visit.curveTrail(id, trajectory), cancel: TrajectoryPath.curve(id), visit.say)
    }
}
