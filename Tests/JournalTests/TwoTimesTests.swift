import Foundation
import TestKit
import Testing

@testable import Journal

@Suite("Two times")
struct TwoTimesTests {
    /// Each late one is a fold of all before it: seven times as many are for `make soak`.
    private static let editsADay = ProcessInfo.processInfo.environment["SOAK"] == nil ? 6 : 40

    @Test("edits on 50 days, early and late: what is shown, what was shown then, and what was in force each equal an independent fold")
    func history() async throws {
        let seed: UInt64 = 20_261_121
        let store = MemoryStore(), clock = TestClock()
        var journal = try await openJournal(store, clock), history = History(seed: seed), shown: [Day: [String]] = [:]
        for day in 0..<50 {
            let today = Day.testDay.adding(days: day)
            clock.now = Moment(startOf: today)
            for _ in 0..<Self.editsADay {
                clock.wait(seconds: history.roll(1...2000))
                let fact = history.next(today: today)
                let receipt = try await journal.record(command("\(fact.position)")) { _ in [fact.proposal] }
                #expect(receipt.positions == fact.position..<fact.position + 1, "seed \(seed)")
                if history.roll(0...24) == 0 {
                    #expect(Picture.of(journal.standing) == Picture.of(history.facts, asOf: today), "seed \(seed), edit \(fact.position)")
                }
                if history.roll(0...39) == 0 { try await journal.keepSnapshots() }
                if history.roll(0...39) == 0 { journal = try await openJournal(store, clock) }
            }
            shown[today] = Picture.of(journal.standing)
        }
        let late = history.facts.count { $0.holds < $0.known }, early = history.facts.count { $0.holds > $0.known }
        #expect(late > 40 && early > 8, "\(late) late, \(early) early")
        for (day, picture) in shown {
            #expect(Picture.of(try await journal.organisation(asOf: day, knownOn: day)) == picture, "seed \(seed): known on \(day)")
            #expect(Picture.of(history.facts, asOf: day, knownOn: day) == picture, "seed \(seed): the test's own fold of \(day)")
            let asOf = try await journal.organisation(asOf: day, knownOn: nil)
            #expect(Picture.of(asOf) == Picture.of(history.facts, asOf: day), "seed \(seed): as of \(day)")
        }
        let beyond = Day.testDay.adding(days: 90)
        #expect(Picture.of(try await journal.organisation(asOf: beyond, knownOn: nil)) == Picture.of(history.facts, asOf: beyond))
        #expect(try await store.verify(ID("port")).fault == nil)
    }

    @Test("the state after each position is what a form at that position was filled in from")
    func atPosition() async throws {
        let clock = TestClock(), journal = try await openJournal(MemoryStore(), clock)
        var history = History(seed: 3)
        for _ in 0..<60 {
            let fact = history.next(today: .testDay)
            _ = try await journal.record(command("\(fact.position)")) { _ in [fact.proposal] }
        }
        for position in [0, 1, 17, 42, 59, 60, 61] {
            let then = try await journal.organisation(at: position)
            #expect(then.position == min(position, 60))
            #expect(Picture.of(then) == Picture.of(Array(history.facts.prefix(position)), asOf: .testDay))
        }
    }

    @Test("a state from which somebody fills in a form is at hand without reading the store, with what a new day brings")
    func shown() async throws {
        let store = GatedStore(), clock = TestClock(), journal = try await openJournal(store, clock)
        var history = History(seed: 5)
        for _ in 0..<60 {
            let fact = history.next(today: .testDay)
            _ = try await journal.record(command("\(fact.position)")) { _ in [fact.proposal] }
            journal.keep(journal.standing)
        }
        clock.wait(seconds: 86_400)
        await store.setReadsBroken(true)
        for position in [1, 17, 42, 59, 60] {
            let then = try await journal.organisation(at: position)
            #expect(then.position == position)
            #expect(Picture.of(then) == Picture.of(Array(history.facts.prefix(position)), asOf: Day.testDay.adding(days: 1)))
        }
    }

