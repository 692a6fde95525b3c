import HashTreeCollections
import Journal
import Organisation
import Pages

/// What came in from files: for each, what it brought and every remark about its lines.
struct Imports: Chapter {
    static let name = "imports"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        case recorded(id: ID<ImportReport>, ImportReport)
    }

    private(set) var reports: TreeDictionary<ID<ImportReport>, ImportReport> = [:]

    init() {}

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .recorded(let id, var report):
            report.by = stamp.by
            report.at = stamp.at
            reports[id] = report
        }
    }

    static func commutes(_ event: Event) -> Bool { true }

    /// The newest first.
    var inOrder: [(id: ID<ImportReport>, report: ImportReport)] {
        reports.map { ($0.key, $0.value) }.sorted { ($1.report.at?.milliseconds ?? 0, $0.id) < ($0.report.at?.milliseconds ?? 0, $1.id) }
    }
}

struct ImportReport: Equatable, Codable, Sendable {
    /// Which door: `members`, `stratml` …
    var kind: String
    var fileName: Prose
    var new: Int
    var changed: Int
    var same: Int
    var refused: Int
    /// The first thousand; `omitted` says how many more there were.
    var remarks: [Remark]
    var omitted: Int
    /// What the whole file became, where that is one thing.
    var became: Reference?
    /// Filled in when applied, from the stamp.
    var by: Actor?
    var at: Moment?

    /// As `ImportRemark`; what is quoted from the file are words of people.
    struct Remark: Equatable, Codable, Sendable {
        var gravity: ImportRemark.Gravity
        var line: Int?
        var column: String?
        var key: String
        var arguments: [String: Prose]

        init(_ remark: ImportRemark) {
            gravity = remark.gravity
            line = remark.line
            column = remark.column
            key = remark.key
            arguments = remark.arguments.mapValues { Prose($0) }
        }

        var remark: ImportRemark { ImportRemark(gravity, line: line, column: column, key, arguments.mapValues { $0.text ?? "…" }) }
    }

    init(kind: String, fileName: String, _ result: ImportResult) {
        self.kind = kind
        self.fileName = Prose(File.safe(fileName))
        new = result.new
        changed = result.changed
        same = result.same
        refused = result.refused
        remarks = result.remarks.prefix(1000).map(Remark.init)
        became = result.became
        omitted = max(0, result.remarks.count - 1000)
    }
}
