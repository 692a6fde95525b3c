import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The drivers of studies from a table: a line each. A study that is not there yet is begun as a draft.
struct DriversImport: Importing {
    let name = "drivers"
    let title = "scenarios.import"
    let columns = DriverColumn.allCases.map(\.described)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, into: organisation)
        var reading = DriverRows(organisation)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}

/// The columns of the table of drivers.
enum DriverColumn: String, CaseIterable {
    case study, studyTitle = "study-title", question, id, title, text, low, high, signals

    var described: ImportColumn {
        ImportColumn(rawValue, required: [.study, .title].contains(self), help: "scenarios.import.\(rawValue)", example: example, choices: [])
    }

    private var example: String {
        switch self {
        case .study: "futures-2035"
        case .studyTitle: "Futures 2035"
        case .question: "What do we live from in 2035?"
        case .id: "trade"
        case .title: "Openness of trade"
        case .text: "How freely goods cross borders."
        case .low: "Blocs trade with themselves"
        case .high: "Everybody trades with everybody"
        case .signals: "scan:parcels; scan:tariffs"
        }
    }
}

/// Line by line: what is new, what changes, what is the same, and what is refused with its reason.
struct DriverRows {
    private(set) var result = ImportResult()
    private let scenarios: Scenarios
    private let language: Language
    private let readers = ForesightStudy.Readers.participants
    private var taken: [ID<Driver>: Int] = [:]
    private var begun: Set<ID<ForesightStudy>> = []
    /// What lines before named, by study and title.
    private var named: [String: ID<Driver>] = [:]

