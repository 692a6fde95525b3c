import Foundation
import Journal
import Organisation
import Server
import TestKit
import Testing

@testable import portolan

@Suite("Looking at a store without changing it")
struct ReadingStoreTests {
    /// The process is killed between the record of an erasure and the erasing.
    private struct Killed: StoreInFront {
        let store: any Store
        func eraseWords(of organisation: OrganisationID, at positions: [Int]) async throws {}
    }

    @Test("words whose erasing is on record are not shown, though they are still there and nothing is written")
    func erasing() async throws {
        let store = MemoryStore(), chapters: [any Chapter.Type] = [Register.self]
        func journal(_ store: any Store) async throws -> Journal { try await Journals(store, chapters: chapters, now: { Moment(startOf: .testDay) }).journal(ID("test")) }
        let killed = try await journal(Killed(store: store))
        let profile = Profile(name: Localized("Somebody's name"), acronym: "S")
        _ = try await killed.record(Command(by: .system, key: "12345678", content: Data())) { _ in [Proposal(Register.self, .profileDescribed(profile))] }
        _ = try await killed.eraseWords(at: [1], because: "asked for", Command(by: .system, key: "23456789", content: Data()))
        let reading = try await journal(ReadingStore(store))
        #expect(reading.standing[Register.self].profile?.name.plain() == "" && reading.standing[Register.self].profile?.acronym == "S")
        #expect(try await reading.entries(after: 0).first?.wordsAreErased == true)
        #expect(await store.entries(EntryQuery(ID("test"))).first?.words != nil, "whoever may write does the erasing")
        await #expect(throws: (any Error).self) {
            try await reading.record(Command(by: .system, key: "34567890", content: Data())) { _ in [Proposal(Register.self, .profileDescribed(profile))] }
        }
    }
}
