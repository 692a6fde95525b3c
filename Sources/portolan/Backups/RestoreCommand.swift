import ArgumentParser
import Foundation
import Journal
import Stores

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a backup the database, or bring one organisation in from it.",
        discussion: """
            Nothing is touched before SHA-256, SQLite's own check and the head of every journal agree with the sheet beside the file. \
            With --organisation it comes into the database as it is, also while that is served: where the organisation is absent there, or \
            its journal is the beginning of the one in the file.

              portolan restore portolan-monday.sqlite --database sqlite:data/portolan.sqlite --replace
              portolan restore harbours.sqlite --organisation harbours
            """)

    @Argument(help: "The backup; its sheet lies beside it.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Only this organisation, into the database as it is.", valueName: "ID"))
    var organisation: String?

    @Flag(help: "Where there is a database, move it aside. No process may hold it.")
    var replace = false

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let from = URL(filePath: file).path
        if let organisation { return try await database.run(.takeIn(file: from, organisation: try identifier(organisation))) }
        do {
            let path = try database.path, restoration = try await Restoration(of: from, beside: path)
            let old = try restoration.place(at: path, replacing: replace, at: .now)
            print("\(path) is now the backup of \(restoration.sheet.at):")
            for journal in restoration.sheet.journals { print("\(journal.organisation)\t\(journal.events) events, head \(journal.head)") }
            if let old { print("What was there before is kept as \(old).") }
            print("Everybody signs in again, and access tokens and invitations are to be made anew.")
        } catch let refusal as BackupRefusal {
            throw ValidationError("\(refusal)")
        } catch let refusal as StoreRefusal {
            throw ValidationError("\(refusal)")
        }
    }
}
