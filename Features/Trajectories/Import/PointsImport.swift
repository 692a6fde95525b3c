import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Points of many series from a table: a line each. A series that is not there yet is begun; points at other times stay as they are.
struct PointsImport: Importing {
    let name = "curves"
    let title = "trajectories.import"
    let columns = PointColumn.allCases.map(\.described)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, numbers: [PointColumn.value.rawValue], into: organisation)
        var reading = PointRows(organisation)
        for row in file.rows { reading.take(row) }
        reading.finish()
        return file.finished(reading.result)
    }
}

/// The columns of the table of points.
enum PointColumn: String, CaseIterable {
    case series, time, value, title, measure, kind, way

    var described: ImportColumn {
        ImportColumn(
            rawValue, required: [.series, .time, .value].contains(self), help: "trajectories.import.\(rawValue)", example: example,
            choices: self == .kind ? Trajectory.Kind.allCases.map(\.rawValue) : self == .way ? Trajectory.Way.allCases.map(\.rawValue) : [])
    }

    private var example: String {
        switch self {
        case .series: "single-window"
        case .time: "2019.5"
        case .value: "41.2"
        case .title: "Single window"
        case .measure: "Ports that use it, per cent"
        case .kind: "service"
        case .way: "up"
        }
    }
}

/// Line by line; what is new, changed and the same is counted by points.
struct PointRows {
    private(set) var result = ImportResult()
    private let trajectories: Trajectories
    private let language: Language
    private var begun: [ID<Trajectory>: Trajectory] = [:]
    private var points: [ID<Trajectory>: [Double: Double]] = [:]
    private var lines: [String: Int] = [:]
    private var changed: Set<ID<Trajectory>> = []

    init(_ organisation: Organisation) {
        trajectories = organisation[Trajectories.self]
        language = organisation.firstLanguage
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            guard let id: ID<Trajectory> = try row.id(PointColumn.series.rawValue) else { throw .blank(PointColumn.series.rawValue) }
            guard let written = try row.text(PointColumn.time.rawValue, max: 40) else { throw .blank(PointColumn.time.rawValue) }
            guard let time = WrittenYear.reading(written), TrajectoryPoint.years.contains(time) else {
                throw Refusal("trajectories.import.no-time", ["text": written], field: PointColumn.time.rawValue)
            }
            guard let value = try row.number(PointColumn.value.rawValue) else { throw .blank(PointColumn.value.rawValue) }
            if let line = lines["\(id) \(time)"] { throw Refusal("trajectories.import.twice", ["line": "\(line)"], field: PointColumn.time.rawValue) }
            if trajectories.trajectories[id] == nil, trajectories.former[id] != nil { throw Refusal("trajectories.import.withdrawn", field: PointColumn.series.rawValue) }
            try begin(id, row)
            lines["\(id) \(time)"] = row.line
            try record(id, time, value)
        } catch { result.refuse(row.line, error) }
    }

    private mutating func record(_ id: ID<Trajectory>, _ time: Double, _ value: Double) throws(Refusal) {
        if points[id] == nil { points[id] = Dictionary((trajectories.points[id] ?? []).map { ($0.time, $0.value) }) { first, _ in first } }
        let known = points[id]?[time]
        if known == nil, (points[id]?.count ?? 0) >= TrajectoryPoint.most { throw Refusal("trajectories.import.many", ["title": id.text, "most": "\(TrajectoryPoint.most)"]) }
        switch known {
        case value: result.same += 1
        case nil: result.new += 1
        default: result.changed += 1
        }
        if known != value { changed.insert(id) }
        points[id]?[time] = value
    }

    /// A series that nobody knows is called as the file calls it.
    private mutating func begin(_ id: ID<Trajectory>, _ row: CSVTable.Row) throws(Refusal) {
        guard trajectories.trajectories[id] == nil, begun[id] == nil else { return }
        if trajectories.trajectories.count + begun.count >= Trajectories.most {
            throw Refusal("trajectories.refusal.too-many-series", ["most": "\(Trajectories.most)"], field: PointColumn.series.rawValue)
        }
        let title = try row.text(PointColumn.title.rawValue, max: 200) ?? id.text, measure = try row.text(PointColumn.measure.rawValue, max: 200) ?? title
        var trajectory = Trajectory(title: Localized(title, language), measure: Localized(measure, language))
        if let kind = try row.choice(PointColumn.kind.rawValue, of: Trajectory.Kind.self) { trajectory.kind = kind }
        if let way = try row.choice(PointColumn.way.rawValue, of: Trajectory.Way.self) { trajectory.way = way }
        begun[id] = trajectory
        result.proposals.append(Proposal(Trajectories.self, .trajectoryDescribed(id: id, trajectory)))
        result.note(row.line, "trajectories.import.begun", ["title": title])
    }

    /// One event for each series: what was measured, as a whole.
    mutating func finish() {
        for id in changed.sorted() {
            let all = (points[id] ?? [:]).map { TrajectoryPoint(time: $0.key, value: $0.value) }.sorted { $0.time < $1.time }
            result.proposals.append(Proposal(Trajectories.self, .pointsRecorded(id: id, all)))
        }
    }
}

/// The same table on its way out.
struct PointsExport: Exporting {
    let name = "curves"
    let title = "trajectories.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { PointColumn.allCases.map(\.described) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        let language = visit.organisation.firstLanguage
        for (id, trajectory) in visit.trajectories.inOrder.filter({ visit.sees($0.id) }).sorted(by: { $0.id < $1.id }) {
            for point in visit.trajectories.points[id] ?? [] {
                try take([
                    .text(id.text), .number(point.time), .number(point.value), CSVCell(trajectory.title.plain(in: language)), CSVCell(trajectory.measure.plain(in: language)),
                    .text(trajectory.kind.rawValue), .text(trajectory.way.rawValue),
                ])
            }
        }
    }
}
