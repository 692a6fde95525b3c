import ArgumentParser
import Foundation
import Journal
import Stores

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy everything, or one organisation, into one file that has been verified.",
        discussion: """
            Where a process serves the database, that process makes the copy, and goes on serving: the file is written with its rights. \
            Beside FILE stands FILE.json with size, SHA-256 and the head of each journal: keep both.

            Sessions, links, invitations' letters and access tokens are not in it. An organisation's archive holds its events and the \
            accounts that its roles name, without their passwords.

              portolan backup /var/backups/portolan-monday.sqlite
              portolan backup harbours.sqlite --organisation harbours
            """)

    @Argument(help: "The file to be made. One that is there is never written over.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Only this organisation.", valueName: "ID"))
    var organisation: String?

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await database.run(.backUp(file: URL(filePath: file).path, organisation: try organisation.map(identifier)))
    }
}

extension DatabaseOption {
    /// Does the errand, or has the process do it that holds the database: the lock says which.
    func run(_ errand: Errand) async throws {
        let path = try path
        guard FileManager.default.fileExists(atPath: path) else { throw ValidationError("There is no database at \(path).") }
        let answer = try await answer(to: errand, at: path)
        answer.lines.forEach(tell)
        guard let fault = answer.fault else { return }
        throw ValidationError(fault)
    }

    private func answer(to errand: Errand, at path: String) async throws -> Errand.Answer {
        let workshop: Workshop
        do { workshop = try Workshop(self) } catch StoreRefusal.inUse(let lock) {
            do { return try await ControlSocket.ask(errand, beside: try DatabaseFile(path).path) } catch {
                throw ValidationError("The process that holds the database (\(lock)) does not answer at \(ControlSocket.path(beside: path)): \(error)")
            }
        }
        defer { try? workshop.store.close() }
        return await workshop.run(errand)
    }
}
