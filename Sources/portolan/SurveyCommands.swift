import ArgumentParser
import Foundation
import Journal
import Stores
import Survey

struct SurveyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "survey", abstract: "Check what was taken along of a survey.", subcommands: [CheckArchive.self])
}

struct CheckArchive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-archive", abstract: "Recount the archive of a survey, and hold it against the journal.",
        discussion: """
            Reads the answers again, counts every figure of results.csv from them, and names each that is another. With --journal it \
            also looks up every answer in the database: its record's hash, what it says, and the head of the chain that the archive \
            was written from. Ends with status 1 where anything is not so.

              portolan survey check-archive survey-round-one-everyone.zip
              portolan survey check-archive survey-round-one-everyone.zip --journal --database sqlite:data/portolan.sqlite
            """)

    @Argument(help: "The archive.")
    var file: String

    @Flag(help: "Hold it against the journal in the database, too.")
    var journal = false

    @OptionGroup var database: DatabaseOption

    /// More than the largest survey there can be.
    private static let most = 200 << 20

    func run() async throws {
        let handle: FileHandle
        do { handle = try FileHandle(forReadingFrom: URL(filePath: file)) } catch { throw ValidationError("The file \(file) cannot be read.") }
        let bytes = try handle.read(upToCount: CheckArchive.most + 1) ?? Data()
        guard bytes.count <= CheckArchive.most else { throw ValidationError("The file is larger than 200 MiB.") }
        let archive: ReadArchive
        do { archive = try ReadArchive([UInt8](bytes)) } catch {
            print("FAULT \(error)")
            throw ExitCode(1)
        }
        let recount = Recount(archive)
        print("\(archive.organisation)/\(archive.survey): \(archive.answerCount) answers to \(archive.questionCount) questions")
        print("recounted: \(recount.same) figures are the same, \(recount.partial) rest on answers that are not in the file")
        var faults = recount.faults
        if journal { faults += try await heldAgainstTheJournal(archive) }
        for fault in faults { print("FAULT \(fault)") }
        if !faults.isEmpty { throw ExitCode(1) }
    }

    private func heldAgainstTheJournal(_ archive: ReadArchive) async throws -> [String] {
        let workshop = try Workshop(reading: database)
        defer { try? workshop.store.close() }
        guard let journal = try await workshop.journals.existing(try identifier(archive.organisation)) else { return ["The database has no organisation “\(archive.organisation)”."] }
        var selection = EntrySelection(chapter: "answers", naming: archive.survey)
        selection.leavesLongOut = true
        let entries = try await journal.entries(selection, through: journal.standing.position) + journal.entries(after: archive.headPosition - 1, through: archive.headPosition)
        let records = Dictionary(entries.map { ($0.record.position, $0.record) }) { first, _ in first }
        let differences = archive.differences(from: journal.standing, records)
        if differences.isEmpty { print("in the journal: every answer, unchanged; head \(archive.headHash) at position \(archive.headPosition)") }
        return differences
    }
}
