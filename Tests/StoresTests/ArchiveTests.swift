import Accounts
import Foundation
import TestKit
import Testing

@testable import Journal
@testable import Stores

@Suite("Archives of one organisation")
struct ArchiveTests {
    private let folder: TemporaryFolder
    private let now = Moment(startOf: .testDay)
    private let north: OrganisationID = ID("north")
    private let amina: ID<Actor> = ID("amina")
    private var file: String { folder.path("north.sqlite") }

    init() throws { folder = try TemporaryFolder() }

    private func account(_ id: ID<Actor>, _ email: String) -> Account {
        Account(id: id, name: "Amina", email: email, passwordHash: "secret", createdAt: now, isExample: false)
    }

    private func append(_ numbers: Range<Int>, to chain: inout Chain, in store: SQLiteStore) async throws {
        let batch = try chain.batch(Array(numbers), key: "\(numbers)")
        _ = try await store.append([batch])
    }

    /// An archive of 20 events of one of two organisations, and the chain that it holds.
    private func archive() async throws -> Chain {
        let store = try SQLiteStore(path: folder.path("source.db"))
        var chain = Chain(north), other = Chain(ID("east"))
        try await append(0..<20, to: &chain, in: store)
        try await append(0..<9, to: &other, in: store)
        try await store.keep(account(amina, "amina@example.org"))
        try await store.keep(account(ID("bruno"), "bruno@example.org"))
        let sheet = try await store.backUp(north, to: file, at: now, program: "test") { _ in [amina] }
        #expect(sheet.organisation == "north" && sheet.journals.map(\.organisation) == ["north"])
        try store.close()
        return chain
    }

    private func takeIn(to store: SQLiteStore) async throws -> SQLiteStore.TakenIn {
        let restoration = try await Restoration(of: file, beside: store.path)
        defer { restoration.discard() }
        return try await store.takeIn(north, from: restoration.store, accounts: [amina])
    }

    @Test("it holds that organisation and the people it names, without passwords, and nothing of another")
    func content() async throws {
        _ = try await archive()
        let raw = try RawDatabase(file)
        #expect(try raw.run("SELECT DISTINCT organisation FROM event UNION SELECT organisation FROM words UNION SELECT organisation FROM command") == ["north"])
        #expect(try raw.run("SELECT id || coalesce(password_hash, '-') FROM account") == ["amina-"])
        let bytes = try Data(contentsOf: URL(filePath: file))
        for word in ["bruno", "secret", "east"] { #expect(bytes.ranges(of: Data(word.utf8)).isEmpty, "\(word)") }
    }

    @Test("it comes in where the organisation is absent, with receipts, and the second time changes nothing")
    func absent() async throws {
        let chain = try await archive(), store = try SQLiteStore(path: folder.path("target.db"))
        let taken = try await takeIn(to: store)
        #expect(taken.events == 20 && taken.head == chain.head && taken.leftOut.isEmpty)
        #expect(try await store.verify(north).fault == nil)
        #expect(try await store.account(amina)?.email == "amina@example.org")
        #expect(try await store.receipt(for: CommandKey(actor: .amina, key: "0..<20"), in: north) != nil)
        #expect(try await takeIn(to: store).events == 0)
        try store.close()
    }

    @Test("what follows comes in where the journal there is a true beginning, and an open journal goes on from it")
    func beginning() async throws {
        let source = try SQLiteStore(path: folder.path("source.db"))
        var chain = Chain(north)
        try await append(0..<8, to: &chain, in: source)
        _ = try await source.backUp(to: folder.path("early.sqlite"), at: now, program: "test")
        try await append(8..<20, to: &chain, in: source)
        _ = try await source.backUp(north, to: file, at: now, program: "test") { _ in [] }
        try source.close()
        let path = folder.path("target.db"), early = try await Restoration(of: folder.path("early.sqlite"), beside: path)
        _ = try early.place(at: path, replacing: false, at: now)
        let store = try SQLiteStore(path: path), journals = Journals(store, chapters: [Tally.self], now: { .now })
        #expect(try await journals.journal(north).standing.position == 8)
        #expect(try await takeIn(to: store).events == 12)
        try await journals.renew(north)
        #expect(try await journals.journal(north).standing.head == chain.head?.hash)
        _ = try await journals.journal(north).record(Tally.command(1)) { _ in [Tally.proposal(1)] }
        #expect(try await store.verify(north).entries == 21)
        await #expect(throws: BackupRefusal.goesOn(after: 20)) { try await takeIn(to: store) }
        try store.close()
    }

    @Test("where the two part, that position is named and nothing is changed", arguments: [1, 7, 20])
    func parting(_ position: Int) async throws {
        _ = try await archive()
        let path = folder.path("target.db"), whole = try await Restoration(of: file, beside: path)
        let store = try SQLiteStore(path: path)
        var chain = Chain(north)
        if position > 1 {
            let common = try await whole.store.entries(EntryQuery(north, through: position - 1))
            let key = CommandKey(actor: .amina, key: "common"), hash = Record.hash(common[common.count - 1].record.bytes)
            let receipt = Receipt(positions: 1..<position, hash: hash, at: now)
            let kept = KeptReceipt(key: key, fingerprint: .origin, receipt: receipt)
            _ = try await store.append([Batch(organisation: north, after: 0, entries: common, receipt: kept)])
            chain = Chain(north, after: Head(position: position - 1, hash: hash))
        }
        whole.discard()
        try await append(100..<105, to: &chain, in: store)
        await #expect(throws: BackupRefusal.parts(position: position)) { try await takeIn(to: store) }
        #expect(try await store.head(of: north) == chain.head)
        #expect(try await store.account(amina) == nil)
        try store.close()
    }

    @Test("an address that belongs to somebody else there is not taken over, and that is said")
    func addressTaken() async throws {
        _ = try await archive()
        let store = try SQLiteStore(path: folder.path("target.db"))
        try await store.keep(account(ID("other"), "amina@example.org"))
        #expect(try await takeIn(to: store).leftOut == ["amina"])
        #expect(try await store.account(email: "amina@example.org")?.id == ID("other"))
        try store.close()
    }
}
