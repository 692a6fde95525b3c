import Foundation
import Journal
import Methods
import Stores
import TestKit
import Testing

@Suite("Killed in the middle of 2,000 writes", .serialized)
struct CrashTests {
    private static let writes = 2000
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// When to kill: after so many acknowledgements, and so many microseconds more.
    struct Kill: Sendable, CustomTestStringConvertible {
        var acknowledgements: Int
        var microseconds: UInt64

        var testDescription: String { "after \(acknowledgements) and \(microseconds) µs" }
    }

    /// Five files, each of them killed four times, early and late in the run.
    private static let files: [[Kill]] = {
        var random = SeededGenerator(seed: 20_261_121)
        return (0..<5).map { file in
            (0..<4).map { kill in
                let acknowledgements = kill * 475 + file * 95 + Int.random(in: 1...95, using: &random)
                return Kill(acknowledgements: acknowledgements, microseconds: UInt64.random(in: 0...4000, using: &random))
            }
        }
    }()

    @Test("twenty times: every acknowledged write is there once, nothing else, and sending all again makes each one once", arguments: files)
    func killed(_ kills: [Kill]) async throws {
        let path = folder.path("killed.db")
        var before: Set<Int> = []
        for kill in kills {
            let child = try Child([path, "\(Self.writes)"], output: folder.path("acknowledged"))
            try await child.waitForLines(kill.acknowledgements)
            try await Task.sleep(for: .microseconds(kill.microseconds))
            child.killNow()
            let acknowledged = Set(child.lines.compactMap { Int($0) })
            #expect(acknowledged.count >= kill.acknowledgements)

            let store = try SQLiteStore(path: path), present = try await check(store)
            #expect(acknowledged.isSubset(of: present), "lost: \(acknowledged.subtracting(present).sorted())")
            #expect(before.isSubset(of: present))
            #expect(present.isSubset(of: Set(0..<Self.writes)))
            before = present
            try store.close()
        }
        let store = try SQLiteStore(path: path), journals = Journals(store, chapters: [Tally.self]) { .now }
        #expect(try await journals.send(0..<Self.writes).count { $0.repeated } == before.count)
        #expect(try await check(store) == Set(0..<Self.writes))
        try store.close()
    }

    /// Folds and verifies every journal; answers the numbers that are there, each of them once and with a receipt that fits.
    private func check(_ store: SQLiteStore) async throws -> Set<Int> {
        let journals = Journals(store, chapters: [Tally.self]) { .now }
        var present: Set<Int> = []
        for organisation in try await store.organisations() {
            #expect(Tally.organisations.contains(organisation))
            let standing = try await journals.journal(organisation).standing, verification = try await store.verify(organisation)
            #expect(verification.fault == nil)
            #expect(verification.head == standing.head && verification.entries == standing.position)
            let counts = standing[Tally.self].counts
            #expect(counts.values.allSatisfy { $0 == 1 } && counts.count == standing.position)
            #expect(counts.keys.allSatisfy { Tally.organisations[$0 % 4] == organisation })
            for number in counts.keys.sorted().prefix(25) {
                let kept = try #require(try await store.receipt(for: Tally.command(number).key, in: organisation))
                let entry = try #require(try await store.entries(EntryQuery(organisation, positions: [kept.receipt.positions.lowerBound])).first)
                #expect(try Tally.decode(entry.event) == .counted(number: number, note: "Number \(number)"))
            }
            present.formUnion(counts.keys)
        }
        return present
    }
}
