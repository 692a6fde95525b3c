import Foundation
import Journal
import Stores
import TestKit
import Testing

/// What every store promises. A new kind of store is one more case here.
enum Kind: CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    func make(in folder: TemporaryFolder) throws -> any Store {
        switch self {
        case .memory: MemoryStore()
        case .sqlite: try SQLiteStore(path: folder.path("contract.db"))
        }
    }

    var testDescription: String { "\(self)" }
}

@Suite("The contract of stores")
struct StoreContractTests {
    private let folder: TemporaryFolder
    private let north: OrganisationID = ID("north"), east: OrganisationID = ID("east")

    init() throws { folder = try TemporaryFolder() }

    @Test("keeps a batch at the expected position, and gives back exactly what was handed in", arguments: Kind.allCases)
    func appends(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var chain = Chain(north)
        let first = try chain.batch([1, 2, 3], key: "a"), second = try chain.batch([4], key: "b")
        #expect(try await store.head(of: north) == nil)
        #expect(try await store.append([first]) == [.kept])
        #expect(try await store.append([second]) == [.kept])
        #expect(try await store.head(of: north) == chain.head)
        let all = first.entries + second.entries
        #expect(try await store.entries(EntryQuery(north)) == all)
        #expect(try await store.entries(EntryQuery(north, after: 1, through: 3)) == Array(all[1...2]))
        #expect(try await store.entries(EntryQuery(north, chapter: "tally")) == all)
        #expect(try await store.entries(EntryQuery(north, chapter: "other")).isEmpty)
        #expect(try await store.entries(EntryQuery(north, positions: [4, 2, 9])) == [all[1], all[3]])
        #expect(try await store.entries(EntryQuery(north, positions: [])).isEmpty)
        #expect(try await store.entries(EntryQuery(east)).isEmpty)
        let verification = try await store.verify(north)
        #expect(verification.fault == nil && verification.entries == 4 && verification.head == chain.head?.hash)
    }

    @Test("answers what is asked for by what it says, who recorded it and when, and no more than the newest so many", arguments: Kind.allCases)
    func selections(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var chain = Chain(north)
        let first = try chain.batch([1, 2, 3, 71], key: "a"), second = try chain.batch([4, 5], key: "b", by: .bruno)
        #expect(try await store.append([first, second]) == [.kept, .kept])
        let all = first.entries + second.entries, today = Day.testDay
        let selections: [EntrySelection] = [
            EntrySelection(), EntrySelection(newest: 2), EntrySelection(newest: 0), EntrySelection(newest: 99), EntrySelection(chapter: "tally", newest: 1),
            EntrySelection(chapter: "other"), EntrySelection(actor: ID("bruno")), EntrySelection(actor: ID("brun")), EntrySelection(exceptActor: ID("bruno")),
            EntrySelection(exceptActor: ID("brun"), newest: 3), EntrySelection(actor: ID("amina"), newest: 2),
            EntrySelection(events: ["counted"]), EntrySelection(events: ["count"]), EntrySelection(events: []), EntrySelection(from: today),
            EntrySelection(from: today.adding(days: 1)), EntrySelection(until: today), EntrySelection(until: today.adding(days: -1)), EntrySelection(holdingBy: today),
            EntrySelection(holdingBy: today.adding(days: -1)), EntrySelection(after: 2, before: 5), EntrySelection(before: 3, newest: 1), EntrySelection(before: .min),
            EntrySelection(after: .max), EntrySelection(naming: "amina"), EntrySelection(naming: "number"),
        ]
        for selection in selections {
            var query = EntryQuery(north)
            query.selection = selection
            #expect(try await store.entries(query) == selection.chosen(from: all), "\(selection)")
        }
        #expect(EntrySelection(before: 3, newest: 1).chosen(from: all) == [all[1]] && EntrySelection(actor: ID("bruno")).chosen(from: all).count == 2)
        #expect(EntrySelection(exceptActor: ID("bruno"), newest: 1).chosen(from: all) == [first.entries[3]])
        var query = EntryQuery(north, through: 4)
        query.selection = EntrySelection(newest: 1)
        #expect(try await store.entries(query) == [all[3]])
    }

    @Test("answers overtaken, and keeps nothing, where the position is taken, ahead, or held by another's record", arguments: Kind.allCases)
    func overtaken(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var ours = Chain(north), theirs = Chain(north)
        let mine = try ours.batch([1], key: "mine"), next = try ours.batch([2], key: "next"), ahead = try ours.batch([3], key: "ahead")
        let other = try theirs.batch([9], key: "theirs")
        #expect(try await store.append([ahead]) == [.overtaken])
        #expect(try await store.append([other, mine]) == [.kept, .overtaken])
        // The position fits now, but what it was decided on is not what lies there.
        #expect(try await store.append([next]) == [.overtaken])
        #expect(try await store.head(of: north) == theirs.head)
        #expect(try await store.receipt(for: mine.receipt.key, in: north) == nil)
        #expect(try await store.verify(north).fault == nil)
    }

