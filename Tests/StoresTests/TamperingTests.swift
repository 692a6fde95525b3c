import Foundation
import TestKit
import Testing

@testable import Journal
@testable import Stores

@Suite("Tampering is named with its position")
struct TamperingTests {
    private let folder: TemporaryFolder
    private let north: OrganisationID = ID("north")

    init() throws { folder = try TemporaryFolder() }

    /// A journal of 60 events in a file, altered by somebody who has first removed the triggers; and what `verify` says then.
    private func verdict(afterRunning sql: String) async throws -> (Verification, keptHead: Hash) {
        let path = folder.path("\(UUID().uuidString).db")
        var store = try SQLiteStore(path: path), chain = Chain(north)
        for number in 0..<6 {
            let batch = try chain.batch(Array(number * 10..<number * 10 + 10), key: "\(number)")
            _ = try await store.append([batch])
        }
        #expect(try await store.verify(north).fault == nil)
        try store.close()
        let raw = try RawDatabase(path)
        for trigger in try raw.run("SELECT name FROM sqlite_schema WHERE type = 'trigger'") { try raw.run("DROP TRIGGER \(trigger)") }
        try raw.run(sql)
        store = try SQLiteStore(path: path)
        defer { try? store.close() }
        return (try await store.verify(north), chain.head?.hash ?? .origin)
    }

    /// One byte of a column at position 17, counted from 1, with one bit turned.
    private static func flip(_ column: String, _ byte: Int, table: String = "event") -> String {
        let at = "(substr(\(column), \(byte), 1))"
        return """
            UPDATE \(table) SET \(column) = CAST(substr(\(column), 1, \(byte - 1)) || CASE \(at) WHEN x'61' THEN x'62' ELSE x'61' END \
            || substr(\(column), \(byte + 1)) AS BLOB) WHERE position = 17
            """
    }

    @Test(
        "one byte in any column of an event",
        arguments: [
            (flip("record", 1), Verification.Fault.unreadableRecord), (flip("record", 18), .foreignRecord), (flip("record", 58), .brokenChain),
            ("UPDATE event SET record = CAST(replace(record, '\"position\":17', '\"position\":18') AS BLOB) WHERE position = 17", .wrongPosition),
            ("UPDATE event SET record = CAST(replace(record, 'tally', 'tallx') AS BLOB) WHERE position = 17", .wrongHash),
            ("UPDATE event SET record = CAST(replace(record, 'counted', 'countex') AS BLOB) WHERE position = 17", .wrongHash),
            ("UPDATE event SET record = CAST(replace(record, '\"at\":\"2026', '\"at\":\"2025') AS BLOB) WHERE position = 17", .wrongHash),
            ("UPDATE event SET record = CAST(replace(record, '\"on\":\"2026', '\"on\":\"2025') AS BLOB) WHERE position = 17", .wrongHash),
            ("UPDATE event SET record = CAST(replace(record, 'amina', 'aminb') AS BLOB) WHERE position = 17", .wrongHash),
            (flip("hash", 1), .wrongHash), (flip("hash", 32), .wrongHash), (flip("structure", 3), .structureAltered),
            (flip("structure_salt", 7), .structureAltered), (flip("words", 3, table: "words"), .wordsAltered),
            (flip("salt", 32, table: "words"), .wordsAltered),
            ("UPDATE event SET chapter = 'tallz' WHERE position = 17", .wrongChapter),
            ("PRAGMA foreign_keys = 0; UPDATE words SET position = 99 WHERE position = 17", .wordsMissing),
            ("PRAGMA foreign_keys = 0; UPDATE words SET organisation = 'east' WHERE position = 17", .wordsMissing),
            ("DELETE FROM words WHERE position = 17", .wordsMissing),
            ("PRAGMA foreign_keys = 0; UPDATE event SET organisation = 'east' WHERE position = 17", .wrongPosition),
            ("PRAGMA foreign_keys = 0; UPDATE event SET position = 99 WHERE position = 17", .wrongPosition),
        ])
    func oneByte(_ sql: String, _ fault: Verification.Fault) async throws {
        let (verification, _) = try await verdict(afterRunning: sql)
        #expect(verification.fault?.position == 17)
        #expect(verification.fault?.fault == fault)
    }

