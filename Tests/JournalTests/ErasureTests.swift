import Foundation
import TestKit
import Testing

@testable import Journal

@Suite("Erasing words")
struct ErasureTests {
    private let store = GatedStore(), clock = TestClock()

    private func words(in organisation: Organisation) -> String {
        organisation[Ledger.self].berths.map { "\($0) \($1.note.text ?? "erased")" }.sorted().joined(separator: ", ")
    }

    @Test("of a hundred events: everything still folds, verifies and goes on, and no page shows them any more")
    func hundred() async throws {
        let journal = try await openJournal(store, clock)
        for number in 0..<150 { try await journal.record(.opened(berth: "b\(number)", note: "secret \(number)")) }
        let before = journal.standing
        _ = try await journal.organisation(asOf: .testDay, knownOn: nil)
        let shown = try await journal.organisation(at: 120)
        journal.keep(shown)
        _ = try await journal.eraseWords(at: Array(1...100), because: "asked by the person", command("erase"))
        // Whoever was reading them meanwhile does not bring them back.
        for state in [shown, before] { journal.keep(state) }
        for organisation in [
            journal.standing, try await journal.organisation(asOf: .testDay, knownOn: nil), try await journal.organisation(at: 120),
            try await journal.organisation(at: 150),
            try await openJournal(store, clock).standing,
        ] {
            #expect(organisation[Ledger.self].berths.values.count { $0.note == .erased } == 100)
            #expect(organisation[Ledger.self].berths["b120"]?.note != .erased || organisation.position == 120)
        }
        #expect(journal.standing[Ledger.self].berths.count == before[Ledger.self].berths.count)
        try await journal.record(.renamed(berth: "b0", note: "new"))
        let verification = try await store.verify(ID("port"))
        #expect(verification.fault == nil)
        #expect(verification.erased == 100)
        #expect(verification.entries == 152)
        #expect(journal.standing[Keeping.self].erased == Set(1...100))
    }

    @Test("while others write, from behind the gate too: what was in flight is kept, what was erased is gone")
    func whileWriting() async throws {
        let journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "secret"))
        await store.close()
        async let blocker = journal.record(.opened(berth: "b", note: "open"), key: "b")
        try await store.untilHolding()
        async let erasure = journal.eraseWords(at: [1], because: "asked", command("erase"))
        try await until("three decisions") { await journal.decided.position >= 3 }
        async let after = journal.record(.opened(berth: "c", note: "open"), key: "c")
        async let late = journal.record(.opened(berth: "d", note: "open"), on: Day.testDay.adding(days: -1), key: "d")
        await store.open()
        _ = try await (blocker, erasure, after, late)
        #expect(words(in: journal.standing) == "a erased, b open, c open, d open")
        #expect(await words(in: journal.decided) == "a erased, b open, c open, d open")
        #expect(journal.standing.position == 5)
        #expect(try await store.verify(ID("port")).fault == nil)
    }

    @Test("a snapshot taken at the same time does not keep them")
    func snapshot() async throws {
        let journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "secret"))
        async let erasure = journal.eraseWords(at: [1], because: "asked", command("erase"))
        for _ in 0..<20 { try await journal.keepSnapshots() }
        _ = try await erasure
        try await journal.keepSnapshots()
        let kept = await store.snapshots(of: ID("port"))
        #expect(kept.count == 3)
        #expect(!kept.contains { String(decoding: $0.state, as: UTF8.self).contains("secret") })
        #expect(words(in: try await openJournal(store, clock).standing) == "a erased")
    }

    @Test("is finished at the next start where the process ended between the record and the deed")
    func unfinished() async throws {
        let journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "secret"))
        _ = try await journal.record(command("erase")) { _ in [Proposal(Keeping.self, .wordsErased(positions: [1], because: "asked"))] }
        let again = try await openJournal(store, clock)
        #expect(words(in: again.standing) == "a erased")
        #expect(await store.memory.entries(EntryQuery(ID("port"), positions: [1])).first?.words == nil)
    }

    @Test("asked twice is done once; of events that do not exist it is not even recorded")
    func again() async throws {
        let journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "secret"))
        let first = try await journal.eraseWords(at: [1, 1, 99], because: "asked", command("erase"))
        let second = try await journal.eraseWords(at: [1, 1, 99], because: "asked", command("erase"))
        #expect(second.repeated && second.positions == first.positions)
        #expect(journal.standing[Keeping.self].erased == [1])
        #expect(try await journal.eraseWords(at: [0, -4, 99], because: "asked", command("none")).positions.isEmpty)
        #expect(journal.standing.position == 2)
    }

    @Test("words that are missing without a declaration, or with one made in advance, are a fault")
    func undeclared() async throws {
        let journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "one"))
        _ = try await journal.record(command("sly")) { _ in [Proposal(Keeping.self, .wordsErased(positions: [3], because: "in advance"))] }
        try await journal.record(.opened(berth: "b", note: "three"))
        await store.eraseWords(of: ID("port"), at: [3])
        let verification = try await store.verify(ID("port"))
        #expect(verification.fault?.position == 3)
        #expect(verification.fault?.fault == .wordsMissing)
    }
}
