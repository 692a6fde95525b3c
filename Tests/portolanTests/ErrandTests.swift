import ArgumentParser
import Foundation
import Journal
import Organisation
import Stores
import Testing

@testable import portolan

@Suite("Backups through the process that holds the database", .serialized)
struct ErrandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "ptl-\(UUID().uuidString.prefix(8))")
    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// A database with one organisation.
    private func workshop(_ name: String) async throws -> Workshop {
        let workshop = try Workshop(try DatabaseOption.parse(["--database", "sqlite:\(path(name))"]))
        let journal = try await workshop.journals.journal(ID("league"))
        let command = Command(by: .system, key: "one", content: Data())
        let grant = Grant(account: ID("amina"), role: .administrator, scope: .organisation)
        _ = try await journal.record(command) { _ in [Proposal(Grants.self, .granted(id: ID("grant"), grant))] }
        return workshop
    }

    @Test("where none runs the command does it itself, and restores it elsewhere")
    func alone() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let workshop = try await workshop("a.db"), head = try await workshop.store.head(of: ID("league"))
        try workshop.store.close()
        try await BackupCommand.parse([path("b.sqlite"), "--database", "sqlite:\(path("a.db"))"]).run()
        try await RestoreCommand.parse([path("b.sqlite"), "--database", "sqlite:\(path("c.db"))"]).run()
        let restored = try SQLiteStore(path: path("c.db"))
        #expect(try await restored.head(of: ID("league")) == head)
        try restored.close()
    }

    @Test("where one runs that one does it, through a socket of its own user's, and one organisation comes in while it runs")
    func running() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let running = try await workshop("a.db"), socket = try await ControlSocket(beside: running.store.path)
        let mode = try FileManager.default.attributesOfItem(atPath: ControlSocket.path(beside: running.store.path))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let serving = Task { await socket.serve(running.run) }
        try await BackupCommand.parse([path("b.sqlite"), "--organisation", "league", "--database", "sqlite:\(path("a.db"))"]).run()
        #expect(try BackupSheet.read(beside: path("b.sqlite")).organisation == "league")
        await #expect(throws: (any Error).self) {
            try await RestoreCommand.parse([path("b.sqlite"), "--database", "sqlite:\(path("a.db"))", "--replace"]).run()
        }
        let other = try Workshop(try DatabaseOption.parse(["--database", "sqlite:\(path("d.db"))"]))
        let otherSocket = try await ControlSocket(beside: other.store.path), otherServing = Task { await otherSocket.serve(other.run) }
        try await RestoreCommand.parse([path("b.sqlite"), "--organisation", "league", "--database", "sqlite:\(path("d.db"))"]).run()
        #expect(try await other.journals.existing(ID("league"))?.standing[Grants.self].of(ID("amina")).count == 1)
        for task in [serving, otherServing] {
            task.cancel()
            await task.value
        }
        #expect(!FileManager.default.fileExists(atPath: ControlSocket.path(beside: running.store.path)))
        try running.store.close()
        try other.store.close()
    }

    @Test("what only reads is answered beside the process that holds the database, and sees what it has recorded")
    func reading() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let running = try await workshop("a.db"), database = "sqlite:\(path("a.db"))"
        try await Verify.parse(["--database", database]).run()
        try await OrganisationCommands.List.parse(["--database", database]).run()
        try await Export.parse(["data", "--table", "members", "--organisation", "league", "--everything", "--out", path("members.csv"), "--database", database]).run()
        #expect(FileManager.default.fileExists(atPath: path("members.csv")))
        let beside = try Workshop(reading: try DatabaseOption.parse(["--database", database])), journal = try await running.journals.journal(ID("league"))
        _ = try await journal.record(Command(by: .system, key: "two", content: Data())) { _ in [Proposal(Grants.self, .revoked(id: ID("grant"), because: "Moved on."))] }
        let head = try await running.store.head(of: ID("league"))
        #expect(try await beside.store.head(of: ID("league")) == head && head?.position == 2)
        await #expect(throws: (any Error).self, "nothing is written there") {
            let other = try await beside.journals.journal(ID("league"))
            _ = try await other.record(Command(by: .system, key: "three", content: Data())) { _ in
                [Proposal(Grants.self, .granted(id: ID("g"), Grant(account: ID("amina"), role: .planner, scope: .organisation)))]
            }
        }
        #expect(throws: StoreRefusal.self) { try Workshop(try DatabaseOption.parse(["--database", database])) }
        try beside.store.close()
        try running.store.close()
    }

    @Test("of nightly backups the last fourteen are kept")
    func nightly() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let workshop = try await workshop("a.db"), nightly = NightlyBackups(folder: path("nights"))
        try FileManager.default.createDirectory(atPath: nightly.folder, withIntermediateDirectories: true)
        for day in 10..<26 {
            for end in ["", ".json"] { FileManager.default.createFile(atPath: "\(nightly.folder)/portolan-2025-01-\(day)T020000.000Z.sqlite\(end)", contents: nil) }
        }
        _ = try await nightly.make(workshop)
        let left = try nightly.backups()
        #expect(left.count == 14 && left.first == "portolan-2025-01-13T020000.000Z.sqlite")
        #expect(try FileManager.default.contentsOfDirectory(atPath: nightly.folder).count == 28)
        try workshop.store.close()
    }
}