    @Test("an event moved to another organisation is a stranger there")
    func moved() async throws {
        let path = folder.path("moved.db"), store = try SQLiteStore(path: path)
        var chain = Chain(north)
        let batch = try chain.batch([1], key: "1")
        _ = try await store.append([batch])
        try store.close()
        let raw = try RawDatabase(path)
        try raw.run("PRAGMA foreign_keys = 0; DROP TRIGGER event_is_never_changed; UPDATE event SET organisation = 'east'")
        let again = try SQLiteStore(path: path)
        let verification = try await again.verify(ID("east"))
        #expect(verification.fault?.position == 1 && verification.fault?.fault == .foreignRecord)
    }

    @Test("a row taken out of the middle is missed at its place")
    func removed() async throws {
        let (verification, _) = try await verdict(afterRunning: "DELETE FROM words WHERE position = 30; DELETE FROM event WHERE position = 30")
        #expect(verification.fault?.position == 30)
        #expect(verification.fault?.fault == .wrongPosition)
    }

    @Test("a row taken out and the gap closed breaks the chain there")
    func closedGap() async throws {
        let (verification, _) = try await verdict(
            afterRunning: """
                PRAGMA foreign_keys = 0; DELETE FROM words WHERE position = 30; DELETE FROM event WHERE position = 30;
                UPDATE event SET position = position - 1, record = CAST(replace(record, '"position":' || position, '"position":' || (position - 1)) AS BLOB)
                WHERE position > 30; UPDATE words SET position = position - 1 WHERE position > 30
                """)
        #expect(verification.fault?.position == 30)
        #expect(verification.fault?.fault == .brokenChain)
    }

    @Test("two rows exchanged are found at the first of them")
    func swapped() async throws {
        let (verification, _) = try await verdict(
            afterRunning: """
                PRAGMA foreign_keys = 0; UPDATE event SET position = 1000 WHERE position = 20;
                UPDATE event SET position = 20 WHERE position = 25; UPDATE event SET position = 25 WHERE position = 1000
                """)
        #expect(verification.fault?.position == 20)
        #expect(verification.fault?.fault == .wrongPosition)
    }

    @Test("events removed at the end leave no fault in what remains, and are known by the head, which is no longer the one that was kept")
    func truncated() async throws {
        let (verification, kept) = try await verdict(afterRunning: "DELETE FROM words WHERE position > 57; DELETE FROM event WHERE position > 57")
        #expect(verification.fault == nil)
        #expect(verification.entries == 57)
        #expect(verification.head != kept)
    }

    @Test("the words of a hundred events erased on record: all verifies and folds, in a file opened again too")
    func erased() async throws {
        let path = folder.path("erased.db"), store = try SQLiteStore(path: path)
        let journals = Journals(store, chapters: [Tally.self]) { Moment(startOf: .testDay) }
        _ = try await journals.send(0..<480)
        let erasing = Command(by: .amina, key: "erase", content: Data())
        _ = try await journals.journal(north).eraseWords(at: Array(1...100), because: "asked by the person", erasing)
        let verification = try await store.verify(north)
        #expect(verification.fault == nil)
        #expect(verification.erased == 100 && verification.entries == 121)
        try await journals.keepSnapshots()
        try store.close()
        let again = try SQLiteStore(path: path)
        let tally = try await Journals(again, chapters: [Tally.self]) { Moment(startOf: .testDay) }.journal(north).standing[Tally.self]
        #expect(tally.counts.count == 120 && tally.counts.values.allSatisfy { $0 == 1 })
        #expect(tally.notes.values.count { $0 == .erased } == 100)
        #expect(try await again.verify(north) == verification)
        try again.close()
    }
}
