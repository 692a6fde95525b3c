import Foundation
import Journal
import Stores

/// A chapter of short remarks.
struct Remarks: Chapter {
    static let name = "remarks"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable { case made(number: Int, text: Prose) }

    private(set) var count = 0

    mutating func apply(_ event: Event, _ stamp: Stamp) { count += 1 }

    static func proposal(_ number: Int) -> Proposal { Proposal(Remarks.self, .made(number: number, text: Prose("\(number): \(text)"))) }
    static let text = "The customs union reports that clearance at its busiest crossing now takes less than a day."
}

/// Commands through a journal to a fresh file, and the rows that they leave.
struct Recording {
    let folder: Folder
    let count: Int

    init(_ count: Int) throws { (folder, self.count) = (try Folder(), count) }

    func oneByOne() async throws -> Duration {
        try await measured { journal in for number in 0..<count { try await record(number, in: journal) } }
    }

    func atOnce() async throws -> Duration {
        try await measured { journal in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<count { group.addTask { try await record(number, in: journal) } }
                try await group.waitForAll()
            }
        }
    }

    func bare(batch: Int) throws -> Duration { try Raw(rowsOf: folder.file("ours.sqlite")).insert(batch: batch) }

    private func record(_ number: Int, in journal: Journal) async throws {
        _ = try await journal.record(Command(by: .system, key: "remark-\(number)", content: Data("\(number)".utf8))) { _ in [Remarks.proposal(number)] }
    }

    private func measured(_ work: (Journal) async throws -> Void) async throws -> Duration {
        let store = try SQLiteStore(path: folder.file("ours.sqlite"))
        let journal = try await Journals(store, chapters: [Remarks.self], now: { .now }).journal(ID("bench"))
        let time = try await ContinuousClock().measure { try await work(journal) }
        try store.close()
        return time
    }
}
