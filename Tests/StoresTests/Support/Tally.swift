import Foundation
import Journal

/// The chapter that `CrashWriter` writes, told again, so that what it wrote is read by other eyes.
struct Tally: Chapter, Equatable {
    static let name = "tally"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable { case counted(number: Int, note: Prose) }

    private(set) var counts: [Int: Int] = [:]
    private(set) var notes: [Int: Prose] = [:]

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .counted(let number, let note):
            counts[number, default: 0] += 1
            notes[number] = note
        }
    }

    static let organisations: [OrganisationID] = [ID("north"), ID("east"), ID("south"), ID("west")]

    static func command(_ number: Int) -> Command { Command(by: .system, key: "write-\(number)", content: Data("\(number)".utf8)) }

    static func proposal(_ number: Int) -> Proposal { Proposal(Tally.self, .counted(number: number, note: "Number \(number)")) }
}

extension Journals {
    /// Sends the same commands as `CrashWriter`, all at once.
    nonisolated func send(_ numbers: Range<Int>) async throws -> [Receipt] {
        try await withThrowingTaskGroup(of: Receipt.self) { group in
            for number in numbers {
                group.addTask {
                    try await self.journal(Tally.organisations[number % 4]).record(Tally.command(number)) { _ in [Tally.proposal(number)] }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
