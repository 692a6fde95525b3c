import Foundation
import Journal
import Stores
import TestKit
import Testing

@Suite("Killed in the middle of 2,000 writes", .serialized)
struct CrashTests {
    private static let writes = 2000
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Twenty moments spread over the run, each moved a little by the seed.
    private static let moments: [(Int, UInt64)] = {
        var random = SeededMoments(seed: 20_261_121)
        return (0..<20).map { ($0 * 95 + Int.random(in: 1...95, using: &random), UInt64.random(in: 0...4000, using: &random)) }
    }()

    @Test("twenty times: every acknowledged write is there once, nothing else, and sending all again makes each one once", arguments: moments)
    func killed(_ acknowledgements: Int, _ microseconds: UInt64) async throws {
        let path = folder.path("killed.db")
        let child = try Child([path, "\(Self.writes)"], output: folder.path("acknowledged"))
        try await child.waitForLines(acknowledgements)
        try await Task.sleep(for: .microseconds(microseconds))
        child.killNow()
        let acknowledged = Set(child.lines.compactMap { Int($0) })
        #expect(acknowledged.count >= acknowledgements, "killed after \(acknowledgements) and \(microseconds) µs")

        let store = try SQLiteStore(path: path)
        let present = try await check(store)
        #expect(acknowledged.isSubset(of: present), "lost: \(acknowledged.subtracting(present).sorted())")
        #expect(present.isSubset(of: Set(0..<Self.writes)))

        let receipts = try await Journals(store, chapters: [Tally.self]) { .now }.send(0..<Self.writes)
        #expect(receipts.count { $0.repeated } == present.count)
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

/// Seeded, so that the same moments come again.
private struct SeededMoments: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
