import ArgumentParser
import Features
import Foundation
import Journal
import Organisation
import Pages
import Stores
import Server

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring in a file.",
        discussion: """
            A dry run reads everything and records nothing; every line that cannot be taken is named with its number. The same file \
            twice changes nothing: rows are found again by their codes, and what is not in the file stays as it is.

            For stratml the organisation is made where it is absent; let somebody in with: portolan organisation invite ID \
            --email EMAIL

            Tables are workbooks (.xlsx), or CSV as offices write it: UTF-8, UTF-16 or Windows-1252; comma, semicolon, tab or bar. Columns, those with * needed:
            \(columns)

              portolan import stratml plan.xml --organisation harbours --dry-run
              portolan import members members.csv --organisation harbours
            """)

    private static var columns: String {
        features.flatMap(\.imports).filter { !$0.columns.isEmpty }
            .map { door in "\n  \(door.name): \(door.columns.map { $0.isRequired ? "\($0.name)*" : $0.name }.joined(separator: ", "))" }.joined()
    }

    @Argument(help: "What the file holds: stratml, members, plan, indicators, values, questionnaire or translations.")
    var kind: String

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The organisation's identifier, as in its address.", valueName: "ID"))
    var organisation: String

    @OptionGroup var database: DatabaseOption

    @Flag(help: "Read everything, record nothing.")
    var dryRun = false

    func run() async throws {
        let workshop = try Workshop(database)
        defer { try? workshop.store.close() }
        guard let door = workshop.house.imports.first(where: { $0.name == kind }) else {
            throw ValidationError("“\(kind)” is none of: \(workshop.house.imports.map(\.name).joined(separator: ", ")).")
        }
        guard let id = OrganisationID(organisation) else { throw ValidationError("“\(organisation)” is not an identifier: a-z, 0-9 and - only.") }
        guard let data = FileManager.default.contents(atPath: file) else { throw ValidationError("The file \(file) cannot be read.") }
        let say = Say(.en, workshop.house.catalogue)
        let incoming = FileImport(door: door, fileName: URL(filePath: file).lastPathComponent, bytes: Array(data))
        do {
            let isNew = try await workshop.store.head(of: id) == nil
            guard !isNew || kind == "stratml" else {
                throw ValidationError("There is no organisation “\(id)”. Make it first: portolan organisation create NAME --administrator EMAIL")
            }
            let journal = try await workshop.journals.journal(id)
            let result = try incoming.dryRun(in: journal.standing)
            tell(result, say)
            guard !dryRun else { return print("Dry run: nothing was recorded.") }
            guard !isNew else { return try await found(id, incoming, workshop) }
            let receipt = try await incoming.record(in: journal, by: .system)
            print(
                receipt.positions.isEmpty
                    ? "Nothing to record: everything in the file is here already."
                    : "Recorded at journal positions \(receipt.positions.lowerBound) to \(receipt.positions.upperBound - 1), head \(receipt.hash).")
        } catch let refusal as Refusal {
            throw ValidationError(say(refusal.key, refusal.arguments))
        }
    }

    /// A new organisation has no public face and nobody in it yet.
    private func found(_ id: OrganisationID, _ incoming: FileImport, _ workshop: Workshop) async throws {
        let founded = try await Founding(journals: workshop.journals, house: workshop.house).found(
            name: "", document: Entered.Upload(fileName: incoming.fileName, bytes: incoming.bytes), administrator: nil, language: .en, wanted: id)
        print("The organisation “\(founded.id)” is new. Let somebody in: portolan organisation invite \(founded.id) --email EMAIL")
    }

    private func tell(_ result: ImportResult, _ say: Say) {
        for remark in result.remarks {
            let line = remark.arguments["cell"].map { "\($0): " } ?? remark.line.map { "line \($0): " } ?? ""
            print("\(line)\(say("dataexchange.gravity.\(remark.gravity.rawValue)")): \(say(remark))")
        }
        print("\(result.new) new, \(result.changed) changed, \(result.same) as before, \(result.refused) not taken.")
    }
}