    @Test("answers a repeated key with the first receipt, whatever is asked, and only within its organisation and actor", arguments: Kind.allCases)
    func repeated(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var chain = Chain(north)
        let first = try chain.batch([1], key: "k", content: "one"), same = try chain.batch([1], key: "k", content: "one")
        var branch = Chain(north, after: Head(position: 1, hash: first.receipt.receipt.hash))
        let changed = try branch.batch([2], key: "k", content: "two")
        #expect(try await store.append([first, same]) == [.kept, .repeated(first.receipt)])
        #expect(try await store.append([changed]) == [.repeated(first.receipt)])
        #expect(first.receipt.fingerprint != changed.receipt.fingerprint)
        #expect(try await store.receipt(for: first.receipt.key, in: north) == first.receipt)
        #expect(try await store.receipt(for: first.receipt.key, in: east) == nil)
        var away = Chain(east), brunos = Chain(north, after: Head(position: 1, hash: first.receipt.receipt.hash))
        let elsewhere = try away.batch([1], key: "k"), byAnother = try brunos.batch([3], key: "k", by: .bruno)
        #expect(try await store.append([elsewhere, byAnother]) == [.kept, .kept])
        #expect(try await store.head(of: north)?.position == 2)
    }

    @Test("compares keys by their bytes", arguments: Kind.allCases)
    func keysAsBytes(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var chain = Chain(north)
        let composed = try chain.batch([1], key: "caf\u{E9}"), decomposed = try chain.batch([2], key: "cafe\u{301}")
        #expect(try await store.append([composed, decomposed]) == [.kept, .kept])
        #expect(try await store.receipt(for: decomposed.receipt.key, in: north)?.receipt.positions == 2..<3)
    }

    @Test("keeps several organisations of one group apart, each whole or not at all", arguments: Kind.allCases)
    func group(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var one = Chain(north), two = Chain(east), lost = Chain(ID("lost"), after: Head(position: 7, hash: .origin))
        let group = [
            try one.batch([1, 2], key: "1"), try two.batch([3], key: "1"), try lost.batch([4, 5], key: "1"), try one.batch([6], key: "2"),
        ]
        #expect(try await store.append(group) == [.kept, .kept, .overtaken, .kept])
        #expect(try await store.organisations() == [east, north])
        #expect(try await store.head(of: north) == one.head)
        #expect(try await store.head(of: east) == two.head)
        #expect(try await store.entries(EntryQuery(east)).map(\.record.organisation) == [east])
        #expect(try await store.append([]) == [])
    }

    @Test("shows its rows untouched, in order and in portions", arguments: Kind.allCases)
    func rows(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var chain = Chain(north)
        let batch = try chain.batch(Array(1...10), key: "1")
        _ = try await store.append([batch])
        let rows = try await store.stretch(EntryQuery(north, after: 3), limit: 4)
        var expected = batch.entries[3..<7]
        rows.forEach { row in
            guard let entry = expected.popFirst() else {
                Issue.record("too many rows")
                return
            }
            #expect(row.position == entry.record.position && row.chapter.elementsEqual("tally".utf8))
            #expect(row.record.elementsEqual(entry.record.bytes) && row.hash.elementsEqual(Record.hash(entry.record.bytes).bytes))
            #expect(row.structure.elementsEqual(entry.structure.bytes) && row.structureSalt.elementsEqual(entry.structure.salt))
            #expect(row.words?.bytes.elementsEqual(entry.words?.bytes ?? Data()) ?? (entry.words == nil))
            #expect(row.words?.salt.elementsEqual(entry.words?.salt ?? Data()) ?? (entry.words == nil))
        }
        #expect(expected.isEmpty && rows.last == 7)
        #expect(try await store.stretch(EntryQuery(north, after: 10), limit: 4).isEmpty)
        #expect(try await store.stretch(EntryQuery(north, chapter: "another"), limit: 4).isEmpty)
    }

    @Test("erases words and snapshots of one organisation and nothing else", arguments: Kind.allCases)
    func erases(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        var one = Chain(north), two = Chain(east)
        _ = try await store.append([try one.batch([1, 2, 3], key: "1"), try two.batch([1], key: "1")])
        let snapshot = Snapshot(chapter: "tally", version: 1, position: 1, day: .testDay, latest: .testDay, waiting: [], state: Data("{}".utf8))
        for id in [north, east] { try await store.keep([snapshot], of: id) }
        try await store.eraseWords(of: north, at: [1, 3, 99])
        try await store.eraseWords(of: north, at: [1])
        let entries = try await store.entries(EntryQuery(north))
        #expect(entries.map(\.wordsAreErased) == [true, false, true])
        #expect(try await store.entries(EntryQuery(east)).map(\.wordsAreErased) == [false])
        #expect(try await store.snapshots(of: north).isEmpty)
        #expect(try await store.snapshots(of: east) == [snapshot])
        #expect(try Tally.decode(entries[0].event) == .counted(number: 1, note: .erased))
    }

    @Test("keeps the last snapshots of an organisation in place of earlier ones", arguments: Kind.allCases)
    func snapshots(_ kind: Kind) async throws {
        let store = try kind.make(in: folder)
        let old = Snapshot(chapter: "gone", version: 1, position: 3, day: .testDay, latest: .beginning, waiting: [], state: Data([0, 255]))
        let new = ["a", "b"].map {
            Snapshot(chapter: $0, version: 2, position: 9, day: .testDay, latest: .testDay, waiting: [8, 2, 5], state: Data("{\"é\":1}".utf8))
        }
        #expect(try await store.snapshots(of: north).isEmpty)
        try await store.keep([old], of: north)
        #expect(try await store.snapshots(of: north) == [old])
        try await store.keep(new, of: north)
        #expect(try await store.snapshots(of: north).sorted { $0.chapter < $1.chapter } == new)
        #expect(try await store.snapshots(of: east).isEmpty)
    }
}