    init(_ organisation: Organisation) {
        scenarios = organisation[Scenarios.self]
        language = organisation.firstLanguage
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            let study = try study(row)
            guard let title = try row.text(DriverColumn.title.rawValue, max: 200) else { throw .blank(DriverColumn.title.rawValue) }
            let asked: ID<Driver>? = try row.id(DriverColumn.id.rawValue)
            let known = scenarios.drivers(of: study).first { $0.driver.title.plain(in: language) == title }?.id
            func isTaken(_ id: ID<Driver>) -> Bool { scenarios.drivers[id] != nil || scenarios.formerDrivers[id] != nil || taken[id] != nil }
            let id = asked ?? known ?? named["\(study) \(title)"] ?? ID(free: "\(study)-\(title)", otherwise: ID("driver-\(row.line)") ?? ID("driver"), isTaken: isTaken)
            if scenarios.drivers[id] == nil, scenarios.formerDrivers[id] != nil { throw Refusal("scenarios.import.withdrawn", field: DriverColumn.id.rawValue) }
            if let line = taken[id] { throw Refusal("scenarios.import.twice", ["line": "\(line)"], field: DriverColumn.title.rawValue) }
            let before = scenarios.drivers[id]
            if let before, before.study != study { throw Refusal("scenarios.import.other-study", field: DriverColumn.id.rawValue) }
            let driver = try driver(row, title, before ?? Driver(study: study, title: .empty))
            if driver != before, scenarios.phase(of: study) == .published { throw Refusal("scenarios.refusal.published", field: DriverColumn.study.rawValue) }
            taken[id] = row.line
            named["\(study) \(title)"] = id
            try begin(study, row)
            count(id, before, driver)
        } catch { result.refuse(row.line, error) }
    }

    private func study(_ row: CSVTable.Row) throws(Refusal) -> ID<ForesightStudy> {
        guard let study: ID<ForesightStudy> = try row.id(DriverColumn.study.rawValue) else { throw .blank(DriverColumn.study.rawValue) }
        // What was withdrawn does not come back by itself, with all that was rated in it.
        if scenarios.studies[study] == nil, scenarios.formerStudies[study] != nil { throw Refusal("scenarios.import.withdrawn", field: DriverColumn.study.rawValue) }
        return study
    }

    /// A study that nobody knows needs a name and a question.
    private mutating func begin(_ id: ID<ForesightStudy>, _ row: CSVTable.Row) throws(Refusal) {
        guard scenarios.studies[id] == nil, !begun.contains(id) else { return }
        guard let title = try row.text(DriverColumn.studyTitle.rawValue, max: 300) else { throw .blank(DriverColumn.studyTitle.rawValue) }
        guard let question = try row.text(DriverColumn.question.rawValue, max: 1000) else { throw .blank(DriverColumn.question.rawValue) }
        begun.insert(id)
        let study = ForesightStudy(title: Localized(title, language), question: Localized(question, language), readers: readers)
        result.proposals.append(Proposal(Scenarios.self, .studyDescribed(id: id, study)))
        result.note(row.line, "scenarios.import.begun", ["title": title])
    }

    private mutating func count(_ id: ID<Driver>, _ before: Driver?, _ driver: Driver) {
        guard before != driver else {
            result.same += 1
            return
        }
        if before == nil { result.new += 1 } else { result.changed += 1 }
        result.proposals.append(Proposal(Scenarios.self, .driverDescribed(id: id, driver)))
        if result.changes.count < ImportChange.shown {
            func cells(_ driver: Driver) -> [CSVCell] { [driver.title, driver.low, driver.high].map { CSVCell($0.plain(in: language)) } }
            let columns = [DriverColumn.title, .low, .high].map(\.rawValue)
            ImportChange(driver.title.plain(in: language), columns: columns, before: before.map(cells), after: cells(driver)).map { result.changes.append($0) }
        }
    }

    /// An empty cell changes nothing.
    private func driver(_ row: CSVTable.Row, _ title: String, _ present: Driver) throws(Refusal) -> Driver {
        var driver = present
        driver.title = written(title, over: driver.title)
        if let text = try row.text(DriverColumn.text.rawValue, max: 4000) { driver.text = written(text, over: driver.text) }
        if let low = try row.text(DriverColumn.low.rawValue, max: 300) { driver.low = written(low, over: driver.low) }
        if let high = try row.text(DriverColumn.high.rawValue, max: 300) { driver.high = written(high, over: driver.high) }
        if driver.low.isEmpty { throw .blank(DriverColumn.low.rawValue) }
        if driver.high.isEmpty { throw .blank(DriverColumn.high.rawValue) }
        if let signals = row.list(DriverColumn.signals.rawValue) {
            var references: Set<Reference> = []
            for text in signals {
                guard let reference = Reference(text), reference.chapter == "scan" else {
                    throw Refusal("scenarios.import.no-signal", ["text": String(text.prefix(40))], field: DriverColumn.signals.rawValue)
                }
                references.insert(reference)
            }
            if references.count > SignalLinks.most { throw Refusal("scenarios.refusal.many-signals", ["most": "\(SignalLinks.most)"], field: DriverColumn.signals.rawValue) }
            driver.signals = references.sorted()
        }
        return driver
    }

    /// In the organisation's first language; what is there in others stays.
    private func written(_ text: String, over present: Localized) -> Localized { present.isEmpty ? Localized(text, language) : present.taking(text, in: language) }
}

/// The same table on its way out: the drivers of the studies that a reader may see.
struct DriversExport: Exporting {
    let name = "drivers"
    let title = "scenarios.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { DriverColumn.allCases.map(\.described) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        let language = visit.organisation.firstLanguage
        for (study, described) in visit.scenarios.studiesInOrder.filter({ visit.sees($0.id) }).sorted(by: { $0.id < $1.id }) {
            for (id, driver) in visit.scenarios.drivers(of: study) {
                func text(_ content: Localized) -> CSVCell { CSVCell(content.plain(in: language)) }
                // Staff see all of them; to others only those are named that they may see.
                let shown = visit.viewer.isStaff ? driver.signals : visit.signals(driver.signals, in: study).map(\.reference), signals = shown.map(\.description).sorted().joined(separator: "; ")
                try take([
                    .text(study.text), text(described.title), text(described.question), .text(id.text), text(driver.title), text(driver.text), text(driver.low), text(driver.high), CSVCell(signals),
                ])
            }
        }
    }
}
