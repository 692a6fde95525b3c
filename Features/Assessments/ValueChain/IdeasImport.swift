import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Ideas of an earlier register from a table: a line each, known by its code. What a cell does not say stays as it is.
struct IdeasImport: Importing {
    let name = "ideas"
    let title = "assessments.ideas.import"
    let columns = IdeaField.allCases.map(\.column)

    func read(_ bytes: [UInt8], into organisation: Organisation, today: Day) throws(Refusal) -> ImportResult {
        let file = try ImportTable(bytes, for: self, numbers: [IdeaField.amount.rawValue], into: organisation)
        var reading = IdeaRows(organisation, today: today)
        for row in file.rows { reading.take(row) }
        return file.finished(reading.result)
    }
}

extension IdeaField {
    var column: ImportColumn {
        ImportColumn(rawValue, required: [.idea, .putIn, .origin].contains(self), help: "assessments.ideas.import.\(rawValue)", example: example, choices: choices)
    }

    private var choices: [String] {
        switch self {
        case .origin: IdeaRecord.Source.allCases.map(\.rawValue)
        case .passed: Passed.allCases.map(\.rawValue)
        case .endedBecause: IdeaRecord.Ending.Reason.allCases.map(\.rawValue)
        default: []
        }
    }

    private var example: String {
        switch self {
        case .idea: "i-2024-017"
        case .title: "Shared pilot boats"
        case .putIn: "2024-03-05"
        case .origin: "staff"
        case .units: "nav; dig"
        case .regions: "north"
        case .members: "AAA; BBB"
        case .screened: "2024-04-02"
        case .passed: "yes"
        case .decided: "2024-05-20"
        case .funded: "2024-06-01"
        case .amount: "40000"
        case .firstUse: "2025-01-15"
        case .users: "AAA 2025-01-15; BBB 2025-06-01"
        case .objective: "o1"
        case .ended: "2025-11-30"
        case .endedBecause: "stopped"
        }
    }
}

/// The same table on its way out.
struct IdeasExport: Exporting {
    let name = "ideas"
    let title = "assessments.ideas.import"

    func columns(for organisation: Organisation) -> [ImportColumn] { IdeaField.allCases.map(\.column) }

    func rows(for visit: Visit, _ take: ([CSVCell]) throws -> Void) throws {
        guard visit.seesIdeas else { return }
        let language = visit.organisation.firstLanguage
        for (id, idea) in visit.ledger.ideas.sorted(by: { $0.key < $1.key }) {
            func day(_ day: Day?) -> CSVCell { .text(day.map { "\($0)" } ?? "") }
            func list<Kind>(_ ids: [ID<Kind>]) -> CSVCell { .text(ids.map(\.text).joined(separator: "; ")) }
            try take([
                .text(id.text), CSVCell(idea.title.plain(in: language)), day(idea.putIn), .text(idea.source.rawValue), list(idea.units), list(idea.regions), list(idea.members), day(idea.screened),
                .text(idea.isPassed.map { $0 ? "yes" : "no" } ?? ""), day(idea.decided), day(idea.funded), idea.amount.map { .number($0) } ?? .text(""), day(idea.firstUse),
                .text(IdeaUses.written(idea.uses, apart: "; ")), .text(idea.objective?.text ?? ""), day(idea.ended), .text(idea.because?.rawValue ?? ""),
            ])
        }
    }
}