    @Test("of many such states the oldest are read again instead of remembered, and the newest are there")
    func manyShown() async throws {
        let store = GatedStore(), journal = try await openJournal(store)
        for number in 1...1100 {
            try await journal.record(.opened(berth: "b\(number)", note: ""))
            journal.keep(journal.standing)
        }
        #expect(try await journal.organisation(at: 3)[Ledger.self].berths.count == 3)
        await store.setReadsBroken(true)
        for position in [1000, 1099] { #expect(try await journal.organisation(at: position)[Ledger.self].berths.count == position) }
        await #expect(throws: (any Error).self) { try await journal.organisation(at: 4) }
    }

    @Test("what was announced for a day takes effect when that day comes, without anybody writing")
    func announced() async throws {
        let clock = TestClock(), journal = try await openJournal(MemoryStore(), clock)
        try await journal.record(.opened(berth: "a", note: "soon"), on: Day.testDay.adding(days: 2))
        #expect(journal.standing[Ledger.self].berths.isEmpty)
        clock.wait(seconds: 2 * 86_400 - 1)
        #expect(journal.standing[Ledger.self].berths.isEmpty)
        clock.wait(seconds: 1)
        #expect(journal.standing[Ledger.self].berths["a"]?.since == Day.testDay.adding(days: 2))
        // Something for the day between is late by now, and goes before it.
        try await journal.record(.opened(berth: "a", note: "earlier"), on: Day.testDay.adding(days: 1))
        #expect(journal.standing[Ledger.self].berths["a"]?.note == "earlier")
    }

    @Test("midnight passing between decision and disk loses nothing")
    func midnight() async throws {
        let store = GatedStore(), clock = TestClock(), journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "tomorrow"), on: Day.testDay.adding(days: 1))
        await store.close()
        async let written = journal.record(.opened(berth: "b", note: "today"), key: "b")
        try await store.untilHolding()
        clock.wait(seconds: 86_400)
        #expect(journal.standing[Ledger.self].berths.keys.sorted() == ["a"])
        await store.open()
        _ = try await written
        #expect(journal.standing[Ledger.self].berths.keys.sorted() == ["a", "b"])
        #expect(journal.standing.day == Day.testDay.adding(days: 1))
    }

    @Test("a clock set back a year and forth again changes neither order nor chain; what is known stays a beginning of the journal")
    func clockSetBack() async throws {
        let store = MemoryStore(), clock = TestClock(), journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: "first"))
        clock.wait(seconds: -365 * 86_400)
        let wrong = clock.now.day
        try await journal.record(.renamed(berth: "a", note: "second"), on: .testDay)
        try await journal.record(.opened(berth: "b", note: "unhurried"))
        clock.wait(seconds: 366 * 86_400)
        try await journal.record(.renamed(berth: "a", note: "third"))
        #expect(journal.standing[Ledger.self].berths["a"]?.note == "third")
        #expect(journal.standing[Ledger.self].berths["b"]?.since == wrong)
        let again = try await openJournal(store, clock)
        #expect(again.standing[Ledger.self] == journal.standing[Ledger.self])
        #expect(try await store.verify(ID("port")).fault == nil)
        // On the wrong day the first event was known already, so it is among what was known then.
        #expect(try await journal.organisation(asOf: .testDay, knownOn: wrong).position == 3)
        #expect(try await journal.organisation(asOf: .testDay, knownOn: wrong.adding(days: -1)).position == 0)
        #expect(try await journal.organisation(asOf: .testDay, knownOn: .testDay)[Ledger.self].berths["a"]?.note == "second")
    }

    @Test("a snapshot of tomorrow is not used by a process whose clock says today")
    func snapshotOfTomorrow() async throws {
        let store = MemoryStore(), clock = TestClock(), journal = try await openJournal(store, clock)
        try await journal.record(.opened(berth: "a", note: ""), on: Day.testDay.adding(days: 1))
        clock.wait(seconds: 86_400)
        try await journal.keepSnapshots()
        clock.wait(seconds: -86_400)
        #expect(try await openJournal(store, clock).standing[Ledger.self].berths.isEmpty)
    }

    @Test("the same past asked for by many at once is read once; too many different ones at once are turned away")
    func sharedPasts() async throws {
        let store = GatedStore(), journal = try await openJournal(store)
        for number in 0..<5 { try await journal.record(.opened(berth: "\(number)", note: "")) }
        let before = await store.readings, today = journal.standing.day
        await store.holdReads()
        let past = { @Sendable (days: Int) in Task { try await journal.organisation(asOf: today.adding(days: -days), knownOn: nil).position } }
        let same = (0..<50).map { _ in past(1) }, others = (2...8).map(past)
        try await store.untilReading(before + 8)
        await #expect(throws: TooManyPasts.self) { try await journal.organisation(asOf: today.adding(days: -9), knownOn: nil) }
        await store.letReadsGo()
        for task in same + others { _ = try await task.value }
        #expect(await store.readings == before + 8)
        _ = try await journal.organisation(asOf: today.adding(days: -9), knownOn: nil)
    }
}
