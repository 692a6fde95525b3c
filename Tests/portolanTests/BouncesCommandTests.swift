import Accounts
import ArgumentParser
import Foundation
import Journal
import Organisation
import Stores
import Testing

@testable import portolan

@Suite("Reports of mail that came back, on the command line", .serialized)
struct BouncesCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "ptl-\(UUID().uuidString.prefix(8))")
    private func path(_ name: String) -> String { folder.appending(path: name).path }
    private static let report = """
        From: MAILER-DAEMON@mx.example
        Date: Mon, 9 Nov 2026 08:12:44 +0000
        Content-Type: multipart/report; boundary=b

        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; bruno@example.org
        Action: failed
        Status: 5.1.1

        --b--
        """

    /// A league with one drafter.
    private func workshop() async throws -> Workshop {
        let workshop = try Workshop(try DatabaseOption.parse(["--database", "sqlite:\(path("a.db"))"]))
        try await workshop.store.keep(
            Account(id: ID("bruno"), name: "Bruno", email: "bruno@example.org", passwordHash: nil, createdAt: .now, isExample: false))
        let journal = try await workshop.journals.journal(ID("league"))
        _ = try await journal.record(Command(by: .system, key: "one", content: Data())) { _ in
            [Proposal(Grants.self, .granted(id: ID("grant"), Grant(account: ID("bruno"), role: .drafter, scope: .member(ID("fik")))))]
        }
        return workshop
    }

    private func write(_ text: String, _ name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func run(_ arguments: String...) async throws { try await BouncesCommand.parse(arguments + ["--database", "sqlite:\(path("a.db"))"]).run() }

    private func returns() async throws -> [NotedReturn] {
        let store = try SQLiteStore(path: path("a.db"))
        defer { try? store.close() }
        return try await store.returns(in: ID("league"))
    }

    @Test("a maildir is read, other mail in it left aside; a dry run keeps nothing; the same again changes nothing")
    func maildir() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await workshop().store.close()
        try write(BouncesCommandTests.report, "mail/new/1.host")
        try write("Subject: Lunch\n\nAt noon?\n", "mail/cur/2.host")
        try await run(path("mail"), "--dry-run")
        #expect(try await returns().isEmpty)
        for _ in 0..<2 { try await run(path("mail")) }
        let kept = try await returns()
        #expect(kept.count == 1 && kept[0].status == "5.1.1" && kept[0].organisation == nil && kept[0].account == ID("bruno"))
    }

    @Test("what cannot be read makes it end with 1, and what can is kept; nothing to read is an error at once")
    func faults() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await workshop().store.close()
        try write("address,date,reason\nbruno@example.org,2026-11-09,5.2.2\nnobody,,\n", "b.csv")
        await #expect(throws: ExitCode.failure) { try await run(path("b.csv"), "--organisation", "league") }
        #expect(try await returns().map(\.status) == ["5.2.2"])
        #expect(try await returns().first?.organisation == ID("league"))
        try write("x", "empty/readme.txt")
        for wrong in ["nowhere", "empty"] { await #expect(throws: ValidationError.self) { try await run(path(wrong)) } }
        await #expect(throws: ValidationError.self) { try await run(path("b.csv"), "--organisation", "other") }
    }

    @Test("while the database is served the process that holds it keeps them")
    func running() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let running = try await workshop(), socket = try await ControlSocket(beside: running.store.path), serving = Task { await socket.serve(running.run) }
        try write(BouncesCommandTests.report, "one.eml")
        try await run(path("one.eml"))
        #expect(try await running.store.returns(in: ID("league")).count == 1)
        serving.cancel()
        await serving.value
        try running.store.close()
    }
}
